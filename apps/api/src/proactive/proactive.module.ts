import { Module } from '@nestjs/common';
import { KeyAccountModule } from '../key-accounts/key-account.module.js';
import { CallDayService } from './calls/call-day.service.js';
import { PlannedCallService } from './calls/planned-call.service.js';
import { PlanThread } from './planning/plan-thread.js';
import { PlannerService } from './planning/planner.service.js';
import { ProactiveController } from './proactive.controller.js';
import { CallRulesService } from './rules/call-rules.service.js';

/** Calls to key accounts that come before the complaint. */
@Module({
  imports: [KeyAccountModule],
  controllers: [ProactiveController],
  providers: [CallDayService, CallRulesService, PlannedCallService, PlannerService, PlanThread],
  exports: [PlannedCallService, PlannerService],
})
export class ProactiveModule {}
