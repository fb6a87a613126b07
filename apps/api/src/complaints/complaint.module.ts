import { Module } from '@nestjs/common';
import { AttachmentController } from './attachments/attachment.controller.js';
import { AttachmentService } from './attachments/attachment.service.js';
import { ComplaintController } from './complaint.controller.js';
import { ComplaintLockService } from './complaint-lock.service.js';
import { ComplaintService } from './complaint.service.js';
import { ComplaintViewService } from './complaint-view.service.js';
import { ComplaintWorkService } from './complaint-work.service.js';

@Module({
  controllers: [ComplaintController, AttachmentController],
  providers: [ComplaintService, ComplaintViewService, ComplaintWorkService, ComplaintLockService, AttachmentService],
  exports: [ComplaintService, ComplaintLockService, AttachmentService],
})
export class ComplaintModule {}
