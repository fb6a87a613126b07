import { holdsAt } from '../attribution/attribution.service.js';
import { standInsOfLeave } from '../calendars/leave/leave.service.js';
import type { Sql } from '../platform/database/database.js';

/**
 * Who stands in for whom at this moment; SQL of a relation (staff_id, stand_in_id). Today: the stand-in of a team or
 * department for its supervisor or head, and whoever was named for a leave.
 */
export const standIns = /* sql */ `
  SELECT lead.staff_id, beside.staff_id AS stand_in_id
  FROM leadership beside JOIN leadership lead
    ON lead.role <> 'stand-in' AND lead.staff_id <> beside.staff_id AND ${holdsAt('lead', 'now()')}
    AND (lead.team_id = beside.team_id OR lead.department_id = beside.department_id)
  WHERE beside.role = 'stand-in' AND ${holdsAt('beside', 'now()')}
  UNION SELECT away.staff_id, away.stand_in_id FROM (${standInsOfLeave}) away`;

/** Whose duties are in somebody's day: their own, and of those for whom they stand in. */
export async function peopleOf(sql: Sql, staffId: string): Promise<string[]> {
  const rows = await sql.rows<{ id: string }>(
    `SELECT DISTINCT staff_id AS id FROM (${standIns}) pair WHERE stand_in_id = $1`,
    [staffId],
  );
  return [staffId, ...rows.map(({ id }) => id)];
}
