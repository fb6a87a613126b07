import type { PlannedDay } from '@forecall/contracts';
import { weekdayOf } from '@forecall/domain';

/** How a day is drawn: an ordinary one, a day off by its weekday, or one with a date of its own. */
export type DayLook = 'work' | 'off' | 'holiday' | 'make-up' | 'closed' | 'open' | 'leave';

export interface MonthOfDays {
  /** 1 to 12. */
  readonly month: number;
  /** Weeks from Monday to Sunday; null outside of the month. */
  readonly weeks: readonly (readonly (PlannedDay | null)[])[];
}

/** The days of a year as twelve tables. */
export function monthsOf(days: readonly PlannedDay[]): MonthOfDays[] {
  return Array.from({ length: 12 }, (_, index) => {
    const own = days.filter(({ day }) => Number(day.slice(5, 7)) === index + 1);
    const before = own[0] ? weekdayOf(own[0].day) : 0;
    const cells = [...Array<null>(before).fill(null), ...own];
    while (cells.length % 7 !== 0) cells.push(null);
    const weeks = Array.from({ length: cells.length / 7 }, (_week, n) => cells.slice(n * 7, n * 7 + 7));
    return { month: index + 1, weeks };
  });
}

export function lookOf({ dated, hours, isLeave }: PlannedDay): DayLook {
  if (isLeave) return 'leave';
  if (dated) return dated.kind;
  return hours.length > 0 ? 'work' : 'off';
}

/** Where an arrow leads from a day, within the year shown. */
export function dayBeside(days: readonly PlannedDay[], day: string, key: string): string | undefined {
  const steps: Record<string, number> = { ArrowLeft: -1, ArrowRight: 1, ArrowUp: -7, ArrowDown: 7 };
  const step = steps[key];
  const place = days.findIndex((one) => one.day === day);
  if (step === undefined || place < 0) return undefined;
  return days[place + step]?.day;
}
