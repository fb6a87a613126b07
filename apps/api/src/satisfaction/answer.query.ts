import type { ContactAnswers } from '@forecall/contracts';
import { isWithinReach } from '../attribution/attribution.service.js';
import { isContactSeen, isCustomerWithheld } from '../complaints/complaint-sight.service.js';
import type { Reach } from '../platform/access/viewer.js';
import type { Sql } from '../platform/database/database.js';
import { SqlValues } from '../platform/database/sql-values.js';
import { type ToldReply, toldReply } from './told-reply.query.js';

export interface AnsweredContact {
  readonly isVoided: boolean;
  readonly isHandled: boolean;
  readonly isWithheld: boolean;
  readonly startedAt: Date;
}

/** Nobody merges the account meanwhile; an answer refers to it. Of a contact: that with which it was. */
export const lockAccount = (
  sql: Sql,
  { accountId = null, contactId }: { readonly accountId?: string | null; readonly contactId: string | null },
): Promise<unknown> =>
  sql.first(
    'SELECT FROM account WHERE id = coalesce($1, (SELECT c.account_id FROM contact c WHERE c.id = $2)) FOR KEY SHARE',
    [accountId, contactId],
  );

/** Nobody voids it meanwhile. */
export const lockContact = (sql: Sql, id: string): Promise<unknown> =>
  sql.first('SELECT FROM contact WHERE id = $1 FOR NO KEY UPDATE', [id]);

/** The contact, kept for this transaction, if it is within reach. */
export function lockAnsweredContact(sql: Sql, contactId: string, reach: Reach): Promise<AnsweredContact | undefined> {
  const values = new SqlValues();
  return sql.first(
    `SELECT c.voided_at IS NOT NULL AS "isVoided", c.outcome = 'handled' AS "isHandled", c.started_at AS "startedAt",
       ${isCustomerWithheld('c.id', reach, values)} AS "isWithheld"
     FROM contact c WHERE c.id = ${values.add(contactId, 'uuid')} AND ${isContactSeen('c', reach, values)} FOR NO KEY UPDATE`,
    values.list,
  );
}

export interface NewAnswer {
  readonly id: string;
  readonly contactId: string;
  readonly kind: string;
  readonly scale: number;
  readonly score: number;
  readonly text: string;
  readonly at: Date;
  readonly createdBy: string;
}

/** Credited to whom the contact is. */
export const insertAnswer = (sql: Sql, answer: NewAnswer): Promise<number> =>
  sql.change(
    /* sql */ `
    INSERT INTO answer (id, contact_id, account_id, kind, scale, score, text, entered_how, at, created_by,
      rep_id, team_id, supervisor_id, handling_department_id, answerable_department_id, account_class, rep_in_care_id,
      channel, reason_id)
    SELECT $1, c.id, c.account_id, $3, $4, $5, $6, 'by-hand', $7, $8,
      c.rep_id, c.team_id, c.supervisor_id, c.handling_department_id, c.answerable_department_id, c.account_class,
      c.rep_in_care_id, c.channel, c.reason_id
    FROM contact c WHERE c.id = $2`,
    [answer.id, answer.contactId, answer.kind, answer.scale, answer.score, answer.text, answer.at, answer.createdBy],
  );

/** The customer's last word counts: the earlier answer of this kind stays and counts no more. Gives back its id. */
export async function supersede(
  sql: Sql,
  {
    id,
    contactId,
    kind,
    item = null,
  }: Pick<NewAnswer, 'id' | 'contactId' | 'kind'> & { readonly item?: string | null },
): Promise<string | null> {
  const [earlier] = await sql.rows<{ id: string }>(
    `UPDATE answer SET superseded_by = $1, revision = revision + 1
     WHERE contact_id = $2 AND kind = $3 AND item IS NOT DISTINCT FROM $4 AND id <> $1
       AND superseded_by IS NULL AND voided_at IS NULL RETURNING id`,
    [id, contactId, kind, item],
  );
  return earlier?.id ?? null;
}

/** Whether an answer that the customer gave by a page of ours counts of this kind. */
export const hasOwnAnswer = async (sql: Sql, contactId: string, kind: string, item: string | null): Promise<boolean> =>
  (await sql.first(
    `SELECT FROM answer WHERE contact_id = $1 AND kind = $2 AND item IS NOT DISTINCT FROM $3 AND entered_how = 'survey'
       AND superseded_by IS NULL AND voided_at IS NULL LIMIT 1`,
    [contactId, kind, item],
  )) !== undefined;

export interface AnswersTold {
  readonly isWithheld: boolean;
  readonly answers: ContactAnswers['answers'];
  readonly replies: readonly { readonly askId: string; readonly reply: ToldReply | null }[];
}

export function answersOf(sql: Sql, contactId: string, reach: Reach): Promise<AnswersTold | undefined> {
  const values = new SqlValues();
  const isWithheld = `coalesce(${isCustomerWithheld('c.id', reach, values)}, false)`;
  return sql.first<AnswersTold & Record<string, unknown>>(
    /* sql */ `
    SELECT ${isWithheld} AS "isWithheld", coalesce((
        SELECT json_agg(json_build_object('askId', one.ask_id, 'reply', ${toldReply('one.ask_id')}) ORDER BY one.ask_id)
        FROM (SELECT DISTINCT a.ask_id FROM answer a WHERE a.contact_id = c.id AND a.ask_id IS NOT NULL) one), '[]')
      AS replies, coalesce((
      SELECT json_agg(json_build_object('id', a.id, 'askId', a.ask_id, 'kind', a.kind, 'item', a.item, 'scale', a.scale, 'score', a.score,
        'text', CASE WHEN ${isWithheld} THEN '' ELSE a.text END,
        'at', a.at, 'enteredHow', a.entered_how, 'supersededBy', a.superseded_by, 'voidedAt', a.voided_at,
        'voidReason', a.void_reason, 'revision', a.revision) ORDER BY a.at, a.created_at, a.id)
      FROM answer a WHERE a.contact_id = c.id), '[]') AS answers
    FROM contact c WHERE c.id = ${values.add(contactId, 'uuid')} AND ${isContactSeen('c', reach, values)}`,
    values.list,
  );
}

export interface LockedAnswer {
  readonly revision: number;
  readonly isWithheld: boolean;
  readonly isVoided: boolean;
}

export function lockAnswer(sql: Sql, id: string, reach: Reach): Promise<LockedAnswer | undefined> {
  const values = new SqlValues();
  const withheld = `coalesce(${isCustomerWithheld('a.contact_id', reach, values)}, false)`;
  return sql.first(
    `SELECT a.revision, a.voided_at IS NOT NULL AS "isVoided", ${withheld} AS "isWithheld" FROM answer a
     WHERE a.id = ${values.add(id, 'uuid')} AND ${isWithinReach('a', reach, values, `NOT ${withheld}`)} FOR UPDATE`,
    values.list,
  );
}

/** What it superseded counts again, or is superseded by what came after both. */
/** Given with the contact itself: stored at the same moment, by the same hand. */
export const answersWithContact = (sql: Sql, contactId: string): Promise<{ id: string }[]> =>
  sql.rows(
    `SELECT a.id FROM answer a JOIN contact c ON c.id = a.contact_id
     WHERE c.id = $1 AND a.created_at = c.created_at AND a.created_by = c.created_by AND a.voided_at IS NULL`,
    [contactId],
  );

export async function voidAnswer(sql: Sql, id: string, signInId: string, why: string): Promise<void> {
  await sql.change(
    `INSERT INTO revision_log (entity, entity_id, revision, by_sign_in_id, before, reason)
     SELECT 'answer', a.id, a.revision, $2, to_jsonb(a), $3 FROM answer a WHERE a.id = $1`,
    [id, signInId, why],
  );
  await sql.change('UPDATE answer SET voided_at = now(), void_reason = $2, revision = revision + 1 WHERE id = $1', [
    id,
    why,
  ]);
  await sql.change(
    `UPDATE answer earlier SET superseded_by = voided.superseded_by, revision = earlier.revision + 1
     FROM answer voided WHERE voided.id = $1 AND earlier.superseded_by = voided.id`,
    [id],
  );
}
