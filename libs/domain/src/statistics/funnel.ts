import binomialCdf from '@stdlib/stats-base-dists-binomial-cdf';
import binomialQuantile from '@stdlib/stats-base-dists-binomial-quantile';
import { normalPoint } from './normal-point.js';
import type { Overdispersion } from './overdispersion.js';
import type { Limits } from './proportion-limits.js';
import { mustBeInside, mustBePositive, mustBeShare, mustBeWhole } from './sound-input.js';

/** The two funnels about a target: a flag needs the outer one. */
export const funnelTails = { inner: 0.025, outer: 0.001 } as const;

/**
 * The share below which a unit of `trials` with the true rate `target` lies with probability `p`: the exact binomial
 * quantile, interpolated so that the funnel has no steps; 0..1.
 * Source: Spiegelhalter, Statistics in Medicine 24 (2005) 1185, appendix.
 */
export function funnelLimit(target: number, trials: number, p: number): number {
  mustBeShare('The target', target);
  mustBeWhole('The trials', trials, 1);
  mustBeInside('The probability', p);
  const upTo = (count: number): number => (count < 0 ? 0 : binomialCdf(count, trials, target));
  const count = binomialQuantile(p, trials, target);
  const excess = (upTo(count) - p) / (upTo(count) - upTo(count - 1));
  return Math.min(1, Math.max(0, (count - excess) / trials));
}

/** The same by the normal approximation; it may leave 0..1. */
export const funnelNormalLimit = (target: number, trials: number, p: number): number =>
  target + normalPoint(p) * standardErrorOf(target, trials);

/** The target with `sigmas` standard errors at each side, within 0..1, as control charts draw it. */
export function funnelSigmaLimits(target: number, trials: number, sigmas = 3): Limits {
  mustBePositive('The sigmas', sigmas);
  const spread = sigmas * standardErrorOf(target, trials);
  return { low: Math.max(0, target - spread), high: Math.min(1, target + spread) };
}

/**
 * Both limits of a funnel with `tail` outside at each side. Where the units differ more than by chance, the distance from
 * the target grows: by the root of phi, or by what the variance between units adds. It never shrinks.
 */
export function funnelLimits(target: number, trials: number, tail: number, more?: Overdispersion): Limits {
  const factor = widening(more, standardErrorOf(target, trials));
  const at = (p: number): number =>
    Math.min(1, Math.max(0, target + factor * (funnelLimit(target, trials, p) - target)));
  return { low: at(tail), high: at(1 - tail) };
}

/**
 * Both limits beyond each of which chance leaves a unit with `tail` at most, so that nobody is flagged more often than was
 * said. The upper one is the lower one of the failures: interpolated as it stands, the upper quantile flags the count below
 * too, and of small counts that is many times `tail`. Widened as above; at a target of 0 or 1 they lie on it.
 */
export function fairFunnelLimits(target: number, trials: number, tail: number, more?: Overdispersion): Limits {
  const standardError = standardErrorOf(target, trials);
  if (standardError === 0) return { low: target, high: target };
  const factor = widening(more, standardError);
  return {
    low: Math.max(0, target - factor * (target - funnelLimit(target, trials, tail))),
    high: Math.min(1, target + factor * (1 - target - funnelLimit(1 - target, trials, tail))),
  };
}

/** By what the distances from the target grow where units differ more than by chance; never below 1. */
export function widening(more: Overdispersion | undefined, standardError: number): number {
  if (!more) return 1;
  if (more.kind === 'multiplicative') return Math.sqrt(Math.max(1, more.phi));
  return standardError === 0 ? 1 : Math.sqrt(1 + more.between / standardError ** 2);
}

function standardErrorOf(target: number, trials: number): number {
  mustBeShare('The target', target);
  mustBeWhole('The trials', trials, 1);
  return Math.sqrt((target * (1 - target)) / trials);
}
