import { widening } from './funnel.js';
import { normalPoint } from './normal-point.js';
import type { Overdispersion } from './overdispersion.js';
import type { Limits } from './proportion-limits.js';
import { mustBeFinite, mustBeInside, mustBePositive } from './sound-input.js';

/**
 * Both limits of a funnel of events per exposure (complaints per contact) about a target rate, from 0 on: beyond each of
 * them chance leaves a unit with `tail` at most. Exact Poisson, interpolated between whole counts as the binomial ones are,
 * and widened as they are where units differ more than by chance; at a target of 0 they lie on it.
 * Source: Spiegelhalter, Statistics in Medicine 24 (2005) 1185, appendix; the upper one mirrored (`fairFunnelLimits`).
 */
export function poissonFunnelLimits(target: number, exposure: number, tail: number, more?: Overdispersion): Limits {
  mustBeFinite('The target', target);
  if (target < 0) throw new RangeError(`The target must be at least 0, and is ${target}`);
  mustBePositive('The exposure', exposure);
  mustBeInside('The tail', tail);
  if (target === 0) return { low: 0, high: 0 };
  const mean = target * exposure;
  const factor = widening(more, Math.sqrt(target / exposure));
  const at = (count: number): number => Math.max(0, target + factor * (count / exposure - target));
  return { low: at(lowCount(mean, tail)), high: at(highCount(mean, tail)) };
}

/** Below it lie the counts that are not passed with less than `tail`. */
function lowCount(mean: number, tail: number): number {
  let count = Math.max(0, Math.floor(mean + normalPoint(tail) * Math.sqrt(mean)));
  while (upTo(count, mean) < tail) count += 1;
  while (count > 0 && upTo(count - 1, mean) >= tail) count -= 1;
  return Math.max(0, count - (upTo(count, mean) - tail) / poissonProbability(count, mean));
}

/** Above it lie the counts that are reached with less than `tail`. */
function highCount(mean: number, tail: number): number {
  let count = Math.ceil(mean - normalPoint(tail) * Math.sqrt(mean));
  while (count > 0 && from(count, mean) < tail) count -= 1;
  while (from(count + 1, mean) >= tail) count += 1;
  return count + (from(count, mean) - tail) / poissonProbability(count, mean);
}

/** The probability of at most, and of at least so many; each by the terms of the shorter tail, which fall ever faster. */
const upTo = (count: number, mean: number): number =>
  count < mean ? sumOfTail(count, mean, -1) : 1 - sumOfTail(count + 1, mean, 1);
const from = (count: number, mean: number): number =>
  count > mean ? sumOfTail(count, mean, 1) : 1 - sumOfTail(count - 1, mean, -1);

function sumOfTail(first: number, mean: number, step: 1 | -1): number {
  let [count, sum] = [first, 0];
  for (let term = first < 0 ? 0 : poissonProbability(first, mean); term > sum * 1e-17; count += step) {
    sum += term;
    term *= step === 1 ? mean / (count + 1) : count / mean;
  }
  return sum;
}

const poissonProbability = (count: number, mean: number): number =>
  Math.exp(count * Math.log(mean) - mean - logFactorial(count));

/** The logarithm of 1 x 2 x ... x count; from 16 on by Stirling's series. Source: Abramowitz and Stegun 6.1.41. */
function logFactorial(count: number): number {
  if (count < 16) return Math.log(Array.from({ length: count }, (_, i) => i + 1).reduce((a, b) => a * b, 1));
  const x = count + 1;
  const square = x * x;
  const series = (1 / 12 - (1 / 360 - (1 / 1260 - 1 / (1680 * square)) / square) / square) / x;
  return (x - 0.5) * Math.log(x) - x + 0.5 * Math.log(2 * Math.PI) + series;
}
