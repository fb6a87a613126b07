import { Body, Controller, Get, HttpCode, Param, Post } from '@nestjs/common';
import { ApiOkResponse, ApiTags } from '@nestjs/swagger';
import { CallDismissed, CallEvent, CallEventTaken, DeskCalls, RecordId } from '@forecall/contracts';
import { Permit } from '../../platform/access/permit.js';
import { type Viewer, Viewing } from '../../platform/access/viewer.js';
import { ReadsForms } from '../../platform/http/forms.js';
import { Refuses } from '../../platform/http/refuses.js';
import { CallEventService } from './call-event.service.js';
import { DeskCallsService } from './desk-calls.service.js';

@ApiTags('calls')
@Controller()
export class CallController {
  constructor(
    private readonly events: CallEventService,
    private readonly calls: DeskCallsService,
  ) {}

  /** A telephone system tells of a call, as form or JSON. Events may come again, late or out of order. */
  @Post('cti/:secret')
  @HttpCode(200)
  @Permit('calls.tell')
  @ReadsForms()
  @Refuses(404)
  @ApiOkResponse({ standardSchema: CallEventTaken })
  async tell(@Param('secret') secret: string, @Body({ schema: CallEvent }) event: CallEvent): Promise<CallEventTaken> {
    await this.events.take(secret, event);
    return {};
  }

  @Get('calls/mine')
  @Permit('calls.own')
  @ApiOkResponse({ standardSchema: DeskCalls })
  mine(@Viewing() { staffId }: Viewer): Promise<DeskCalls> {
    return this.calls.of(staffId);
  }

  @Post('calls/:id/dismiss')
  @HttpCode(200)
  @Permit('calls.own')
  @ApiOkResponse({ standardSchema: CallDismissed })
  dismiss(@Viewing() viewer: Viewer, @Param('id', { schema: RecordId }) id: string): Promise<CallDismissed> {
    return this.calls.dismiss(viewer, id);
  }
}
