import { v7 as uuid } from 'uuid';
import { isAccountInside } from '../../key-accounts/account-page.service.js';
import type { Reach } from '../../platform/access/viewer.js';
import type { Sql } from '../../platform/database/database.js';
import { SqlValues } from '../../platform/database/sql-values.js';
import { callSettings } from '../planning/plan-input.query.js';

export interface LockedCall {
  readonly id: string;
  /** Not in time any more, by the organisation's day. */
  readonly isLate: boolean;
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
  /** The call that was given up as late for this one. */
  readonly missedId?: string;
  /** Calls that were taken out of the plan for this one. */
  readonly takenOut?: readonly TakenOut[];
}

/** A call that another one took the place of: all that puts it back. */
export interface TakenOut {
  readonly call: { readonly id: string; readonly due_on: string };
  readonly moves: readonly object[];
  /** Ids of its tries, which went over to the other one. */
  readonly tries: readonly string[];
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

const standingOf = /* sql */ `json_build_object('dueOn', p.due_on, 'earliestOn', p.earliest_on,
  'graceUntil', p.grace_until, 'staffId', p.staff_id, 'slotAt', p.slot_at, 'onDay', p.on_day, 'retryAt', p.retry_at,
  'isFixed', p.is_fixed, 'isAskedFor', p.is_asked_for)`;

export function lockCall(sql: Sql, reach: Reach, id: string): Promise<LockedCall | undefined> {
  const values = new SqlValues();
  return sql.first<LockedCall>(
    `SELECT p.id, p.account_id AS "accountId", p.due_on::text AS "dueOn", p.staff_id AS "staffId", p.slot_at AS "slotAt",
       p.state, p.revision, ${isSeen(reach, values)} AS "isSeen",
       coalesce(p.grace_until, p.due_on) < (SELECT (now() AT TIME ZONE o.zone)::date FROM organisation o) AS "isLate",
       ${standingOf} AS standing
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
  sql.change('UPDATE planned_call SET retry_at = greatest(retry_at, $2), revision = revision + 1 WHERE id = $1', [
    id,
    retryAt,
  ]);

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

/** Whether a call would overlap another one of a caller; whoever asks for a slot of theirs next waits for this answer. */
export async function isSlotTaken(
  sql: Sql,
  { staffId, start, callId }: { staffId: string; start: Date; callId: string },
): Promise<boolean> {
  await sql.change(`SELECT pg_advisory_xact_lock(hashtextextended('slots ' || $1, 0))`, [staffId]);
  const { slotMinutes } = await callSettings(sql);
  const taken = await sql.first(
    `SELECT FROM planned_call WHERE staff_id = $1 AND state = 'planned' AND id <> $4
       AND slot_at > $2::timestamptz - make_interval(mins => $3) AND slot_at < $2::timestamptz + make_interval(mins => $3)`,
    [staffId, start, slotMinutes, callId],
  );
  return taken !== undefined;
}

/** Whether another call of its account is due on a day; what the plan alone put there goes, and comes back by itself. */
export async function isDueTwice(
  sql: Sql,
  { id, accountId }: Pick<LockedCall, 'id' | 'accountId'>,
  on: string,
): Promise<boolean> {
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

export interface ReservedCall extends Pick<LockedCall, 'id' | 'standing'> {
  /** There was none on that day. */
  readonly isNew: boolean;
}

/**
 * The call of an account that is due on a day, made where there is none; undefined where it was made or missed. Its row
 * keeps a plan from putting another one there meanwhile.
 */
export async function reserveDay(sql: Sql, accountId: string, on: string): Promise<ReservedCall | undefined> {
  const there = await sql.first<ReservedCall & Pick<LockedCall, 'state'>>(
    `INSERT INTO planned_call AS p (id, account_id, due_on, earliest_on) VALUES ($1, $2, $3, $3)
     ON CONFLICT (account_id, due_on) DO UPDATE SET revision = p.revision + 1
     RETURNING p.id, p.state, ${standingOf} AS standing, xmax = 0 AS "isNew"`,
    [uuid(), accountId, on],
  );
  return there && ['planned', 'dropped'].includes(there.state) ? there : undefined;
}

/** Due on the day that the customer asked for, not before; with a place, there. */
export async function setAsked(
  sql: Sql,
  id: string,
  on: string,
  place: { readonly staffId: string; readonly start: Date; readonly onDay: string } | null,
): Promise<number> {
  const row = await sql.first<{ revision: number }>(
    /* sql */ `
    UPDATE planned_call SET due_on = $2, earliest_on = $2, grace_until = NULL, retry_at = NULL, is_asked_for = true,
      is_fixed = $3, staff_id = coalesce($4, staff_id), slot_at = $5, on_day = $6, state = 'planned', ended_at = NULL,
      revision = revision + 1
    WHERE id = $1 RETURNING revision`,
    [id, on, place !== null, place?.staffId ?? null, place?.start ?? null, place?.onDay ?? null],
  );
  if (!row) throw new Error('A call whose day is asked for is locked.');
  return row.revision;
}

/** Given up as late: it keeps who had it, for the figures. */
export const endLate = (sql: Sql, id: string): Promise<number> =>
  sql.change(
    /* sql */ `
    UPDATE planned_call p SET state = 'missed', ended_at = now(), revision = p.revision + 1,
      (team_id, department_id) = (
        SELECT m.team_id, t.department_id FROM membership m JOIN team t ON t.id = m.team_id
        WHERE m.staff_id = p.staff_id AND m."from" <= now() AND (m."to" IS NULL OR m."to" > now()))
    WHERE p.id = $1`,
    [id],
  );
