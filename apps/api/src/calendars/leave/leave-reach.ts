import { allows } from '../../platform/access/permit.js';
import { hasRole, reachOf, type Viewer } from '../../platform/access/viewer.js';
import type { Sql } from '../../platform/database/database.js';
import { SqlValues } from '../../platform/database/sql-values.js';

/** Those one leads: who is in one's teams or departments now, and who leads a team of one's departments. SQL over a staff id. */
function isLed(staffId: string, viewer: Viewer, values: SqlValues): string {
  const { teamIds, departmentIds } = reachOf(viewer);
  const teams = values.add(teamIds, 'uuid[]');
  const departments = values.add(departmentIds, 'uuid[]');
  const holds = (row: string) => `${row}."from" <= now() AND (${row}."to" IS NULL OR ${row}."to" > now())`;
  return `(EXISTS (
      SELECT FROM membership m JOIN team t ON t.id = m.team_id
      WHERE m.staff_id = ${staffId} AND ${holds('m')} AND (t.id = ANY (${teams}) OR t.department_id = ANY (${departments})))
    OR EXISTS (
      SELECT FROM leadership led JOIN team t ON t.id = led.team_id
      WHERE led.staff_id = ${staffId} AND ${holds('led')} AND t.department_id = ANY (${departments})))`;
}

/** Whose leave one sees: one's own, that of those one leads, all of it for executives and administrators. */
export function isLeaveSeen(staffId: string, viewer: Viewer, values: SqlValues): string {
  if (hasRole(viewer, 'executive', 'admin')) return 'true';
  return `(${staffId} = ${values.add(viewer.staffId, 'uuid')} OR ${isLed(staffId, viewer, values)})`;
}

/** Whose leave one enters and changes: that of those one leads, all of it for administrators. */
export function isLeaveManaged(staffId: string, viewer: Viewer, values: SqlValues): string {
  if (!allows(viewer, 'leave.manage')) return 'false';
  return hasRole(viewer, 'admin') ? 'true' : isLed(staffId, viewer, values);
}

async function holdsFor(sql: Sql, staffId: string, rule: (id: string, values: SqlValues) => string): Promise<boolean> {
  const values = new SqlValues();
  const id = values.add(staffId, 'uuid');
  const row = await sql.first<{ holds: boolean }>(
    `SELECT ${rule(id, values)} AND EXISTS (SELECT FROM staff WHERE id = ${id}) AS holds`,
    values.list,
  );
  return row?.holds ?? false;
}

export const maySeeLeaveOf = (sql: Sql, viewer: Viewer, staffId: string): Promise<boolean> =>
  holdsFor(sql, staffId, (id, values) => isLeaveSeen(id, viewer, values));

export const mayManageLeaveOf = (sql: Sql, viewer: Viewer, staffId: string): Promise<boolean> =>
  holdsFor(sql, staffId, (id, values) => isLeaveManaged(id, viewer, values));
