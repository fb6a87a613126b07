import { funnelTails } from '../statistics/funnel.js';
import { type Funnel, limitsAt, funnelStandingOf, type UnitCount, weightOf } from './funnel-of-units.js';

/** Beyond ten times as many again (or 200) nobody waits for them. */
export const mostMoreNeeded = (n: number): number => Math.max(200, 10 * n);

/**
 * How many more answers or contacts at the same rate, of the same matters, would tell: the least number with which the rate would lie beyond
 * the 99.8 % limits. 0 where it does already; null where no number up to `most` would, because it is so close to the
 * target or because units differ that much anyway.
 */
export function moreNeeded(funnel: Funnel, unit: UnitCount, most = mostMoreNeeded(unit.n)): number | null {
  const { numerator, n, expected } = unit;
  const weight = weightOf(funnel, unit);
  const rate = numerator / weight;
  const weightWith = (more: number): number => (expected === undefined ? n + more : weight * (1 + more / n));
  const tells = (more: number): boolean =>
    funnelStandingOf(funnel, rate, limitsAt(funnel, weightWith(more), funnelTails.outer)) !== 'within-chance';
  if (tells(0)) return 0;
  let [no, yes] = [0, 1];
  while (!tells(yes)) {
    if (yes >= most) return null;
    [no, yes] = [yes, Math.min(most, yes * 2)];
  }
  while (yes - no > 1) {
    const middle = Math.floor((no + yes) / 2);
    if (tells(middle)) yes = middle;
    else no = middle;
  }
  return yes;
}
