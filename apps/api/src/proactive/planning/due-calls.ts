import { addDays, daysBetween, dueDates, earliestFor } from '@forecall/domain';
import type { AccountToCall, OpenCall } from './plan-input.query.js';

export interface DueDate {
  readonly dueOn: string;
  readonly earliestOn: string;
  /** The open call that stands for it already. */
  readonly open?: OpenCall;
}

export interface CallsOfAccount {
  readonly due: readonly DueDate[];
  /** Due long ago: the next one is due by now, so that this one was not made. */
  readonly missed: readonly OpenCall[];
  /** Planned for a day on which nothing is due any more. */
  readonly dropped: readonly OpenCall[];
}

interface Horizon {
  readonly today: string;
  readonly end: string;
  readonly earlyDays: number;
}

/**
 * The due dates of an account, beside the calls that are open. A call that somebody touched keeps its day, and the ones
 * after it count from there; all others follow the cadence.
 */
export function callsOf(
  account: Pick<AccountToCall, 'anchor' | 'days'>,
  open: readonly OpenCall[],
  isWorked: (day: string) => boolean,
  { today, end, earlyDays }: Horizon,
): CallsOfAccount {
  const { days } = account;
  const isOver = ({ dueOn }: OpenCall) => addDays(dueOn, days) <= today;
  const missed = open.filter(isOver);
  const standing = open.filter((call) => !isOver(call));
  // The first call that is overdue, or that somebody touched, stays as it is.
  const kept = standing.filter(({ isTouched, dueOn }) => isTouched || dueOn < today);
  const lastMissed = missed.at(-1)?.dueOn ?? '';
  const anchor = [account.anchor, lastMissed].toSorted().at(-1) ?? account.anchor;
  const dates = new Set(kept.map(({ dueOn }) => dueOn));
  const last = kept.at(-1)?.dueOn;
  const begin = last === undefined ? lastBefore(anchor, days, today) : last < today ? today : last;
  for (const day of dueDates({ anchor: begin, days }, { from: today, to: end }, isWorked)) dates.add(day);
  const opened = new Map(standing.map((call) => [call.dueOn, call]));
  return {
    missed,
    dropped: standing.filter(({ dueOn }) => !dates.has(dueOn)),
    due: [...dates].toSorted().map((dueOn) => {
      const call = opened.get(dueOn);
      return { dueOn, earliestOn: earliestFor(dueOn, earlyDays, isWorked), ...(call && { open: call }) };
    }),
  };
}

/**
 * As many cadences after the anchor as let the first call be due by now: of those that nobody made only the last one is
 * overdue, as an older one would be given up for it.
 */
function lastBefore(anchor: string, days: number, today: string): string {
  const passed = Math.floor(daysBetween(anchor, today) / days);
  return passed > 1 ? addDays(anchor, (passed - 1) * days) : anchor;
}
