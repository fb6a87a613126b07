import { v7 as uuid } from 'uuid';
import { teamAt } from '../../attribution/attribution.service.js';
import type { Sql } from '../../platform/database/database.js';

/** A hand-over without an answer, as it is to the one who asks. */
export interface Pending {
  readonly id: string;
  readonly fromId: string;
  readonly toId: string;
  readonly ownerBeforeId: string | null;
  /** Whether who asks is today in a team of the department it came to. */
  readonly isOfTarget: boolean;
  /** Whether it was who asks that handed it over. */
  readonly isOwnAct: boolean;
}

/** By complaint. */
export async function pendingHandovers(
  sql: Sql,
  complaintIds: readonly string[],
  staffId: string,
): Promise<ReadonlyMap<string, Pending>> {
  const rows = await sql.rows<Pending & { complaintId: string }>(
    /* sql */ `
    SELECT h.complaint_id AS "complaintId", h.id, h.from_department_id AS "fromId", h.to_department_id AS "toId",
      h.owner_before_id AS "ownerBeforeId",
      EXISTS (SELECT FROM team t WHERE t.id = ${teamAt('$2::uuid', 'now()')} AND t.department_id = h.to_department_id) AS "isOfTarget",
      EXISTS (SELECT FROM sign_in s WHERE s.id = h.by_sign_in_id AND s.staff_id = $2) AS "isOwnAct"
    FROM handover h WHERE h.complaint_id = ANY ($1::uuid[]) AND h.answer IS NULL`,
    [complaintIds, staffId],
  );
  return new Map(rows.map((row) => [row.complaintId, row]));
}

export const pendingHandover = async (sql: Sql, id: string, staffId: string): Promise<Pending | undefined> =>
  (await pendingHandovers(sql, [id], staffId)).get(id);

export interface NewHandover {
  readonly complaintId: string;
  readonly fromId: string;
  readonly toId: string;
  readonly ownerBeforeId: string | null;
  readonly why: string;
  readonly by: string;
}

export const insertHandover = (sql: Sql, { complaintId, fromId, toId, ownerBeforeId, why, by }: NewHandover) =>
  sql.change(
    `INSERT INTO handover (id, complaint_id, from_department_id, to_department_id, owner_before_id, reason, by_sign_in_id)
     VALUES ($1, $2, $3, $4, $5, $6, $7)`,
    [uuid(), complaintId, fromId, toId, ownerBeforeId, why, by],
  );

export const answerHandover = (
  sql: Sql,
  id: string,
  {
    answer,
    why,
    by,
  }: { readonly answer: 'accepted' | 'returned' | 'withdrawn'; readonly why: string; readonly by: string },
) =>
  sql.change(
    `UPDATE handover SET answer = $2, answer_reason = $3, answered_at = now(), answered_by_sign_in_id = $4 WHERE id = $1`,
    [id, answer, why, by],
  );

/** Another department answers for the contact, and its figures follow by the tallies' triggers; what was is kept. */
export async function moveContact(
  sql: Sql,
  contactId: string,
  { toId, why, by }: { readonly toId: string; readonly why: string; readonly by: string },
): Promise<void> {
  await sql.change(
    /* sql */ `
    INSERT INTO revision_log (entity, entity_id, revision, by_sign_in_id, before, reason)
    SELECT 'contact', c.id, c.revision, $2, to_jsonb(c) - 'first_sha256', $3 FROM contact c WHERE c.id = $1 FOR UPDATE`,
    [contactId, by, why],
  );
  await sql.change('UPDATE contact SET answerable_department_id = $2, revision = revision + 1 WHERE id = $1', [
    ...[contactId, toId],
  ]);
}

export const isDepartmentToday = async (sql: Sql, id: string): Promise<boolean> =>
  (await sql.first(
    `SELECT FROM department d WHERE d.id = $1 AND d."from" <= now() AND (d."to" IS NULL OR d."to" > now())`,
    [id],
  )) !== undefined;

/** Who of these works here still, and could own a complaint. */
export async function staffAtWork(sql: Sql, ids: readonly string[]): Promise<ReadonlySet<string>> {
  const rows = await sql.rows<{ id: string }>(
    /* sql */ `
    SELECT s.id FROM staff s WHERE s.id = ANY ($1::uuid[])
      AND (s.left_on IS NULL OR s.left_on >= (now() AT TIME ZONE (SELECT zone FROM organisation))::date)`,
    [ids],
  );
  return new Set(rows.map(({ id }) => id));
}

export const isAtWork = async (sql: Sql, staffId: string): Promise<boolean> =>
  (await staffAtWork(sql, [staffId])).has(staffId);
