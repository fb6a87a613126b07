import { dayIn, wallTime } from '../../platform/format/moment.js';

/** Minutes of a day, from one to another. */
export interface Stretch {
  readonly from: number;
  readonly to: number;
}

export const dayMinutes = 24 * 60;

/** The minute of a day that an instant is, as the clock of a zone shows it: before 0 and after 1440 on other days. */
export function minuteIn(day: string, at: string, zone: string): number {
  const [hours = 0, minutes = 0] = wallTime(at, zone).time.split(':').map(Number);
  const on = dayIn(at, zone);
  return hours * 60 + minutes + (on === day ? 0 : on < day ? -dayMinutes : dayMinutes);
}

/** Where a minute lies on the axis, in per cent of it. */
export const percentOf = (minute: number, { from, to }: Stretch): number =>
  (100 * (Math.min(Math.max(minute, from), to) - from)) / (to - from);

/** The full hours to write along the axis: at most a dozen of them. */
export function hoursAlong({ from, to }: Stretch): number[] {
  const step = 60 * Math.ceil((to - from) / 60 / 12);
  return Array.from({ length: Math.floor((to - from) / step) + 1 }, (_, n) => from + n * step);
}

/** "09:00" */
export const timeOfMinute = (minute: number): string =>
  `${String(Math.floor(minute / 60)).padStart(2, '0')}:${String(minute % 60).padStart(2, '0')}`;
