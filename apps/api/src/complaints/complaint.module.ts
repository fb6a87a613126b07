import { Module } from '@nestjs/common';
import { OrganisationModule } from '../organisation/organisation.module.js';
import { ClockRuleController } from './clocks/clock-rule.controller.js';
import { DutyModule } from '../duties/duty.module.js';
import { ClockDutiesService } from './clocks/clock-duties.service.js';
import { ClockRulesService } from './clocks/clock-rules.service.js';
import { PauseController } from './clocks/pause.controller.js';
import { PauseService } from './clocks/pause.service.js';
import { AttachmentController } from './attachments/attachment.controller.js';
import { AttachmentService } from './attachments/attachment.service.js';
import { ComplaintController } from './complaint.controller.js';
import { ComplaintLockService } from './complaint-lock.service.js';
import { ComplaintService } from './complaint.service.js';
import { ComplaintViewService } from './complaint-view.service.js';
import { ComplaintWorkService } from './complaint-work.service.js';
import { ExportModule } from '../exports/export.module.js';
import { AssignService } from './listing/assign.service.js';
import { ComplaintListController } from './listing/complaint-list.controller.js';
import { ComplaintListService } from './listing/complaint-list.service.js';
import { ComplaintStepController } from './course/step.controller.js';
import { ComplaintStepService } from './course/step.service.js';
import { HandoverController } from './handing-over/handover.controller.js';
import { HandoverService } from './handing-over/handover.service.js';
import { NoteController } from './notes/note.controller.js';
import { NoteService } from './notes/note.service.js';
import { EarlierComplaintsService } from './repeats/earlier-complaints.service.js';
import { MergeService } from './repeats/merge.service.js';
import { RepeatController } from './repeats/repeat.controller.js';
import { TimeLineService } from './time-line/time-line.service.js';

@Module({
  imports: [DutyModule, ExportModule, OrganisationModule],
  controllers: [
    ComplaintListController,
    ComplaintController,
    ComplaintStepController,
    HandoverController,
    NoteController,
    RepeatController,
    ClockRuleController,
    PauseController,
    AttachmentController,
  ],
  providers: [
    ClockDutiesService,
    ClockRulesService,
    PauseService,
    ComplaintService,
    ComplaintViewService,
    ComplaintWorkService,
    ComplaintStepService,
    ComplaintListService,
    AssignService,
    HandoverService,
    NoteService,
    EarlierComplaintsService,
    MergeService,
    TimeLineService,
    ComplaintLockService,
    AttachmentService,
  ],
  exports: [ComplaintService, ComplaintViewService, ComplaintLockService, AttachmentService],
})
export class ComplaintModule {}
