import type { LeaveTime, WorkingWeek } from '@forecall/domain';
import type { Sql } from '../platform/database/database.js';
import { type DatedRow, dayFields, type OwnedLayer } from './calendar-layer.query.js';
import type { EffectiveCalendar } from './calendar.service.js';

interface LayerRow {
  readonly owner: OwnedLayer['owner'];
  readonly ownerId: string | null;
  readonly zone: string | null;
  readonly week: WorkingWeek | null;
  readonly keepsHolidays: boolean | null;
  readonly days: readonly DatedRow[];
}

interface StaffRow {
  readonly id: string;
  readonly zone: string | null;
  readonly departmentId: string | null;
  readonly leaves: readonly LeaveTime[];
}

/** The working time of departments (null: of the organisation) and of people, from a day on. */
export interface Calendars {
  readonly ofStaff: ReadonlyMap<string, EffectiveCalendar>;
  /** As it is for whoever works there and sets nothing of their own. */
  ofUnit(departmentId: string | null): EffectiveCalendar;
  /** Where somebody works now; null for nobody's team. */
  departmentOf(staffId: string): string | null;
}

/** As `calendarOf`, for many people in three statements; what they share is one object. */
export async function calendarsOf(sql: Sql, staffIds: readonly string[], from: string): Promise<Calendars> {
  const organisation = await sql.first<{ zone: string }>('SELECT zone FROM organisation');
  const layers = await sql.rows<LayerRow>(
    /* sql */ `
      SELECT CASE WHEN c.staff_id IS NOT NULL THEN 'staff' WHEN c.department_id IS NOT NULL THEN 'department'
          ELSE 'organisation' END AS owner,
        coalesce(c.staff_id, c.department_id) AS "ownerId", c.zone, c.week, c.keeps_holidays AS "keepsHolidays",
        (SELECT coalesce(json_agg(${dayFields('e')}), '[]') FROM calendar_exception e
         WHERE e.calendar_id = c.id AND e.day >= $2) AS days
      FROM calendar c WHERE c.staff_id IS NULL OR c.staff_id = ANY ($1)`,
    [staffIds, from],
  );
  const staff = await sql.rows<StaffRow>(
    /* sql */ `
      SELECT s.id, s.zone, t.department_id AS "departmentId", (
        SELECT coalesce(json_agg(json_build_object('from', l."from", 'to', l."to", 'fromMidday', l.from_midday,
          'untilMidday', l.until_midday) ORDER BY l."from"), '[]')
        FROM leave l WHERE l.staff_id = s.id AND l."to" >= $2) AS leaves
      FROM staff s
      LEFT JOIN membership m ON m.staff_id = s.id AND m."from" <= now() AND (m."to" IS NULL OR now() < m."to")
      LEFT JOIN team t ON t.id = m.team_id
      WHERE s.id = ANY ($1)`,
    [staffIds, from],
  );
  if (!organisation) throw new Error('There is no organisation yet: the first run is not done.');
  const owned = new Map(layers.map((row) => [row.ownerId, layerOf(row)]));
  const units = new Map<string | null, EffectiveCalendar>();
  const ofUnit = (departmentId: string | null): EffectiveCalendar => {
    const known = units.get(departmentId);
    if (known) return known;
    const own = [departmentId === null ? undefined : owned.get(departmentId), owned.get(null)].filter(isThere);
    const made = { zone: own.find(({ zone }) => zone)?.zone ?? organisation.zone, layers: own, leaves: [] };
    units.set(departmentId, made);
    return made;
  };
  const departments = new Map(staff.map(({ id, departmentId }) => [id, departmentId]));
  return {
    ofUnit,
    departmentOf: (staffId) => departments.get(staffId) ?? null,
    ofStaff: new Map(
      staff.map(({ id, zone, departmentId, leaves }) => {
        const [own, unit] = [owned.get(id), ofUnit(departmentId)];
        if (!own && zone === null && leaves.length === 0) return [id, unit];
        return [
          id,
          { zone: own?.zone ?? zone ?? unit.zone, layers: own ? [own, ...unit.layers] : unit.layers, leaves },
        ];
      }),
    ),
  };
}

const isThere = (layer: OwnedLayer | undefined): layer is OwnedLayer => layer !== undefined;

const layerOf = ({ owner, zone, week, keepsHolidays, days }: LayerRow): OwnedLayer => ({
  owner,
  zone: zone ?? undefined,
  week: week ?? undefined,
  keepsHolidays: keepsHolidays ?? undefined,
  days: new Map(days.map((day) => [day.day, day])),
});
