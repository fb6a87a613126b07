import { addDays } from '@forecall/domain';
import { calendarsOf, Spans, withUsualHours } from '../../calendars/calendar.service.js';
import type { Sql } from '../../platform/database/database.js';
import { callSettings } from './plan-input.query.js';

export interface Grace {
  readonly zone: string;
  /** The last day on which a call that is due on a day is in time. */
  until(dueOn: string): string;
}

/** So many working days of the organisation after the due day, as the settings are now. */
export async function graceNow(sql: Sql): Promise<Grace> {
  const { graceDays } = await callSettings(sql);
  const calendars = await calendarsOf(sql, [], '2000-01-01');
  const organisation = withUsualHours(calendars.ofUnit(null));
  const spans = new Spans();
  const known = new Map<string, string>();
  const lastDay = (dueOn: string) => {
    let day = dueOn;
    // A calendar without any working day ends the search after two months.
    for (let left = graceDays, looked = 0; left > 0 && looked < 60; looked += 1) {
      day = addDays(day, 1);
      if (spans.of(organisation, day).length > 0) left -= 1;
    }
    return day;
  };
  return {
    zone: organisation.zone,
    until: (dueOn) => {
      const until = known.get(dueOn) ?? lastDay(dueOn);
      known.set(dueOn, until);
      return until;
    },
  };
}
