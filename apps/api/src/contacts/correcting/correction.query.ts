import type { LogContact } from '@forecall/contracts';
import type { Reach } from '../../platform/access/viewer.js';
import type { Sql } from '../../platform/database/database.js';
import { SqlValues } from '../../platform/database/sql-values.js';
import { isContactSeen, isCustomerWithheld } from '../../complaints/complaint-sight.service.js';
import type { ContactEntry } from '../logging/contact-entry.js';
import { isLed, isOwnAndFresh } from './correction-right.js';
import { resolvedFrom, type StoreFault } from '../logging/store-contacts.query.js';

/** What a contact says, under the names of the contract. */
export interface Said extends Omit<LogContact, 'id' | 'conversationId' | 'transferredFrom' | 'repId' | 'complaint'> {
  readonly repId: string | null;
  readonly handlingDepartmentId: string;
  readonly answerableDepartmentId: string;
}

export interface LockedContact {
  readonly said: Said;
  readonly revision: number;
  readonly isVoided: boolean;
  /** 0 none, 1 counts, 2 found by us */
  readonly complaintMark: number;
  readonly isLed: boolean;
  readonly isOwnAndFresh: boolean;
  readonly isOwn: boolean;
  /** It received a complaint about who asks: others correct it. */
  readonly isWithheld: boolean;
}

/** The contact, kept for this transaction, if it is within reach. */
export function lockContact(sql: Sql, id: string, reach: Reach): Promise<LockedContact | undefined> {
  const values = new SqlValues();
  return sql.first(
    /* sql */ `
    SELECT json_build_object(
        'accountId', c.account_id, 'personId', c.person_id, 'channel', c.channel, 'direction', c.direction,
        'purpose', c.purpose, 'outcome', c.outcome, 'startedAt', c.started_at, 'endedAt', c.ended_at,
        'waitSeconds', c.wait_seconds, 'talkSeconds', c.talk_seconds, 'holdSeconds', c.hold_seconds,
        'wrapSeconds', c.wrap_seconds, 'reasonId', c.reason_id, 'resolved', c.resolved, 'note', c.note,
        'attributes', c.attributes, 'repId', c.rep_id, 'handlingDepartmentId', c.handling_department_id,
        'answerableDepartmentId', c.answerable_department_id) AS said,
      c.revision, c.voided_at IS NOT NULL AS "isVoided", c.complaint_mark AS "complaintMark",
      ${isLed('c', reach, values)} AS "isLed", ${isOwnAndFresh('c', reach, values)} AS "isOwnAndFresh",
      coalesce(c.rep_id = ${values.add(reach.staffId, 'uuid')}, false) AS "isOwn",
      ${isCustomerWithheld('c.id', reach, values)} AS "isWithheld"
    FROM contact c WHERE c.id = ${values.add(id, 'uuid')} AND ${isContactSeen('c', reach, values)}
    FOR UPDATE`,
    values.list,
  );
}

export interface Resolved {
  readonly fault: StoreFault | null;
  readonly accountId: string | null;
  readonly handlingDepartmentId: string;
  readonly answerableDepartmentId: string;
  readonly frozen: Record<string, unknown>;
}

/** Whose a corrected contact would be. */
export const resolveEntry = (sql: Sql, entry: Partial<ContactEntry>): Promise<Resolved | undefined> =>
  sql.first(
    /* sql */ `
    WITH ${resolvedFrom('json_to_record($1)')}
    SELECT fault, account_id AS "accountId", handling_department_id AS "handlingDepartmentId",
      answerable_department_id AS "answerableDepartmentId",
      json_build_object('team_id', team_id, 'supervisor_id', supervisor_id, 'handling_department_id', handling_department_id,
        'account_class', account_class, 'rep_in_care_id', rep_in_care_id) AS frozen
    FROM resolved`,
    [JSON.stringify(entry)],
  );

/** Keeps what was there, then writes the new values of these columns. */
export async function reviseContact(
  sql: Sql,
  id: string,
  columns: Readonly<Record<string, unknown>>,
  by: { readonly signInId: string | null; readonly why: string },
): Promise<void> {
  await sql.change(
    /* sql */ `
    INSERT INTO revision_log (entity, entity_id, revision, by_sign_in_id, before, reason)
    SELECT 'contact', c.id, c.revision, $2, to_jsonb(c) - 'first_sha256', $3 FROM contact c WHERE c.id = $1`,
    [id, by.signInId, by.why],
  );
  const names = Object.keys(columns);
  await sql.change(
    `UPDATE contact SET ${names.map((name, n) => `${name} = $${n + 2}`).join(', ')}, revision = revision + 1 WHERE id = $1`,
    [id, ...Object.values(columns)],
  );
}

export const hasLiveAnswers = async (sql: Sql, contactId: string): Promise<boolean> =>
  (await sql.first('SELECT FROM answer WHERE contact_id = $1 AND voided_at IS NULL AND superseded_by IS NULL LIMIT 1', [
    contactId,
  ])) !== undefined;

/** What was promised in a contact and is still to be kept goes to its account. False: it has none to which it could. */
export async function movePromises(sql: Sql, contactId: string): Promise<boolean> {
  const promised = await sql.rows<{ id: string; accountId: string | null; account: string }>(
    /* sql */ `
    SELECT p.id, c.account_id AS "accountId", a.name AS account
    FROM promise p JOIN contact c ON c.id = p.contact_id LEFT JOIN account a ON a.id = c.account_id
    WHERE c.id = $1 AND p.kept_at IS NULL AND p.voided_at IS NULL AND p.broken_at IS NULL
    FOR UPDATE OF p`,
    [contactId],
  );
  if (promised.some(({ accountId }) => accountId === null)) return false;
  for (const { id, account } of promised) {
    await sql.change(
      `UPDATE promise p SET account_id = c.account_id, person_id = c.person_id, revision = p.revision + 1
       FROM contact c WHERE p.id = $1 AND c.id = p.contact_id`,
      [id],
    );
    await sql.change(
      `UPDATE duty SET parameters = parameters || jsonb_build_object('account', $2::text), revision = revision + 1
       WHERE source_entity = 'promise' AND source_id = $1 AND done_at IS NULL`,
      [id, account],
    );
  }
  return true;
}
