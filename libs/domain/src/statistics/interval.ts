import betaQuantile from '@stdlib/stats-base-dists-beta-quantile';
import gammaQuantile from '@stdlib/stats-base-dists-gamma-quantile';

/** A confidence interval: `low <= high`, in the unit of the figure it belongs to. */
export interface Interval {
  readonly low: number;
  readonly high: number;
  readonly method: 'wilson' | 'clopper-pearson' | 'exact-poisson' | 'normal';
}

/** The 97.5 % point of the standard normal distribution. */
export const z95 = 1.959963984540054;

/**
 * Wilson's score interval of a proportion, without continuity correction, 95 % by default; 0..1.
 * `trials` must be positive and `successes` within 0..trials. Source: Wilson, JASA 22 (1927) 209.
 */
export function wilsonInterval(successes: number, trials: number, z = z95): Interval {
  const p = successes / trials;
  const spread = z * Math.sqrt((p * (1 - p)) / trials + (z * z) / (4 * trials * trials));
  const centre = p + (z * z) / (2 * trials);
  const scale = 1 + (z * z) / trials;
  return {
    low: successes === 0 ? 0 : Math.max(0, (centre - spread) / scale),
    high: successes === trials ? 1 : Math.min(1, (centre + spread) / scale),
    method: 'wilson',
  };
}

/**
 * The exact (Clopper-Pearson) interval of a proportion, 95 % by default; 0..1. Never covers less than it promises.
 * Source: Clopper and Pearson, Biometrika 26 (1934) 404.
 */
export function clopperPearsonInterval(successes: number, trials: number, alpha = 0.05): Interval {
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

/** The 95 % interval of a mean by the normal approximation; undefined SD (fewer than two values) gives null. */
export function meanInterval(mean: number, standardDeviation: number | null, count: number): Interval | null {
  if (standardDeviation === null || count < 2) return null;
  const spread = (z95 * standardDeviation) / Math.sqrt(count);
  return { low: mean - spread, high: mean + spread, method: 'normal' };
}
