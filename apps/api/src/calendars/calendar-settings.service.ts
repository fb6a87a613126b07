import { Injectable } from '@nestjs/common';
import type { AddDatedDay, CalendarOwner, ChangeDatedDay, SetCalendar } from '@forecall/contracts';
import { hoursText } from '@forecall/domain';
import { IsNull } from 'typeorm';
import { v7 as uuid } from 'uuid';
import { type Act, changedMeanwhile } from '../organisation/acts/acts.service.js';
import { notFound } from '../platform/http/problem.js';
import { Calendar } from './calendar.entity.js';
import { CalendarException } from './calendar-exception.entity.js';

export interface Owner {
  readonly owner: CalendarOwner;
  readonly ownerId: string | null;
}

/** Sets hours, days off and days that are worked. Each is an act, audited and to be undone. */
@Injectable()
export class CalendarSettingsService {
  async set(act: Act, { owner, ownerId, revision, ...wanted }: SetCalendar): Promise<Calendar> {
    const present = await this.find(act, { owner, ownerId });
    const name = await nameOfOwner(act, { owner, ownerId });
    if ((present?.revision ?? null) !== revision) throw changedMeanwhile();
    const set = present
      ? await act.change(Calendar, present, wanted)
      : await act.add(Calendar, { id: uuid(), ...idsOf({ owner, ownerId }), ...wanted, country: null, region: null });
    await act.record({
      ...{ act: 'calendar.changed', entity: 'calendar', id: set.id, name },
      before: present && settingsOf(present),
      after: settingsOf(set),
    });
    return set;
  }

  /** All that a department or a person set for itself is gone: it follows the next one. */
  async remove(act: Act, id: string, revision: number): Promise<Calendar> {
    const calendar = await act.find(Calendar, id);
    if (calendar.departmentId === null && calendar.staffId === null) throw notFound('calendar');
    if (calendar.revision !== revision) throw changedMeanwhile();
    const days = await act.entities.findBy(CalendarException, { calendarId: id });
    for (const day of days) await act.withdraw(CalendarException, day);
    await act.withdraw(Calendar, calendar);
    await act.record({
      ...{ act: 'calendar.removed', entity: 'calendar', id, name: await nameOfOwner(act, ownerOf(calendar)) },
      before: { ...settingsOf(calendar), days: days.length },
    });
    return calendar;
  }

  async addDay(act: Act, { owner, ownerId, ...told }: AddDatedDay): Promise<CalendarException> {
    const calendar = await this.present(act, { owner, ownerId });
    const day = await act.add(CalendarException, rowOf(told, { id: uuid(), calendarId: calendar.id }));
    await act.record({ act: 'calendar.day-added', ...subjectOf(day), after: fieldsOf(day) });
    return day;
  }

  async changeDay(act: Act, id: string, { revision, ...told }: ChangeDatedDay): Promise<CalendarException> {
    const day = await act.find(CalendarException, id);
    const changed = await act.change(CalendarException, day, rowOf(told, day), revision);
    await act.record({
      ...{ act: 'calendar.day-changed', ...subjectOf(changed) },
      before: fieldsOf(day),
      after: fieldsOf(changed),
    });
    return changed;
  }

  async removeDay(act: Act, id: string, revision: number): Promise<CalendarException> {
    const day = await act.find(CalendarException, id);
    if (day.revision !== revision) throw changedMeanwhile();
    await act.withdraw(CalendarException, day);
    await act.record({ act: 'calendar.day-removed', ...subjectOf(day), before: fieldsOf(day) });
    return day;
  }

  /** The owner's calendar, made where it has none yet. */
  async present(act: Act, owner: Owner): Promise<Calendar> {
    const found = await this.find(act, owner);
    if (found) return found;
    await nameOfOwner(act, owner);
    const nothing = { zone: null, week: null, keepsHolidays: null, country: null, region: null };
    return act.add(Calendar, { id: uuid(), ...idsOf(owner), ...nothing });
  }

  private find(act: Act, owner: Owner): Promise<Calendar | null> {
    const { departmentId, staffId } = idsOf(owner);
    return act.entities.findOneBy(Calendar, {
      departmentId: departmentId ?? IsNull(),
      staffId: staffId ?? IsNull(),
    });
  }
}

const idsOf = ({ owner, ownerId }: Owner) => ({
  departmentId: owner === 'department' ? ownerId : null,
  staffId: owner === 'staff' ? ownerId : null,
});

const ownerOf = ({ departmentId, staffId }: Calendar): Owner =>
  staffId !== null
    ? { owner: 'staff', ownerId: staffId }
    : { owner: departmentId === null ? 'organisation' : 'department', ownerId: departmentId };

/** For the trail; also says that the owner is there. */
export async function nameOfOwner({ sql }: Act, { owner, ownerId }: Owner): Promise<string> {
  const row = await sql.first<{ name: string }>(
    /* sql */ `
    SELECT CASE $1 WHEN 'organisation' THEN (SELECT name FROM organisation)
      WHEN 'department' THEN (SELECT name FROM department WHERE id = $2)
      ELSE (SELECT name FROM staff WHERE id = $2) END AS name`,
    [owner, ownerId],
  );
  if (!row?.name) throw notFound(owner);
  return row.name;
}

/** For readers: the hours of Monday to Sunday as clocks show them. */
const settingsOf = ({ zone, week, keepsHolidays }: Calendar) => ({
  ...{ zone, keepsHolidays },
  week: week && week.map((hours) => hoursText(hours) || '–'),
});

const fieldsOf = ({ day, kind, nameEn, nameZh, intervals }: CalendarException) => ({
  ...{ day, kind, nameEn, nameZh },
  ...(intervals ? { hours: hoursText(intervals) } : {}),
});

const subjectOf = ({ id, day, nameEn }: CalendarException) => ({
  entity: 'calendar_exception',
  id,
  name: `${day} ${nameEn}`,
});

function rowOf(
  { day, kind, nameEn, nameZh, hours }: Pick<AddDatedDay, 'day' | 'kind' | 'nameEn' | 'nameZh' | 'hours'>,
  { id, calendarId }: Pick<CalendarException, 'id' | 'calendarId'>,
) {
  return { id, calendarId, day, kind, nameEn, nameZh, intervals: hours, source: 'by-hand' as const };
}
