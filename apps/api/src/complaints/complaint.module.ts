import { Module } from '@nestjs/common';
import { ComplaintController } from './complaint.controller.js';
import { ComplaintService } from './complaint.service.js';
import { ComplaintViewService } from './complaint-view.service.js';
import { ComplaintWorkService } from './complaint-work.service.js';

@Module({
  controllers: [ComplaintController],
  providers: [ComplaintService, ComplaintViewService, ComplaintWorkService],
  exports: [ComplaintService],
})
export class ComplaintModule {}
