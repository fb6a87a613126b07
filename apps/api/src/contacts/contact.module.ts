import { Module } from '@nestjs/common';
import { ComplaintModule } from '../complaints/complaint.module.js';
import { ContactController } from './contact.controller.js';
import { ContactService } from './contact.service.js';
import { ContactStore } from './contact-store.js';

@Module({
  imports: [ComplaintModule],
  controllers: [ContactController],
  providers: [ContactService, ContactStore],
  exports: [ContactService],
})
export class ContactModule {}
