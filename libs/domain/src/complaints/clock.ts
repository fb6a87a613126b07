import type { WorkingCalendar } from '../calendar/working-calendar.js';
import { addDays } from '../calendar/day.js';
import { localDay } from '../calendar/local-day.js';
import { addCalendarDays, addWorkingDays, isWorkingDay } from '../calendar/working-days.js';
import { addWorkingSeconds, workingSecondsBetween } from '../calendar/working-time.js';

export const clockKinds = ['acknowledgement', 'answer'] as const;
/** What is promised: that we have the complaint, and what we have to say to it. */
export type ClockKind = (typeof clockKinds)[number];

export const clockUnits = ['elapsed', 'calendar-days', 'working-days', 'business-time'] as const;
export type ClockUnit = (typeof clockUnits)[number];

/** A promise: seconds of elapsed or of business time, or so many days after the day of receipt. */
export interface ClockRule {
  readonly unit: ClockUnit;
  readonly amount: number;
}

export const isCountedInDays = (unit: ClockUnit): boolean => unit === 'calendar-days' || unit === 'working-days';
export const needsWorkingTime = (unit: ClockUnit): boolean => unit === 'working-days' || unit === 'business-time';

/**
 * Published promises. RG 271 (ASIC, 2021): acknowledged within 24 hours, answered no later than 30 calendar days after
 * receipt (271.51, 271.56). DISP 1.6 (FCA): an answer by the end of eight weeks after receipt (1.6.2 R); it asks for a
 * *prompt* acknowledgement (1.6.1 R) and names no term: the working day after receipt is our reading. Neither pauses.
 */
export const clockPresets = {
  'rg-271': {
    acknowledgement: { unit: 'elapsed', amount: 24 * 3600 },
    answer: { unit: 'calendar-days', amount: 30 },
  },
  'disp-1-6': {
    acknowledgement: { unit: 'working-days', amount: 1 },
    answer: { unit: 'calendar-days', amount: 56 },
  },
} as const satisfies Record<string, Readonly<Record<ClockKind, ClockRule>>>;
export type ClockPreset = keyof typeof clockPresets;

/** The published rule that both promises follow, which then allows no pauses; undefined: numbers of one's own. */
export const presetOf = (told: Readonly<Record<ClockKind, ClockRule>>): ClockPreset | undefined =>
  (Object.keys(clockPresets) as ClockPreset[]).find((preset) =>
    clockKinds.every(
      (kind) =>
        clockPresets[preset][kind].unit === told[kind].unit && clockPresets[preset][kind].amount === told[kind].amount,
    ),
  );

/** While it is the customer's turn a clock may stand. Pauses of one clock do not overlap. */
export interface ClockPause {
  readonly from: Date;
  readonly to: Date;
}

/** When a clock that starts at an instant is half used and when it is due. */
export interface ClockTimes {
  readonly dueSoonAt: Date;
  readonly dueAt: Date;
}

/**
 * Days are counted after the day of the start and end with a local day; half of the time is half of the working time
 * where the promise is in working time, else half of the time that passes. In a calendar without any working time days
 * and seconds are counted as they pass, so that no complaint is without a promised time.
 *
 * What passes during pauses is promised besides: the seconds (of work) of each, or the (working) days that began in it.
 */
export function clockTimes(
  { unit, amount: promised }: ClockRule,
  calendar: WorkingCalendar,
  start: Date,
  pauses: readonly ClockPause[] = [],
): ClockTimes {
  const amount = promised + pausedAmount(unit, calendar, pauses);
  if (unit === 'business-time') {
    const dueAt = addWorkingSeconds(calendar, start, amount);
    const dueSoonAt = dueAt && addWorkingSeconds(calendar, start, amount / 2);
    return dueAt && dueSoonAt ? { dueSoonAt, dueAt } : evenly(start, new Date(start.getTime() + amount * 1000));
  }
  if (unit === 'working-days') {
    const dueAt = addWorkingDays(calendar, start, amount);
    if (!dueAt) return evenly(start, addCalendarDays(calendar.zone, start, amount));
    const half = workingSecondsBetween(calendar, start, dueAt) / 2;
    return { dueSoonAt: addWorkingSeconds(calendar, start, half) ?? dueAt, dueAt };
  }
  if (unit === 'calendar-days') return evenly(start, addCalendarDays(calendar.zone, start, amount));
  return evenly(start, new Date(start.getTime() + amount * 1000));
}

/** How much of a unit passed while a clock stood. */
export const pausedAmount = (unit: ClockUnit, calendar: WorkingCalendar, pauses: readonly ClockPause[]): number =>
  pauses.reduce((sum, { from, to }) => {
    if (unit === 'elapsed') return sum + (to.getTime() - from.getTime()) / 1000;
    if (unit === 'business-time') return sum + workingSecondsBetween(calendar, from, to);
    const days = daysBegun(calendar.zone, { from, to });
    return sum + (unit === 'calendar-days' ? days : days.filter((day) => isWorkingDay(calendar, day))).length;
  }, 0);

function daysBegun(zone: string, { from, to }: ClockPause): string[] {
  const days: string[] = [];
  const last = localDay(to, zone);
  for (let day = addDays(localDay(from, zone), 1); day <= last; day = addDays(day, 1)) days.push(day);
  return days;
}

const evenly = (start: Date, dueAt: Date): ClockTimes => ({
  dueSoonAt: new Date((start.getTime() + dueAt.getTime()) / 2),
  dueAt,
});

/** A clock as it is stored; instants in milliseconds since 1970. */
export interface Clock {
  readonly startedAt: number;
  readonly dueSoonAt: number;
  readonly dueAt: number;
  readonly metAt: number | null;
  /** Since when it stands, while it does. */
  readonly pausedAt: number | null;
  /** The complaint was voided or merged away. */
  readonly endedAt: number | null;
}

/** paused while it stands; running below half of the time, watch from half on, over from the due time on; met, in time or late; ended unmet. */
export type ClockState = 'running' | 'watch' | 'over' | 'paused' | 'met' | 'met-late' | 'ended';

export function clockState({ dueSoonAt, dueAt, metAt, pausedAt, endedAt }: Clock, now: number): ClockState {
  if (metAt !== null) return metAt < dueAt ? 'met' : 'met-late';
  if (endedAt !== null) return 'ended';
  if (pausedAt !== null) return 'paused';
  if (now >= dueAt) return 'over';
  return now >= dueSoonAt ? 'watch' : 'running';
}

/** Milliseconds until a clock is due; negative when it is over. Of one that stands: from when it was met, ended or paused. */
export const clockRemainingMs = ({ dueAt, metAt, pausedAt, endedAt }: Clock, now: number): number =>
  dueAt - (metAt ?? endedAt ?? pausedAt ?? now);

/** The share of the time that is used, 0 to 1: half of it at `dueSoonAt`, all of it at `dueAt`. */
export function clockShare({ startedAt, dueSoonAt, dueAt, metAt, pausedAt, endedAt }: Clock, now: number): number {
  const at = metAt ?? endedAt ?? pausedAt ?? now;
  const part = (from: number, to: number) => (to > from ? Math.min(1, Math.max(0, (at - from) / (to - from))) : 1);
  return at < dueSoonAt ? part(startedAt, dueSoonAt) / 2 : 0.5 + part(dueSoonAt, dueAt) / 2;
}
