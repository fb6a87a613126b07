import { Body, Controller, HttpCode, Param, Post } from '@nestjs/common';
import { ApiOkResponse, ApiTags } from '@nestjs/swagger';
import { PauseClocks, RecordId, ResumeClocks, Revised } from '@forecall/contracts';
import { Permit } from '../../platform/access/permit.js';
import { type Viewer, Viewing } from '../../platform/access/viewer.js';
import { Repeatable } from '../../platform/idempotency/repeatable.js';
import { PauseService } from './pause.service.js';

@ApiTags('complaints')
@Controller('complaints/:id')
export class PauseController {
  constructor(private readonly pauses: PauseService) {}

  @Post('pause')
  @HttpCode(200)
  @Permit('complaint.work')
  @Repeatable()
  @ApiOkResponse({ standardSchema: Revised })
  pause(
    @Viewing() viewer: Viewer,
    @Param('id', { schema: RecordId }) id: string,
    @Body({ schema: PauseClocks }) body: PauseClocks,
  ): Promise<Revised> {
    return this.pauses.pause(viewer, id, body);
  }

  @Post('resume')
  @HttpCode(200)
  @Permit('complaint.work')
  @Repeatable()
  @ApiOkResponse({ standardSchema: Revised })
  resume(
    @Viewing() viewer: Viewer,
    @Param('id', { schema: RecordId }) id: string,
    @Body({ schema: ResumeClocks }) body: ResumeClocks,
  ): Promise<Revised> {
    return this.pauses.resume(viewer, id, body);
  }
}
