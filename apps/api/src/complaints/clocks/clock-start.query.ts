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
  await sql.change(
    /* sql */ `
    UPDATE clock c SET met_at = clock_met_at(c.id), ended_at = CASE WHEN clock_met_at(c.id) IS NULL THEN k.voided_at END
    FROM complaint k
    WHERE k.id = c.complaint_id AND c.complaint_id = ANY ($1)
      AND (c.met_at IS DISTINCT FROM clock_met_at(c.id) OR (c.met_at IS NULL AND k.voided_at IS NOT NULL))`,
    [[...new Set(clocks.map(({ complaintId }) => complaintId))]],
  );
}
