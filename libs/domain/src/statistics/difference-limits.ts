import { z95 } from './interval.js';
import { type Limits, mustBeProportion } from './proportion-limits.js';
import { wilsonInterval } from './wilson-interval.js';

/** A count of what happened among what could have. */
export interface Proportion {
  readonly successes: number;
  readonly trials: number;
}

/**
 * The difference of two independent proportions (the first less the second) with Newcombe's hybrid score interval;
 * -1..1. It is made of both Wilson intervals, so it holds at 0 and 1 too.
 * Source: Newcombe, Statistics in Medicine 17 (1998) 873, method 10.
 */
export function differenceOfProportions(
  first: Proportion,
  second: Proportion,
  z = z95,
): Limits & { readonly value: number } {
  mustBeProportion(first.successes, first.trials, ' of the first proportion');
  mustBeProportion(second.successes, second.trials, ' of the second proportion');
  const a = withWilson(first, z);
  const b = withWilson(second, z);
  const value = a.p - b.p;
  return {
    value,
    low: value - Math.hypot(a.p - a.low, b.high - b.p),
    high: value + Math.hypot(a.high - a.p, b.p - b.low),
  };
}

const withWilson = ({ successes, trials }: Proportion, z: number): Limits & { readonly p: number } => ({
  ...wilsonInterval(successes, trials, z),
  p: successes / trials,
});
