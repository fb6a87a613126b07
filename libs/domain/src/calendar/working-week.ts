import { minutesPerDay } from './local-instant.js';

/** A stretch of a day's local time, in minutes after midnight; `to` may be 1440, the end of the day. */
export interface LocalInterval {
  readonly from: number;
  readonly to: number;
}

/** Monday to Sunday: when work is done, in order and apart; lunch is a gap, a day off has none. */
export type WorkingWeek = readonly (readonly LocalInterval[])[];

/** Why a day's intervals cannot stand; undefined if they can. */
export function intervalsFault(
  intervals: readonly LocalInterval[],
): 'interval-empty' | 'intervals-overlap' | undefined {
  if (intervals.some(({ from, to }) => from >= to || from < 0 || to > minutesPerDay)) return 'interval-empty';
  return intervals.some(({ from }, n) => from < (intervals[n - 1]?.to ?? 0)) ? 'intervals-overlap' : undefined;
}

export const workingMinutes = (intervals: readonly LocalInterval[]): number =>
  intervals.reduce((sum, { from, to }) => sum + to - from, 0);

/** What is left of a day before and after its middle: the longest gap (lunch), or half of the time where there is none. */
export function halvesOf(intervals: readonly LocalInterval[]): { first: LocalInterval[]; second: LocalInterval[] } {
  const middle = middleOf(intervals);
  return {
    first: clipped(intervals, 0, middle),
    second: clipped(intervals, middle, minutesPerDay),
  };
}

function middleOf(intervals: readonly LocalInterval[]): number {
  const gaps = intervals.slice(1).map(({ from }, n) => ({ from, length: from - (intervals[n]?.to ?? from) }));
  const longest = gaps.toSorted((a, b) => b.length - a.length)[0];
  if (longest && longest.length > 0) return longest.from;
  const begin = intervals[0]?.from ?? 0;
  return Math.round((begin + (intervals.at(-1)?.to ?? begin)) / 2);
}

const clipped = (intervals: readonly LocalInterval[], from: number, to: number): LocalInterval[] =>
  intervals
    .map((interval) => ({ from: Math.max(interval.from, from), to: Math.min(interval.to, to) }))
    .filter((interval) => interval.from < interval.to);
