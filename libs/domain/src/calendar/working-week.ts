import { minutesPerDay } from './local-instant.js';

/** A stretch of a day's local time, in minutes after midnight; `toMinute` may be 1440, the end of the day. */
export interface LocalInterval {
  readonly fromMinute: number;
  readonly toMinute: number;
}

/** Monday to Sunday: when work is done, in order and apart; lunch is a gap, a day off has none. */
export type WorkingWeek = readonly (readonly LocalInterval[])[];

/** Why a day's intervals cannot stand; undefined if they can. */
export function intervalsFault(
  intervals: readonly LocalInterval[],
): 'interval-empty' | 'intervals-overlap' | undefined {
  const isEmpty = ({ fromMinute, toMinute }: LocalInterval) =>
    fromMinute >= toMinute || fromMinute < 0 || toMinute > minutesPerDay;
  if (intervals.some(isEmpty)) return 'interval-empty';
  return intervals.some(({ fromMinute }, n) => fromMinute < (intervals[n - 1]?.toMinute ?? 0))
    ? 'intervals-overlap'
    : undefined;
}

export const workingMinutes = (intervals: readonly LocalInterval[]): number =>
  intervals.reduce((sum, { fromMinute, toMinute }) => sum + toMinute - fromMinute, 0);

/** What is left of a day before and after its middle: the longest gap (lunch), or half of the time where there is none. */
export function halvesOf(intervals: readonly LocalInterval[]): { first: LocalInterval[]; second: LocalInterval[] } {
  const middle = middleOf(intervals);
  return {
    first: intersection(intervals, [{ fromMinute: 0, toMinute: middle }]),
    second: intersection(intervals, [{ fromMinute: middle, toMinute: minutesPerDay }]),
  };
}

function middleOf(intervals: readonly LocalInterval[]): number {
  const gaps = intervals.slice(1).map(({ fromMinute }, n) => ({
    end: fromMinute,
    minutes: fromMinute - (intervals[n]?.toMinute ?? fromMinute),
  }));
  const longest = gaps.toSorted((a, b) => b.minutes - a.minutes)[0];
  if (longest && longest.minutes > 0) return longest.end;
  const begin = intervals[0]?.fromMinute ?? 0;
  return Math.round((begin + (intervals.at(-1)?.toMinute ?? begin)) / 2);
}

/** What lies in both; each in order and apart, so is the result. */
export const intersection = (a: readonly LocalInterval[], b: readonly LocalInterval[]): LocalInterval[] =>
  a.flatMap((one) =>
    b
      .map((other) => ({
        fromMinute: Math.max(one.fromMinute, other.fromMinute),
        toMinute: Math.min(one.toMinute, other.toMinute),
      }))
      .filter(({ fromMinute, toMinute }) => fromMinute < toMinute),
  );

/** A time of day as clocks show it: `09:00`, and `24:00` for the end of the day. */
export const timeOfMinute = (minute: number): string =>
  [Math.floor(minute / 60), minute % 60].map((part) => String(part).padStart(2, '0')).join(':');

/** The minutes after midnight of a time such as `09:00`; undefined if it is none. */
export function minuteOfTime(time: string): number | undefined {
  const [, hours, minutes] = /^(\d\d?):(\d\d)$/.exec(time) ?? [];
  const minute = Number(hours) * 60 + Number(minutes);
  return Number(minutes) < 60 && minute <= minutesPerDay ? minute : undefined;
}

/** `09:00–12:00, 13:00–18:00`; nothing for a day off. */
export const hoursText = (intervals: readonly LocalInterval[]): string =>
  intervals.map(({ fromMinute, toMinute }) => `${timeOfMinute(fromMinute)}–${timeOfMinute(toMinute)}`).join(', ');

/**
 * Hours as people type them (`9-12, 13:00–18:30`, `8至20`); nothing is a day off. Undefined where that cannot be hours:
 * no times of a day, out of order, or overlapping.
 */
export function readHours(text: string): LocalInterval[] | undefined {
  const parts = text.split(/[,;，；、]/).flatMap((part) => part.trim() || []);
  const intervals: LocalInterval[] = [];
  for (const part of parts) {
    const [from, to, ...more] = part.split(/[-–—~～至]/).map(readTime);
    if (from === undefined || to === undefined || more.length > 0) return undefined;
    intervals.push({ fromMinute: from, toMinute: to });
  }
  return intervalsFault(intervals) ? undefined : intervals;
}

function readTime(text: string): number | undefined {
  const time = text.trim().replace('：', ':');
  return minuteOfTime(/^\d\d?$/.test(time) ? `${time}:00` : time);
}
