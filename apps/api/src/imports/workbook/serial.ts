import type { NumberKind } from './number-format.js';

const daySeconds = 86_400;
const dayMilliseconds = 86_400_000;
/** 9999-12-31. */
const lastDay = { 1900: 2_958_465, 1904: 2_957_003 };

export type DateSystem = keyof typeof lastDay;

/**
 * A number of days as the text of a date or time, to the whole second; undefined where Excel knows no such date. A date
 * with a time of day gives both, whatever its format shows, and so does a time of day with days: nothing is dropped.
 */
export function serialText(
  serial: number,
  kind: Exclude<NumberKind, 'number'>,
  system: DateSystem,
): string | undefined {
  const seconds = Math.round(serial * daySeconds);
  if (kind === 'duration') return `${seconds < 0 ? '-' : ''}${clock(Math.abs(seconds))}`;
  if (seconds < 0) return undefined;
  if (kind === 'time' && seconds < daySeconds) return clock(seconds);
  const day = Math.floor(seconds / daySeconds);
  if (day > lastDay[system]) return undefined;
  const ofDay = seconds % daySeconds;
  return kind === 'date' && ofDay === 0 ? date(day, system) : `${date(day, system)}T${clock(ofDay)}`;
}

/**
 * In the system of 1900, day 1 is 1900-01-01, and day 60 is 1900-02-29, a day that never was (Lotus 1-2-3 thought so).
 * Days 0 and 60 are written as Excel shows them; whoever reads them as dates finds that they do not exist.
 */
function date(day: number, system: DateSystem): string {
  if (system === 1904) return iso(Date.UTC(1904, 0, 1) + day * dayMilliseconds);
  if (day === 0) return '1900-01-00';
  if (day === 60) return '1900-02-29';
  return iso(Date.UTC(1899, 11, day < 60 ? 31 : 30) + day * dayMilliseconds);
}

const iso = (milliseconds: number): string => new Date(milliseconds).toISOString().slice(0, 10);

const clock = (seconds: number): string =>
  [Math.floor(seconds / 3600), Math.floor(seconds / 60) % 60, seconds % 60]
    .map((part) => String(part).padStart(2, '0'))
    .join(':');
