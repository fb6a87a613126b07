import type { ClockKind } from '@forecall/domain';
import type { Sql } from '../../platform/database/database.js';

/** What is promised, and the duty that keeps it, where they do not agree. */
export interface ClockDuty {
  readonly complaintId: string;
  readonly kind: `complaint-${ClockKind}`;
  /** Who is to keep it; null: who leads the answerable department. */
  readonly ownerId: string | null;
  readonly departmentId: string | null;
  /** null: nothing is promised any more. */
  readonly dueAt: Date | null;
  readonly remindAt: Date | null;
  readonly running: number | null;
  readonly year: number | null;
  /** Whether the last clock of this kind was met. */
  readonly isMet: boolean;
  readonly dutyId: string | null;
  readonly dutyOwnerId: string | null;
  readonly dutyDueAt: Date | null;
}

/** A promise that was broken longer ago, as imports bring them, is nobody's work of today. */
const longestOverdueDays = 30;

/**
 * At most so many differences between running clocks and open duties: a duty to open, to end, to hand over or to move.
 * Of these complaints, or of all.
 */
export const clockDuties = (sql: Sql, complaintIds: readonly string[] | null, limit: number): Promise<ClockDuty[]> =>
  sql.rows<ClockDuty & Record<string, unknown>>(
    /* sql */ `
    WITH promised AS (
      SELECT k.id AS complaint_id, 'complaint-' || c.kind AS kind, k.owner_id,
        CASE WHEN k.owner_id IS NULL THEN contact.answerable_department_id END AS department_id,
        min(c.due_at) AS due_at, min(c.due_soon_at) AS due_soon_at, k.number, k.number_year AS year
      FROM clock c JOIN complaint k ON k.id = c.complaint_id JOIN contact ON contact.id = k.contact_id
      WHERE c.met_at IS NULL AND c.ended_at IS NULL AND k.is_open
        AND NOT EXISTS (SELECT FROM clock_pause p WHERE p.clock_id = c.id AND p."to" IS NULL)
        AND c.due_at > now() - interval '${longestOverdueDays} days' AND ($1::uuid[] IS NULL OR k.id = ANY ($1))
      GROUP BY k.id, c.kind, contact.answerable_department_id
    ), held AS (
      SELECT d.id, d.source_id, d.kind, d.owner_id, d.department_id, d.due_at FROM duty d
      WHERE d.source_entity = 'complaint' AND d.kind IN ('complaint-acknowledgement', 'complaint-answer')
        AND d.done_at IS NULL AND ($1::uuid[] IS NULL OR d.source_id = ANY ($1))
    )
    SELECT coalesce(p.complaint_id, h.source_id) AS "complaintId", coalesce(p.kind, h.kind) AS kind,
      p.owner_id AS "ownerId", p.department_id AS "departmentId", p.due_at AS "dueAt",
      CASE WHEN p.due_soon_at > now() THEN p.due_soon_at END AS "remindAt", p.number AS running, p.year,
      EXISTS (
        SELECT FROM clock c WHERE c.complaint_id = h.source_id AND 'complaint-' || c.kind = h.kind AND c.met_at IS NOT NULL
      ) AS "isMet",
      h.id AS "dutyId", h.owner_id AS "dutyOwnerId", h.due_at AS "dutyDueAt"
    FROM promised p FULL JOIN held h ON h.source_id = p.complaint_id AND h.kind = p.kind
    WHERE p.complaint_id IS NULL OR h.id IS NULL OR h.owner_id IS DISTINCT FROM p.owner_id
      OR h.department_id IS DISTINCT FROM p.department_id OR h.due_at <> p.due_at
    ORDER BY 1, 2 LIMIT $2`,
    [complaintIds, limit],
  );
