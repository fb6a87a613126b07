import { insteadOf } from '../figures/given-by.js';
import { definitionOf, type MetricId, metricIds } from '../figures/metric.js';
import { type ChartKind, type Counted, laneyChart, pChart, uChart } from './chart-kind.js';

/** Control charts of a department's figure; those after Laney widen by what days differ beyond chance. */
export const countedCharts = {
  p: pChart,
  'laney-p': laneyChart(pChart),
  u: uChart,
  'laney-u': laneyChart(uChart),
} as const satisfies Record<string, ChartKind<Counted>>;
export type CountedChart = keyof typeof countedCharts;
export const countedChartNames = Object.keys(countedCharts) as [CountedChart, ...CountedChart[]];

/**
 * The charts that make sense of a figure, its natural one first: p of a share, which chance spreads as a binomial; u of
 * counts over an exposure, as Poisson. None of means, counts, and what is known at the end of a period only.
 */
export function chartsOf(metricId: MetricId): readonly CountedChart[] {
  const { kind, ownedBy, denominator, isInverse, isOfAttribute } = definitionOf(metricId);
  const isOfMoment = ownedBy !== 'there by the end' && insteadOf(metricId, 'date') === null;
  if (!isOfMoment || denominator === null || isInverse || isOfAttribute) return [];
  if (kind === 'proportion') return ['p', 'laney-p'];
  return kind === 'ratio' ? ['u', 'laney-u'] : [];
}

/** Every figure that has a control chart. */
export const chartedMetrics: readonly MetricId[] = metricIds.filter((id) => chartsOf(id).length > 0);
