import type { PlanLoad } from '@forecall/contracts';
import { addDays, weekdayOf } from '@forecall/domain';

export const planViews = ['day', 'week', 'load'] as const;
export type PlanViewName = (typeof planViews)[number];

export interface Period {
  readonly from: string;
  /** Included. */
  readonly to: string;
}

/** So many weeks of load stand beside each other. */
export const weeksOfLoad = 5;

/** The Monday of a day's week. */
export const mondayOf = (day: string): string => addDays(day, -weekdayOf(day));

/** The days whose load a view shows; a day shows itself. */
export function periodOf(view: PlanViewName, on: string): Period {
  const from = view === 'day' ? on : mondayOf(on);
  return { from, to: view === 'day' ? on : addDays(from, view === 'week' ? 6 : 7 * weeksOfLoad - 1) };
}

/** Nobody of these works any more from a day on to the end of its week: it is the next one that is looked at. */
export function isWeekOver(callers: PlanLoad['callers'], today: string): boolean {
  const sunday = addDays(mondayOf(today), 6);
  const left = callers.flatMap(({ days }) => days.filter(({ day }) => day >= today && day <= sunday));
  return left.length > 0 && left.every(({ capacity }) => capacity === 0);
}

/** The day to look at one step on: of the load a week, so that what one looks at stays in sight. */
export const steppedBy = (view: PlanViewName, on: string, steps: number): string =>
  addDays(on, steps * (view === 'day' ? 1 : 7));
