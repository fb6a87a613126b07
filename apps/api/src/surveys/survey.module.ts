import { Module } from '@nestjs/common';
import { MailModule } from '../mail/mail.module.js';
import { SatisfactionModule } from '../satisfaction/satisfaction.module.js';
import { AgentEntryService } from './sending/agent-entry.service.js';
import { SurveyLookService } from './sending/survey-look.service.js';
import { SurveyStopService } from './sending/survey-stop.service.js';
import { AccountSurveysService } from './asked/account-surveys.service.js';
import { SurveyAskController } from './asked/survey-ask.controller.js';
import { SurveyAskService } from './asked/survey-ask.service.js';
import { SurveyFormController } from './forms/survey-form.controller.js';
import { SurveyFormService } from './forms/survey-form.service.js';
import { OpenLinkService } from './links/open-link.service.js';
import { ShownLinkService } from './links/shown-link.service.js';
import { SurveyLinkController } from './links/survey-link.controller.js';
import { OpenReplyService } from './page/open-reply.service.js';
import { ReplyService } from './page/reply.service.js';
import { ShownSurveyService } from './page/shown-survey.service.js';
import { SurveyFaults } from './page/survey-faults.js';
import { SurveyLimits } from './page/survey-limits.js';
import { SurveyPageController } from './page/survey-page.controller.js';
import { SurveyCadenceService } from './rules/survey-cadence.service.js';
import { SurveyRulesService } from './rules/survey-rules.service.js';
import { SurveyController } from './survey.controller.js';

/** What customers are asked, when, and how they answer. */
@Module({
  imports: [MailModule, SatisfactionModule],
  controllers: [
    SurveyFormController,
    SurveyController,
    SurveyPageController,
    SurveyLinkController,
    SurveyAskController,
  ],
  providers: [
    SurveyFormService,
    SurveyRulesService,
    SurveyCadenceService,
    OpenLinkService,
    ShownLinkService,
    OpenReplyService,
    SurveyAskService,
    AccountSurveysService,
    SurveyLookService,
    SurveyStopService,
    AgentEntryService,
    ReplyService,
    ShownSurveyService,
    SurveyFaults,
    SurveyLimits,
  ],
})
export class SurveyModule {}
