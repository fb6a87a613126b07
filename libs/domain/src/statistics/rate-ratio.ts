import { clopperPearsonInterval } from './exact-interval.js';
import type { Limits } from './proportion-limits.js';
import { mustBeInside, mustBePositive, mustBeWhole } from './sound-input.js';

/** A count, and what it was counted over: contacts, accounts, days. */
export interface CountedRate {
  readonly count: number;
  readonly exposure: number;
}

/**
 * The ratio of two Poisson rates (the first over the second) with its exact interval, 95 % by default: given both counts
 * together, the first is binomial, and Clopper-Pearson's limits of its share become limits of the ratio. The value is
 * null and the upper limit infinite where the second count is 0; of no counts at all nothing is known.
 * Source: Przyborowski and Wilenski, Biometrika 31 (1940) 313.
 */
export function rateRatio(
  first: CountedRate,
  second: CountedRate,
  alpha = 0.05,
): Limits & { readonly value: number | null } {
  for (const [which, { count, exposure }] of [
    ['first', first],
    ['second', second],
  ] as const) {
    mustBeWhole(`The count of the ${which} rate`, count);
    mustBePositive(`The exposure of the ${which} rate`, exposure);
  }
  mustBeInside('alpha', alpha);
  const total = first.count + second.count;
  if (total === 0) return { value: null, low: 0, high: Number.POSITIVE_INFINITY };
  const scale = second.exposure / first.exposure;
  const share = clopperPearsonInterval(first.count, total, alpha);
  return {
    value: second.count === 0 ? null : (first.count / second.count) * scale,
    low: oddsOf(share.low) * scale,
    high: oddsOf(share.high) * scale,
  };
}

const oddsOf = (share: number): number => share / (1 - share);

/** A counted rate of whole exposure, such as contacts. */
export function mustBeCountedRate(count: number, exposure: number, of = ''): void {
  mustBeWhole(`The count${of}`, count);
  mustBePositive(`The exposure${of}`, exposure);
}
