import betaQuantile from '@stdlib/stats-base-dists-beta-quantile';
import type { Proportion } from './difference-limits.js';
import { type Limits, mustBeProportion } from './proportion-limits.js';
import { mustBeInside } from './sound-input.js';

/**
 * What the group tells of one of its members before they are seen: rates spread about `mean` (0..1) as a beta distribution
 * whose two parameters sum to `strength`, in trials. Infinite strength: the members differ no more than by chance.
 */
export interface GroupRate {
  readonly mean: number;
  readonly strength: number;
}

/**
 * The spread of the true rates in a group by moments (beta-binomial). The mean is the ratio of sums; the strength follows
 * from how much more the members differ about it than binomial chance makes them. Where they differ no more, or nobody
 * had a success, or everybody only successes, the strength is infinite.
 * Source: Kleinman, JASA 68 (1973) 46, with the weights n.
 */
export function groupRate(members: readonly Proportion[]): GroupRate {
  if (members.length === 0) throw new RangeError('A group without members has no rate');
  members.forEach(({ successes, trials }, n) => mustBeProportion(successes, trials, ` of member ${n + 1}`));
  const trials = sum(members.map((member) => member.trials));
  const mean = sum(members.map((member) => member.successes)) / trials;
  const chance = mean * (1 - mean);
  const seen = sum(members.map((one) => one.trials * (one.successes / one.trials - mean) ** 2));
  const room = trials - sum(members.map((one) => one.trials ** 2)) / trials - (members.length - 1);
  const excess = seen - chance * (members.length - 1);
  if (chance === 0 || room <= 0 || excess <= 0) return { mean, strength: Number.POSITIVE_INFINITY };
  const correlation = Math.min(1, excess / (chance * room));
  return { mean, strength: 1 / correlation - 1 };
}

/**
 * A member's rate shrunk towards the group's: what to expect of them, with the interval in which their true rate lies with
 * probability `level`. `weight` (0..1) is how much of it is their own. A single point where the strength is infinite.
 */
export function shrunkRate(
  { successes, trials }: Proportion,
  { mean, strength }: GroupRate,
  level = 0.95,
): Limits & { readonly value: number; readonly weight: number } {
  mustBeProportion(successes, trials);
  mustBeInside('The level', level);
  if (strength === Number.POSITIVE_INFINITY) return { value: mean, weight: 0, low: mean, high: mean };
  const [a, b] = [mean * strength + successes, (1 - mean) * strength + trials - successes];
  const at = (p: number): number => (a === 0 ? 0 : b === 0 ? 1 : betaQuantile(p, a, b));
  const tail = (1 - level) / 2;
  return { value: a / (a + b), weight: trials / (trials + strength), low: at(tail), high: at(1 - tail) };
}

const sum = (values: readonly number[]): number => values.reduce((total, value) => total + value, 0);
