import type { ControlChartPoint } from '@forecall/contracts';
import type { RuleSet } from '@forecall/domain';

/** The rule of each set that asks for so many in a row on one side of the usual level. */
const runRules: Readonly<Record<RuleSet, number>> = { 'western-electric': 4, nelson: 2 };

/** A row of points on one side of the usual level, longer than chance makes it. */
export interface Run {
  /** The first and the last day. */
  readonly from: string;
  readonly to: string;
  readonly count: number;
  readonly side: 'above' | 'below';
  /** It reaches the newest point. */
  readonly isOn: boolean;
}

export interface ChartFinding {
  /** How many points were judged. */
  readonly points: number;
  readonly beyond: number;
  /** The last one; null: there is none. */
  readonly run: Run | null;
  /** Points that meet another rule than these two. */
  readonly others: number;
}

/** What a control chart shows: the points beyond their limits, the last long run, and how many meet other rules. */
export function chartFinding(all: readonly ControlChartPoint[], rules: RuleSet): ChartFinding {
  const points = all.filter(({ value, excluded }) => value !== null && excluded !== 'unfinished');
  const runRule = runRules[rules];
  const isBeyond = (point: ControlChartPoint) => point.rules.includes(1);
  return {
    points: points.length,
    beyond: points.filter(isBeyond).length,
    run: lastRun(points, runRule),
    others: points.filter((point) => !isBeyond(point) && point.rules.some((rule) => rule !== runRule)).length,
  };
}

function lastRun(points: readonly ControlChartPoint[], rule: number): Run | null {
  const hit = points.findLastIndex(({ rules }) => rules.includes(rule));
  const last = points[hit];
  if (!last) return null;
  const side = sideOf(last);
  const isIn = (point: ControlChartPoint | undefined) => point?.phase === last.phase && sideOf(point) === side;
  let first = hit;
  while (isIn(points[first - 1])) first -= 1;
  return {
    from: points[first]?.from ?? last.from,
    to: last.from,
    count: hit - first + 1,
    side: side > 0 ? 'above' : 'below',
    isOn: hit === points.length - 1,
  };
}

const sideOf = ({ value, centre }: ControlChartPoint): number => Math.sign((value ?? 0) - (centre ?? 0));
