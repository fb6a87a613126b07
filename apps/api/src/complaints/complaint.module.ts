import { Module } from '@nestjs/common';
import { ComplaintController } from './complaint.controller.js';
import { ComplaintService } from './complaint.service.js';
import { ComplaintViewService } from './complaint-view.service.js';
import { ComplaintWorkService } from './complaint-work.service.js';
import { ComplaintListController } from './listing/complaint-list.controller.js';
import { ComplaintListService } from './listing/complaint-list.service.js';

@Module({
  controllers: [ComplaintListController, ComplaintController],
  providers: [ComplaintService, ComplaintViewService, ComplaintWorkService, ComplaintListService],
  exports: [ComplaintService],
})
export class ComplaintModule {}
