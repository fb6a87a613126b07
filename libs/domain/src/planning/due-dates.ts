import { addDays } from '../calendar/day.js';
import { idleDaysLimit } from '../calendar/working-time.js';

export interface Cadence {
  /** The day the account was last reached, or the day from which it is to be called. */
  readonly anchor: string;
  /** Calendar days from one call to the next, 1 or more. */
  readonly days: number;
}

/**
 * The dates on which calls of an account are due, up to `to` (included), in order. Each is `cadence.days` after the one
 * before it, the first after the anchor, and rolls forward to a day on which both sides work; the next is counted from
 * where it came to lie. A date before `from` is one overdue call and not several: the next is counted from `from`.
 */
export function dueDates(
  { anchor, days }: Cadence,
  { from, to }: { readonly from: string; readonly to: string },
  isWorked: (day: string) => boolean,
): string[] {
  const dates: string[] = [];
  let due = rollForward(addDays(anchor, days), to, isWorked);
  while (due <= to) {
    dates.push(due);
    due = rollForward(addDays(due < from ? from : due, days), to, isWorked);
  }
  return dates;
}

/**
 * The first day on which a call may be made that is due on a day: so many working days before it, 0 or more. Where there
 * are not so many within `idleDaysLimit` days, the first there is.
 */
export function earliestFor(dueOn: string, workingDays: number, isWorked: (day: string) => boolean): string {
  let earliest = dueOn;
  for (let back = 1, left = workingDays; left > 0 && back <= idleDaysLimit; back += 1) {
    const day = addDays(dueOn, -back);
    if (!isWorked(day)) continue;
    earliest = day;
    left -= 1;
  }
  return earliest;
}

/** The first day worked from one on; a day after `to` if there is none up to it. */
function rollForward(day: string, to: string, isWorked: (day: string) => boolean): string {
  let rolled = day;
  while (rolled <= to && !isWorked(rolled)) rolled = addDays(rolled, 1);
  return rolled;
}
