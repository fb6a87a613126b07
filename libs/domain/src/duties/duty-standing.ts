import { localDay } from '../calendar/local-day.js';

export const dutyStandings = ['overdue', 'today', 'later'] as const;
export type DutyStanding = (typeof dutyStandings)[number];

/**
 * Where an open duty stands: overdue from the instant it is due; today when it is due later on the same local day, whose
 * end is the midnight after it; else later. Instants in milliseconds, the day of the given zone (23, 24 or 25 hours).
 */
export function dutyStanding(dueAt: number, now: number, zone: string): DutyStanding {
  if (dueAt <= now) return 'overdue';
  return localDay(new Date(dueAt - 1), zone) === localDay(new Date(now), zone) ? 'today' : 'later';
}
