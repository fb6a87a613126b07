import type { CalendarOwner, DatedDayEntry, DayHours } from '@forecall/contracts';
import type { CalendarLayer, DatedDay, LeaveTime, WorkingWeek } from '@forecall/domain';
import type { Sql } from '../platform/database/database.js';

/** A dated day as the domain takes it, with what a reader wants to know of it. */
export type DatedRow = Omit<DatedDayEntry, 'hours'> & { readonly intervals?: DayHours };

/** What one owner sets, from the first day asked for on. */
export interface OwnedLayer extends CalendarLayer<DatedRow> {
  readonly owner: CalendarOwner;
}

interface LayerRow {
  readonly owner: CalendarOwner;
  readonly zone: string | null;
  readonly week: WorkingWeek | null;
  readonly keepsHolidays: boolean | null;
  readonly days: readonly DatedRow[];
}

/** The layers of a person, a department or the organisation, the nearest first. Days before `from` are left out. */
export async function layersOf(
  sql: Sql,
  { staffId, departmentId }: { readonly staffId: string | null; readonly departmentId: string | null },
  from: string,
): Promise<OwnedLayer[]> {
  const rows = await sql.rows<LayerRow>(
    /* sql */ `
    SELECT CASE WHEN c.staff_id IS NOT NULL THEN 'staff' WHEN c.department_id IS NOT NULL THEN 'department'
        ELSE 'organisation' END AS owner,
      c.zone, c.week, c.keeps_holidays AS "keepsHolidays",
      (SELECT coalesce(json_agg(${dayFields('e')}), '[]') FROM calendar_exception e
       WHERE e.calendar_id = c.id AND e.day >= $3) AS days
    FROM calendar c
    WHERE (c.staff_id IS NULL AND c.department_id IS NULL) OR c.staff_id = $1 OR c.department_id = $2
    ORDER BY c.staff_id NULLS LAST, c.department_id NULLS LAST`,
    [staffId, departmentId, from],
  );
  return rows.map(({ owner, zone, week, keepsHolidays, days }) => ({
    owner,
    zone: zone ?? undefined,
    week: week ?? undefined,
    keepsHolidays: keepsHolidays ?? undefined,
    days: new Map(days.map((day) => [day.day, day])),
  }));
}

/** What departments and the organisation (null) set for the days of a period, both included; days of people are not asked. */
export async function unitLayers(
  sql: Sql,
  { first, last }: { readonly first: string; readonly last: string },
): Promise<Map<string | null, CalendarLayer>> {
  const rows = await sql.rows<{
    departmentId: string | null;
    keepsHolidays: boolean | null;
    days: readonly DatedDay[];
  }>(
    /* sql */ `
    SELECT c.department_id AS "departmentId", c.keeps_holidays AS "keepsHolidays", (
      SELECT coalesce(json_agg(json_build_object('day', e.day, 'kind', e.kind)), '[]') FROM calendar_exception e
      WHERE e.calendar_id = c.id AND e.day BETWEEN $1 AND $2) AS days
    FROM calendar c WHERE c.staff_id IS NULL`,
    [first, last],
  );
  return new Map(
    rows.map(({ departmentId, keepsHolidays, days }) => [
      departmentId,
      { keepsHolidays: keepsHolidays ?? undefined, days: new Map(days.map((day) => [day.day, day])) },
    ]),
  );
}

/** The fields of a dated day \`e\`, as JSON. */
export const dayFields = (e: string): string => /* sql */ `json_strip_nulls(json_build_object(
  'id', ${e}.id, 'day', ${e}.day, 'kind', ${e}.kind, 'nameEn', ${e}.name_en, 'nameZh', ${e}.name_zh,
  'intervals', ${e}.intervals, 'source', ${e}.source, 'revision', ${e}.revision))`;

/** Somebody's time off from a day on. */
export const leavesOf = (sql: Sql, staffId: string, from: string): Promise<LeaveTime[]> =>
  sql.rows(
    /* sql */ `
    SELECT l."from"::text, l."to"::text, l.from_midday AS "fromMidday", l.until_midday AS "untilMidday"
    FROM leave l WHERE l.staff_id = $1 AND l."to" >= $2 ORDER BY l."from"`,
    [staffId, from],
  );

/** Where somebody works at an instant, and the zones that hold if no calendar says another. */
export const homeOf = (sql: Sql, staffId: string | null, at: Date) =>
  sql.first<{ zone: string; staffZone: string | null; departmentId: string | null }>(
    /* sql */ `
    SELECT o.zone, s.zone AS "staffZone", t.department_id AS "departmentId"
    FROM organisation o LEFT JOIN staff s ON s.id = $1
    LEFT JOIN membership m ON m.staff_id = s.id AND m."from" <= $2 AND (m."to" IS NULL OR $2 < m."to")
    LEFT JOIN team t ON t.id = m.team_id`,
    [staffId, at],
  );
