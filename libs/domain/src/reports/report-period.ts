import { Temporal } from 'temporal-polyfill';
import { addDays, daysBetween } from '../calendar/day.js';

export const periodUnits = ['day', 'week', 'month', 'quarter', 'year'] as const;
export type PeriodUnit = (typeof periodUnits)[number];

/** Half-open: `from` belongs to it, `to` does not. Local days. */
export interface DayPeriod {
  readonly from: string;
  readonly to: string;
}

/** `unit`: what it is made of. `isRunning`: it is the present one, up to and with today. */
export interface ReportPeriod extends DayPeriod {
  readonly unit: PeriodUnit;
  readonly isRunning: boolean;
}

/** "this-month", "last-week", "last-12-months", or both days of it: "2026-01-01..2026-03-31". */
export const periodForm =
  /^(?:this-(day|week|month|quarter|year)|last-(?:([1-9]\d{0,2})-)?(day|week|month|quarter|year)s?|(\d{4}-\d\d-\d\d)\.\.(\d{4}-\d\d-\d\d))$/;

const months = { month: 1, quarter: 3, year: 12 } as const;
const dateOf = (day: string) => Temporal.PlainDate.from(day);

/** The day so many units later (or earlier). A day that its month does not have becomes the last one of it. */
export function shiftDay(day: string, unit: PeriodUnit, by: number): string {
  if (unit === 'day' || unit === 'week') return addDays(day, by * (unit === 'week' ? 7 : 1));
  return dateOf(day)
    .add({ months: by * months[unit] })
    .toString();
}

/** The first day of the week (ISO: Monday), month, quarter or year that a day lies in. */
export function unitStart(day: string, unit: PeriodUnit): string {
  const date = dateOf(day);
  if (unit === 'day') return day;
  if (unit === 'week') return addDays(day, 1 - date.dayOfWeek);
  const month = unit === 'month' ? date.month : unit === 'quarter' ? date.month - ((date.month - 1) % 3) : 1;
  return date.with({ month, day: 1 }).toString();
}

/**
 * The days that a text means, as seen on a day; undefined where it is no such text, or ends before it begins. "Last three
 * months" are whole ones and leave out the running one; "this month" ends with today.
 */
export function periodOf(text: string, today: string): ReportPeriod | undefined {
  const [, running, count, past, first, last] = periodForm.exec(text) ?? [];
  if (running) {
    const unit = running as PeriodUnit;
    return { from: unitStart(today, unit), to: addDays(today, 1), unit, isRunning: true };
  }
  if (past) {
    const unit = past as PeriodUnit;
    const to = unitStart(today, unit);
    return { from: shiftDay(to, unit, -Number(count ?? 1)), to, unit, isRunning: false };
  }
  if (first === undefined || last === undefined || !isDay(first) || !isDay(last) || last < first) return undefined;
  const to = addDays(last, 1);
  return { from: first, to, unit: isFirst(first) && isFirst(to) ? 'month' : 'day', isRunning: false };
}

const isDay = (text: string): boolean =>
  text >= '1900-01-01' && text <= '2200-12-31' && !Number.isNaN(Date.parse(`${text}T00:00:00Z`)) && exists(text);
const exists = (day: string): boolean => new Date(`${day}T00:00:00Z`).toISOString().startsWith(day);
const isFirst = (day: string): boolean => day.endsWith('-01');

/**
 * The period of the same length just before: of whole months as many months, of days as many days. A running period is
 * compared with the same number of days of the one before, so that 28 days are not held against 31.
 */
export function periodBefore({ from, to, unit, isRunning }: ReportPeriod): DayPeriod {
  const days = daysBetween(from, to);
  if (isRunning) {
    const before = shiftDay(from, unit, -1);
    const end = addDays(before, days);
    return { from: before, to: end < from ? end : from };
  }
  if (unit === 'day' || unit === 'week') return { from: addDays(from, -days), to: from };
  const inMonths = dateOf(from).until(to, { largestUnit: 'month' }).months;
  return { from: shiftDay(from, 'month', -inMonths), to: from };
}

/** The same days a year before; of weeks those with the same ISO number, so that weekdays stand against weekdays. */
export function yearBefore({ from, to, unit }: ReportPeriod): DayPeriod {
  return yearEarlier({ from, to }, unit === 'week');
}

export function yearEarlier({ from, to }: DayPeriod, byWeeks: boolean): DayPeriod {
  if (!byWeeks) return shiftPeriod({ from, to }, 'year', -1);
  const last = addDays(to, -1);
  return { from: sameWeekday(from), to: addDays(sameWeekday(last), 1) };
}

/** Both ends moved by units; an end with the last day of a month stays at an end of a month. */
export function shiftPeriod({ from, to }: DayPeriod, unit: PeriodUnit, by: number): DayPeriod {
  const end = isFirst(to) ? shiftDay(to, unit, by) : addDays(shiftDay(addDays(to, -1), unit, by), 1);
  return { from: shiftDay(from, unit, by), to: end };
}

/** The same weekday of the ISO week with the same number a year before; of week 53, where that year has 52, of the last. */
function sameWeekday(day: string): string {
  const { yearOfWeek = 0, weekOfYear = 1, dayOfWeek } = dateOf(day);
  return addDays(weekStart(yearOfWeek - 1, Math.min(weekOfYear, weeksOf(yearOfWeek - 1))), dayOfWeek - 1);
}

/** The Monday of an ISO week; 4 January lies in week 1. */
export const weekStart = (year: number, week: number): string =>
  addDays(unitStart(`${String(year).padStart(4, '0')}-01-04`, 'week'), 7 * (week - 1));

/** How many ISO weeks a year has: 28 December lies in the last. */
export const weeksOf = (year: number): number => dateOf(`${String(year).padStart(4, '0')}-12-28`).weekOfYear ?? 52;
