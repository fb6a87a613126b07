import type { FigureReply } from '@forecall/contracts';
import { minimumContacts, startOfDay } from '@forecall/domain';

/** A stretch of the chart: of a day a quarter-hour, or an hour where contacts are few; of a longer period a day. */
export interface Stretch {
  /** Its first instant, ISO. */
  readonly from: string;
  readonly numerator: number;
  readonly denominator: number;
}

/** The quarter-hours of a figure by quarter-hour, oldest first. */
export const quartersOf = ({ groups }: FigureReply): Stretch[] =>
  groups.map(({ keys, figure }) => ({
    from: new Date(keys[0] ?? '').toISOString(),
    numerator: figure.numerator,
    denominator: figure.denominator ?? 0,
  }));

/** Those that were loaded, with those that came live in their place. */
export function withLive(loaded: readonly Stretch[], live: ReadonlyMap<string, Stretch>): Stretch[] {
  const byStart = new Map([...loaded.map((quarter) => [quarter.from, quarter] as const), ...live]);
  return [...byStart.values()]
    .filter(({ denominator }) => denominator > 0)
    .toSorted((a, b) => a.from.localeCompare(b.from));
}

/** Days that had contacts, with what came since they were loaded, which is the newest day's. */
export function withGrowth(
  days: readonly Stretch[],
  { numerator, denominator }: { readonly numerator: number; readonly denominator: number },
): Stretch[] {
  return days
    .map((day, index) =>
      index < days.length - 1
        ? day
        : { ...day, numerator: day.numerator + numerator, denominator: day.denominator + denominator },
    )
    .filter((day) => day.denominator > 0);
}

/** Null where there are too few contacts for a rate. */
export const stretchRate = ({ numerator, denominator }: Stretch): number | null =>
  denominator >= minimumContacts ? numerator / denominator : null;

const hour = 3_600_000;
export const quarterMilliseconds = hour / 4;
export const dayMilliseconds = 24 * hour;

/** Stretch-hours of a day put onto another day: by their distance from the day's first instant. */
export const onDay = (quarters: readonly Stretch[], ownDay: string, day: string): Stretch[] =>
  quarters.map((quarter) => ({
    ...quarter,
    from: new Date(Date.parse(quarter.from) - Date.parse(ownDay) + Date.parse(day)).toISOString(),
  }));

/** The days of a figure by date, oldest first, the newest also without a contact; each begins at its midnight. */
export function daysOf({ groups }: FigureReply, newest: string, zone: string): Stretch[] {
  const beginning = (day: string) => startOfDay(day, zone).toISOString();
  const days = groups.map(({ keys, figure }) => ({
    from: beginning(keys[0] ?? ''),
    numerator: figure.numerator,
    denominator: figure.denominator ?? 0,
  }));
  const last = beginning(newest);
  return days.at(-1)?.from === last ? days : [...days, { from: last, numerator: 0, denominator: 0 }];
}

/** The days that hold all points; of a single day the hours from the first point to the day's end, at least eight of them. */
export function axisAround(
  stretches: readonly Stretch[],
  span: number,
  endOfDay: Date,
): { from: Date; to: Date } | null {
  const starts = stretches.map(({ from }) => Date.parse(from));
  if (starts.length === 0) return null;
  if (span === dayMilliseconds)
    return { from: new Date(Math.min(...starts)), to: new Date(Math.max(...starts) + span) };
  const to = Math.max(endOfDay.getTime(), Math.max(...starts) + quarterMilliseconds);
  const from = Math.min(Math.floor(Math.min(...starts) / hour) * hour, to - 8 * hour);
  return { from: new Date(from), to: new Date(to) };
}

/** A stretch is a quarter-hour; an hour where most quarter-hours that had contacts had too few for a rate. */
export function stretchMilliseconds(quarters: readonly Stretch[]): number {
  const had = quarters.filter(({ denominator }) => denominator > 0);
  const withRate = had.filter((quarter) => stretchRate(quarter) !== null);
  return withRate.length * 2 >= had.length ? quarterMilliseconds : hour;
}

export type Grain = 'quarter' | 'hour' | 'day';

export const grainOf = (milliseconds: number): Grain => {
  if (milliseconds === dayMilliseconds) return 'day';
  return milliseconds === quarterMilliseconds ? 'quarter' : 'hour';
};

/** Quarter-hours summed up to whole stretches of so long, in order. */
export function gathered(quarters: readonly Stretch[], milliseconds: number): Stretch[] {
  const sums = new Map<number, Stretch>();
  for (const { from, numerator, denominator } of quarters) {
    const start = Math.floor(Date.parse(from) / milliseconds) * milliseconds;
    const sum = sums.get(start) ?? { from: new Date(start).toISOString(), numerator: 0, denominator: 0 };
    sums.set(start, {
      ...sum,
      numerator: sum.numerator + numerator,
      denominator: sum.denominator + denominator,
    });
  }
  return [...sums.values()];
}

/** Complaints over contacts of all of them. */
export const sumOf = (stretches: readonly Stretch[]): { numerator: number; denominator: number } =>
  stretches.reduce(
    (sum, one) => ({ numerator: sum.numerator + one.numerator, denominator: sum.denominator + one.denominator }),
    { numerator: 0, denominator: 0 },
  );
