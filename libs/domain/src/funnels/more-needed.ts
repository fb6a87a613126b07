import { funnelTails } from '../statistics/funnel.js';
import { type Funnel, limitsAt, funnelStandingOf, type UnitCount } from './funnel-of-units.js';

/** Beyond ten times as many again (or 200) nobody waits for them. */
export const mostMoreNeeded = (n: number): number => Math.max(200, 10 * n);

/**
 * How many more answers or contacts at the same rate would tell: the least number with which the rate would lie beyond
 * the 99.8 % limits. 0 where it does already; null where no number up to `most` would, because it is so close to the
 * target or because units differ that much anyway.
 */
export function moreNeeded(funnel: Funnel, { numerator, n }: UnitCount, most = mostMoreNeeded(n)): number | null {
  const rate = numerator / n;
  const tells = (more: number): boolean =>
    funnelStandingOf(funnel, rate, limitsAt(funnel, n + more, funnelTails.outer)) !== 'within-chance';
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
