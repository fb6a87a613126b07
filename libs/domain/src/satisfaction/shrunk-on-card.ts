import { groupCountedRate, shrunkCountedRate } from '../statistics/rate-shrinkage.js';
import { groupRate, shrunkRate } from '../statistics/shrinkage.js';
import type { MetricDefinition } from '../figures/metric-definition.js';

export interface CountOverN {
  readonly numerator: number;
  readonly n: number;
}

/**
 * A figure drawn towards that of its colleagues, the more the fewer cases it rests on: shares by the beta-binomial, counted
 * rates by the gamma-Poisson model. Null for means and plain counts, without data, and where fewer than two of the
 * colleagues (who is drawn is one of them) have any.
 */
export function shrunkOnCard(
  { kind, isInverse }: Pick<MetricDefinition, 'kind' | 'isInverse'>,
  own: CountOverN,
  colleagues: readonly CountOverN[],
): number | null {
  const members = colleagues.filter(({ n }) => n > 0);
  if (own.n <= 0 || members.length < 2 || isInverse) return null;
  if (kind === 'proportion') {
    const of = ({ numerator, n }: CountOverN) => ({ successes: numerator, trials: n });
    return shrunkRate(of(own), groupRate(members.map(of))).value;
  }
  if (kind !== 'ratio') return null;
  const of = ({ numerator, n }: CountOverN) => ({ count: numerator, exposure: n });
  return shrunkCountedRate(of(own), groupCountedRate(members.map(of))).value;
}
