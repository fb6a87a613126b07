import { Body, Controller, Delete, Get, HttpCode, Param, Put, Query } from '@nestjs/common';
import { ApiNoContentResponse, ApiOkResponse, ApiTags } from '@nestjs/swagger';
import { KeepView, RecordId, SavedView, SavedViews, ViewQuery } from '@forecall/contracts';
import { Permit } from '../platform/access/permit.js';
import { type Viewer, Viewing } from '../platform/access/viewer.js';
import { Refuses } from '../platform/http/refuses.js';
import { ViewService } from './view.service.js';

@ApiTags('views')
@Controller('views')
export class ViewController {
  constructor(private readonly views: ViewService) {}

  @Get()
  @Permit('view.own')
  @ApiOkResponse({ standardSchema: SavedViews })
  list(@Viewing() viewer: Viewer, @Query({ schema: ViewQuery }) { page }: ViewQuery): Promise<SavedViews> {
    return this.views.list(viewer, page);
  }

  /** The client makes the id: sent again it is kept once, sent otherwise it is changed, also after it was deleted. */
  @Put(':id')
  @Permit('view.own')
  @ApiOkResponse({ standardSchema: SavedView })
  @Refuses(409)
  keep(
    @Viewing() viewer: Viewer,
    @Param('id', { schema: RecordId }) id: string,
    @Body({ schema: KeepView }) body: KeepView,
  ): Promise<SavedView> {
    return this.views.keep(viewer, id, body);
  }

  @Delete(':id')
  @HttpCode(204)
  @Permit('view.own')
  @ApiNoContentResponse()
  delete(@Viewing() viewer: Viewer, @Param('id', { schema: RecordId }) id: string): Promise<void> {
    return this.views.delete(viewer, id);
  }
}
