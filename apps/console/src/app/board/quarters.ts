import type { FigureReply } from '@forecall/contracts';
import { minimumContacts } from '@forecall/domain';

/** A quarter-hour of the day's chart. */
export interface Quarter {
  /** Its first instant, ISO. */
  readonly from: string;
  readonly numerator: number;
  readonly denominator: number;
}

/** The quarter-hours of a figure by quarter-hour, oldest first. */
export const quartersOf = ({ groups }: FigureReply): Quarter[] =>
  groups.map(({ keys, figure }) => ({
    from: new Date(keys[0] ?? '').toISOString(),
    numerator: figure.numerator,
    denominator: figure.denominator ?? 0,
  }));

/** Those that were loaded, with those that came live in their place. */
export function withLive(loaded: readonly Quarter[], live: ReadonlyMap<string, Quarter>): Quarter[] {
  const byStart = new Map([...loaded.map((quarter) => [quarter.from, quarter] as const), ...live]);
  return [...byStart.values()]
    .filter(({ denominator }) => denominator > 0)
    .toSorted((a, b) => a.from.localeCompare(b.from));
}

/** Null where there are too few contacts for a rate. */
export const quarterRate = ({ numerator, denominator }: Quarter): number | null =>
  denominator >= minimumContacts ? numerator / denominator : null;

const hour = 3_600_000;

/** Quarter-hours of a day put onto another day: by their distance from the day's first instant. */
export const onDay = (quarters: readonly Quarter[], ownDay: string, day: string): Quarter[] =>
  quarters.map((quarter) => ({
    ...quarter,
    from: new Date(Date.parse(quarter.from) - Date.parse(ownDay) + Date.parse(day)).toISOString(),
  }));

/** The whole hours that hold all points, at least eight of them. */
export function hoursAround(quarters: readonly Quarter[]): { from: Date; to: Date } | null {
  const starts = quarters.map(({ from }) => Date.parse(from));
  if (starts.length === 0) return null;
  const from = Math.floor(Math.min(...starts) / hour) * hour;
  const to = Math.max(Math.ceil((Math.max(...starts) + hour / 4) / hour) * hour, from + 8 * hour);
  return { from: new Date(from), to: new Date(to) };
}
