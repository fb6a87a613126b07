import { addDays, type WorkingCalendar } from '@forecall/domain';
import { daysOf, Spans } from '../../calendars/calendar.service.js';

/** Working days of the organisation after a due day, up to the day of the call's place, or to today where that is over. */
export function lateness(
  organisation: WorkingCalendar,
  today: string,
): (dueOn: string, onDay: string | null) => number {
  const spans = new Spans();
  const worked = new Map<string, boolean>();
  const isWorked = (day: string) => {
    let known = worked.get(day);
    if (known === undefined) worked.set(day, (known = spans.of(organisation, day).length > 0));
    return known;
  };
  return (dueOn, onDay) => {
    const until = onDay !== null && onDay > today ? onDay : today;
    return daysOf(addDays(dueOn, 1), until).filter(isWorked).length;
  };
}
