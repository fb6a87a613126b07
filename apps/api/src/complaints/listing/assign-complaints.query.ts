import { isSeen, isWithheld, type Sight } from '../complaint-sight.service.js';
import type { Sql } from '../../platform/database/database.js';
import { SqlValues } from '../../platform/database/sql-values.js';

export interface AssignableComplaint {
  readonly id: string;
  readonly running: number;
  readonly year: number;
  readonly revision: number;
  readonly ownerId: string | null;
  readonly handlingDepartmentId: string;
  readonly answerableDepartmentId: string;
  readonly isOver: boolean;
  /** Whom it is about, it or those merged into it. */
  readonly concerned: readonly string[];
  readonly isWithheld: boolean;
}

/** Those of these in sight, kept for this transaction; always in one order, so that two at once do not block each other. */
export function lockForAssigning(sql: Sql, ids: readonly string[], sight: Sight): Promise<AssignableComplaint[]> {
  const values = new SqlValues();
  return sql.rows<AssignableComplaint>(
    `SELECT k.id, k.number AS running, k.number_year AS year, k.revision, k.owner_id AS "ownerId",
       c.handling_department_id AS "handlingDepartmentId", c.answerable_department_id AS "answerableDepartmentId",
       k.voided_at IS NOT NULL OR k.merged_into IS NOT NULL AS "isOver", ${isWithheld(sight, values)} AS "isWithheld",
       ARRAY(SELECT about.rep_concerned_id FROM complaint about
         WHERE (about.id = k.id OR about.merged_into = k.id) AND about.rep_concerned_id IS NOT NULL) AS concerned
     FROM complaint k JOIN contact c ON c.id = k.contact_id
     WHERE k.id = ANY (${values.add(ids, 'uuid[]')}) AND ${isSeen(sight, values)}
     ORDER BY k.id FOR UPDATE OF k`,
    values.list,
  );
}

/** Keeps what was there, then writes the owners; each raises its complaint's revision. */
export async function writeOwners(
  sql: Sql,
  owners: ReadonlyMap<string, string | null>,
  by: { readonly signInId: string; readonly why: string },
): Promise<void> {
  const ids = [...owners.keys()];
  await sql.change(
    `INSERT INTO revision_log (entity, entity_id, revision, by_sign_in_id, before, reason)
     SELECT 'complaint', k.id, k.revision, $2, to_jsonb(k), $3 FROM complaint k WHERE k.id = ANY ($1::uuid[])`,
    [ids, by.signInId, by.why],
  );
  await sql.change(
    `UPDATE complaint k SET owner_id = told.owner_id, revision = k.revision + 1
     FROM unnest($1::uuid[], $2::uuid[]) AS told (id, owner_id) WHERE k.id = told.id`,
    [ids, [...owners.values()]],
  );
}
