import { Injectable } from '@nestjs/common';
import type { CalendarList, CalendarYear, CalendarYearQuery, DatedDayEntry, PlannedDay } from '@forecall/contracts';
import { addDays, dayPlan, startOfDay } from '@forecall/domain';
import type { Viewer } from '../platform/access/viewer.js';
import { Database } from '../platform/database/database.js';
import { notFound } from '../platform/http/problem.js';
import { CalendarService, type DatedRow, type EffectiveCalendar } from './calendar.service.js';
import { listCalendars, oneCalendar } from './calendar-list.query.js';
import { maySeeLeaveOf } from './leave/leave-reach.js';

/** Shows calendars: which there are, and what each day of a year is and why. */
@Injectable()
export class CalendarViewService {
  constructor(
    private readonly database: Database,
    private readonly calendars: CalendarService,
  ) {}

  async list(): Promise<CalendarList> {
    const list = await listCalendars(this.database);
    if (!list) throw notFound('organisation');
    return list;
  }

  /** Everybody may know when somebody works; who is on leave is shown to those who see the leave itself. */
  async year(viewer: Viewer, { owner, ownerId, year }: CalendarYearQuery): Promise<CalendarYear> {
    const departmentId = owner === 'department' ? ownerId : null;
    const staffId = owner === 'staff' ? ownerId : null;
    const { isOwnerThere, calendar } = await oneCalendar(this.database, { departmentId, staffId });
    if (!isOwnerThere) throw notFound(owner);
    const begin = `${year}-01-01`;
    const found = await this.calendars.calendarOf({ departmentId, staffId }, startOfDay(begin, 'UTC'));
    const seen = staffId === null || (await maySeeLeaveOf(this.database, viewer, staffId));
    const effective: EffectiveCalendar = seen ? found : { ...found, leaves: [] };
    const days: PlannedDay[] = [];
    for (let day = begin; day.startsWith(`${year}-`); day = addDays(day, 1)) days.push(plannedDay(effective, day));
    return { year, zone: effective.zone, calendar, days, dated: ownDays(effective, owner, year) };
  }
}

function plannedDay(calendar: EffectiveCalendar, day: string): PlannedDay {
  const { intervals, layer, dated, leave } = dayPlan(calendar, day);
  return {
    day,
    hours: [...intervals],
    by: calendar.layers[layer]?.owner ?? null,
    dated: dated ? shownDay(dated) : null,
    isLeave: leave !== undefined,
  };
}

export const shownDay = ({ intervals, ...day }: DatedRow): DatedDayEntry => ({ ...day, hours: intervals ?? null });

function ownDays(calendar: EffectiveCalendar, owner: string, year: number): DatedDayEntry[] {
  const own = calendar.layers.find((layer) => layer.owner === owner);
  return [...(own?.days.values() ?? [])]
    .filter(({ day }) => day.startsWith(`${year}-`))
    .toSorted((a, b) => (a.day < b.day ? -1 : 1))
    .map(shownDay);
}
