import { Temporal } from 'temporal-polyfill';
import { addDays } from '../calendar/day.js';
import { type DayPeriod, type PeriodUnit, shiftDay, unitStart, weeksOf, weekStart } from './report-period.js';

/** Breakdowns by the calendar, and what a key of each spans: "2026-11-28", "2026-W48", "2026-11", "2026-Q4", "2026". */
export const calendarUnits = {
  date: 'day',
  week: 'week',
  month: 'month',
  quarter: 'quarter',
  year: 'year',
} as const satisfies Record<string, PeriodUnit>;
export type CalendarDimension = keyof typeof calendarUnits;

export const isCalendar = (dimension: string): dimension is CalendarDimension =>
  Object.hasOwn(calendarUnits, dimension);

/** The key under which a day is counted. */
export function keyOf(dimension: CalendarDimension, day: string): string {
  const date = Temporal.PlainDate.from(day);
  const year = day.slice(0, 4);
  switch (dimension) {
    case 'date':
      return day;
    case 'week':
      return `${date.yearOfWeek ?? year}-W${String(date.weekOfYear ?? 1).padStart(2, '0')}`;
    case 'month':
      return day.slice(0, 7);
    case 'quarter':
      return `${year}-Q${Math.ceil(date.month / 3)}`;
    case 'year':
      return year;
  }
}

/** The first day of what a key spans. */
export function keyStart(dimension: CalendarDimension, key: string): string {
  const year = key.slice(0, 4);
  switch (dimension) {
    case 'date':
      return key;
    case 'week':
      return weekStart(Number(year), Number(key.slice(6)));
    case 'month':
      return `${key}-01`;
    case 'quarter':
      return `${year}-${String(Number(key.slice(6)) * 3 - 2).padStart(2, '0')}-01`;
    case 'year':
      return `${year}-01-01`;
  }
}

/** The key just before. */
export const keyBefore = (dimension: CalendarDimension, key: string): string =>
  keyOf(dimension, shiftDay(keyStart(dimension, key), calendarUnits[dimension], -1));

/** The same key a year before; null where that year has none: 29 February, week 53. */
export function keyYearBefore(dimension: CalendarDimension, key: string): string | null {
  const year = Number(key.slice(0, 4)) - 1;
  const earlier = `${String(year).padStart(4, '0')}${key.slice(4)}`;
  if (dimension === 'week') return Number(key.slice(6)) > weeksOf(year) ? null : earlier;
  return dimension === 'date' && key.endsWith('-02-29') ? null : earlier;
}

/** Every key of a period in order, at most so many. */
export function keysWithin(dimension: CalendarDimension, { from, to }: DayPeriod, most: number): string[] {
  const unit = calendarUnits[dimension];
  const keys: string[] = [];
  for (let day = unitStart(from, unit); day < to && keys.length < most; day = shiftDay(day, unit, 1))
    keys.push(keyOf(dimension, day));
  return keys;
}

/** The last day that a key spans. */
export const keyEnd = (dimension: CalendarDimension, key: string): string =>
  addDays(shiftDay(keyStart(dimension, key), calendarUnits[dimension], 1), -1);
