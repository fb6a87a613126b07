import { Module } from '@nestjs/common';
import { ComplaintModule } from '../complaints/complaint.module.js';
import { ContactController } from './contact.controller.js';
import { ContactService } from './contact.service.js';
import { ContactHistoryService } from './correcting/contact-history.service.js';
import { ContactStore } from './logging/contact-store.js';
import { ContactViewService } from './viewing/contact-view.service.js';
import { CorrectionService } from './correcting/correction.service.js';
import { CustomerHistoryController } from './viewing/customer-history.controller.js';
import { CustomerHistoryService } from './viewing/customer-history.service.js';
import { WrittenComplaintController } from './written-complaint.controller.js';

@Module({
  imports: [ComplaintModule],
  controllers: [ContactController, CustomerHistoryController, WrittenComplaintController],
  providers: [
    ContactService,
    ContactStore,
    ContactViewService,
    ContactHistoryService,
    CorrectionService,
    CustomerHistoryService,
  ],
  exports: [ContactService, CorrectionService],
})
export class ContactModule {}
