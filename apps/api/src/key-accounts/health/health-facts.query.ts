import type { NamedInBoth } from '@forecall/contracts';
import { addDays, type HealthFacts, localDay } from '@forecall/domain';
import { calendarsOf, daysOf, Spans, withUsualHours } from '../../calendars/calendar.service.js';
import type { Sql } from '../../platform/database/database.js';

/**
 * Fewer gaps, each between two days with a contact, say nothing of a habit: five different days are the least. Contacts of
 * one day are one, however many calls a matter took. Gaps and silence are both counted in working days of the
 * organisation, so that no weekend or holiday is taken for silence.
 */
export const fewestGaps = 4;
const habitDays = 365;

/** What an account's health is reckoned from, with what shows it. */
export interface HealthRow {
  readonly accountId: string;
  readonly overdue: { readonly id: string; readonly number: number; readonly year: number }[];
  readonly answers: { readonly low: number; readonly n: number } | null;
  readonly silence: { readonly lastAt: string; readonly days: number; readonly medianGapDays: number } | null;
  readonly revenue: { readonly now: number; readonly yearBefore: number } | null;
  readonly broken:
    { readonly id: string; readonly what: string; readonly dueAt: string; readonly keptAt: string | null }[] | null;
  readonly gone: (NamedInBoth & { readonly isGone: boolean }) | null;
  readonly trainedOn: string | null;
  readonly isTrainingRecorded: boolean;
}

/**
 * Of all key accounts, or of these accounts, as it was at a moment; `$1` the moment, `$2` the ids or null, `$3` the first
 * of the days whose working days `$4` counts up. Months are those of the organisation's zone.
 */
const factsOf = /* sql */ `
  WITH subject AS (
    SELECT a.id FROM account a
    WHERE a.merged_into IS NULL AND CASE WHEN $2::uuid[] IS NULL THEN EXISTS (
      SELECT FROM account_class c WHERE c.account_id = a.id AND c."from" <= $1 AND (c."to" IS NULL OR c."to" > $1)
    ) ELSE a.id = ANY ($2::uuid[]) END
  ), month AS (
    SELECT date_trunc('month', $1::timestamptz AT TIME ZONE o.zone)::date AS begin, o.zone FROM organisation o
  )
  SELECT a.id AS "accountId", coalesce(overdue.complaints, '[]') AS overdue, answers.told AS answers, silence.told AS silence,
    revenue.told AS revenue, broken.promises AS broken, gone.person AS gone, trained.held_on::text AS "trainedOn",
    EXISTS (SELECT FROM training_session WHERE voided_at IS NULL) AS "isTrainingRecorded"
  FROM subject a
  LEFT JOIN LATERAL (
    SELECT json_agg(json_build_object('id', k.id, 'number', k.number, 'year', k.number_year) ORDER BY k.number) AS complaints
    FROM contact c JOIN complaint k ON k.contact_id = c.id
    WHERE c.account_id = a.id AND c.complaint_mark > 0 AND EXISTS (
      SELECT FROM clock t WHERE t.complaint_id = k.id AND t.due_at < $1
        AND (t.met_at IS NULL OR t.met_at > $1) AND (t.ended_at IS NULL OR t.ended_at > $1))
  ) overdue ON true
  LEFT JOIN LATERAL (
    SELECT CASE WHEN count(*) > 0 THEN json_build_object('low', count(*) FILTER (WHERE x.score < 4), 'n', count(*)) END AS told
    FROM answer x
    WHERE x.account_id = a.id AND x.at > $1::timestamptz - interval '90 days' AND x.at <= $1
      AND x.kind = 'csat' AND x.scale = 5 AND x.voided_at IS NULL AND x.superseded_by IS NULL
  ) answers ON true
  LEFT JOIN LATERAL (
    SELECT CASE WHEN count(gap) >= ${fewestGaps} THEN json_build_object('lastAt', max(at),
      'days', ($4::int[])[array_length($4::int[], 1)] - max(n),
      'medianGapDays', percentile_cont(0.5) WITHIN GROUP (ORDER BY gap)) END AS told
    FROM (
      SELECT at, n, n - lag(n) OVER (ORDER BY n) AS gap FROM (
        SELECT max(c.ended_at) AS at, ($4::int[])[(c.ended_at AT TIME ZONE month.zone)::date - $3::date + 1] AS n
        FROM month CROSS JOIN contact c
        WHERE c.account_id = a.id AND c.ended_at > $1::timestamptz - interval '${habitDays} days' AND c.ended_at <= $1
          AND c.voided_at IS NULL AND c.outcome = 'handled' AND c.purpose <> 'internal'
        GROUP BY 2
      ) worked
    ) spoken
  ) silence ON true
  LEFT JOIN LATERAL (
    SELECT CASE WHEN count(*) = 6 THEN json_build_object(
      'now', sum(r.amount) FILTER (WHERE r.month >= month.begin - interval '3 months'),
      'yearBefore', sum(r.amount) FILTER (WHERE r.month < month.begin - interval '3 months')) END AS told
    FROM month CROSS JOIN revenue_month r
    WHERE r.account_id = a.id
      AND (r.month >= month.begin - interval '3 months' AND r.month < month.begin
        OR r.month >= month.begin - interval '15 months' AND r.month < month.begin - interval '12 months')
  ) revenue ON true
  LEFT JOIN LATERAL (
    SELECT CASE WHEN count(*) > 0 THEN coalesce(json_agg(
      json_build_object('id', p.id, 'what', p.what, 'dueAt', p.due_at,
        'keptAt', CASE WHEN p.kept_at <= $1 THEN p.kept_at END) ORDER BY p.due_at DESC) FILTER (
        WHERE p.due_at > $1::timestamptz - interval '90 days' AND p.due_at <= $1
          AND (p.kept_at IS NULL OR p.kept_at > p.due_at) AND p.voided_at IS NULL), '[]') END AS promises
    FROM promise p WHERE p.account_id = a.id AND p.made_at <= $1
  ) broken ON true
  LEFT JOIN LATERAL (
    SELECT json_build_object('id', p.id, 'name', p.name, 'nameZh', p.name_zh, 'isGone', p.left_on <= $1::timestamptz::date IS TRUE) AS person
    FROM person p
    WHERE p.account_id = a.id AND p.merged_into IS NULL AND (p.call_order = 1 OR p.id = (
      SELECT c.person_id FROM contact c
      WHERE c.account_id = a.id AND c.person_id IS NOT NULL AND c.voided_at IS NULL AND c.ended_at <= $1
      ORDER BY c.ended_at DESC LIMIT 1))
    ORDER BY (p.left_on <= $1::timestamptz::date) IS TRUE DESC, p.call_order, p.id LIMIT 1
  ) gone ON true
  LEFT JOIN LATERAL (
    SELECT max(s.held_on) AS held_on FROM training_session s
    WHERE s.account_id = a.id AND s.voided_at IS NULL AND s.held_on <= $1::timestamptz::date AND was_taught(s.id)
  ) trained ON true`;

export async function healthRows(sql: Sql, at: Date, accountIds: readonly string[] | null): Promise<HealthRow[]> {
  const { from, counts } = await workingDaysUntil(sql, at);
  return sql.rows<HealthRow>(`${factsOf} ORDER BY a.id`, [at, accountIds, from, counts]);
}

/** For each day from the first that a habit is looked for in, how many working days there were up to it. */
async function workingDaysUntil(sql: Sql, at: Date): Promise<{ from: string; counts: number[] }> {
  const first = addDays(localDay(at, 'UTC'), -habitDays - 2);
  const calendar = withUsualHours((await calendarsOf(sql, [], first)).ofUnit(null));
  const spans = new Spans();
  let count = 0;
  const counts = daysOf(first, localDay(at, calendar.zone)).map((day) => {
    if (spans.of(calendar, day).length > 0) count += 1;
    return count;
  });
  return { from: first, counts };
}

/** What the formula asks; the share of all is told by who asks, for one moment the same for every account. */
export function factsIn(row: HealthRow, at: Date, lowShareOfAll: number): HealthFacts {
  const sinceTraining = row.trainedOn === null ? Infinity : (at.getTime() - Date.parse(row.trainedOn)) / 86_400_000;
  return {
    overdueComplaints: row.overdue.length,
    answers: row.answers && { ...row.answers, lowShareOfAll },
    silence: row.silence,
    revenue: row.revenue,
    brokenPromises: row.broken?.length ?? null,
    isPersonGone: row.gone?.isGone ?? null,
    daysSinceTraining: row.isTrainingRecorded ? sinceTraining : null,
  };
}

/** The share of answers below 4 over all key accounts in the 90 days before a moment; 0 where there is none. */
export async function lowShareAt(sql: Sql, at: Date): Promise<number> {
  const row = await sql.first<{ share: number }>(
    `SELECT coalesce(avg((x.score < 4)::int), 0)::float8 AS share FROM answer x
     WHERE x.at > $1::timestamptz - interval '90 days' AND x.at <= $1 AND x.account_class IS NOT NULL
       AND x.kind = 'csat' AND x.scale = 5 AND x.voided_at IS NULL AND x.superseded_by IS NULL`,
    [at],
  );
  return row?.share ?? 0;
}
