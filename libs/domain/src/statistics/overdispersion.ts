import gammaQuantile from '@stdlib/stats-base-dists-gamma-quantile';
import type { Proportion } from './difference-limits.js';
import { mustBeProportion } from './proportion-limits.js';
import { type CountedRate, mustBeCountedRate } from './rate-ratio.js';
import { mustBeInside, mustBePositive, mustBeWhole } from './sound-input.js';

/** How much more units differ than by chance: a factor of each variance, or a variance added to each. */
export type Overdispersion =
  { readonly kind: 'multiplicative'; readonly phi: number } | { readonly kind: 'additive'; readonly between: number };

export interface Dispersion {
  /** The mean of the squared z scores after winsorising: 1 by chance alone. Not cut off at 1. */
  readonly phi: number;
  /** The variance of the true rates between units (tau squared), 0 where chance explains all. */
  readonly between: number;
}

/**
 * How units differ about a target. The most extreme z scores are drawn in to the 10 % and 90 % points first, so that those
 * whom the funnel is to find do not widen it; `winsorised` is that share (0: none). Quantiles interpolate (type 7).
 * Source: Spiegelhalter, Statistics in Medicine 24 (2005) 1185, section 3; the variance between by DerSimonian and Laird.
 */
export function dispersionAbout(target: number, units: readonly Proportion[], winsorised = 0.1): Dispersion {
  mustBeInside('The target', target);
  const values = units.map(({ successes, trials }, n) => {
    mustBeProportion(successes, trials, ` of unit ${n + 1}`);
    return { distance: successes / trials - target, variance: (target * (1 - target)) / trials };
  });
  return dispersionOf(values, winsorised);
}

/** The same of events per exposure about a target rate: chance is Poisson's, the variance of a rate is target / exposure. */
export function rateDispersionAbout(target: number, units: readonly CountedRate[], winsorised = 0.1): Dispersion {
  mustBePositive('The target', target);
  const values = units.map(({ count, exposure }, n) => {
    mustBeCountedRate(count, exposure, ` of unit ${n + 1}`);
    return { distance: count / exposure - target, variance: target / exposure };
  });
  return dispersionOf(values, winsorised);
}

function dispersionOf(
  values: readonly { readonly distance: number; readonly variance: number }[],
  winsorised: number,
): Dispersion {
  mustBeWhole('The units', values.length, 2);
  if (!(winsorised >= 0 && winsorised < 0.5))
    throw new RangeError(`The winsorised share must be from 0 to below 0.5, and is ${winsorised}`);
  const scores = values.map(({ distance, variance }) => distance / Math.sqrt(variance));
  const phi = sum(winsorise(scores, winsorised).map((z) => z * z)) / values.length;
  const weights = values.map(({ variance }) => 1 / variance);
  const room = sum(weights) - sum(weights.map((weight) => weight * weight)) / sum(weights);
  return { phi, between: Math.max(0, (values.length * phi - (values.length - 1)) / room) };
}

/** The values with all below the `share` quantile raised to it, and all above the opposite one lowered. */
export function winsorise(values: readonly number[], share: number): number[] {
  const sorted = values.toSorted((a, b) => a - b);
  const [low, high] = [quantileOf(sorted, share), quantileOf(sorted, 1 - share)];
  return values.map((value) => Math.min(high, Math.max(low, value)));
}

/** Of values in order, by linear interpolation between neighbours (type 7). */
function quantileOf(sorted: readonly number[], p: number): number {
  const place = (sorted.length - 1) * p;
  const [below = 0, above = below] = sorted.slice(Math.floor(place), Math.floor(place) + 2);
  return below + (place - Math.floor(place)) * (above - below);
}

export interface DispersionTest {
  /** The variance seen over the variance of chance. */
  readonly ratio: number;
  /** The ratio times the degrees of freedom, chi-squared by chance alone. */
  readonly statistic: number;
  /** The probability of so much or more by chance. */
  readonly probability: number;
}

/**
 * Whether counts of equal samples vary more than chance makes them: binomial with `size` trials each, Poisson without.
 * Source: Wetherill and Brown, Statistical Process Control (1991).
 */
export function dispersionTest(counts: readonly number[], size?: number): DispersionTest {
  mustBeWhole('The samples', counts.length, 2);
  counts.forEach((count, n) => mustBeWhole(`Count ${n + 1}`, count, 0, size));
  const mean = sum(counts) / counts.length;
  const byChance = size === undefined ? mean : mean * (1 - mean / size);
  mustBePositive('The variance by chance', byChance);
  const statistic = sum(counts.map((count) => (count - mean) ** 2)) / byChance;
  const freedom = counts.length - 1;
  return { ratio: statistic / freedom, statistic, probability: chiSquaredTail(statistic, freedom) };
}

/** The probability that chi-squared passes `value`: the library's quantile, inverted by halving to 15 digits. */
function chiSquaredTail(value: number, freedom: number): number {
  let [low, high] = [0, 1];
  for (let step = 0; step < 50; step += 1) {
    const middle = (low + high) / 2;
    if (gammaQuantile(middle, freedom / 2, 0.5) < value) low = middle;
    else high = middle;
  }
  return 1 - (low + high) / 2;
}

const sum = (values: readonly number[]): number => values.reduce((total, value) => total + value, 0);
