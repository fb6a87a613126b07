import betaQuantile from '@stdlib/stats-base-dists-beta-quantile';
import gammaQuantile from '@stdlib/stats-base-dists-gamma-quantile';
import type { Interval } from './interval.js';
import { mustBeProportion } from './proportion-limits.js';
import { mustBeInside } from './sound-input.js';

/**
 * The exact (Clopper-Pearson) interval of a proportion, 95 % by default; 0..1. Never covers less than it promises.
 * Source: Clopper and Pearson, Biometrika 26 (1934) 404.
 */
export function clopperPearsonInterval(successes: number, trials: number, alpha = 0.05): Interval {
  mustBeProportion(successes, trials);
  mustBeInside('alpha', alpha);
  return {
    low: successes === 0 ? 0 : betaQuantile(alpha / 2, successes, trials - successes + 1),
    high: successes === trials ? 1 : betaQuantile(1 - alpha / 2, successes + 1, trials - successes),
    method: 'clopper-pearson',
  };
}

/**
 * The exact interval of a Poisson count per unit of exposure, 95 % by default; not bounded by 1.
 * `exposure` must be positive. Source: Garwood, Biometrika 28 (1936) 437.
 */
export function poissonInterval(count: number, exposure: number, alpha = 0.05): Interval {
  return {
    low: count === 0 ? 0 : gammaQuantile(alpha / 2, count, 1) / exposure,
    high: gammaQuantile(1 - alpha / 2, count + 1, 1) / exposure,
    method: 'exact-poisson',
  };
}
