import { Body, Controller, Get, Patch } from '@nestjs/common';
import { ApiOkResponse, ApiTags } from '@nestjs/swagger';
import { ChangeDutySetting, DutySetting } from '@forecall/contracts';
import { Permit } from '../../platform/access/permit.js';
import { type Viewer, Viewing } from '../../platform/access/viewer.js';
import { Refuses } from '../../platform/http/refuses.js';
import { DutySettingService } from './duty-setting.service.js';

@ApiTags('duties')
@Controller('duty-setting')
export class DutySettingController {
  constructor(private readonly setting: DutySettingService) {}

  @Get()
  @Permit('duty.set')
  @ApiOkResponse({ standardSchema: DutySetting })
  read(): Promise<DutySetting> {
    return this.setting.read();
  }

  @Patch()
  @Permit('duty.set')
  @Refuses(409)
  @ApiOkResponse({ standardSchema: DutySetting })
  change(
    @Viewing() viewer: Viewer,
    @Body({ schema: ChangeDutySetting }) body: ChangeDutySetting,
  ): Promise<DutySetting> {
    return this.setting.change(viewer, body);
  }
}
