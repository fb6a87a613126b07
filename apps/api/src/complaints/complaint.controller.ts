import { Body, Controller, Get, HttpCode, Param, Patch, Post, Query } from '@nestjs/common';
import { ApiCreatedResponse, ApiOkResponse, ApiTags } from '@nestjs/swagger';
import {
  ComplaintDetail,
  ComplaintList,
  ComplaintQuery,
  ComplaintReceived,
  ComplaintTimeLine,
  CorrectComplaint,
  ReceiveComplaint,
  RecordId,
  Revised,
  VoidEntry,
} from '@forecall/contracts';
import { Permit } from '../platform/access/permit.js';
import { type Viewer, Viewing } from '../platform/access/viewer.js';
import { Refuses } from '../platform/http/refuses.js';
import { Repeatable } from '../platform/idempotency/repeatable.js';
import { ComplaintService } from './complaint.service.js';
import { ComplaintViewService } from './complaint-view.service.js';
import { ComplaintWorkService } from './complaint-work.service.js';
import { TimeLineService } from './time-line/time-line.service.js';

@ApiTags('complaints')
@Controller()
export class ComplaintController {
  constructor(
    private readonly complaints: ComplaintService,
    private readonly views: ComplaintViewService,
    private readonly work: ComplaintWorkService,
    private readonly timeLines: TimeLineService,
  ) {}

  @Post('contacts/:id/complaint')
  @Permit('complaint.log')
  @Repeatable()
  @ApiCreatedResponse({ standardSchema: ComplaintReceived })
  receive(
    @Viewing() viewer: Viewer,
    @Param('id', { schema: RecordId }) contactId: string,
    @Body({ schema: ReceiveComplaint }) body: ReceiveComplaint,
  ): Promise<ComplaintReceived> {
    return this.complaints.receiveLater(viewer, contactId, body);
  }

  @Get('complaints')
  @Permit('complaint.read')
  @ApiOkResponse({ standardSchema: ComplaintList })
  list(@Viewing() viewer: Viewer, @Query({ schema: ComplaintQuery }) query: ComplaintQuery): Promise<ComplaintList> {
    return this.views.list(viewer, query);
  }

  @Get('complaints/:id')
  @Permit('complaint.read')
  @ApiOkResponse({ standardSchema: ComplaintDetail })
  one(@Viewing() viewer: Viewer, @Param('id', { schema: RecordId }) id: string): Promise<ComplaintDetail> {
    return this.views.one(viewer, id);
  }

  @Get('complaints/:id/time-line')
  @Permit('complaint.read')
  @ApiOkResponse({ standardSchema: ComplaintTimeLine })
  timeLine(@Viewing() viewer: Viewer, @Param('id', { schema: RecordId }) id: string): Promise<ComplaintTimeLine> {
    return this.timeLines.of(viewer, id);
  }

  @Patch('complaints/:id')
  @Permit('complaint.work')
  @ApiOkResponse({ standardSchema: Revised })
  @Refuses(409)
  correct(
    @Viewing() viewer: Viewer,
    @Param('id', { schema: RecordId }) id: string,
    @Body({ schema: CorrectComplaint }) body: CorrectComplaint,
  ): Promise<Revised> {
    return this.work.correct(viewer, id, body);
  }

  @Post('complaints/:id/void')
  @HttpCode(200)
  @Permit('complaint.void')
  @Repeatable()
  @ApiOkResponse({ standardSchema: Revised })
  void(
    @Viewing() viewer: Viewer,
    @Param('id', { schema: RecordId }) id: string,
    @Body({ schema: VoidEntry }) body: VoidEntry,
  ): Promise<Revised> {
    return this.work.void(viewer, id, body);
  }
}
