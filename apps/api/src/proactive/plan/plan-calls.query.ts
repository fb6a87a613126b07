import type { PlannedCallEntry } from '@forecall/contracts';
import type { Sql } from '../../platform/database/database.js';
import { plannedCallFields, plannedCallJoins } from '../calls/planned-call-json.query.js';
import type { HoursOfAccount } from '../planning/plan-input.query.js';
import { type CallerClock, unplacedIds } from './plan-load.query.js';

const mostCalls = 2_000;

export interface PlanCallRow extends HoursOfAccount {
  readonly call: Omit<PlannedCallEntry, 'workingDaysLate'>;
  readonly tries: number;
  readonly retryAt: Date | null;
  readonly endedAt: Date | null;
}

/** Hours of the person who is called first go before those of the account. */
const planCallRows = (ids: string, order: string, limit: number): string => /* sql */ `
  SELECT json_build_object(${plannedCallFields}) AS call, p.retry_at AS "retryAt", p.ended_at AS "endedAt",
    (SELECT count(*)::int FROM call_attempt t WHERE t.planned_call_id = p.id AND NOT t.is_reached) AS tries,
    coalesce(first.zone, a.zone) AS zone, a.country, a.region, coalesce(first.calling_week, a.calling_week) AS week
  FROM (${ids}) mine JOIN planned_call p ON p.id = mine.id ${plannedCallJoins}
  LEFT JOIN LATERAL (
    SELECT w.zone, w.calling_week FROM person w
    WHERE w.account_id = a.id AND w.left_on IS NULL AND w.merged_into IS NULL AND w.do_not_call_since IS NULL
    ORDER BY w.call_order, w.name COLLATE name_order, w.id LIMIT 1
  ) first ON true
  ORDER BY ${order} LIMIT ${limit}`;

/** To be made on a day, of today with what is left from before, and made or given up on it. */
export const callsOnDay = (sql: Sql, callers: readonly CallerClock[], day: string): Promise<PlanCallRow[]> =>
  sql.rows<PlanCallRow>(
    planCallRows(
      /* sql */ `
      SELECT p.id FROM unnest($1::uuid[], $2::date[], $3::text[]) AS c (id, today, zone)
      JOIN planned_call p ON p.staff_id = c.id AND p.state = 'planned' AND p.on_day <= $4
        AND (p.on_day = $4 OR c.today = $4) AND c.today <= $4
      UNION ALL
      SELECT p.id FROM unnest($1::uuid[], $2::date[], $3::text[]) AS c (id, today, zone)
      JOIN planned_call p ON p.staff_id = c.id AND p.state IN ('reached', 'missed')
        AND p.ended_at >= $4::date::timestamp AT TIME ZONE c.zone AND p.ended_at < ($4::date + 1)::timestamp AT TIME ZONE c.zone`,
      'coalesce(p.ended_at, p.slot_at), p.id',
      mostCalls,
    ),
    [callers.map(({ id }) => id), callers.map(({ today }) => today), callers.map(({ zone }) => zone), day],
  );

export const unplacedCalls = (
  sql: Sql,
  callerIds: readonly string[],
  day: string,
  most: number,
): Promise<PlanCallRow[]> => sql.rows<PlanCallRow>(planCallRows(unplacedIds, 'p.due_on, p.id', most), [callerIds, day]);

/** One call, whoever is to make it. */
export const callInPlan = (sql: Sql, id: string): Promise<PlanCallRow | undefined> =>
  sql.first<PlanCallRow>(planCallRows('SELECT $1::uuid AS id', 'p.id', 1), [id]);

/** Where a caller's other calls of a day stand. */
export async function slotsTaken(sql: Sql, staffId: string, day: string, besides: string): Promise<Set<number>> {
  const rows = await sql.rows<{ slotAt: Date }>(
    `SELECT slot_at AS "slotAt" FROM planned_call WHERE staff_id = $1 AND on_day = $2 AND state = 'planned' AND id <> $3`,
    [staffId, day, besides],
  );
  return new Set(rows.map(({ slotAt }) => slotAt.getTime()));
}
