import { holdsAt } from '../../attribution/attribution.service.js';
import { reachOf, type Viewer } from '../../platform/access/viewer.js';
import type { Sql } from '../../platform/database/database.js';

/** The department of somebody who leads and was in no team at a moment; undefined for everybody else. */
export async function departmentLed(sql: Sql, viewer: Viewer, at: string): Promise<string | undefined> {
  const { staffId, teamIds, departmentIds } = reachOf(viewer);
  if (teamIds.length === 0 && departmentIds.length === 0) return undefined;
  const row = await sql.first<{ id: string }>(
    /* sql */ `
    SELECT d.id FROM department d
    WHERE (d.id = ANY ($2::uuid[]) OR EXISTS (SELECT FROM team t WHERE t.department_id = d.id AND t.id = ANY ($3::uuid[])))
      AND NOT EXISTS (SELECT FROM membership m WHERE m.staff_id = $1 AND ${holdsAt('m', '$4::timestamptz')})
    ORDER BY d.id = ANY ($2::uuid[]) DESC, d.id LIMIT 1`,
    [staffId, departmentIds, teamIds, at],
  );
  return row?.id;
}
