import { addDays, dayPlan, localDay, type Span, type WorkingCalendar } from '@forecall/domain';
import { calendarsOf, daysOf, Spans, withUsualHours } from '../../calendars/calendar.service.js';
import type { Sql } from '../../platform/database/database.js';

/** When people work between two days, leave and holidays taken out. */
export class WorkingTimes {
  private readonly spans = new Spans();
  private readonly days: readonly string[];

  constructor(
    private readonly calendars: ReadonlyMap<string, WorkingCalendar>,
    from: string,
    to: string,
  ) {
    // The day of a zone far away begins the day before ours, or ends the day after.
    this.days = daysOf(addDays(from, -1), addDays(to, 1));
  }

  static async read(sql: Sql, staffIds: readonly string[], from: string, to: string): Promise<WorkingTimes> {
    const { ofStaff } = await calendarsOf(sql, staffIds, addDays(from, -1));
    return new WorkingTimes(new Map([...ofStaff].map(([id, calendar]) => [id, withUsualHours(calendar)])), from, to);
  }

  daysOf(staffId: string): { on: string; open: Span[] }[] {
    const calendar = this.calendars.get(staffId);
    if (!calendar) return [];
    return this.days.flatMap((on) => {
      const open = this.spans.of(calendar, on);
      return open.length > 0 ? [{ on, open }] : [];
    });
  }

  openOf(staffId: string): Span[] {
    return this.daysOf(staffId).flatMap(({ open }) => open);
  }

  /** The days on which somebody is on leave, whole or in part. */
  leaveOf(staffId: string): string[] {
    const calendar = this.calendars.get(staffId);
    return calendar ? this.days.filter((day) => dayPlan(calendar, day).leave) : [];
  }

  /** Why somebody does not work through all of a time; undefined if they do. */
  absence(staffId: string, { fromMs, toMs }: Span): 'leave' | 'hours' | undefined {
    if (this.openOf(staffId).some((open) => open.fromMs <= fromMs && toMs <= open.toMs)) return undefined;
    const calendar = this.calendars.get(staffId);
    return calendar && dayPlan(calendar, localDay(new Date(fromMs), calendar.zone)).leave ? 'leave' : 'hours';
  }
}
