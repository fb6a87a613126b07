import { addDays } from './day.js';
import { localDay } from './local-day.js';
import { localInstant } from './local-instant.js';
import { dayPlan, type WorkingCalendar } from './working-calendar.js';

/** A stretch of time in milliseconds since 1970; `to` is no longer part of it. */
export interface WorkingInterval {
  readonly from: number;
  readonly to: number;
}

/** A search ends after so many days in a row without working time: such a calendar has none. */
export const idleDaysLimit = 800;

const known = new WeakMap<WorkingCalendar, Map<string, readonly WorkingInterval[]>>();

/**
 * The working time of one local day as instants, in order. Over a change of the clocks a local time is the first moment
 * at which the clock shows it or more (`localInstant`): hours that are skipped are not there, repeated ones count twice.
 */
export function workingIntervals(calendar: WorkingCalendar, day: string): readonly WorkingInterval[] {
  let days = known.get(calendar);
  if (!days) known.set(calendar, (days = new Map<string, readonly WorkingInterval[]>()));
  let intervals = days.get(day);
  if (!intervals) {
    intervals = dayPlan(calendar, day)
      .intervals.map(({ fromMinute, toMinute }) => ({
        from: localInstant(day, fromMinute, calendar.zone),
        to: localInstant(day, toMinute, calendar.zone),
      }))
      .filter(({ from, to }) => from < to);
    days.set(day, intervals);
  }
  return intervals;
}

/** Working intervals from an instant on, the first one cut to begin there; ends where the calendar has none any more. */
function* intervalsFrom(calendar: WorkingCalendar, from: number): Generator<WorkingInterval> {
  let day = localDay(new Date(from), calendar.zone);
  for (let idleDays = 0; idleDays <= idleDaysLimit; day = addDays(day, 1)) {
    idleDays += 1;
    for (const interval of workingIntervals(calendar, day)) {
      if (interval.to <= from) continue;
      idleDays = 0;
      yield { from: Math.max(interval.from, from), to: interval.to };
    }
  }
}

export const isWorkingAt = (calendar: WorkingCalendar, at: Date): boolean =>
  workingIntervals(calendar, localDay(at, calendar.zone)).some(
    ({ from, to }) => from <= at.getTime() && at.getTime() < to,
  );

/** The moment itself where it is working time, else when work begins next; undefined if it never does. */
export function nextWorkingMoment(calendar: WorkingCalendar, at: Date): Date | undefined {
  for (const { from } of intervalsFrom(calendar, at.getTime())) return new Date(from);
  return undefined;
}

/**
 * Business time: the first instant by which so many seconds of working time have passed since the start. It may be the
 * end of a day's work, and the start itself for 0 s. Undefined if the calendar runs out of working time before.
 */
export function addWorkingSeconds(calendar: WorkingCalendar, start: Date, seconds: number): Date | undefined {
  let leftMs = seconds * 1000;
  if (leftMs <= 0) return start;
  for (const { from, to } of intervalsFrom(calendar, start.getTime())) {
    if (to - from >= leftMs) return new Date(from + leftMs);
    leftMs -= to - from;
  }
  return undefined;
}

/** Seconds of working time from one instant to another; 0 if the second is not later. */
export function workingSecondsBetween(calendar: WorkingCalendar, from: Date, to: Date): number {
  let sumMs = 0;
  for (const interval of intervalsFrom(calendar, from.getTime())) {
    if (interval.from >= to.getTime()) break;
    sumMs += Math.min(interval.to, to.getTime()) - interval.from;
  }
  return sumMs / 1000;
}
