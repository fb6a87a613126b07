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
  /** What its dates and place were, for whoever takes a move back. */
  readonly standing: Standing;
}

export interface Standing {
  readonly dueOn: string;
  readonly earliestOn: string;
  readonly graceUntil: string | null;
  readonly staffId: string | null;
  readonly slotAt: string | null;
  readonly onDay: string | null;
  readonly retryAt: string | null;
  readonly isFixed: boolean;
  readonly isAskedFor: boolean;
}

/** For its caller, those who care for the account, and those who lead them. */
const isSeen = (reach: Reach, values: SqlValues): string =>
  `p.staff_id = ${values.add(reach.staffId, 'uuid')} IS TRUE OR ${isAccountInside('a', reach, values)}`;

export async function seesCall(sql: Sql, reach: Reach, id: string): Promise<boolean> {
  const values = new SqlValues();
  const row = await sql.first<{ isSeen: boolean }>(
    `SELECT ${isSeen(reach, values)} AS "isSeen" FROM planned_call p JOIN account a ON a.id = p.account_id
     WHERE p.id = ${values.add(id, 'uuid')}`,
    values.list,
  );
  return row?.isSeen ?? false;
}

export function lockCall(sql: Sql, reach: Reach, id: string): Promise<LockedCall | undefined> {
  const values = new SqlValues();
  return sql.first<LockedCall>(
    `SELECT p.id, p.account_id AS "accountId", p.due_on::text AS "dueOn", p.staff_id AS "staffId", p.slot_at AS "slotAt",
       p.state, p.revision, ${isSeen(reach, values)} AS "isSeen",
       json_build_object('dueOn', p.due_on, 'earliestOn', p.earliest_on, 'graceUntil', p.grace_until, 'staffId', p.staff_id,
         'slotAt', p.slot_at, 'onDay', p.on_day, 'retryAt', p.retry_at, 'isFixed', p.is_fixed,
         'isAskedFor', p.is_asked_for) AS standing
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
  { id, standing }: { readonly id: string; readonly standing: Partial<Standing> },
  told: { readonly by: string; readonly askedBy: 'us' | 'customer'; readonly after: object; readonly why: string },
): Promise<number> =>
  sql.change(
    `INSERT INTO planned_call_move (id, planned_call_id, by_sign_in_id, asked_by, before, after, why)
     VALUES ($1, $2, $3, $4, $5, $6, $7)`,
    [uuid(), id, told.by, told.askedBy, JSON.stringify(standing), JSON.stringify(told.after), told.why],
  );

export interface LastMove {
  readonly id: string;
  readonly by: string | null;
  readonly before: Standing;
}

/** The newest that nobody took back; none where somebody tried the call after it. */
export const lastMove = (sql: Sql, callId: string): Promise<LastMove | undefined> =>
  sql.first<LastMove>(
    /* sql */ `
    SELECT m.id, m.by_sign_in_id AS by, m.before FROM planned_call_move m
    WHERE m.planned_call_id = $1 AND m.undone_at IS NULL
      AND NOT EXISTS (SELECT FROM call_attempt t WHERE t.planned_call_id = $1 AND t.at > m.at)
    ORDER BY m.at DESC, m.id DESC LIMIT 1`,
    [callId],
  );

/** As it was. Where its slot was given to another call meanwhile, the plan finds it a new one. */
export async function takeMoveBack(sql: Sql, callId: string, { id, before }: LastMove): Promise<void> {
  await sql.change('UPDATE planned_call_move SET undone_at = now() WHERE id = $1', [id]);
  await sql.change(
    /* sql */ `
    UPDATE planned_call p SET due_on = b."dueOn", earliest_on = b."earliestOn", grace_until = b."graceUntil",
      staff_id = b."staffId", slot_at = CASE WHEN taken.id IS NULL THEN b."slotAt" END,
      on_day = CASE WHEN taken.id IS NULL THEN b."onDay" END, retry_at = b."retryAt", unplaced = NULL,
      is_fixed = b."isFixed" AND taken.id IS NULL, is_asked_for = b."isAskedFor", revision = p.revision + 1
    FROM jsonb_to_record($2) AS b ("dueOn" date, "earliestOn" date, "graceUntil" date, "staffId" uuid, "slotAt" timestamptz,
        "onDay" date, "retryAt" timestamptz, "isFixed" boolean, "isAskedFor" boolean)
      LEFT JOIN LATERAL (
        SELECT o.id FROM planned_call o WHERE o.staff_id = b."staffId" AND o.slot_at = b."slotAt" AND o.state = 'planned'
          AND o.id <> $1 LIMIT 1
      ) taken ON true
    WHERE p.id = $1`,
    [callId, JSON.stringify(before)],
  );
}

/** Whether another call of its account is due on a day; what the plan alone put there goes, and comes back by itself. */
export async function isDueTwice(sql: Sql, { id, accountId }: LockedCall, on: string): Promise<boolean> {
  await sql.change(
    `DELETE FROM planned_call p WHERE p.account_id = $1 AND p.due_on = $2 AND p.id <> $3 AND p.state = 'planned'
       AND NOT p.is_fixed AND NOT p.is_asked_for
       AND NOT EXISTS (SELECT FROM call_attempt t WHERE t.planned_call_id = p.id)`,
    [accountId, on, id],
  );
  return (
    (await sql.first(`SELECT FROM planned_call WHERE account_id = $1 AND due_on = $2 AND id <> $3`, [
      accountId,
      on,
      id,
    ])) !== undefined
  );
}
