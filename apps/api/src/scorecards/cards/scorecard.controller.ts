import { Controller, Get, Param, Query } from '@nestjs/common';
import { ApiOkResponse, ApiTags } from '@nestjs/swagger';
import {
  CardKindName,
  CardTrend,
  OwnScorecards,
  RecordId,
  Scorecard,
  ScorecardList,
  ScorecardQuestion,
  ScorecardsQuery,
  TrendQuestion,
} from '@forecall/contracts';
import type { CardKind } from '@forecall/domain';
import { Permit } from '../../platform/access/permit.js';
import { type Viewer, Viewing } from '../../platform/access/viewer.js';
import { Refuses } from '../../platform/http/refuses.js';
import { ScorecardService } from './scorecard.service.js';

@ApiTags('scorecards')
@Controller('scorecards')
export class ScorecardController {
  constructor(private readonly scorecards: ScorecardService) {}

  @Get()
  @Permit('scorecard.read')
  @ApiOkResponse({ standardSchema: ScorecardList })
  list(@Viewing() viewer: Viewer, @Query({ schema: ScorecardsQuery }) query: ScorecardsQuery): Promise<ScorecardList> {
    return this.scorecards.list(viewer, query);
  }

  @Get('own')
  @Permit('scorecard.read')
  @ApiOkResponse({ standardSchema: OwnScorecards })
  own(@Viewing() viewer: Viewer): Promise<OwnScorecards> {
    return this.scorecards.cardsOf(viewer);
  }

  @Get(':kind/:id')
  @Permit('scorecard.read')
  @Refuses(404)
  @ApiOkResponse({ standardSchema: Scorecard })
  card(
    @Viewing() viewer: Viewer,
    @Param('kind', { schema: CardKindName }) kind: CardKind,
    @Param('id', { schema: RecordId }) id: string,
    @Query({ schema: ScorecardQuestion }) question: ScorecardQuestion,
  ): Promise<Scorecard> {
    return this.scorecards.card(viewer, { kind, id }, question);
  }

  @Get(':kind/:id/trend')
  @Permit('scorecard.read')
  @Refuses(404)
  @ApiOkResponse({ standardSchema: CardTrend })
  trend(
    @Viewing() viewer: Viewer,
    @Param('kind', { schema: CardKindName }) kind: CardKind,
    @Param('id', { schema: RecordId }) id: string,
    @Query({ schema: TrendQuestion }) question: TrendQuestion,
  ): Promise<CardTrend> {
    return this.scorecards.trend(viewer, { kind, id }, question);
  }
}
