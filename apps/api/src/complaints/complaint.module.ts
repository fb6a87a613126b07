import { Module } from '@nestjs/common';
import { ComplaintController } from './complaint.controller.js';
import { ComplaintService } from './complaint.service.js';
import { ComplaintViewService } from './complaint-view.service.js';
import { ComplaintWorkService } from './complaint-work.service.js';
import { ComplaintStepController } from './course/step.controller.js';
import { ComplaintStepService } from './course/step.service.js';

@Module({
  controllers: [ComplaintController, ComplaintStepController],
  providers: [ComplaintService, ComplaintViewService, ComplaintWorkService, ComplaintStepService],
  exports: [ComplaintService],
})
export class ComplaintModule {}
