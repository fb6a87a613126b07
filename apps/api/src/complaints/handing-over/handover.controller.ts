import { Body, Controller, HttpCode, Param, Post } from '@nestjs/common';
import { ApiOkResponse, ApiTags } from '@nestjs/swagger';
import { AcceptHandover, GiveComplaint, HandOver, RecordId, ReturnHandover, Revised } from '@forecall/contracts';
import { Permit } from '../../platform/access/permit.js';
import { type Viewer, Viewing } from '../../platform/access/viewer.js';
import { Repeatable } from '../../platform/idempotency/repeatable.js';
import { HandoverService } from './handover.service.js';

@ApiTags('complaints')
@Controller('complaints/:id')
export class HandoverController {
  constructor(private readonly handovers: HandoverService) {}

  @Post('owner')
  @HttpCode(200)
  @Permit('complaint.work')
  @Repeatable()
  @ApiOkResponse({ standardSchema: Revised })
  give(
    @Viewing() viewer: Viewer,
    @Param('id', { schema: RecordId }) id: string,
    @Body({ schema: GiveComplaint }) body: GiveComplaint,
  ): Promise<Revised> {
    return this.handovers.give(viewer, id, body);
  }

  @Post('hand-over')
  @HttpCode(200)
  @Permit('complaint.work')
  @Repeatable()
  @ApiOkResponse({ standardSchema: Revised })
  handOver(
    @Viewing() viewer: Viewer,
    @Param('id', { schema: RecordId }) id: string,
    @Body({ schema: HandOver }) body: HandOver,
  ): Promise<Revised> {
    return this.handovers.handOver(viewer, id, body);
  }

  @Post('hand-over/accept')
  @HttpCode(200)
  @Permit('complaint.work')
  @Repeatable()
  @ApiOkResponse({ standardSchema: Revised })
  accept(
    @Viewing() viewer: Viewer,
    @Param('id', { schema: RecordId }) id: string,
    @Body({ schema: AcceptHandover }) _body: object,
  ): Promise<Revised> {
    return this.handovers.accept(viewer, id);
  }

  @Post('hand-over/return')
  @HttpCode(200)
  @Permit('complaint.work')
  @Repeatable()
  @ApiOkResponse({ standardSchema: Revised })
  giveBack(
    @Viewing() viewer: Viewer,
    @Param('id', { schema: RecordId }) id: string,
    @Body({ schema: ReturnHandover }) body: ReturnHandover,
  ): Promise<Revised> {
    return this.handovers.giveBack(viewer, id, body);
  }

  @Post('hand-over/withdraw')
  @HttpCode(200)
  @Permit('complaint.work')
  @Repeatable()
  @ApiOkResponse({ standardSchema: Revised })
  withdraw(
    @Viewing() viewer: Viewer,
    @Param('id', { schema: RecordId }) id: string,
    @Body({ schema: AcceptHandover }) _body: object,
  ): Promise<Revised> {
    return this.handovers.withdraw(viewer, id);
  }
}
