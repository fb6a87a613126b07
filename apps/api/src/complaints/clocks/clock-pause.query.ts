import type { ClockKind } from '@forecall/domain';
import { v7 as uuid } from 'uuid';
import type { Sql } from '../../platform/database/database.js';
import { type Paused, pausesOf, type PendingClock } from './clock-start.query.js';

export interface RunningClock {
  readonly id: string;
  readonly kind: ClockKind;
  readonly allowsPauses: boolean;
  readonly isPaused: boolean;
  readonly isOver: boolean;
}

/** Those that are neither met nor ended. */
export const runningClocks = (sql: Sql, complaintId: string): Promise<RunningClock[]> =>
  sql.rows<RunningClock & Record<string, unknown>>(
    /* sql */ `
    SELECT clock.id, clock.kind, clock.allows_pauses AS "allowsPauses", clock.due_at <= now() AS "isOver",
      EXISTS (SELECT FROM clock_pause p WHERE p.clock_id = clock.id AND p."to" IS NULL) AS "isPaused"
    FROM clock WHERE clock.complaint_id = $1 AND clock.met_at IS NULL AND clock.ended_at IS NULL`,
    [complaintId],
  );

export async function insertPauses(
  sql: Sql,
  clockIds: readonly string[],
  { why, by }: { readonly why: string; readonly by: string },
): Promise<void> {
  await sql.change(
    /* sql */ `
    INSERT INTO clock_pause (id, clock_id, "from", why, by_sign_in_id)
    SELECT x.id, x.clock_id, now(), $3, $4 FROM unnest($1::uuid[], $2::uuid[]) AS x (id, clock_id)`,
    [clockIds.map(() => uuid()), clockIds, why, by],
  );
}

/** `met`: their clock was met; `void`: or what was promised allows none, or was over before they began. */
export type PausesToEnd = 'all' | 'met' | 'void';

/**
 * Now, or when the clock was met or over; what lies before the pause, such as a step told late, leaves none of it. Gives
 * the clocks.
 */
export async function closePauses(sql: Sql, complaintId: string, which: PausesToEnd): Promise<string[]> {
  const rows = await sql.rows<{ id: string }>(
    /* sql */ `
    UPDATE clock_pause p
    SET "to" = greatest(coalesce(c.met_at, CASE WHEN c.is_late THEN c.due_at END, now()), p."from" + interval '1 millisecond')
    FROM (
      SELECT clock.*, $2 = 'void' AND clock.due_at <= open."from" AS is_late
      FROM clock JOIN clock_pause open ON open.clock_id = clock.id AND open."to" IS NULL WHERE clock.complaint_id = $1
    ) c
    WHERE p.clock_id = c.id AND p."to" IS NULL
      AND ($2 = 'all' OR c.met_at IS NOT NULL OR c.is_late OR ($2 = 'void' AND NOT c.allows_pauses))
    RETURNING c.id`,
    [complaintId, which],
  );
  return rows.map(({ id }) => id);
}

/** As they were promised, in the order of their starts. */
export const clocksWithPauses = (sql: Sql, ids: readonly string[]): Promise<(PendingClock & Paused)[]> =>
  sql.rows<PendingClock & Paused & Record<string, unknown>>(
    /* sql */ `
    SELECT clock.id, clock.complaint_id AS "complaintId", clock.kind, clock.unit, clock.amount,
      clock.allows_pauses AS "allowsPauses", clock.started_at AS "startedAt",
      c.answerable_department_id AS "departmentId", ${pausesOf('clock')}
    FROM clock JOIN complaint k ON k.id = clock.complaint_id JOIN contact c ON c.id = k.contact_id
    WHERE clock.id = ANY ($1) ORDER BY clock.started_at`,
    [ids],
  );
