import type { ClockKind, ClockRule } from '@forecall/domain';
import type { Sql } from '../../platform/database/database.js';

/** A promise that a complaint's course has called for and that no clock was started for yet. */
export interface PendingClock extends ClockRule {
  readonly complaintId: string;
  readonly kind: ClockKind;
  readonly allowsPauses: boolean;
  readonly startedAt: Date;
  readonly departmentId: string;
}

/** The receipt promises both, each reopening an answer anew; each by the rule of its own moment. */
export const pendingClocks = (sql: Sql, complaintIds: readonly string[]): Promise<PendingClock[]> =>
  sql.rows<PendingClock & Record<string, unknown>>(
    /* sql */ `
    SELECT k.id AS "complaintId", rule.kind, rule.unit, rule.amount, rule.allows_pauses AS "allowsPauses",
      s.at AS "startedAt", c.answerable_department_id AS "departmentId"
    FROM complaint k JOIN contact c ON c.id = k.contact_id JOIN complaint_step s ON s.complaint_id = k.id
    CROSS JOIN LATERAL (
      SELECT DISTINCT ON (r.kind) r.* FROM clock_rule r WHERE r."from" <= s.at ORDER BY r.kind, r."from" DESC
    ) rule
    WHERE k.id = ANY ($1) AND (s.step = 'received' OR (s.step = 'reopened' AND rule.kind = 'answer'))
      AND NOT EXISTS (
        SELECT FROM clock WHERE clock.complaint_id = k.id AND clock.kind = rule.kind AND clock.started_at = s.at)
    ORDER BY s.at, rule.kind`,
    [complaintIds],
  );

/** When a clock stood, without the pause that lasts still; instants as JSON has them. */
export interface Paused {
  readonly id: string;
  readonly pauses: readonly { readonly from: string; readonly to: string }[];
}

export const pausesOf = (clock: string): string => /* sql */ `(
  SELECT coalesce(json_agg(json_build_object('from', p."from", 'to', p."to")), '[]') FROM clock_pause p
  WHERE p.clock_id = ${clock}.id AND p."to" IS NOT NULL) AS pauses`;

/** A clock that the receipt of a complaint started, with what is promised at the receipt as it stands now. */
export type ReceiptClock = Paused & (PendingClock | { readonly startedAt: null });

/** Those that a reopening started are not among them. */
export const receiptClocks = (sql: Sql, complaintId: string): Promise<ReceiptClock[]> =>
  sql.rows<ReceiptClock & Record<string, unknown>>(
    /* sql */ `
    SELECT clock.id, k.id AS "complaintId", clock.kind, rule.unit, rule.amount, rule.allows_pauses AS "allowsPauses",
      CASE WHEN rule.id IS NOT NULL THEN k.first_received_at END AS "startedAt",
      c.answerable_department_id AS "departmentId", ${pausesOf('clock')}
    FROM complaint k JOIN contact c ON c.id = k.contact_id JOIN clock ON clock.complaint_id = k.id
    LEFT JOIN LATERAL (
      SELECT r.* FROM clock_rule r WHERE r.kind = clock.kind AND r."from" <= k.first_received_at
      ORDER BY r."from" DESC LIMIT 1
    ) rule ON true
    WHERE k.id = $1 AND NOT EXISTS (
      SELECT FROM complaint_step s WHERE s.complaint_id = k.id AND s.step = 'reopened' AND s.at = clock.started_at)`,
    [complaintId],
  );

export interface StartedClock extends PendingClock {
  readonly id: string;
  readonly dueSoonAt: Date;
  readonly dueAt: Date;
}

/** With what the course says already: a step that meets it, an end. */
export async function insertClocks(sql: Sql, clocks: readonly StartedClock[]): Promise<void> {
  await sql.change(
    /* sql */ `
    INSERT INTO clock (id, complaint_id, kind, unit, amount, allows_pauses, started_at, due_soon_at, due_at)
    SELECT x.id, x."complaintId", x.kind, x.unit, x.amount, x."allowsPauses", x."startedAt", x."dueSoonAt", x."dueAt"
    FROM json_to_recordset($1) AS x (
      id uuid, "complaintId" uuid, kind text, unit text, amount integer, "allowsPauses" boolean,
      "startedAt" timestamptz, "dueSoonAt" timestamptz, "dueAt" timestamptz)
    ON CONFLICT ON CONSTRAINT clock_start DO NOTHING`,
    [JSON.stringify(clocks)],
  );
  await followCourse(sql, [...new Set(clocks.map(({ complaintId }) => complaintId))]);
}

/** The clocks of a complaint as they are reckoned anew; of these ids nothing is promised any more. */
export async function moveClocks(
  sql: Sql,
  complaintId: string,
  { moved, gone }: { readonly moved: readonly StartedClock[]; readonly gone: readonly string[] },
): Promise<void> {
  await sql.change('DELETE FROM clock WHERE id = ANY ($1)', [gone]);
  await sql.change(
    /* sql */ `
    UPDATE clock c SET unit = x.unit, amount = x.amount, allows_pauses = x."allowsPauses",
      started_at = x."startedAt", due_soon_at = x."dueSoonAt", due_at = x."dueAt"
    FROM json_to_recordset($1) AS x (id uuid, unit text, amount integer, "allowsPauses" boolean,
      "startedAt" timestamptz, "dueSoonAt" timestamptz, "dueAt" timestamptz)
    WHERE c.id = x.id`,
    [JSON.stringify(moved)],
  );
  await followCourse(sql, [complaintId]);
}

const followCourse = (sql: Sql, complaintIds: readonly string[]): Promise<number> =>
  sql.change(
    /* sql */ `
    UPDATE clock c SET met_at = clock_met_at(c.id), ended_at = CASE WHEN clock_met_at(c.id) IS NULL THEN k.voided_at END
    FROM complaint k
    WHERE k.id = c.complaint_id AND c.complaint_id = ANY ($1)
      AND (c.met_at IS DISTINCT FROM clock_met_at(c.id) OR (c.met_at IS NULL AND k.voided_at IS NOT NULL))`,
    [complaintIds],
  );
