import { definitionOf, goalRange, type MetricId } from '@forecall/domain';

/** Shares are typed in percent, net shares in points of 100, all else as it is. */
const factorOf = (metric: MetricId): number => (inHundreds.has(definitionOf(metric).unit) ? 100 : 1);
const inHundreds = new Set(['rate', 'net-share']);

/** What is typed for a figure's value, without the tail that halves of numbers leave. */
export const toTyped = (metric: MetricId, value: number): number => Number((value * factorOf(metric)).toPrecision(12));

export const fromTyped = (metric: MetricId, typed: number): number =>
  Number((typed / factorOf(metric)).toPrecision(12));

/** Within what is typed. */
export function typedRange(metric: MetricId): { readonly low: number; readonly high: number } {
  const { low, high } = goalRange(metric);
  return { low: toTyped(metric, low), high: toTyped(metric, high) };
}

/** The key of what stands behind the number. */
export function unitKey(metric: MetricId): 'percent' | 'seconds' | 'score' | 'number' {
  const { unit } = definitionOf(metric);
  if (unit === 'rate') return 'percent';
  if (unit === 'seconds') return 'seconds';
  return unit === 'score' || unit === 'net-share' || unit === 'gap' ? 'score' : 'number';
}
