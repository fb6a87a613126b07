import { Module } from '@nestjs/common';
import { DutyModule } from '../duties/duty.module.js';
import { KeyAccountModule } from '../key-accounts/key-account.module.js';
import { CallDayService } from './calls/call-day.service.js';
import { CallsAheadService } from './calls/calls-ahead.service.js';
import { LateCallsService } from './calls/late-calls.service.js';
import { PlannedCallService } from './calls/planned-call.service.js';
import { WrapUpService } from './calls/wrap-up.service.js';
import { CallPlanController } from './plan/call-plan.controller.js';
import { CallPlanService } from './plan/call-plan.service.js';
import { PlaceService } from './plan/place.service.js';
import { PlanThread } from './planning/plan-thread.js';
import { PlannerService } from './planning/planner.service.js';
import { ProactiveController } from './proactive.controller.js';
import { CallRulesService } from './rules/call-rules.service.js';

/** Calls to key accounts that come before the complaint. */
@Module({
  imports: [DutyModule, KeyAccountModule],
  controllers: [CallPlanController, ProactiveController],
  providers: [
    CallDayService,
    CallPlanService,
    CallRulesService,
    CallsAheadService,
    LateCallsService,
    PlaceService,
    PlannedCallService,
    PlannerService,
    PlanThread,
    WrapUpService,
  ],
  exports: [CallsAheadService, PlannerService, WrapUpService],
})
export class ProactiveModule {}
