import { Module } from '@nestjs/common';
import { CampaignController } from './campaigns/campaign.controller.js';
import { CampaignService } from './campaigns/campaign.service.js';
import { CandidateService } from './campaigns/candidate.service.js';
import { CoverageService } from './campaigns/coverage.service.js';
import { PaperController } from './papers/paper.controller.js';
import { PaperService } from './papers/paper.service.js';

/** Practical exams, until everybody has passed. */
@Module({
  controllers: [CampaignController, PaperController],
  providers: [CampaignService, CandidateService, CoverageService, PaperService],
})
export class ExamModule {}
