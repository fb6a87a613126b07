import { Body, Controller, Get, HttpCode, Param, Post, Query } from '@nestjs/common';
import { ApiOkResponse, ApiTags } from '@nestjs/swagger';
import {
  AccountSurveys,
  BounceReported,
  RecordId,
  ReportBounce,
  SurveyAskCountQuery,
  SurveyAskCounts,
  SurveyAskPage,
  SurveyAskQuery,
} from '@forecall/contracts';
import { Permit } from '../../platform/access/permit.js';
import { type Viewer, Viewing } from '../../platform/access/viewer.js';
import { Refuses } from '../../platform/http/refuses.js';
import { AccountSurveysService } from './account-surveys.service.js';
import { SurveyAskService } from './survey-ask.service.js';

@ApiTags('surveys')
@Controller()
export class SurveyAskController {
  constructor(
    private readonly asks: SurveyAskService,
    private readonly accounts: AccountSurveysService,
  ) {}

  @Get('survey-asks')
  @Permit('survey-ask.read')
  @ApiOkResponse({ standardSchema: SurveyAskPage })
  page(@Viewing() viewer: Viewer, @Query({ schema: SurveyAskQuery }) query: SurveyAskQuery): Promise<SurveyAskPage> {
    return this.asks.page(viewer, query);
  }

  @Get('survey-asks/counts')
  @Permit('survey-ask.read')
  @ApiOkResponse({ standardSchema: SurveyAskCounts })
  counts(
    @Viewing() viewer: Viewer,
    @Query({ schema: SurveyAskCountQuery }) query: SurveyAskCountQuery,
  ): Promise<SurveyAskCounts> {
    return this.asks.counts(viewer, query);
  }

  @Post('survey-bounces')
  @HttpCode(200)
  @Permit('survey-ask.bounce')
  @Refuses(404, 409)
  @ApiOkResponse({ standardSchema: BounceReported })
  bounce(@Viewing() viewer: Viewer, @Body({ schema: ReportBounce }) body: ReportBounce): Promise<BounceReported> {
    return this.asks.bounce(viewer, body);
  }

  @Get('accounts/:id/surveys')
  @Permit('account.read')
  @ApiOkResponse({ standardSchema: AccountSurveys })
  ofAccount(@Viewing() viewer: Viewer, @Param('id', { schema: RecordId }) id: string): Promise<AccountSurveys> {
    return this.accounts.ofAccount(viewer, id);
  }
}
