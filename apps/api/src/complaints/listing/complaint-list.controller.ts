import { Controller, Get, Query } from '@nestjs/common';
import { ApiOkResponse, ApiTags } from '@nestjs/swagger';
import { ComplaintCountQuery, ListCount } from '@forecall/contracts';
import { Permit } from '../../platform/access/permit.js';
import { type Viewer, Viewing } from '../../platform/access/viewer.js';
import { ComplaintListService } from './complaint-list.service.js';

@ApiTags('complaints')
@Controller('complaints')
export class ComplaintListController {
  constructor(private readonly lists: ComplaintListService) {}

  @Get('count')
  @Permit('complaint.read')
  @ApiOkResponse({ standardSchema: ListCount })
  count(
    @Viewing() viewer: Viewer,
    @Query({ schema: ComplaintCountQuery }) query: ComplaintCountQuery,
  ): Promise<ListCount> {
    return this.lists.count(viewer, query);
  }
}
