import { addDays } from './day.js';
import { localDay, startOfDay } from './local-day.js';
import type { WorkingCalendar } from './working-calendar.js';
import { idleDaysLimit, workingIntervals } from './working-time.js';

/** Whether any work is done on a day: half a day's leave leaves it a working day, a whole one does not. */
export const isWorkingDay = (calendar: WorkingCalendar, day: string): boolean =>
  workingIntervals(calendar, day).length > 0;

/** The day itself if it is a working day, else the next one; undefined if none comes within `idleDaysLimit` days. */
export function workingDayFrom(calendar: WorkingCalendar, day: string): string | undefined {
  for (let n = 0; n <= idleDaysLimit; n += 1) {
    const tried = addDays(day, n);
    if (isWorkingDay(calendar, tried)) return tried;
  }
  return undefined;
}

export const nextWorkingDay = (calendar: WorkingCalendar, day: string): string | undefined =>
  workingDayFrom(calendar, addDays(day, 1));

/**
 * The end of the n-th working day after the day of the start, at local midnight. The day of the start never counts, as
 * terms in days are counted (such as a "day following receipt"); 0 days end with the day of the start. Undefined if the
 * calendar has not so many working days.
 */
export function addWorkingDays(calendar: WorkingCalendar, start: Date, days: number): Date | undefined {
  let day: string | undefined = localDay(start, calendar.zone);
  for (let n = 0; n < days && day !== undefined; n += 1) day = nextWorkingDay(calendar, day);
  return day === undefined ? undefined : endOfDay(day, calendar.zone);
}

/** The end of the n-th calendar day after the day of the start, at local midnight; the day of the start does not count. */
export const addCalendarDays = (zone: string, start: Date, days: number): Date =>
  endOfDay(addDays(localDay(start, zone), days), zone);

/** The first instant after a day. */
export const endOfDay = (day: string, zone: string): Date => startOfDay(addDays(day, 1), zone);
