import { addDays } from '../calendar/day.js';
import { localDay, startOfDay } from '../calendar/local-day.js';
import { shiftDays } from '../calendar/local-shift.js';
import type { BoardWindow } from './board-window.js';

/** Half-open: `from` belongs to it, `to` does not. */
export interface Period {
  readonly from: Date;
  readonly to: Date;
}

export interface BoardPeriods {
  readonly current: Period;
  /** The same stretch of the clock a week earlier. */
  readonly weekBefore: Period;
  /** The same weekdays and clock window in the last 8 weeks; holidays are still in them. */
  readonly usual: readonly Period[];
  /** The last 28 complete days, for where the former hold too little. */
  readonly recent: Period;
  /** The eight windows of the same length before the current one, oldest first. */
  readonly earlier: readonly Period[];
  /** The current quarter-hour, the last point of the day's chart. */
  readonly quarter: Period;
}

const minute = 60_000;
const quarterHour = 15 * minute;

/**
 * The periods that a board's tile speaks of at a moment. 15 minutes and 1 hour are whole minutes with the running one
 * last; today, 7 and 28 days are local calendar days including today, up to the running minute.
 */
export function boardPeriods(window: BoardWindow, now: Date, zone: string): BoardPeriods {
  const to = new Date((Math.floor(now.getTime() / minute) + 1) * minute);
  const today = localDay(now, zone);
  const current = { from: startOf(window, to, today, zone), to };
  const shifted = (days: number): Period => ({
    from: shiftDays(current.from, days, zone),
    to: shiftDays(to, days, zone),
  });
  const weeks = window === 'd28' ? [4, 8] : [1, 2, 3, 4, 5, 6, 7, 8];
  const steps = [8, 7, 6, 5, 4, 3, 2, 1];
  const quarter = Math.floor(now.getTime() / quarterHour) * quarterHour;
  return {
    current,
    weekBefore: shifted(-7),
    usual: weeks.map((week) => shifted(-7 * week)),
    recent: { from: startOfDay(addDays(today, -28), zone), to: startOfDay(today, zone) },
    earlier: steps.map((step) => earlier(window, current, step, shifted)),
    quarter: { from: new Date(quarter), to: new Date(quarter + quarterHour) },
  };
}

const days = { today: 1, d7: 7, d28: 28 } as const;
const minutes = { m15: 15, h1: 60 } as const;

function startOf(window: BoardWindow, to: Date, today: string, zone: string): Date {
  return window === 'm15' || window === 'h1'
    ? new Date(to.getTime() - minutes[window] * minute)
    : startOfDay(addDays(today, 1 - days[window]), zone);
}

function earlier(window: BoardWindow, { from, to }: Period, step: number, shifted: (days: number) => Period): Period {
  if (window !== 'm15' && window !== 'h1') return shifted(-step * days[window]);
  const back = step * minutes[window] * minute;
  return { from: new Date(from.getTime() - back), to: new Date(to.getTime() - back) };
}

/** A period cut at the midnights of a zone: the days it touches, each with its part. */
export function partsByDay({ from, to }: Period, zone: string): (Period & { readonly day: string })[] {
  const parts: (Period & { readonly day: string })[] = [];
  for (let start = from; start < to;) {
    const day = localDay(start, zone);
    const end = startOfDay(addDays(day, 1), zone);
    parts.push({ day, from: start, to: end < to ? end : to });
    start = end;
  }
  return parts;
}

/** A count over a count. */
export interface Ratio {
  readonly numerator: number;
  readonly denominator: number;
}

export interface UsualLevel {
  readonly value: number;
  readonly basis: 'same weekdays' | 'last 28 days';
  readonly n: number;
}

/**
 * The usual level: ratio of sums over the same weekdays and clock window without holidays, or over the last 28 complete days where that
 * has under 500 contacts; under 500 there too, there is none.
 */
export function usualLevel(sameWindows: Ratio, recent: Ratio, least = 500): UsualLevel | null {
  if (sameWindows.denominator >= least) {
    return {
      value: sameWindows.numerator / sameWindows.denominator,
      basis: 'same weekdays',
      n: sameWindows.denominator,
    };
  }
  if (recent.denominator >= least) {
    return { value: recent.numerator / recent.denominator, basis: 'last 28 days', n: recent.denominator };
  }
  return null;
}
