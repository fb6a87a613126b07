import { Module } from '@nestjs/common';
import { OrganisationModule } from '../organisation/organisation.module.js';
import { ClockRuleController } from './clocks/clock-rule.controller.js';
import { ClockRulesService } from './clocks/clock-rules.service.js';
import { ComplaintController } from './complaint.controller.js';
import { ComplaintService } from './complaint.service.js';
import { ComplaintViewService } from './complaint-view.service.js';
import { ComplaintWorkService } from './complaint-work.service.js';
import { ExportModule } from '../exports/export.module.js';
import { AssignService } from './listing/assign.service.js';
import { ComplaintListController } from './listing/complaint-list.controller.js';
import { ComplaintListService } from './listing/complaint-list.service.js';

@Module({
  imports: [ExportModule, OrganisationModule],
  controllers: [ComplaintListController, ComplaintController, ClockRuleController],
  providers: [
    ClockRulesService,
    ComplaintService,
    ComplaintViewService,
    ComplaintWorkService,
    ComplaintListService,
    AssignService,
  ],
  exports: [ComplaintService],
})
export class ComplaintModule {}
