import { Module } from '@nestjs/common';
import { DutyModule } from '../duties/duty.module.js';
import { FiguresModule } from '../figures/figures.module.js';
import { NotificationModule } from '../notifications/notification.module.js';
import { BookCampaignService } from './booking/book-campaign.service.js';
import { BookingWeekService } from './booking/booking-week.service.js';
import { BookingController } from './booking/booking.controller.js';
import { ExamSlotService } from './booking/exam-slot.service.js';
import { ExamsAheadService } from './booking/exams-ahead.service.js';
import { ExamReminders } from './booking/exam-reminders.js';
import { GoneExams } from './booking/gone-exams.js';
import { TellExams } from './booking/tell-exams.js';
import { CalibrationController } from './calibration/calibration.controller.js';
import { CalibrationService } from './calibration/calibration.service.js';
import { GoldDuties } from './calibration/gold-duties.js';
import { GoldMarkingService } from './calibration/gold-marking.service.js';
import { GoldSessionService } from './calibration/gold-session.service.js';
import { CampaignController } from './campaigns/campaign.controller.js';
import { CampaignService } from './campaigns/campaign.service.js';
import { CandidateService } from './campaigns/candidate.service.js';
import { CoverageService } from './campaigns/coverage.service.js';
import { ExamController } from './marking/exam.controller.js';
import { ExamDuties } from './marking/exam-duties.js';
import { ExamHeadService } from './marking/exam-head.service.js';
import { MarkingService } from './marking/marking.service.js';
import { OwnExamService } from './marking/own-exam.service.js';
import { SettlingService } from './marking/settling.service.js';
import { PaperController } from './papers/paper.controller.js';
import { PaperService } from './papers/paper.service.js';
import { ExamReportController } from './report/exam-report.controller.js';
import { ExamReportService } from './report/exam-report.service.js';

/** Practical exams, until everybody has passed. */
@Module({
  imports: [DutyModule, FiguresModule, NotificationModule],
  controllers: [
    BookingController,
    CalibrationController,
    CampaignController,
    ExamController,
    ExamReportController,
    PaperController,
  ],
  providers: [
    BookCampaignService,
    BookingWeekService,
    ExamSlotService,
    ExamsAheadService,
    ExamReminders,
    GoneExams,
    TellExams,
    CampaignService,
    CandidateService,
    CoverageService,
    PaperService,
    ExamReportService,
    ...[CalibrationService, GoldDuties, GoldMarkingService, GoldSessionService],
    ...[ExamDuties, ExamHeadService, MarkingService, OwnExamService, SettlingService],
  ],
  exports: [CampaignService, ExamsAheadService],
})
export class ExamModule {}
