import type { TimeLineEntry } from '@forecall/contracts';
import { scaleLinear } from 'd3-scale';

/** The kinds of things that happen, each on a line of its own; `change`: what we set or wrote ourselves. */
export const lanes = ['complaint', 'theirs', 'ours', 'answer', 'change'] as const;
export type Lane = (typeof lanes)[number];

export function laneOf({ kind, direction }: Pick<TimeLineEntry, 'kind' | 'direction'>): Lane {
  if (kind === 'contact') return direction === 'in' ? 'theirs' : 'ours';
  return kind === 'complaint' || kind === 'answer' ? kind : 'change';
}

/** What happened in one lane on a day, or on a few that would lie on each other, as one mark. */
export interface Mark {
  readonly lane: Lane;
  readonly x: number;
  readonly y: number;
  readonly count: number;
  /** Of answers: the lowest of those that would lie on each other. */
  readonly score: number | null;
}

/** One day on which something happened. */
export interface DayOf {
  readonly day: string;
  readonly x: number;
  readonly entries: readonly TimeLineEntry[];
}

export interface LanePlot {
  readonly width: number;
  readonly height: number;
  readonly left: number;
  readonly right: number;
  readonly foot: number;
  readonly lines: readonly { readonly lane: Lane; readonly y: number }[];
  readonly months: readonly { readonly x: number; readonly month: number }[];
  readonly days: readonly DayOf[];
  readonly marks: readonly Mark[];
}

export interface LanePlotOf {
  readonly width: number;
  /** The first and the last day of the axis (`2026-11-20`), both included. */
  readonly from: string;
  readonly to: string;
  readonly entries: readonly TimeLineEntry[];
  /** The day of an instant where we are. */
  readonly dayOf: (at: string) => string;
}

const laneHeight = 28;
const footHeight = 22;
/** Nearer to each other than this, the scores of answers could not be read, and dots would make a band. */
const leastDistance: Readonly<Record<Lane, number>> = { answer: 19, theirs: 10, ours: 10, complaint: 0, change: 0 };
const dayMilliseconds = 86_400_000;
const narrow = 460;

const noonOf = (day: string): number => Date.parse(`${day}T12:00:00Z`) / dayMilliseconds;

/** Where everything stands, in pixels from the upper left corner. */
export function lanePlot({ width, from, to, entries, dayOf }: LanePlotOf): LanePlot {
  const [left, right] = [width < narrow ? 98 : 124, width - 12];
  const x = scaleLinear()
    .domain([noonOf(from), noonOf(to)])
    .range([left, Math.max(left, right)]);
  const yOf = (lane: Lane) => lanes.indexOf(lane) * laneHeight + laneHeight / 2;
  const byDay = groupedBy(entries, ({ at }) => dayOf(at));
  const days = [...byDay]
    .filter(([day]) => day >= from && day <= to)
    .map(([day, of]) => ({ day, x: x(noonOf(day)), entries: of }))
    .toSorted((a, b) => a.x - b.x);
  const marks = days.flatMap((one) =>
    [...groupedBy(one.entries, laneOf)].map(([lane, of]): Mark => ({
      ...{ lane, x: one.x, y: yOf(lane), count: of.length },
      score: lane === 'answer' ? lowestOf(of) : null,
    })),
  );
  return {
    ...{ width, left, right, days },
    height: lanes.length * laneHeight + footHeight,
    foot: lanes.length * laneHeight,
    lines: lanes.map((lane) => ({ lane, y: yOf(lane) })),
    months: monthsIn(from, to).map((day) => ({ x: x(noonOf(day)), month: Number(day.slice(5, 7)) })),
    marks: lanes.flatMap((lane) => apart(marks.filter((mark) => mark.lane === lane))),
  };
}

/** In the order in which the first of each group came. */
export function groupedBy<Key, One>(all: readonly One[], keyOf: (one: One) => Key): Map<Key, One[]> {
  const groups = new Map<Key, One[]>();
  for (const one of all) {
    const key = keyOf(one);
    groups.set(key, [...(groups.get(key) ?? []), one]);
  }
  return groups;
}

/** The lowest by its share of the scale: that one wants a look. */
function lowestOf(entries: readonly TimeLineEntry[]): number | null {
  const share = ({ score, scale }: TimeLineEntry) => (score ?? 0) / (scale ?? 1);
  return entries.toSorted((a, b) => share(a) - share(b))[0]?.score ?? null;
}

/** Marks that would lie on each other become one; of answers with the lowest of their scores. */
function apart(marks: readonly Mark[]): Mark[] {
  const shown: Mark[] = [];
  for (const mark of marks) {
    const before = shown.at(-1);
    if (before && mark.x - before.x < leastDistance[mark.lane])
      shown[shown.length - 1] = {
        ...before,
        count: before.count + mark.count,
        score: before.score === null || mark.score === null ? null : Math.min(before.score, mark.score),
      };
    else shown.push(mark);
  }
  return shown;
}

/** The first days of the months in a stretch of days. */
function monthsIn(from: string, to: string): string[] {
  const days: string[] = [];
  let [year, month] = [Number(from.slice(0, 4)), Number(from.slice(5, 7))];
  for (;;) {
    const day = `${year}-${String(month).padStart(2, '0')}-01`;
    if (day > to) return days;
    if (day >= from) days.push(day);
    [year, month] = month === 12 ? [year + 1, 1] : [year, month + 1];
  }
}
