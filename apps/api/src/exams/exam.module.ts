import { Module } from '@nestjs/common';
import { NotificationModule } from '../notifications/notification.module.js';
import { BookCampaignService } from './booking/book-campaign.service.js';
import { BookingController } from './booking/booking.controller.js';
import { ExamSlotService } from './booking/exam-slot.service.js';
import { ExamsAheadService } from './booking/exams-ahead.service.js';
import { TellExams } from './booking/tell-exams.js';
import { CampaignController } from './campaigns/campaign.controller.js';
import { CampaignService } from './campaigns/campaign.service.js';
import { CandidateService } from './campaigns/candidate.service.js';
import { CoverageService } from './campaigns/coverage.service.js';
import { PaperController } from './papers/paper.controller.js';
import { PaperService } from './papers/paper.service.js';

/** Practical exams, until everybody has passed. */
@Module({
  imports: [NotificationModule],
  controllers: [BookingController, CampaignController, PaperController],
  providers: [
    BookCampaignService,
    ExamSlotService,
    ExamsAheadService,
    TellExams,
    CampaignService,
    CandidateService,
    CoverageService,
    PaperService,
  ],
  exports: [ExamsAheadService],
})
export class ExamModule {}
