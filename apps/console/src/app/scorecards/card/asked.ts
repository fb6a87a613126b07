import type { Params } from '@angular/router';
import { addDays, periodForm, periodOf } from '@forecall/domain';

/** The periods to choose from; an address may hold two days of one's own besides. */
export const cardPeriods = ['last-month', 'this-month', 'last-quarter', 'this-quarter', 'last-12-months'] as const;
const usualPeriod = 'this-month';
/** The server takes no longer ones. */
const mostDays = 366;

export interface CardDays {
  readonly period: string;
  readonly from: string;
  readonly to: string;
}

/** What an address does not say, or says in words that mean nothing, is the running month. */
export function daysIn(address: Params, today: string): CardDays {
  const [asked] = [address['period'] as unknown].flat();
  const found = typeof asked === 'string' && periodForm.test(asked) ? periodOf(asked, today) : undefined;
  const isOne = found !== undefined && found.to <= addDays(found.from, mostDays);
  const period = isOne && typeof asked === 'string' ? asked : usualPeriod;
  const { from, to } = periodOf(period, today) ?? { from: today, to: addDays(today, 1) };
  return { period, from, to };
}
