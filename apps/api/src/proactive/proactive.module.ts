import { Module } from '@nestjs/common';
import { KeyAccountModule } from '../key-accounts/key-account.module.js';
import { PlanThread } from './planning/plan-thread.js';
import { PlannerService } from './planning/planner.service.js';

/** Calls to key accounts that come before the complaint. */
@Module({
  imports: [KeyAccountModule],
  providers: [PlannerService, PlanThread],
  exports: [PlannerService],
})
export class ProactiveModule {}
