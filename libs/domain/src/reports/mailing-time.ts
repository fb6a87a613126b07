import { addDays, weekdayOf } from '../calendar/day.js';
import { localDay } from '../calendar/local-day.js';
import { localInstant } from '../calendar/local-instant.js';

/** When a report is mailed: a weekday (1 Monday to 7 Sunday) or a day of the month, at minutes after local midnight. */
export interface MailingTime {
  readonly weekday: number | null;
  readonly dayOfMonth: number | null;
  readonly minute: number;
}

/**
 * The first time after an instant, in a zone. A day that a month does not have is its last day; a time that daylight
 * saving skips is the moment of the change. Neither weekday nor day of the month: every day.
 */
export function nextMailing({ weekday, dayOfMonth, minute }: MailingTime, after: Date, zone: string): Date {
  for (let day = localDay(after, zone); ; day = addDays(day, 1)) {
    const fits =
      weekday !== null
        ? weekdayOf(day) + 1 === weekday
        : dayOfMonth === null || Number(day.slice(8)) === Math.min(dayOfMonth, lastOfMonth(day));
    const at = fits ? localInstant(day, minute, zone) : 0;
    if (at > after.getTime()) return new Date(at);
  }
}

const lastOfMonth = (day: string): number =>
  new Date(Date.UTC(Number(day.slice(0, 4)), Number(day.slice(5, 7)), 0)).getUTCDate();
