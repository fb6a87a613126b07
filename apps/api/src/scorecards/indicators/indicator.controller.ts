import { Body, Controller, Get, HttpCode, Param, Post, Query } from '@nestjs/common';
import { ApiCreatedResponse, ApiOkResponse, ApiTags } from '@nestjs/swagger';
import {
  Acted,
  EndIndicator,
  IndicatorList,
  IndicatorQuery,
  ReadyMadeIndicators,
  RecordId,
  SetIndicator,
} from '@forecall/contracts';
import { Permit } from '../../platform/access/permit.js';
import { type Viewer, Viewing } from '../../platform/access/viewer.js';
import { Refuses } from '../../platform/http/refuses.js';
import { Repeatable } from '../../platform/idempotency/repeatable.js';
import { IndicatorService } from './indicator.service.js';

@ApiTags('scorecards')
@Controller('indicators')
export class IndicatorController {
  constructor(private readonly indicators: IndicatorService) {}

  @Get()
  @Permit('indicator.set')
  @ApiOkResponse({ standardSchema: IndicatorList })
  list(@Query({ schema: IndicatorQuery }) query: IndicatorQuery): Promise<IndicatorList> {
    return this.indicators.list(query);
  }

  @Post()
  @Permit('indicator.set')
  @Refuses(409)
  @Repeatable()
  @ApiCreatedResponse({ standardSchema: Acted })
  set(@Viewing() viewer: Viewer, @Body({ schema: SetIndicator }) body: SetIndicator): Promise<Acted> {
    return this.indicators.set(viewer, body);
  }

  @Post('ready-made')
  @Permit('indicator.set')
  @Refuses(409)
  @Repeatable()
  @ApiCreatedResponse({ standardSchema: Acted })
  readyMade(
    @Viewing() viewer: Viewer,
    @Body({ schema: ReadyMadeIndicators }) body: ReadyMadeIndicators,
  ): Promise<Acted> {
    return this.indicators.readyMade(viewer, body);
  }

  @Post(':id/end')
  @HttpCode(200)
  @Permit('indicator.set')
  @Refuses(404, 409)
  @Repeatable()
  @ApiOkResponse({ standardSchema: Acted })
  end(
    @Viewing() viewer: Viewer,
    @Param('id', { schema: RecordId }) id: string,
    @Body({ schema: EndIndicator }) body: EndIndicator,
  ): Promise<Acted> {
    return this.indicators.end(viewer, id, body);
  }

  @Post('acts/:id/undo')
  @HttpCode(200)
  @Permit('indicator.set')
  @Repeatable()
  @ApiOkResponse({ standardSchema: Acted })
  undo(@Viewing() viewer: Viewer, @Param('id', { schema: RecordId }) id: string): Promise<Acted> {
    return this.indicators.undo(viewer, id);
  }
}
