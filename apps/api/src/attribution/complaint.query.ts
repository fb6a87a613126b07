import { reachOf, type Viewer } from '../platform/access/viewer.js';
import type { Sql } from '../platform/database/database.js';
import type { SqlValues } from '../platform/database/sql-values.js';

/** Which complaints somebody sees: their own ones, and those of the departments in which they lead. */
export interface Sight {
  readonly everything: boolean;
  readonly staffId: string;
  readonly departmentIds: readonly string[];
}

export async function sightOf(sql: Sql, viewer: Viewer): Promise<Sight> {
  const { everything, staffId, departmentIds, teamIds } = reachOf(viewer);
  const ofTeams =
    teamIds.length === 0
      ? []
      : await sql.rows<{ id: string }>('SELECT DISTINCT department_id AS id FROM team WHERE id = ANY ($1)', [teamIds]);
  return { everything, staffId, departmentIds: [...new Set([...departmentIds, ...ofTeams.map(({ id }) => id)])] };
}

/**
 * Owner, receiver, rep concerned, supervisors and heads of the receiving and of the answerable department; as long as a
 * hand-over is not answered, also who had it before. SQL over the complaint `k` and its contact `c`.
 */
export function isSeen({ everything, staffId, departmentIds }: Sight, values: SqlValues): string {
  if (everything) return 'true';
  const own = values.add(staffId, 'uuid');
  const departments = values.add(departmentIds, 'uuid[]');
  return `coalesce(
    k.owner_id = ${own} OR k.rep_concerned_id = ${own} OR c.rep_id = ${own}
    OR c.handling_department_id = ANY (${departments}) OR c.answerable_department_id = ANY (${departments})
    OR k.id IN (${handedOverBy(own, departments)}), false)`;
}

/** The complaints whose hand-over waits for an answer, of these departments and this owner before it; SQL of ids. */
export const handedOverBy = (staffId: string, departmentIds: string): string =>
  `SELECT h.complaint_id FROM handover h
   WHERE h.answer IS NULL AND (h.from_department_id = ANY (${departmentIds}) OR h.owner_before_id = ${staffId})`;
