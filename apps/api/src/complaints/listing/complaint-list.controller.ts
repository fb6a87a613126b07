import { Body, Controller, Get, HttpCode, Post, Query, Res } from '@nestjs/common';
import { ApiOkResponse, ApiTags } from '@nestjs/swagger';
import {
  AssignComplaints,
  ComplaintCountQuery,
  ComplaintExportQuery,
  ComplaintsAssigned,
  ListCount,
} from '@forecall/contracts';
import type { FastifyReply } from 'fastify';
import { Refuses } from '../../platform/http/refuses.js';
import { SendsFile } from '../../platform/http/sends-file.js';
import { Permit } from '../../platform/access/permit.js';
import { type Viewer, Viewing } from '../../platform/access/viewer.js';
import { Repeatable } from '../../platform/idempotency/repeatable.js';
import { AssignService } from './assign.service.js';
import { ComplaintListService } from './complaint-list.service.js';

@ApiTags('complaints')
@Controller('complaints')
export class ComplaintListController {
  constructor(
    private readonly lists: ComplaintListService,
    private readonly assigning: AssignService,
  ) {}

  @Get('count')
  @Permit('complaint.read')
  @ApiOkResponse({ standardSchema: ListCount })
  count(
    @Viewing() viewer: Viewer,
    @Query({ schema: ComplaintCountQuery }) query: ComplaintCountQuery,
  ): Promise<ListCount> {
    return this.lists.count(viewer, query);
  }

  @Get('export')
  @Permit('list.export')
  @SendsFile()
  @Refuses(409)
  export(
    @Viewing() viewer: Viewer,
    @Query({ schema: ComplaintExportQuery }) query: ComplaintExportQuery,
    @Res() reply: FastifyReply,
  ): Promise<void> {
    return this.lists.export(viewer, query, reply);
  }

  /** Each complaint is judged on its own; those that were refused come back with the reason. */
  @Post('assign')
  @HttpCode(200)
  @Permit('complaint.work')
  @Repeatable()
  @ApiOkResponse({ standardSchema: ComplaintsAssigned })
  assign(
    @Viewing() viewer: Viewer,
    @Body({ schema: AssignComplaints }) body: AssignComplaints,
  ): Promise<ComplaintsAssigned> {
    return this.assigning.assign(viewer, body);
  }
}
