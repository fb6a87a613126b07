import { Module } from '@nestjs/common';
import { ComplaintModule } from '../complaints/complaint.module.js';
import { ContactModule } from '../contacts/contact.module.js';
import { CustomerModule } from '../customers/customer.module.js';
import { ComplainantController } from './complainant/complainant.controller.js';
import { ComplainantService } from './complainant/complainant.service.js';
import { FormLimits } from './form-limits.js';
import { FormPageController } from './form-page.controller.js';
import { FormService } from './form.service.js';
import { FormSettingsController } from './form-settings.controller.js';

@Module({
  imports: [ComplaintModule, ContactModule, CustomerModule],
  controllers: [FormPageController, FormSettingsController, ComplainantController],
  providers: [FormService, FormLimits, ComplainantService],
})
export class ComplaintFormModule {}
