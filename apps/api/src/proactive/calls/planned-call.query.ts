import { v7 as uuid } from 'uuid';
import { isAccountInside } from '../../key-accounts/account-page.service.js';
import type { Reach } from '../../platform/access/viewer.js';
import type { Sql } from '../../platform/database/database.js';
import { SqlValues } from '../../platform/database/sql-values.js';

export interface LockedCall {
  readonly id: string;
  readonly accountId: string;
  readonly dueOn: string;
  readonly staffId: string | null;
  readonly slotAt: Date | null;
  readonly state: string;
  readonly revision: number;
  readonly isSeen: boolean;
}

export function lockCall(sql: Sql, reach: Reach, id: string): Promise<LockedCall | undefined> {
  const values = new SqlValues();
  return sql.first<LockedCall>(
    `SELECT p.id, p.account_id AS "accountId", p.due_on::text AS "dueOn", p.staff_id AS "staffId", p.slot_at AS "slotAt",
       p.state, p.revision, p.staff_id = ${values.add(reach.staffId, 'uuid')} IS TRUE
         OR ${isAccountInside('a', reach, values)} AS "isSeen"
     FROM planned_call p JOIN account a ON a.id = p.account_id
     WHERE p.id = ${values.add(id, 'uuid')} FOR UPDATE OF p`,
    values.list,
  );
}

export const insertAttempt = (
  sql: Sql,
  told: {
    readonly callId: string;
    readonly contactId: string;
    readonly personId: string | null;
    readonly staffId: string;
    readonly at: Date;
    readonly isReached: boolean;
  },
): Promise<number> =>
  sql.change(
    `INSERT INTO call_attempt (id, planned_call_id, contact_id, person_id, staff_id, at, is_reached)
     VALUES ($1, $2, $3, $4, $5, $6, $7)`,
    [uuid(), told.callId, told.contactId, told.personId, told.staffId, told.at, told.isReached],
  );

/** With the attribution of its contact, which stays. */
export const endReached = (sql: Sql, id: string, contactId: string, at: Date): Promise<number> =>
  sql.change(
    `UPDATE planned_call p SET state = 'reached', ended_at = $3, contact_id = c.id, staff_id = c.rep_id, team_id = c.team_id,
       department_id = c.handling_department_id, class = c.account_class, revision = p.revision + 1
     FROM contact c WHERE p.id = $1 AND c.id = $2`,
    [id, contactId, at],
  );

export const retryFrom = (sql: Sql, id: string, retryAt: Date): Promise<number> =>
  sql.change('UPDATE planned_call SET retry_at = $2, revision = revision + 1 WHERE id = $1', [id, retryAt]);

export const moveTo = (
  sql: Sql,
  id: string,
  { staffId, start, onDay }: { staffId: string; start: Date; onDay: string },
): Promise<number> =>
  sql.change(
    `UPDATE planned_call SET staff_id = $2, slot_at = $3, on_day = $4, unplaced = NULL, is_fixed = true,
       revision = revision + 1 WHERE id = $1`,
    [id, staffId, start, onDay],
  );

export const insertMove = (
  sql: Sql,
  { id, dueOn, staffId, slotAt }: Pick<LockedCall, 'id' | 'dueOn' | 'staffId' | 'slotAt'>,
  told: { readonly by: string; readonly askedBy: 'us' | 'customer'; readonly after: object; readonly why: string },
): Promise<number> =>
  sql.change(
    `INSERT INTO planned_call_move (id, planned_call_id, by_sign_in_id, asked_by, before, after, why)
     VALUES ($1, $2, $3, $4, $5, $6, $7)`,
    [
      uuid(),
      id,
      told.by,
      told.askedBy,
      JSON.stringify({ dueOn, staffId, slotAt }),
      JSON.stringify(told.after),
      told.why,
    ],
  );
