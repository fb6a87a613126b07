import { addDays, type WorkingCalendar } from '@forecall/domain';
import { daysOf, Spans } from '../../calendars/calendar.service.js';

/** Working days of the organisation after a due day, up to today: a call that is to be made later is not later yet. */
export function lateness(organisation: WorkingCalendar, today: string): (dueOn: string) => number {
  const spans = new Spans();
  const worked = new Map<string, boolean>();
  const isWorked = (day: string) => {
    let known = worked.get(day);
    if (known === undefined) worked.set(day, (known = spans.of(organisation, day).length > 0));
    return known;
  };
  return (dueOn) => daysOf(addDays(dueOn, 1), today).filter(isWorked).length;
}
