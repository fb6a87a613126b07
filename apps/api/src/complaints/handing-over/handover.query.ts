import { v7 as uuid } from 'uuid';
import type { Sql } from '../../platform/database/database.js';

export interface Pending {
  readonly id: string;
  readonly fromId: string;
  readonly toId: string;
  readonly ownerBeforeId: string | null;
}

export const pendingHandover = (sql: Sql, complaintId: string): Promise<Pending | undefined> =>
  sql.first(
    `SELECT id, from_department_id AS "fromId", to_department_id AS "toId", owner_before_id AS "ownerBeforeId"
     FROM handover WHERE complaint_id = $1 AND answer IS NULL`,
    [complaintId],
  );

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

/** Whether somebody works here still, who could own a complaint. */
export const isAtWork = async (sql: Sql, staffId: string): Promise<boolean> =>
  (await sql.first(
    /* sql */ `
    SELECT FROM staff s WHERE s.id = $1
      AND (s.left_on IS NULL OR s.left_on >= (now() AT TIME ZONE (SELECT zone FROM organisation))::date)`,
    [staffId],
  )) !== undefined;
