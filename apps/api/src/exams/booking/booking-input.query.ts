import type { ScenarioChoice } from '@forecall/domain';
import type { Sql } from '../../platform/database/database.js';

/** Slots are given one after the other: what one booking gives away no other one sees as free. */
export const lockBooking = (sql: Sql): Promise<number> =>
  sql.change(`SELECT pg_advisory_xact_lock(hashtextextended('exam booking', 0))`);

export interface CandidateToBook {
  readonly id: string;
  readonly staff: { readonly id: string; readonly name: string };
  readonly inOn: string;
  readonly untilOn: string | null;
  readonly leaderIds: readonly string[];
}

/** The supervisors of a candidate `k`: of the team that is examined and of where they are now. Heads may examine everybody. */
export const leaderIds = /* sql */ `
  (SELECT coalesce(array_agg(DISTINCT l.staff_id), '{}') FROM leadership l
   WHERE l.role = 'supervisor' AND l."from" <= now() AND (l."to" IS NULL OR l."to" > now())
     AND (l.team_id = k.team_id OR l.team_id IN (SELECT m.team_id FROM membership m
       WHERE m.staff_id = k.staff_id AND m."from" <= now() AND (m."to" IS NULL OR m."to" > now()))))`;

/** Who is in the campaign; of these ids where there are any. */
export const candidatesToBook = (
  sql: Sql,
  campaignId: string,
  ids: readonly string[] | undefined,
): Promise<CandidateToBook[]> =>
  sql.rows<CandidateToBook>(
    /* sql */ `
    SELECT k.id, json_build_object('id', s.id, 'name', s.name) AS staff, k.in_on::text AS "inOn", k.until_on::text AS "untilOn",
      ${leaderIds} AS "leaderIds"
    FROM candidate k JOIN staff s ON s.id = k.staff_id
    WHERE k.campaign_id = $1 AND k.out_kind IS NULL AND ($2::uuid[] IS NULL OR k.id = ANY ($2)) ORDER BY k.id`,
    [campaignId, ids ?? null],
  );

export const assessorsOf = (sql: Sql, campaignId: string): Promise<{ id: string; name: string }[]> =>
  sql.rows(
    /* sql */ `
    SELECT s.id, s.name FROM campaign_assessor a JOIN staff s ON s.id = a.staff_id
    WHERE a.campaign_id = $1 AND s.left_on IS NULL ORDER BY s.id`,
    [campaignId],
  );

export interface ExamOfCampaign {
  readonly id: string;
  readonly candidateId: string;
  readonly attempt: number;
  readonly assessorId: string;
  readonly secondId: string | null;
  readonly scenarioVersionId: string | null;
  readonly variant: string;
  readonly startsAt: Date;
}

/** Those that took place or will; the earliest first. */
export const examsOfCampaign = (sql: Sql, campaignId: string): Promise<ExamOfCampaign[]> =>
  sql.rows<ExamOfCampaign>(
    /* sql */ `
    SELECT id, candidate_id AS "candidateId", attempt, assessor_id AS "assessorId", second_id AS "secondId",
      scenario_version_id AS "scenarioVersionId", variant, starts_at AS "startsAt"
    FROM exam WHERE campaign_id = $1 AND state NOT IN ('absent', 'cancelled') ORDER BY starts_at, id`,
    [campaignId],
  );

export interface BusyTime {
  readonly staffId: string;
  /** The exam that takes it. */
  readonly examId: string | null;
  readonly fromAt: Date;
  readonly toAt: Date;
}

/**
 * When people are taken: by exams of every campaign, as candidates and assessors, and by calls whose time somebody chose.
 * Other planned calls give way.
 */
export const busyTimes = (
  sql: Sql,
  staffIds: readonly string[],
  { fromAt, toAt }: { fromAt: Date; toAt: Date },
): Promise<BusyTime[]> =>
  sql.rows<BusyTime>(
    /* sql */ `
    SELECT who.id AS "staffId", e.id AS "examId", e.starts_at AS "fromAt", e.starts_at + make_interval(mins => e.minutes) AS "toAt"
    FROM exam e CROSS JOIN LATERAL unnest(ARRAY[e.staff_id, e.assessor_id, e.second_id]) AS who (id)
    WHERE e.starts_at > $2::timestamptz - interval '4 hours' AND e.starts_at < $3 AND who.id = ANY ($1::uuid[])
      AND (e.staff_id = ANY ($1::uuid[]) OR e.assessor_id = ANY ($1::uuid[]) OR e.second_id = ANY ($1::uuid[]))
      AND e.state NOT IN ('absent', 'cancelled')
    UNION ALL
    SELECT p.staff_id, NULL, p.slot_at, p.slot_at + make_interval(mins => coalesce(s.slot_minutes, 20))
    FROM planned_call p LEFT JOIN call_setting s ON true
    WHERE p.staff_id = ANY ($1::uuid[]) AND p.state = 'planned' AND p.is_fixed
      AND p.slot_at > $2::timestamptz - interval '1 hour' AND p.slot_at < $3`,
    [staffIds, fromAt, toAt],
  );

/** The variants of the campaign's role plays, in an order that stays. */
export const scenarioChoices = (sql: Sql, campaignId: string): Promise<ScenarioChoice[]> =>
  sql.rows<{ versionId: string; variant: string }>(
    /* sql */ `
    SELECT v.id AS "versionId", coalesce(one.value ->> 'id', '') AS variant
    FROM campaign_scenario c JOIN exam_paper_version v ON v.id = c.version_id
    LEFT JOIN jsonb_array_elements(v.content -> 'variants') WITH ORDINALITY AS one (value, n) ON true
    WHERE c.campaign_id = $1 ORDER BY one.n, v.id`,
    [campaignId],
  );
