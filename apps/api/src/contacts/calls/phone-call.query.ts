import type { CallCourse, CallFacts } from '@forecall/domain';
import { v7 as uuid } from 'uuid';
import type { Sql } from '../../platform/database/database.js';

/** A telephone system that may tell of calls. */
export interface PhoneLine {
  readonly id: string;
  readonly departmentId: string;
  readonly createdBy: string | null;
}

export const phoneLineBySecret = (sql: Sql, secretSha256: Buffer): Promise<PhoneLine | undefined> =>
  sql.first(
    `SELECT id, department_id AS "departmentId", created_by AS "createdBy" FROM phone_line
     WHERE secret_sha256 = $1 AND revoked_at IS NULL`,
    [secretSha256],
  );

/** One event of a call, its people and numbers found. */
export interface ToldEvent {
  readonly callId: string;
  readonly direction: 'in' | 'out';
  readonly from: string;
  readonly to: string;
  readonly e164: string | null;
  readonly queue: string;
  readonly cause: string;
  readonly kind: 'newCall' | 'answer' | 'hangup';
  /** Whose telephones ring, or who calls. */
  readonly rungStaffIds: readonly string[];
  /** Who answered, or who calls; null where that is not told. */
  readonly staffId: string | null;
}

export interface PhoneCall {
  readonly id: string;
  readonly direction: 'in' | 'out';
  readonly fromNumber: string;
  readonly toNumber: string;
  readonly e164: string | null;
  readonly queue: string;
  readonly newAt: Date | null;
  readonly answeredAt: Date | null;
  readonly hungUpAt: Date | null;
  readonly cause: string;
  readonly staffId: string | null;
  /** Whose telephones rang. */
  readonly rungStaffIds: readonly string[];
  readonly contactId: string | null;
}

const columns = /* sql */ `
  c.id, c.direction, c.from_number AS "fromNumber", c.to_number AS "toNumber", c.e164, c.queue, c.new_at AS "newAt",
  c.answered_at AS "answeredAt", c.hung_up_at AS "hungUpAt", c.cause, c.staff_id AS "staffId", c.rung_staff_ids AS "rungStaffIds", c.contact_id AS "contactId"`;

export const factsOf = ({ direction, newAt, answeredAt, hungUpAt, cause }: PhoneCall): CallFacts => ({
  ...{ direction, cause },
  newAt: newAt?.getTime() ?? null,
  answeredAt: answeredAt?.getTime() ?? null,
  hungUpAt: hungUpAt?.getTime() ?? null,
});

/**
 * Adds an event to its call, which is kept for this transaction. Of each kind the first one counts, and what is known is
 * not forgotten: an event may come again, late, or before the one it follows.
 */
export async function tellOfCall(sql: Sql, lineId: string, told: ToldEvent): Promise<PhoneCall> {
  const at = (kind: ToldEvent['kind']) => (told.kind === kind ? new Date() : null);
  const call = await sql.first<PhoneCall>(
    /* sql */ `
    INSERT INTO phone_call AS c (id, phone_line_id, call_id, direction, from_number, to_number, e164, queue, cause,
      new_at, answered_at, hung_up_at, rung_staff_ids, staff_id)
    VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14)
    ON CONFLICT (phone_line_id, call_id) DO UPDATE SET
      e164 = coalesce(c.e164, EXCLUDED.e164),
      queue = CASE WHEN c.queue = '' THEN EXCLUDED.queue ELSE c.queue END,
      cause = CASE WHEN c.cause = '' THEN EXCLUDED.cause ELSE c.cause END,
      new_at = coalesce(c.new_at, EXCLUDED.new_at),
      answered_at = coalesce(c.answered_at, EXCLUDED.answered_at),
      hung_up_at = coalesce(c.hung_up_at, EXCLUDED.hung_up_at),
      rung_staff_ids = ARRAY(SELECT DISTINCT unnest(c.rung_staff_ids || EXCLUDED.rung_staff_ids)),
      staff_id = coalesce(c.staff_id, EXCLUDED.staff_id)
    RETURNING ${columns}`,
    [
      ...[uuid(), lineId, told.callId, told.direction, told.from, told.to, told.e164, told.queue, told.cause],
      ...[at('newCall'), at('answer'), at('hangup'), told.rungStaffIds, told.staffId],
    ],
  );
  if (!call) throw new Error('A call that was told of is there.');
  return call;
}

export const setContact = (sql: Sql, callId: string, contactId: string | null): Promise<number> =>
  sql.change('UPDATE phone_call SET contact_id = $2 WHERE id = $1', [callId, contactId]);

/** The contact is none after all: its call waits to be logged again. */
export const releaseCall = (sql: Sql, contactId: string): Promise<number> =>
  sql.change('UPDATE phone_call SET contact_id = NULL WHERE contact_id = $1', [contactId]);

/** Somebody's call that is not logged yet, kept for this transaction. */
export const lockOwnCall = (sql: Sql, id: string, staffId: string): Promise<PhoneCall | undefined> =>
  sql.first(
    `SELECT ${columns} FROM phone_call c
     WHERE c.id = $1 AND c.contact_id IS NULL AND (c.staff_id = $2 OR c.staff_id IS NULL AND $2 = ANY (c.rung_staff_ids))
     FOR UPDATE`,
    [id, staffId],
  );

/** What the desk did not know of wait and talk, where it fits between the contact's start and end. */
export const fillDurations = (
  sql: Sql,
  contactId: string,
  { waitSeconds, talkSeconds }: Pick<CallCourse, 'waitSeconds' | 'talkSeconds'>,
): Promise<number> =>
  sql.change(
    /* sql */ `
    UPDATE contact SET wait_seconds = coalesce(wait_seconds, $2), talk_seconds = coalesce(talk_seconds, $3)
    WHERE id = $1 AND channel = 'phone' AND direction = 'in' AND outcome = 'handled'
      AND (wait_seconds IS NULL AND $2::int IS NOT NULL OR talk_seconds IS NULL AND $3::int IS NOT NULL)
      AND coalesce(wait_seconds, $2, 0) + coalesce(talk_seconds, $3, 0) <= extract(epoch FROM ended_at - started_at) + 60`,
    [contactId, waitSeconds, talkSeconds],
  );

/** How long a telephone is taken to ring where nobody says that it stopped. */
const ringsAtMostMinutes = 10;

/** What rings at somebody's desk, and what was answered there and is not logged yet; the oldest first. */
export const deskCalls = (sql: Sql, staffId: string): Promise<PhoneCall[]> =>
  sql.rows(
    /* sql */ `
    SELECT ${columns} FROM (
      SELECT * FROM phone_call
      WHERE staff_id = $1 AND contact_id IS NULL AND dismissed_at IS NULL AND created_at > now() - interval '24 hours'
      UNION
      SELECT * FROM phone_call
      WHERE rung_staff_ids @> ARRAY[$1::uuid] AND answered_at IS NULL AND hung_up_at IS NULL AND contact_id IS NULL
        AND dismissed_at IS NULL AND created_at > now() - interval '${ringsAtMostMinutes} minutes'
    ) c ORDER BY c.created_at, c.id LIMIT 20`,
    [staffId],
  );

export const dismissCall = (sql: Sql, id: string, staffId: string): Promise<number> =>
  sql.change(
    `UPDATE phone_call SET dismissed_at = coalesce(dismissed_at, now())
     WHERE id = $1 AND contact_id IS NULL AND (staff_id = $2 OR $2 = ANY (rung_staff_ids))`,
    [id, staffId],
  );

/** Staff at work by extension, e-mail address or name, as a telephone system names them. */
export async function staffNamed(sql: Sql, names: readonly string[]): Promise<string[]> {
  if (names.length === 0) return [];
  const rows = await sql.rows<{ id: string }>(
    /* sql */ `
    SELECT s.id FROM staff s
    WHERE (s.extension = ANY ($1)
        OR lower(s.email) IN (SELECT lower(unnest($1::text[])))
        OR folded(s.name) IN (SELECT folded(unnest($1::text[])))
        OR s.id IN (SELECT i.staff_id FROM sign_in i WHERE lower(i.email) IN (SELECT lower(unnest($1::text[])))))
      AND s.left_on IS NULL
    ORDER BY s.id LIMIT 200`,
    [names],
  );
  return rows.map(({ id }) => id);
}

/** The department that a queue is named after. */
export const departmentOfQueue = (sql: Sql, queue: string): Promise<{ id: string } | undefined> =>
  sql.first(
    `SELECT id FROM department WHERE (lower(name) = lower($1) OR name_zh = $1) AND ("to" IS NULL OR "to" > now()) LIMIT 1`,
    [queue],
  );
