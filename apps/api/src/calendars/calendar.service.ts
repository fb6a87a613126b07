import { Injectable } from '@nestjs/common';
import { addDays, isHoliday, localDay, type WorkingCalendar } from '@forecall/domain';
import { Database, type Sql } from '../platform/database/database.js';
import { type DatedRow, homeOf, layersOf, leavesOf, type OwnedLayer, unitLayers } from './calendar-layer.query.js';

export type { DatedRow, OwnedLayer } from './calendar-layer.query.js';
export { type Calendars, calendarsOf } from './calendars-of-staff.query.js';
export { daysOf, haveCommonTime, Spans, usualHours, withUsualHours } from './spans.js';

/** Whose working time is meant; neither: the organisation's. */
export interface WhoseTime {
  readonly staffId?: string | null;
  readonly departmentId?: string | null;
}

export interface EffectiveCalendar extends WorkingCalendar<DatedRow> {
  readonly layers: readonly OwnedLayer[];
}

/** A day before it, because a zone may be a day behind, and leave may have begun. */
const marginDays = 2;

/**
 * As it holds from an instant on: a person's own settings before those of the department of that instant, before the
 * organisation's. It knows all dated days and leave from then on, and nothing earlier.
 */
export async function calendarOf(sql: Sql, whose: WhoseTime, at: Date): Promise<EffectiveCalendar> {
  const staffId = whose.staffId ?? null;
  const home = await homeOf(sql, staffId, at);
  if (!home) throw new Error('There is no organisation yet: the first run is not done.');
  const from = addDays(localDay(at, home.zone), -marginDays);
  const layers = await layersOf(sql, { staffId, departmentId: whose.departmentId ?? home.departmentId }, from);
  const leaves = staffId === null ? [] : await leavesOf(sql, staffId, from);
  const [own, next] = [layers.find(({ owner }) => owner === 'staff'), layers.find(({ zone }) => zone)];
  return { zone: own?.zone ?? home.staffZone ?? next?.zone ?? home.zone, layers, leaves };
}

/** The working time of the organisation, a department or a person, for whoever reckons with it. */
@Injectable()
export class CalendarService {
  constructor(private readonly database: Database) {}

  calendarOf(whose: WhoseTime, at: Date, sql: Sql = this.database): Promise<EffectiveCalendar> {
    return calendarOf(sql, whose, at);
  }

  /** Tells of each department which of these days, both ends included, are holidays there. */
  async holidaysOf(first: string, last: string): Promise<(departmentId: string, day: string) => boolean> {
    const layers = await unitLayers(this.database, { first, last });
    const of = (departmentId: string | null) => layers.get(departmentId) ?? [];
    return (departmentId, day) => isHoliday([of(departmentId), of(null)].flat(), day);
  }
}
