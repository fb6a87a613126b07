import { Module } from '@nestjs/common';
import { OrganisationModule } from '../organisation/organisation.module.js';
import { ClockRuleController } from './clocks/clock-rule.controller.js';
import { ClockRulesService } from './clocks/clock-rules.service.js';
import { ComplaintController } from './complaint.controller.js';
import { ComplaintService } from './complaint.service.js';
import { ComplaintViewService } from './complaint-view.service.js';
import { ComplaintWorkService } from './complaint-work.service.js';

@Module({
  imports: [OrganisationModule],
  controllers: [ComplaintController, ClockRuleController],
  providers: [ClockRulesService, ComplaintService, ComplaintViewService, ComplaintWorkService],
  exports: [ComplaintService],
})
export class ComplaintModule {}
