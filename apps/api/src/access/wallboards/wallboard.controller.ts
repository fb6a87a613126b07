import { Body, Controller, Get, HttpCode, Param, Post, Query, Req } from '@nestjs/common';
import { ApiCreatedResponse, ApiOkResponse, ApiTags } from '@nestjs/swagger';
import {
  OpenedWallboard,
  OpenWallboard,
  RecordId,
  WallboardEntry,
  WallboardPage,
  WallboardQuery,
} from '@forecall/contracts';
import type { FastifyRequest } from 'fastify';
import { Permit } from '../../platform/access/permit.js';
import { type Viewer, Viewing } from '../../platform/access/viewer.js';
import { baseOf } from '../../platform/http/base-address.js';
import { Refuses } from '../../platform/http/refuses.js';
import { WallboardsService } from './wallboards.service.js';

@ApiTags('wallboards')
@Controller('wallboards')
export class WallboardController {
  constructor(private readonly wallboards: WallboardsService) {}

  @Get()
  @Permit('wallboards.manage')
  @ApiOkResponse({ standardSchema: WallboardPage })
  page(@Viewing() viewer: Viewer, @Query({ schema: WallboardQuery }) query: WallboardQuery): Promise<WallboardPage> {
    return this.wallboards.page(viewer, query);
  }

  @Post()
  @Permit('wallboards.open')
  @Refuses(404)
  @ApiCreatedResponse({ standardSchema: OpenedWallboard })
  open(
    @Viewing() viewer: Viewer,
    @Body({ schema: OpenWallboard }) body: OpenWallboard,
    @Req() request: FastifyRequest,
  ): Promise<OpenedWallboard> {
    return this.wallboards.open(viewer, body, baseOf(request));
  }

  @Post(':id/revoke')
  @HttpCode(200)
  @Permit('wallboards.manage')
  @ApiOkResponse({ standardSchema: WallboardEntry })
  revoke(@Viewing() viewer: Viewer, @Param('id', { schema: RecordId }) id: string): Promise<WallboardEntry> {
    return this.wallboards.revoke(viewer, id);
  }
}
