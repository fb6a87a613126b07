import type { Sql } from '../../platform/database/database.js';
import { readCompany } from './company.query.js';
import { type CompanyPlan, planCompany } from './plan-company.js';
import { writePlan } from './write-plan.query.js';

/** What came of planning, for the page that shows it. */
export interface PlanOutcome {
  readonly accounts: number;
  readonly calls: number;
  readonly late: number;
  readonly workingDaysLate: number;
  readonly unplaced: number;
  readonly moved: number;
  readonly missed: number;
}

/**
 * Plans every proactive call of the next 90 days and writes what differs from the plan before. In the caller's
 * transaction, which lets one plan be made at a time.
 */
export async function makePlan(sql: Sql, now: Date): Promise<PlanOutcome> {
  const company = await readCompany(sql, now);
  const made = planCompany(company);
  await writePlan(sql, made, now);
  return outcomeOf(made, company.accounts.length);
}

function outcomeOf({ plan: { placements, unplaced, moved }, missed }: CompanyPlan, accounts: number): PlanOutcome {
  const late = placements.filter(({ workingDaysLate }) => workingDaysLate > 0);
  return {
    accounts,
    calls: placements.length + unplaced.length,
    late: late.length,
    workingDaysLate: late.reduce((sum, each) => sum + each.workingDaysLate, 0),
    unplaced: unplaced.length,
    moved: moved.length,
    missed: missed.length,
  };
}
