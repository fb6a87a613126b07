import {
  cChart,
  type ChartKind,
  chartRuleHits,
  controlChart,
  type ControlChart,
  individualsChart,
  laneyChart,
  meanMovingRange,
  meanRangeOfTwo,
  pChart,
  pointsOnLimit,
  pointsOutside,
  runsAboutCentre,
  uChart,
  upperRangeOfTwo,
} from '@forecall/domain';
import { type ChartItem, countedOf, planOf, valuesOf } from './chart-item.js';
import type { Ours } from './compared-keys.js';
import { isList, type Quantity } from './reference-item.js';

/** Our figures of a p, c, u, individuals or Laney chart; undefined for a chart that we do not draw. */
export function chartFigures(item: ChartItem): Ours | undefined {
  const { chart } = item;
  const letter = /(?:^|\s)([pcu])\b/.exec(chart)?.[1];
  if (/facet/.test(chart)) return undefined;
  if (/laney|prime|['′’]/.test(chart))
    return letter === 'p'
      ? laneyFigures(item, pChart, 'p')
      : letter === 'u'
        ? laneyFigures(item, uChart, 'u')
        : undefined;
  if (letter === 'p') return figuresOf(item, drawn(item, pChart, countedOf(item.inputs)));
  if (letter === 'u') return figuresOf(item, drawn(item, uChart, countedOf(item.inputs)));
  if (letter === 'c') return figuresOf(item, drawn(item, cChart, valuesOf(item.inputs)));
  return /^(individuals|xmr|i-?mr|imr|i|x)\b/.test(chart) ? individualsFigures(item) : undefined;
}

const drawn = <T>(item: ChartItem, kind: ChartKind<T>, observations: readonly T[]): ControlChart =>
  controlChart(kind, observations, planOf(item, observations.length));

function figuresOf(item: ChartItem, chart: ControlChart): Ours {
  const { points, phases } = chart;
  const excluded = planOf(item, points.length).excluded ?? [];
  const outside = pointsOutside(points);
  const centre = byPoint(chart, ({ centre: line }) => line);
  const [first] = phases;
  const runs = runsAboutCentre(
    points.map(({ value }) => value),
    first?.centre ?? 0,
  );
  const rules = (['western-electric', 'nelson'] as const).flatMap((set) =>
    chartRuleHits(set, chart).map(
      ({ rule, positions }) => [`${set.replace('-', '_')} ${rule}`, [...positions]] as const,
    ),
  );
  return {
    ...Object.fromEntries(
      ['pbar', 'ubar', 'cbar', 'xbar', 'center', 'centre', 'mean', 'cl'].map((key) => [key, centre]),
    ),
    ...{ ucl: byPoint(chart, ({ upper }) => upper), lcl: byPoint(chart, ({ lower }) => lower) },
    values: points.map(({ value }) => value),
    z: phases.flatMap(({ scores }) => [...scores]),
    ...{ out_of_limits: outside, out_of_limits_strict: outside, on_the_limit: pointsOnLimit(points) },
    out_of_limits_among_included: outside.filter((position) => !excluded.includes(position)),
    ...{ longest_run: runs.longest, crossings: runs.crossings, n_useful: runs.useful },
    ...Object.fromEntries(rules),
  };
}

type OfPoint = (point: ControlChart['points'][number]) => number;

/** A value of each point; where theirs is as long as there are phases, the one value of each phase. */
const byPoint =
  ({ points, phases }: ControlChart, of: OfPoint) =>
  (theirs: Quantity): Quantity => {
    const values = points.map(of);
    if (isList(theirs))
      return theirs.length === phases.length && theirs.length < values.length
        ? phases.map((phase) => oneOf(phase.points.map(of)))
        : values;
    return oneOf(values);
  };

/** The value that all of them share; else the list, which is no single number. */
function oneOf(values: readonly number[]): Quantity {
  const [first = 0] = values;
  return values.every((value) => Math.abs(value - first) <= 1e-12 * Math.max(1, Math.abs(first))) ? first : values;
}

function individualsFigures(item: ChartItem): Ours {
  const chart = drawn(item, individualsChart, valuesOf(item.inputs));
  const [phase] = chart.phases;
  const scores = phase?.points.map(({ position, value }) => (phase.baseline.includes(position) ? value : null)) ?? [];
  const range = meanMovingRange(scores) ?? Number.NaN;
  return {
    ...figuresOf(item, chart),
    ...{ mr_mean: range, mr_bar: range, mrbar: range, mr_ucl: range * upperRangeOfTwo, sigma: range / meanRangeOfTwo },
  };
}

/** With the chart that it corrects beside it. As printed, unless the file says that limits are never narrower. */
function laneyFigures(item: ChartItem, kind: Parameters<typeof laneyChart>[0], letter: 'p' | 'u'): Ours {
  const observations = countedOf(item.inputs);
  const narrowest = /never narrower|at least 1|floor(ed)? at 1|max\(1/i.test(item.options) ? 'chance' : 'as-seen';
  const plain = drawn(item, kind, observations);
  const laney = drawn(item, laneyChart(kind, narrowest), observations);
  const [before, after] = [figuresOf(item, plain), figuresOf(item, laney)];
  return {
    ...after,
    ...{ sigma_z: laney.phases.map(({ sigmaZ }) => sigmaZ), z: after.z ?? null },
    ...{ [`${letter}_ucl`]: before.ucl ?? null, [`${letter}_lcl`]: before.lcl ?? null },
    ...{ [`${letter}prime_ucl`]: after.ucl ?? null, [`${letter}prime_lcl`]: after.lcl ?? null },
    [`out_of_limits_ordinary_${letter}`]: before.out_of_limits ?? null,
    [`out_of_limits_${letter}prime`]: after.out_of_limits ?? null,
  };
}
