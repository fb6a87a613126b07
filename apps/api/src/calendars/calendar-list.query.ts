import type { CalendarEntry, CalendarList } from '@forecall/contracts';
import type { Sql } from '../platform/database/database.js';
import { named, namedInBoth } from '../platform/database/named-json.js';

const entryFields = (c: string): string => /* sql */ `CASE WHEN ${c}.id IS NOT NULL THEN json_build_object(
  'id', ${c}.id, 'zone', ${c}.zone, 'week', ${c}.week, 'keepsHolidays', ${c}.keeps_holidays,
  'country', ${c}.country, 'region', ${c}.region, 'revision', ${c}.revision) END`;

const mostStaff = 200;

/** All calendars there are, and the departments that have none. */
export async function listCalendars(sql: Sql): Promise<CalendarList | undefined> {
  const row = await sql.first<{ list: CalendarList }>(/* sql */ `
    SELECT json_build_object(
      'zone', o.zone,
      'organisation', (
        SELECT ${entryFields('c')} FROM calendar c WHERE c.department_id IS NULL AND c.staff_id IS NULL),
      'departments', coalesce((
        SELECT json_agg(json_build_object(
          'department', ${namedInBoth('d')}, 'calendar', ${entryFields('c')}
        ) ORDER BY d.name COLLATE "zh-x-icu")
        FROM department d LEFT JOIN calendar c ON c.department_id = d.id
        WHERE d."to" IS NULL OR d."to" > now()), '[]'),
      'staff', coalesce((
        SELECT json_agg(one) FROM (
          SELECT json_build_object(
            'staff', ${named('s')},
            'department', ${namedInBoth('d')},
            'calendar', ${entryFields('c')}) AS one
          FROM calendar c JOIN staff s ON s.id = c.staff_id
          LEFT JOIN membership m ON m.staff_id = s.id AND m."from" <= now() AND (m."to" IS NULL OR m."to" > now())
          LEFT JOIN team t ON t.id = m.team_id LEFT JOIN department d ON d.id = t.department_id
          ORDER BY s.name COLLATE "zh-x-icu", s.id LIMIT ${mostStaff}) ones), '[]')
    ) AS list
    FROM organisation o`);
  return row?.list;
}

/** What one owner set; undefined where it has set nothing, or is not there. */
export async function oneCalendar(
  sql: Sql,
  { departmentId, staffId }: { readonly departmentId: string | null; readonly staffId: string | null },
): Promise<{ isOwnerThere: boolean; calendar: CalendarEntry | null }> {
  const row = await sql.first<{ isOwnerThere: boolean; calendar: CalendarEntry | null }>(
    /* sql */ `
    SELECT ($1::uuid IS NULL OR EXISTS (SELECT FROM department WHERE id = $1))
      AND ($2::uuid IS NULL OR EXISTS (SELECT FROM staff WHERE id = $2)) AS "isOwnerThere",
      (SELECT ${entryFields('c')} FROM calendar c
       WHERE c.department_id IS NOT DISTINCT FROM $1 AND c.staff_id IS NOT DISTINCT FROM $2) AS calendar`,
    [departmentId, staffId],
  );
  return row ?? { isOwnerThere: false, calendar: null };
}
