import gammaQuantile from '@stdlib/stats-base-dists-gamma-quantile';
import type { Limits } from './proportion-limits.js';
import { type CountedRate, mustBeCountedRate } from './rate-ratio.js';
import { mustBeInside } from './sound-input.js';

/**
 * What the group tells of one of its members before they are seen: rates of events spread about `mean` as a gamma
 * distribution that weighs like an exposure of `strength`. Infinite strength: they differ no more than by chance.
 */
export interface GroupCountedRate {
  readonly mean: number;
  readonly strength: number;
}

/**
 * The spread of the true rates of events in a group by moments (gamma-Poisson), with the weights n as of shares: the
 * squared distances about the ratio of sums are, on average, (members - 1) x mean + variance x (N - sum of n^2 / N).
 * Source: Marshall, Applied Statistics 40 (1991) 283, with the mean's own error taken off.
 */
export function groupCountedRate(members: readonly CountedRate[]): GroupCountedRate {
  if (members.length === 0) throw new RangeError('A group without members has no rate');
  members.forEach(({ count, exposure }, n) => mustBeCountedRate(count, exposure, ` of member ${n + 1}`));
  const exposure = sum(members.map((member) => member.exposure));
  const mean = sum(members.map((member) => member.count)) / exposure;
  const seen = sum(members.map((one) => one.exposure * (one.count / one.exposure - mean) ** 2));
  const room = exposure - sum(members.map((one) => one.exposure ** 2)) / exposure;
  const excess = seen - mean * (members.length - 1);
  if (mean === 0 || room <= 0 || excess <= 0) return { mean, strength: Number.POSITIVE_INFINITY };
  return { mean, strength: mean / (excess / room) };
}

/** A member's rate of events shrunk towards the group's, with the interval of probability `level`, as of shares. */
export function shrunkCountedRate(
  { count, exposure }: CountedRate,
  { mean, strength }: GroupCountedRate,
  level = 0.95,
): Limits & { readonly value: number; readonly weight: number } {
  mustBeCountedRate(count, exposure);
  mustBeInside('The level', level);
  if (strength === Number.POSITIVE_INFINITY) return { value: mean, weight: 0, low: mean, high: mean };
  const [shape, rate] = [mean * strength + count, strength + exposure];
  const tail = (1 - level) / 2;
  return {
    value: shape / rate,
    weight: exposure / rate,
    low: gammaQuantile(tail, shape, 1) / rate,
    high: gammaQuantile(1 - tail, shape, 1) / rate,
  };
}

const sum = (values: readonly number[]): number => values.reduce((total, value) => total + value, 0);
