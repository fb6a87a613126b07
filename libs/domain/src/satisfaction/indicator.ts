import { insteadOf } from '../figures/given-by.js';
import { examFacts } from '../figures/metric-definition.js';
import { definitionOf, type MetricId } from '../figures/metric.js';
import { fewestOf } from '../funnels/funnel-metrics.js';
import type { CardKind, Goal } from './scorecard.js';

/** Why an indicator cannot be as it was told. `not-by`: `instead` is the metric that answers for such a card. */
export type GoalFault =
  | { readonly kind: 'no-direction' | 'of-attribute' }
  | { readonly kind: 'not-by'; readonly instead: MetricId }
  | { readonly kind: 'outside'; readonly path: 'target' | 'floor'; readonly low: number; readonly high: number }
  | { readonly kind: 'floor-side'; readonly isHigherBetter: boolean };

/** No wish is larger: a year in seconds, or a count of what anybody has. */
const largest = { seconds: 366 * 86_400, count: 1_000_000_000, ratio: 10 } as const;

/** An indicator counts at most so much beside the others; at least a little more than nothing. */
export const mostWeight = 100;

/** Within which bounds a target of a metric makes sense, in the figure's own unit: shares 0..1, means their scale. */
export function goalRange(metric: MetricId): { readonly low: number; readonly high: number } {
  const { scale, kind, unit } = definitionOf(metric);
  if (scale) return scale;
  if (kind === 'proportion') return { low: 0, high: 1 };
  if (unit === 'seconds') return { low: 0, high: largest.seconds };
  return { low: 0, high: kind === 'ratio' && unit === 'rate' ? largest.ratio : largest.count };
}

/**
 * Whether a metric can be wanted of a card. One without a better side is never a target alone (handling time: it would be
 * bought with worse calls), and one that is not given by such a unit (NPS by a person) names the one that answers instead.
 */
export function metricFault(metric: MetricId, card: CardKind): GoalFault | null {
  const { direction, isOfAttribute } = definitionOf(metric);
  if (isOfAttribute) return { kind: 'of-attribute' };
  if (direction === 'neither') return { kind: 'no-direction' };
  const instead = insteadOf(metric, card);
  return instead === null ? null : { kind: 'not-by', instead };
}

/** The first thing that is wrong with an indicator; null: nothing. The floor lies on the worse side of the target. */
export function goalFault(metric: MetricId, card: CardKind, goal: Goal): GoalFault | null {
  const fault = metricFault(metric, card);
  if (fault) return fault;
  const { low, high } = goalRange(metric);
  for (const path of ['target', 'floor'] as const)
    if (!(goal[path] >= low && goal[path] <= high)) return { kind: 'outside', path, low, high };
  const isHigherBetter = definitionOf(metric).direction === 'higher is better';
  const isOnWorseSide = isHigherBetter ? goal.floor < goal.target : goal.floor > goal.target;
  return isOnWorseSide ? null : { kind: 'floor-side', isHigherBetter };
}

/** An exam passed or failed is a fact about somebody and a count of the whole team: no sample, so no chance in its reading. */
export const isWithoutChance = (metric: MetricId): boolean =>
  examFacts.some((fact) => fact === definitionOf(metric).source);

/**
 * The least cases on which a figure of a card is read: 20 for a person, else what the definition says; of plain counts
 * none (no open complaint is good news, not too few), and of one person's exams one.
 */
export function minimumNOn(card: CardKind, metric: MetricId): number {
  const { kind, minimumN } = definitionOf(metric);
  if (kind === 'count') return 0;
  if (card !== 'rep') return minimumN;
  return isWithoutChance(metric) ? 1 : Math.max(fewestOf.rep, minimumN);
}

/** For whom an indicator holds: all cards of its kind, or those of a department or of a team. */
export interface Audience {
  readonly departmentId: string | null;
  readonly teamId: string | null;
}

/** The narrower audience goes before the wider one: of indicators of one card and day, one for each metric. */
export function narrowestOf<Row extends Audience & { readonly metric: MetricId }>(rows: readonly Row[]): Row[] {
  const narrowness = ({ departmentId, teamId }: Audience) => (teamId !== null ? 2 : departmentId !== null ? 1 : 0);
  const found = new Map<MetricId, Row>();
  for (const row of rows) {
    const other = found.get(row.metric);
    if (!other || narrowness(row) > narrowness(other)) found.set(row.metric, row);
  }
  return [...found.values()];
}
