import { isHealthUnknown, keepHealth } from '../../key-accounts/health/health.service.js';
import type { Database } from '../../platform/database/database.js';
import { makePlan, type PlanOutcome } from './make-plan.js';
import { lockAsked, notePlanned } from './plan-state.query.js';

/** One plan for all who asked by now; undefined where another process has answered them meanwhile. */
export const planIfAsked = (database: Database, now: Date): Promise<PlanOutcome | undefined> =>
  database.transaction(async (sql) => {
    const asked = await lockAsked(sql);
    if (asked.length === 0) return undefined;
    if (await isHealthUnknown(sql)) await keepHealth(sql, now);
    const outcome = await makePlan(sql, now);
    await notePlanned(sql, asked, now, outcome);
    return outcome;
  });
