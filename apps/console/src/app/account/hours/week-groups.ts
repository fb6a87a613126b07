import { hoursText, type LocalInterval } from '@forecall/domain';

/** Neighbouring days (1 is Monday) with the same hours. */
export interface WeekGroup {
  readonly first: number;
  readonly last: number;
  readonly hours: string;
}

/** A week as one says it: days off are left out. */
export function weekGroups(week: readonly (readonly LocalInterval[])[]): WeekGroup[] {
  const groups: WeekGroup[] = [];
  for (const [index, intervals] of week.entries()) {
    const [day, hours] = [index + 1, hoursText(intervals)];
    const before = groups.at(-1);
    if (hours === '') continue;
    if (before?.last === index && before.hours === hours) groups[groups.length - 1] = { ...before, last: day };
    else groups.push({ first: day, last: day, hours });
  }
  return groups;
}

/** Whether a local moment lies in the hours of its day; `weekday` 0 is Sunday, as calendars of programs count. */
export const isWithin = (
  week: readonly (readonly LocalInterval[])[],
  { weekday, minute }: { readonly weekday: number; readonly minute: number },
): boolean =>
  (week[(weekday + 6) % 7] ?? []).some(({ fromMinute, toMinute }) => fromMinute <= minute && minute < toMinute);
