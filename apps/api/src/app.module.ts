import { type DynamicModule, Module } from '@nestjs/common';
import { AccessModule } from './access/access.module.js';
import { AlarmModule } from './alarms/alarm.module.js';
import { AppraisalModule } from './appraisals/appraisal.module.js';
import { AttributionModule } from './attribution/attribution.module.js';
import { CalendarFeedModule } from './calendar-feed/calendar-feed.module.js';
import { CalendarModule } from './calendars/calendar.module.js';
import { ComplaintFormModule } from './complaint-form/complaint-form.module.js';
import { ContactModule } from './contacts/contact.module.js';
import { ControlChartModule } from './control-charts/control-chart.module.js';
import { CustomerModule } from './customers/customer.module.js';
import { KeyAccountModule } from './key-accounts/key-account.module.js';
import { TrainingModule } from './trainings/training.module.js';
import { ProactiveModule } from './proactive/proactive.module.js';
import { ExamModule } from './exams/exam.module.js';
import { FiguresModule } from './figures/figures.module.js';
import { FunnelModule } from './funnels/funnel.module.js';
import { DutyModule } from './duties/duty.module.js';
import { BoardModule } from './board/board.module.js';
import { LiveModule } from './live/live.module.js';
import { ImportModule } from './imports/import.module.js';
import { OrganisationModule } from './organisation/organisation.module.js';
import { SetUpModule } from './set-up/set-up.module.js';
import { TeamModule } from './team/team.module.js';
import { TalliesModule } from './tallies/tallies.module.js';
import { ReportModule } from './reports/report.module.js';
import { RetentionModule } from './retention/retention.module.js';
import { SatisfactionModule } from './satisfaction/satisfaction.module.js';
import { SurveyModule } from './surveys/survey.module.js';
import { ScorecardModule } from './scorecards/scorecard.module.js';
import { GuardModule } from './platform/access/guard.module.js';
import { ViewModule } from './views/view.module.js';
import type { Config } from './platform/config/config.js';
import { ConfigModule } from './platform/config/config.module.js';
import { DatabaseModule } from './platform/database/database.module.js';
import { KeptConnections } from './platform/http/kept-connections.js';
import { JobsModule } from './platform/jobs/jobs.module.js';
import { HealthController } from './platform/health.controller.js';

@Module({})
export class AppModule {
  static with(config: Config): DynamicModule {
    return {
      module: AppModule,
      imports: [
        ConfigModule.with(config),
        DatabaseModule.with(config),
        GuardModule,
        JobsModule,
        AccessModule,
        AlarmModule,
        AppraisalModule,
        AttributionModule,
        CalendarFeedModule,
        CalendarModule,
        ContactModule,
        ComplaintFormModule,
        CustomerModule,
        KeyAccountModule,
        ProactiveModule,
        TrainingModule,
        SatisfactionModule,
        SurveyModule,
        ScorecardModule,
        DutyModule,
        ExamModule,
        FiguresModule,
        ControlChartModule,
        FunnelModule,
        ImportModule,
        OrganisationModule,
        TalliesModule,
        TeamModule,
        BoardModule,
        LiveModule,
        ViewModule,
        ReportModule,
        RetentionModule,
        SetUpModule,
      ],
      controllers: [HealthController],
      providers: [KeptConnections],
    };
  }
}
