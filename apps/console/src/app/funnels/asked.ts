import type { Params } from '@angular/router';
import type { FunnelQuestion } from '@forecall/contracts';
import {
  type FunnelJudging,
  funnelJudgings,
  type FunnelMetric,
  funnelMetrics,
  type FunnelUnitName,
  funnelUnits,
  periodForm,
  periodOf,
} from '@forecall/domain';

/** The periods to choose from, of whole months, over which others are shown without names; an address may hold two days of one's own besides. */
export const funnelPeriods = [
  ...['last-month', 'last-3-months', 'last-quarter', 'last-12-months', 'last-year'],
] as const;
const usualPeriod = 'last-3-months';

/** What the page asks, as its address holds it. */
export interface Asked {
  readonly metric: FunnelMetric;
  /** A department by its id, or the company; left out: the first that one may ask for. */
  readonly of: string | undefined;
  readonly by: FunnelUnitName | undefined;
  /** By what they handle, where the figure allows it, or as if all handled the same. */
  readonly judged: FunnelJudging;
  readonly period: string;
}

/** What an address does not say, or says in words that mean nothing, is the usual. */
export function askedIn(address: Params, today: string): Asked {
  const one = (name: string): string => {
    const [first] = [address[name] as unknown].flat();
    return typeof first === 'string' ? first : '';
  };
  const period = one('period');
  return {
    metric: funnelMetrics.find((metric) => metric === one('metric')) ?? 'csat',
    of: one('of') || undefined,
    by: funnelUnits.find((unit) => unit === one('by')),
    judged: funnelJudgings.find((judged) => judged === one('judged')) ?? 'like-for-like',
    period: periodForm.test(period) && periodOf(period, today) ? period : usualPeriod,
  };
}

/** The same for the server, with the days of the period. */
export function questionOf({ metric, of, by, judged, period }: Asked, today: string): FunnelQuestion {
  const days = periodOf(period, today) ?? periodOf(usualPeriod, today);
  return { metric, of, by, judged, from: days?.from ?? today, to: days?.to ?? today };
}
