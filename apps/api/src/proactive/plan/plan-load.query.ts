import type { Sql } from '../../platform/database/database.js';

/** A caller with the clock that their days go by. */
export interface CallerClock {
  readonly id: string;
  readonly zone: string;
  readonly today: string;
}

export interface Period {
  readonly from: string;
  readonly to: string;
}

interface PlannedCount {
  readonly staffId: string;
  readonly day: string;
  readonly planned: number;
  readonly late: number;
  readonly atRisk: number;
}

interface EndedCount {
  readonly staffId: string;
  readonly day: string;
  readonly made: number;
  readonly missed: number;
}

const clocks = (callers: readonly CallerClock[]) => [
  callers.map(({ id }) => id),
  callers.map(({ today }) => today),
  callers.map(({ zone }) => zone),
];

/** What is left from days before is to be made today. */
export const plannedByDay = (
  sql: Sql,
  callers: readonly CallerClock[],
  { from, to }: Period,
): Promise<PlannedCount[]> =>
  sql.rows<PlannedCount>(
    /* sql */ `
    SELECT p.staff_id AS "staffId", greatest(p.on_day, c.today)::text AS day, count(*)::int AS planned,
      count(*) FILTER (WHERE p.due_on < c.today)::int AS late,
      count(*) FILTER (WHERE p.band = 'at-risk')::int AS "atRisk"
    FROM unnest($1::uuid[], $2::date[], $3::text[]) AS c (id, today, zone)
    JOIN planned_call p ON p.staff_id = c.id AND p.state = 'planned' AND p.on_day <= $5
      AND (p.on_day >= $4 OR c.today BETWEEN $4 AND $5)
    GROUP BY 1, 2`,
    [...clocks(callers), from, to],
  );

export const endedByDay = (sql: Sql, callers: readonly CallerClock[], { from, to }: Period): Promise<EndedCount[]> =>
  sql.rows<EndedCount>(
    /* sql */ `
    SELECT p.staff_id AS "staffId", (p.ended_at AT TIME ZONE c.zone)::date::text AS day,
      count(*) FILTER (WHERE p.state = 'reached')::int AS made, count(*) FILTER (WHERE p.state = 'missed')::int AS missed
    FROM unnest($1::uuid[], $2::date[], $3::text[]) AS c (id, today, zone)
    JOIN planned_call p ON p.staff_id = c.id AND p.state <> 'planned'
      AND p.ended_at >= $4::date::timestamp AT TIME ZONE c.zone AND p.ended_at < ($5::date + 1)::timestamp AT TIME ZONE c.zone
    GROUP BY 1, 2`,
    [...clocks(callers), from, to],
  );

/** Of the accounts in their care, due by a day; counted up to `most`. */
export async function countUnplaced(sql: Sql, callerIds: readonly string[], to: string, most: number): Promise<number> {
  const row = await sql.first<{ n: number }>(
    /* sql */ `SELECT count(*)::int AS n FROM (${unplacedIds} LIMIT ${most}) counted`,
    [callerIds, to],
  );
  return row?.n ?? 0;
}

/** Of accounts in the care of $1, due by $2 and without a place. */
export const unplacedIds = /* sql */ `
  SELECT p.id FROM account_care care JOIN planned_call p ON p.account_id = care.account_id
  WHERE care.staff_id = ANY ($1) AND care.part = 'rep' AND care."from" <= now() AND (care."to" IS NULL OR care."to" > now())
    AND p.state = 'planned' AND p.slot_at IS NULL AND p.due_on <= $2`;
