import { Body, Controller, Get, HttpCode, Param, Post, Query } from '@nestjs/common';
import { ApiOkResponse, ApiTags } from '@nestjs/swagger';
import {
  ComplaintMerged,
  EarlierComplaints,
  EarlierQuery,
  MergeComplaint,
  RecordId,
  UnmergeComplaint,
} from '@forecall/contracts';
import { Permit } from '../../platform/access/permit.js';
import { type Viewer, Viewing } from '../../platform/access/viewer.js';
import { Repeatable } from '../../platform/idempotency/repeatable.js';
import { EarlierComplaintsService } from './earlier-complaints.service.js';
import { MergeService } from './merge.service.js';

/** Complaints of one account about one thing: linked as repeats, or merged where they are one. */
@ApiTags('complaints')
@Controller()
export class RepeatController {
  constructor(
    private readonly earlier: EarlierComplaintsService,
    private readonly merges: MergeService,
  ) {}

  @Get('accounts/:id/earlier-complaints')
  @Permit('customer.find')
  @ApiOkResponse({ standardSchema: EarlierComplaints })
  ofAccount(
    @Viewing() viewer: Viewer,
    @Param('id', { schema: RecordId }) id: string,
    @Query({ schema: EarlierQuery }) { reasonId }: EarlierQuery,
  ): Promise<EarlierComplaints> {
    return this.earlier.ofAccount(viewer, id, reasonId);
  }

  @Get('complaints/:id/earlier')
  @Permit('complaint.read')
  @ApiOkResponse({ standardSchema: EarlierComplaints })
  ofComplaint(@Viewing() viewer: Viewer, @Param('id', { schema: RecordId }) id: string): Promise<EarlierComplaints> {
    return this.earlier.ofComplaint(viewer, id);
  }

  @Post('complaints/:id/merge')
  @HttpCode(200)
  @Permit('complaint.work')
  @Repeatable()
  @ApiOkResponse({ standardSchema: ComplaintMerged })
  merge(
    @Viewing() viewer: Viewer,
    @Param('id', { schema: RecordId }) id: string,
    @Body({ schema: MergeComplaint }) body: MergeComplaint,
  ): Promise<ComplaintMerged> {
    return this.merges.merge(viewer, id, body);
  }

  @Post('complaints/:id/unmerge')
  @HttpCode(200)
  @Permit('complaint.work')
  @Repeatable()
  @ApiOkResponse({ standardSchema: ComplaintMerged })
  unmerge(
    @Viewing() viewer: Viewer,
    @Param('id', { schema: RecordId }) id: string,
    @Body({ schema: UnmergeComplaint }) body: UnmergeComplaint,
  ): Promise<ComplaintMerged> {
    return this.merges.unmerge(viewer, id, body);
  }
}
