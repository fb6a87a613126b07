import { Module } from '@nestjs/common';
import { ComplaintModule } from '../complaints/complaint.module.js';
import { CustomerModule } from '../customers/customer.module.js';
import { CallController } from './calls/call.controller.js';
import { CallEventService } from './calls/call-event.service.js';
import { DeskCallsService } from './calls/desk-calls.service.js';
import { ExportModule } from '../exports/export.module.js';
import { ProactiveModule } from '../proactive/proactive.module.js';
import { PromiseModule } from '../promises/promise.module.js';
import { SatisfactionModule } from '../satisfaction/satisfaction.module.js';
import { DutyModule } from '../duties/duty.module.js';
import { HandOverService } from './handing-over/hand-over.service.js';
import { ContactController } from './contact.controller.js';
import { ContactService } from './contact.service.js';
import { ContactHistoryService } from './correcting/contact-history.service.js';
import { ContactStore } from './logging/contact-store.js';
import { ContactViewService } from './viewing/contact-view.service.js';
import { UndoService } from './correcting/undo.service.js';
import { CorrectionService } from './correcting/correction.service.js';
import { CustomerHistoryController } from './viewing/customer-history.controller.js';
import { CustomerHistoryService } from './viewing/customer-history.service.js';
import { PhoneLineController } from './phone-lines/phone-line.controller.js';
import { PhoneLineService } from './phone-lines/phone-line.service.js';
import { WrittenComplaintController } from './written-complaint.controller.js';

@Module({
  imports: [
    ComplaintModule,
    CustomerModule,
    DutyModule,
    ExportModule,
    ProactiveModule,
    PromiseModule,
    SatisfactionModule,
  ],
  controllers: [
    CallController,
    ContactController,
    CustomerHistoryController,
    PhoneLineController,
    WrittenComplaintController,
  ],
  providers: [
    CallEventService,
    ContactService,
    ContactStore,
    ContactViewService,
    ContactHistoryService,
    CorrectionService,
    CustomerHistoryService,
    DeskCallsService,
    HandOverService,
    PhoneLineService,
    UndoService,
  ],
  exports: [ContactService, CorrectionService, DeskCallsService],
})
export class ContactModule {}
