import { isAccountInside } from '../../key-accounts/account-page.service.js';
import type { Reach } from '../../platform/access/viewer.js';
import type { Sql } from '../../platform/database/database.js';
import { SqlValues } from '../../platform/database/sql-values.js';
import type { LastMove, LockedCall } from './planned-call.query.js';

const today = '(SELECT (now() AT TIME ZONE o.zone)::date FROM organisation o)';

/** Given up today, and no other call of its account is due yet. */
export async function isMissedToday(sql: Sql, { id, state }: LockedCall): Promise<boolean> {
  if (state !== 'missed') return false;
  const row = await sql.first(
    /* sql */ `
    SELECT FROM planned_call p CROSS JOIN organisation o
    WHERE p.id = $1 AND (p.ended_at AT TIME ZONE o.zone)::date = ${today} AND NOT EXISTS (
      SELECT FROM planned_call other
      WHERE other.account_id = p.account_id AND other.state = 'planned' AND other.due_on <= ${today})`,
    [id],
  );
  return row !== undefined;
}

/** The account's next call, if it may be made on that day. */
export async function callThatCounts(sql: Sql, accountId: string, day: string): Promise<string | undefined> {
  const row = await sql.first<{ id: string }>(
    `SELECT id FROM planned_call WHERE account_id = $1 AND state = 'planned' AND earliest_on <= $2 ORDER BY due_on LIMIT 1`,
    [accountId, day],
  );
  return row?.id;
}

export async function seesAccount(sql: Sql, reach: Reach, accountId: string): Promise<boolean> {
  const values = new SqlValues();
  const row = await sql.first<{ is: boolean }>(
    `SELECT ${isAccountInside('a', reach, values)} AS is FROM account a WHERE a.id = ${values.add(accountId, 'uuid')}`,
    values.list,
  );
  return row?.is ?? false;
}

/** Days that the customer asked for in a contact, where nobody asked or moved the call since. */
export const asksOfContact = (
  sql: Sql,
  contactId: string,
  accountId: string,
): Promise<(Pick<LastMove, 'id' | 'before'> & { callId: string })[]> =>
  sql.rows(
    /* sql */ `
    SELECT m.id, p.id AS "callId", m.before FROM planned_call p JOIN planned_call_move m ON m.planned_call_id = p.id
    WHERE p.account_id = $2 AND p.state = 'planned' AND m.after ->> 'contactId' = $1::text AND m.undone_at IS NULL
      AND NOT EXISTS (
        SELECT FROM planned_call_move later
        WHERE later.planned_call_id = p.id AND later.undone_at IS NULL AND (later.at, later.id) > (m.at, m.id))`,
    [contactId, accountId],
  );

/** The calls that a contact made or tried, beside what it says now. */
export const callsOfContact = (
  sql: Sql,
  contactId: string,
): Promise<{ callId: string; state: string; isOwn: boolean; isCall: boolean; isReached: boolean; at: Date }[]> =>
  sql.rows(
    /* sql */ `
    SELECT p.id AS "callId", p.state, p.contact_id IS NOT DISTINCT FROM c.id AS "isOwn",
      c.purpose = 'proactive' AND c.account_id IS NOT DISTINCT FROM p.account_id AS "isCall",
      c.outcome = 'handled' AS "isReached", c.ended_at AS at
    FROM contact c JOIN call_attempt t ON t.contact_id = c.id JOIN planned_call p ON p.id = t.planned_call_id
    WHERE c.id = $1 FOR UPDATE OF p`,
    [contactId],
  );

/** The planned call that a contact made or tried; undefined: none. */
export async function callMadeBy(sql: Sql, contactId: string): Promise<string | undefined> {
  const row = await sql.first<{ id: string }>('SELECT planned_call_id AS id FROM call_attempt WHERE contact_id = $1', [
    contactId,
  ]);
  return row?.id;
}

/** Not made by this contact: it is planned again. */
export const giveBack = (sql: Sql, id: string, contactId: string): Promise<number> =>
  sql.change(
    `UPDATE planned_call SET state = 'planned', ended_at = NULL, contact_id = NULL, revision = revision + 1
     WHERE id = $1 AND contact_id = $2 AND state = 'reached'`,
    [id, contactId],
  );
