import binomialCdf from '@stdlib/stats-base-dists-binomial-cdf';
import binomialQuantile from '@stdlib/stats-base-dists-binomial-quantile';
import { minimumContacts } from './minimum-contacts.js';

/** Where a count stands against a usual level. `too-few`: under the minimum n, or without a usual level. */
export type Standing = 'above' | 'usual' | 'below' | 'too-few' | 'no-usual-level';

/** The probability left in each tail of a limit: 99.8 % limits. */
export const limitTail = 0.001;

/**
 * Compares `count` of `trials` with a usual proportion by the exact binomial tails (0.1 % in each), so that small and
 * large departments are judged alike. Source: the definition of the board's usual level.
 */
export function standingAgainst(usual: number | null, count: number, trials: number): Standing {
  if (trials < minimumContacts) return 'too-few';
  if (usual === null) return 'no-usual-level';
  const atLeast = count === 0 ? 1 : 1 - binomialCdf(count - 1, trials, usual);
  if (atLeast < limitTail) return 'above';
  return binomialCdf(count, trials, usual) < limitTail ? 'below' : 'usual';
}

/**
 * The proportions beyond which `standingAgainst` speaks, for a chart: the largest count still usual, and the smallest,
 * over the trials. The lower one is null where even zero is usual.
 */
export function limitsAround(usual: number, trials: number): { low: number | null; high: number } {
  const high = binomialQuantile(1 - limitTail, trials, usual) / trials;
  const lowest = binomialQuantile(limitTail, trials, usual);
  return { low: lowest === 0 ? null : lowest / trials, high };
}
