import { addDays } from '../../calendar/day.js';
import { dueDates, earliestFor } from '../due-dates.js';
import type { DueCall, PlanInput } from '../plan.js';
import { allowanceDays, calledBy, inputOf, stateOf } from './accounts.js';
import { Draw } from './draw.js';
import { Facts } from './facts.js';
import { randomCompany, type Company, type Team } from './random-company.js';

/**
 * A company with wide calling windows and about `load` x as many calls due as its callers can make. As some are overdue
 * from the start and leave makes gaps, not all can be on time from about 0.85 on.
 */
export function overfullCompany(seed: number, load: number): PlanInput {
  const draw = new Draw(seed);
  const company = randomCompany(draw, 'wide');
  const facts = new Facts(inputOf(company, []));
  return inputOf(company, draw.shuffled(company.teams.flatMap((team) => calledFor(draw, facts, company, team, load))));
}

function calledFor(draw: Draw, facts: Facts, { horizon }: Company, team: Team, load: number): DueCall[] {
  const capacity = team.callers.reduce((sum, { callsPerDay, days }) => sum + callsPerDay * days.length, 0);
  const isWorked = (day: string) => facts.isWorkingDay(day);
  const calls: DueCall[] = [];
  for (let n = 0; calls.length < capacity * load; n += 1) {
    const account = calledBy(draw, team, `account ${team.hours[0]?.id} ${n}`);
    const days = draw.from(14, 60);
    // Some were due before and have not been called.
    const anchor = addDays(horizon.from, -draw.from(0, days + 5));
    for (const dueOn of dueDates({ anchor, days }, horizon, isWorked)) {
      const earliestOn = earliestFor(dueOn, allowanceDays, isWorked);
      calls.push({ ...account, ...stateOf(draw), id: `${account.accountId} ${dueOn}`, dueOn, earliestOn });
    }
  }
  return calls;
}
