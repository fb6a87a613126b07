import type { Sql } from '../../platform/database/database.js';

/** A call that is late and the duty to make it, where they do not agree. */
export interface LateCall {
  readonly callId: string;
  readonly accountName: string | null;
  readonly dueOn: string | null;
  /** Who is to make it; null: it is not late any more, or there is nobody. */
  readonly ownerId: string | null;
  readonly isReached: boolean;
  readonly dutyId: string | null;
  readonly dutyOwnerId: string | null;
}

/** At most so many differences: a duty to open, to hand over or to end. */
export const lateCalls = (sql: Sql, limit: number): Promise<LateCall[]> =>
  sql.rows<LateCall & Record<string, unknown>>(
    /* sql */ `
    WITH late AS (
      SELECT p.id, a.name, p.due_on, coalesce(p.staff_id, c.staff_id) AS owner_id
      FROM planned_call p JOIN account a ON a.id = p.account_id
      LEFT JOIN account_care c ON c.account_id = a.id AND c.part = 'rep' AND c."from" <= now() AND (c."to" IS NULL OR c."to" > now())
      WHERE p.state = 'planned' AND p.due_on < (SELECT (now() AT TIME ZONE zone)::date FROM organisation)
        AND coalesce(p.staff_id, c.staff_id) IS NOT NULL
    ), held AS (
      SELECT d.id, d.source_id, d.owner_id FROM duty d WHERE d.kind = 'proactive-call' AND d.done_at IS NULL
    )
    SELECT coalesce(l.id, h.source_id) AS "callId", l.name AS "accountName", l.due_on::text AS "dueOn", l.owner_id AS "ownerId",
      EXISTS (SELECT FROM planned_call p WHERE p.id = h.source_id AND p.state = 'reached') AS "isReached",
      h.id AS "dutyId", h.owner_id AS "dutyOwnerId"
    FROM late l FULL JOIN held h ON h.source_id = l.id
    WHERE l.id IS NULL OR h.id IS NULL OR h.owner_id IS DISTINCT FROM l.owner_id
    ORDER BY 1 LIMIT $1`,
    [limit],
  );
