import { addDays } from '../../calendar/day.js';
import { dueDates, earliestFor } from '../due-dates.js';
import type { DueCall, PlanInput } from '../plan.js';
import { allowanceDays, calledBy, inputOf, stateOf } from './accounts.js';
import { Draw } from './draw.js';
import { Facts } from './facts.js';
import { randomCompany, type Company, type Team } from './random-company.js';

/** A company with wide calling windows and 5 to 25 % more calls due than its callers can make. */
export function overfullCompany(seed: number): PlanInput {
  const draw = new Draw(seed);
  const company = randomCompany(draw, 'wide');
  const facts = new Facts(inputOf(company, []));
  return inputOf(company, draw.shuffled(company.teams.flatMap((team) => tooManyCalls(draw, facts, company, team))));
}

function tooManyCalls(draw: Draw, facts: Facts, { horizon }: Company, team: Team): DueCall[] {
  const capacity = team.callers.reduce((sum, { callsPerDay, days }) => sum + callsPerDay * days.length, 0);
  const wanted = capacity * (1.05 + 0.2 * draw.share());
  const isWorked = (day: string) => facts.isWorkingDay(day);
  const calls: DueCall[] = [];
  for (let n = 0; calls.length < wanted; n += 1) {
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
