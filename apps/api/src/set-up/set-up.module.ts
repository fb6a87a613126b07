import { Module } from '@nestjs/common';
import { AccessModule } from '../access/access.module.js';
import { OrganisationModule } from '../organisation/organisation.module.js';
import { LeaveDemoService } from './leaving/leave-demo.service.js';
import { OpenUnitsService } from './open-units.service.js';
import { SetUpController } from './set-up.controller.js';
import { SetUpService } from './set-up.service.js';
import { StaffTableService } from './staff/staff-table.service.js';
import { TradeReasonsService } from './trades/trade-reasons.service.js';

/** From the demo, or from nothing, to a company that is at work. */
@Module({
  imports: [AccessModule, OrganisationModule],
  controllers: [SetUpController],
  providers: [SetUpService, LeaveDemoService, OpenUnitsService, StaffTableService, TradeReasonsService],
})
export class SetUpModule {}
