import { addDays, daysBetween } from '../../calendar/day.js';
import { earliestFor } from '../due-dates.js';
import type { Caller, DueCall, PlanInput } from '../plan.js';
import { allowanceDays, calledBy, inputOf, stateOf, type Account } from './accounts.js';
import { Draw } from './draw.js';
import { Facts } from './facts.js';
import { randomCompany, type Team } from './random-company.js';

const shortestCadence = 14;

/**
 * A company in which every call can be made on time: a plan is drawn first, with nearly every caller's day full. Then each
 * place becomes a call due on that day or up to the allowance later, and the plan is forgotten.
 */
export function feasibleCompany(seed: number): PlanInput {
  const draw = new Draw(seed);
  const company = randomCompany(draw, 'narrow');
  const input = inputOf(company, []);
  return { ...input, calls: draw.shuffled(company.teams.flatMap((team) => hiddenCalls(draw, new Facts(input), team))) };
}

function hiddenCalls(draw: Draw, facts: Facts, team: Team): DueCall[] {
  const places = team.callers.flatMap((caller) => drawnPlaces(draw, facts, caller));
  const lastDue = new Map<Account, string>();
  const calls: DueCall[] = [];
  for (const { callerId, on, startMs } of places.sort((a, b) => daysBetween(b.on, a.on))) {
    const isFit = (account: Account) =>
      account.callers.includes(callerId) && facts.accountAnswers(account.hours, startMs);
    const rested = [...lastDue].find(([account, due]) => isFit(account) && addDays(due, shortestCadence) <= on)?.[0];
    const account = rested ?? fresh(() => calledBy(draw, team, `account ${callerId} ${calls.length}`), isFit);
    if (!account) continue;
    const dueOn = workingDayAfter(facts, on, draw.from(0, allowanceDays));
    lastDue.set(account, dueOn);
    calls.push({
      ...account,
      ...stateOf(draw),
      id: `${account.accountId} ${dueOn}`,
      dueOn,
      earliestOn: earliestFor(dueOn, allowanceDays, (day) => facts.isWorkingDay(day)),
    });
  }
  return calls;
}

/** Some are outside of every account's hours. */
const fresh = (make: () => Account, isFit: (account: Account) => boolean): Account | undefined =>
  Array.from({ length: 30 }, make).find(isFit);

function drawnPlaces(draw: Draw, facts: Facts, { id, callsPerDay, days }: Caller) {
  return days.flatMap(({ on }) =>
    draw
      .shuffled(facts.starts(id, on))
      .slice(0, callsPerDay)
      .filter(() => draw.share() < 0.97)
      .map((startMs) => ({ callerId: id, on, startMs })),
  );
}

/** The n-th working day after a day, as far as the horizon goes; the day itself for 0. */
function workingDayAfter(facts: Facts, day: string, n: number): string {
  const later = facts.input.workingDays.filter((each) => each > day);
  return n === 0 ? day : (later[n - 1] ?? later.at(-1) ?? day);
}
