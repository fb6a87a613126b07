import { Controller, Get, Query } from '@nestjs/common';
import { ApiOkResponse, ApiTags } from '@nestjs/swagger';
import { FunnelQuestion, FunnelReply } from '@forecall/contracts';
import { Permit } from '../platform/access/permit.js';
import { type Viewer, Viewing } from '../platform/access/viewer.js';
import { Refuses } from '../platform/http/refuses.js';
import { FunnelService } from './funnel.service.js';

@ApiTags('figures')
@Controller('funnels')
export class FunnelController {
  constructor(private readonly funnels: FunnelService) {}

  @Get()
  @Permit('figure.read')
  @Refuses(404)
  @ApiOkResponse({ standardSchema: FunnelReply })
  funnel(@Viewing() viewer: Viewer, @Query({ schema: FunnelQuestion }) question: FunnelQuestion): Promise<FunnelReply> {
    return this.funnels.of(viewer, question);
  }
}
