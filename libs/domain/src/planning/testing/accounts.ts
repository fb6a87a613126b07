import { startOfDay } from '../../calendar/local-day.js';
import { healthBands } from '../../care/account-health.js';
import type { DueCall, PlanInput } from '../plan.js';
import type { Draw } from './draw.js';
import type { Company, Team } from './random-company.js';

/** How many working days before its due date a call may be made. */
export const allowanceDays = 3;

export type Account = Pick<DueCall, 'accountId' | 'callers' | 'hours'>;

/** An account with one to three callers of a team, in an order of its own. */
export const calledBy = (draw: Draw, { callers, hours }: Team, accountId: string): Account => ({
  accountId,
  callers: draw
    .shuffled(callers)
    .slice(0, draw.from(1, 3))
    .map(({ id }) => id),
  hours: draw.one(hours).id,
});

export const stateOf = (draw: Draw): Pick<DueCall, 'band' | 'health'> => ({
  band: draw.one(healthBands),
  health: draw.from(0, 100),
});

export const inputOf = ({ horizon, teams, workingDays }: Company, calls: readonly DueCall[]): PlanInput => ({
  notBeforeMs: startOfDay(horizon.from, 'Asia/Shanghai').getTime(),
  workingDays,
  callers: teams.flatMap(({ callers }) => callers),
  hours: teams.flatMap(({ hours }) => hours),
  calls,
});
