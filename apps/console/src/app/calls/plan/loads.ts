import type { LoadOfDay, PlanLoad } from '@forecall/contracts';

export interface Load {
  /** To be made, and made: both take the caller's time of that day. */
  readonly calls: number;
  readonly capacity: number;
  readonly made: number;
  readonly late: number;
  readonly missed: number;
}

export const loadOf = ({ planned, made, late, missed, capacity }: LoadOfDay): Load => ({
  calls: planned + made,
  ...{ capacity, made, late, missed },
});

const nothing: Load = { calls: 0, capacity: 0, made: 0, late: 0, missed: 0 };

export const sumOf = (loads: readonly Load[]): Load =>
  loads.reduce(
    (sum, load) => ({
      calls: sum.calls + load.calls,
      capacity: sum.capacity + load.capacity,
      made: sum.made + load.made,
      late: sum.late + load.late,
      missed: sum.missed + load.missed,
    }),
    nothing,
  );

/** How many calls more than can be made; 0: none. */
export const overBy = ({ calls, capacity }: Pick<Load, 'calls' | 'capacity'>): number => Math.max(0, calls - capacity);

/** The part of the capacity that is taken, in per cent, at most all of it; without any the calls are all too many. */
export const takenPercent = ({ calls, capacity }: Pick<Load, 'calls' | 'capacity'>): number =>
  calls === 0 ? 0 : capacity === 0 ? 100 : Math.min(100, (100 * calls) / capacity);

type Callers = PlanLoad['callers'];

/** Of all callers together, day by day. */
export const loadByDay = (callers: Callers): readonly (readonly [day: string, load: Load])[] =>
  (callers[0]?.days ?? []).map(({ day }, n) => [
    day,
    sumOf(callers.flatMap(({ days }) => (days[n] ? [loadOf(days[n])] : []))),
  ]);

/** Runs of seven. */
export function weeksIn<One>(days: readonly One[]): One[][] {
  const weeks: One[][] = [];
  for (let from = 0; from < days.length; from += 7) weeks.push(days.slice(from, from + 7));
  return weeks;
}
