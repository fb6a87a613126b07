import { Body, Controller, Get, HttpCode, Param, Post, Put } from '@nestjs/common';
import { ApiOkResponse, ApiTags } from '@nestjs/swagger';
import {
  ChangeRecoverySetting,
  EndRecovery,
  RecordId,
  Recovery,
  RecoverySetting,
  TakeUpRecovery,
} from '@forecall/contracts';
import { Permit } from '../../platform/access/permit.js';
import { type Viewer, Viewing } from '../../platform/access/viewer.js';
import { Refuses } from '../../platform/http/refuses.js';
import { RecoveryWorkService } from './recovery-work.service.js';

@ApiTags('surveys')
@Controller()
export class RecoveryController {
  constructor(private readonly recoveries: RecoveryWorkService) {}

  @Get('recoveries/:id')
  @Permit('duty.read')
  @ApiOkResponse({ standardSchema: Recovery })
  one(@Viewing() viewer: Viewer, @Param('id', { schema: RecordId }) id: string): Promise<Recovery> {
    return this.recoveries.one(viewer, id);
  }

  @Post('recoveries/:id/end')
  @HttpCode(200)
  @Permit('duty.work')
  @Refuses(409)
  @ApiOkResponse({ standardSchema: Recovery })
  end(
    @Viewing() viewer: Viewer,
    @Param('id', { schema: RecordId }) id: string,
    @Body({ schema: EndRecovery }) body: EndRecovery,
  ): Promise<Recovery> {
    return this.recoveries.end(viewer, id, body);
  }

  @Post('recoveries/:id/take-up')
  @HttpCode(200)
  @Permit('duty.work')
  @Refuses(409)
  @ApiOkResponse({ standardSchema: Recovery })
  takeUp(
    @Viewing() viewer: Viewer,
    @Param('id', { schema: RecordId }) id: string,
    @Body({ schema: TakeUpRecovery }) body: TakeUpRecovery,
  ): Promise<Recovery> {
    return this.recoveries.takeUp(viewer, id, body);
  }

  @Get('recovery-setting')
  @Permit('survey-rules.read')
  @ApiOkResponse({ standardSchema: RecoverySetting })
  setting(): Promise<RecoverySetting> {
    return this.recoveries.setting();
  }

  @Put('recovery-setting')
  @Permit('survey-rules.set')
  @Refuses(409)
  @ApiOkResponse({ standardSchema: RecoverySetting })
  set(
    @Viewing() viewer: Viewer,
    @Body({ schema: ChangeRecoverySetting }) body: ChangeRecoverySetting,
  ): Promise<RecoverySetting> {
    return this.recoveries.set(viewer, body);
  }
}
