import { Module } from '@nestjs/common';
import { DutyModule } from '../duties/duty.module.js';
import { FiguresModule } from '../figures/figures.module.js';
import { NotificationModule } from '../notifications/notification.module.js';
import { ScorecardModule } from '../scorecards/scorecard.module.js';
import { AnsweringService } from './appraising/answering.service.js';
import { AppraisalController } from './appraising/appraisal.controller.js';
import { AppraisalDuties } from './appraising/appraisal-duties.js';
import { AppraisalTelling } from './appraising/appraisal-telling.js';
import { AppraisalViewService } from './appraising/appraisal-view.service.js';
import { GoalService } from './appraising/goal.service.js';
import { JudgingService } from './appraising/judging.service.js';
import { Unanswered } from './appraising/unanswered.js';
import { WritingService } from './appraising/writing.service.js';
import { ChainController } from './chain/chain.controller.js';
import { ChainService } from './chain/chain.service.js';
import { CycleController } from './cycles/cycle.controller.js';
import { CycleService } from './cycles/cycle.service.js';
import { DiscardService } from './cycles/discard.service.js';
import { PreviewService } from './cycles/preview.service.js';
import { FreezeMissing } from './figures/freeze-missing.js';
import { FreezingService } from './figures/freezing.service.js';
import { OwnCardService } from './figures/own-card.service.js';
import { UpwardController } from './upward/upward.controller.js';
import { UpwardService } from './upward/upward.service.js';

/** Each supervisor appraises every member, the company every supervisor; teams say what they think of theirs. */
@Module({
  imports: [DutyModule, FiguresModule, NotificationModule, ScorecardModule],
  controllers: [CycleController, AppraisalController, ChainController, UpwardController],
  providers: [
    ...[CycleService, AppraisalDuties, AppraisalViewService, WritingService, AnsweringService, JudgingService],
    ...[
      PreviewService,
      DiscardService,
      AppraisalTelling,
      GoalService,
      OwnCardService,
      FreezingService,
      FreezeMissing,
      ChainService,
      Unanswered,
      UpwardService,
    ],
  ],
})
export class AppraisalModule {}
