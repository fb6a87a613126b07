import type { ExamReport, ItemExams } from '@forecall/contracts';
import type { ReportedExam } from '@forecall/domain';
import type { Reach } from '../../platform/access/viewer.js';
import type { Sql } from '../../platform/database/database.js';
import { named, namedInBoth } from '../../platform/database/named-json.js';

export type ExamOfReport = ReportedExam & Pick<ItemExams['exams'][number], 'id' | 'staff' | 'team' | 'on'>;

/**
 * Attempts `e` of campaign $1 that count, of candidates who are in, within the reach ($2 to $5): the same that the
 * figures count.
 */
const counted = /* sql */ `
  exam e JOIN candidate k ON k.id = e.candidate_id JOIN campaign c ON c.id = e.campaign_id
  WHERE e.campaign_id = $1 AND k.out_kind IS NULL AND e.state = 'settled' AND e.outcome <> 'not-assessed'
    AND NOT EXISTS (SELECT FROM dispute d WHERE d.exam_id = e.id AND d.decision = 'again')
    AND ($2::boolean OR c.department_id = ANY ($3::uuid[]) OR e.team_id = ANY ($4::uuid[]) OR e.staff_id = $5)`;

const values = (id: string, { everything, departmentIds, teamIds, staffId }: Reach) => [
  ...[id, everything, departmentIds, teamIds, staffId],
];

/** The latest first, each with its signed markings. */
export const reportedExams = (sql: Sql, reach: Reach, campaignId: string, limit: number): Promise<ExamOfReport[]> =>
  sql.rows(
    /* sql */ `
    SELECT x.id, ${named('s')} AS staff, ${namedInBoth('t')} AS team, x.attempt, x.outcome, x.score::float8 AS score,
      x.failed_critical AS "failedCritical", (x.starts_at AT TIME ZONE o.zone)::date::text AS "on",
      coalesce((
        SELECT json_agg(json_build_object('marks', m.marks, 'numerator', m.numerator, 'denominator', m.denominator,
          'outcome', m.outcome, 'failedCritical', m.failed_critical) ORDER BY m.begun_at, m.id)
        FROM marking m WHERE m.exam_id = x.id AND m.signed_at IS NOT NULL), '[]') AS markings
    FROM (SELECT e.* FROM ${counted} ORDER BY e.starts_at DESC, e.id DESC LIMIT $6) x
    CROSS JOIN organisation o JOIN staff s ON s.id = x.staff_id JOIN team t ON t.id = x.team_id
    ORDER BY x.starts_at DESC, x.id DESC`,
    [...values(campaignId, reach), limit],
  );

/** Medians: how long was marked, how soon a result counted, how soon a failed exam was sat again. */
export async function timesOf(sql: Sql, reach: Reach, campaignId: string): Promise<ExamReport['times']> {
  const row = await sql.first<ExamReport['times'] & Record<string, unknown>>(
    /* sql */ `
    WITH counted AS (SELECT e.id, e.candidate_id, e.starts_at, e.settled_at, e.outcome FROM ${counted}),
      timed AS (SELECT m.seconds FROM marking m JOIN counted x ON x.id = m.exam_id
        WHERE m.signed_at IS NOT NULL AND m.seconds > 0),
      again AS (SELECT outcome, lead(starts_at) OVER (PARTITION BY candidate_id ORDER BY starts_at, id) - starts_at AS after
        FROM counted)
    SELECT (SELECT percentile_cont(0.5) WITHIN GROUP (ORDER BY seconds) FROM timed) AS "markingSeconds",
      (SELECT count(*) FROM timed)::int AS timed,
      (SELECT percentile_cont(0.5) WITHIN GROUP (ORDER BY extract(epoch FROM settled_at - starts_at)::float8 / 86400)
        FROM counted) AS "settlingDays",
      (SELECT percentile_cont(0.5) WITHIN GROUP (ORDER BY extract(epoch FROM after)::float8 / 86400)
        FROM again WHERE outcome = 'failed' AND after IS NOT NULL) AS "resitDays",
      (SELECT count(*) FROM again WHERE outcome = 'failed' AND after IS NOT NULL)::int AS resits`,
    values(campaignId, reach),
  );
  return row ?? { markingSeconds: null, timed: 0, settlingDays: null, resitDays: null, resits: 0 };
}

export type EarlierCampaign = Pick<ExamReport['trend'][number], 'campaign' | 'n' | 'passMark' | 'from'>;

/** A begun campaign and those of its department before it by the same rubric, in any version; the latest first. */
export const campaignsBefore = (sql: Sql, id: string, limit: number): Promise<EarlierCampaign[]> =>
  sql.rows(
    /* sql */ `
    SELECT json_build_object('id', c.id, 'name', json_build_object('en', c.name_en, 'zh', c.name_zh),
        'opensOn', c.opens_on) AS campaign, v.n, (v.content ->> 'passMark')::float8 AS "passMark",
      least(c.opens_on, (c.begun_at AT TIME ZONE o.zone)::date)::text AS "from"
    FROM organisation o CROSS JOIN campaign this JOIN exam_paper_version tv ON tv.id = this.rubric_version_id
    JOIN exam_paper_version v ON v.paper_id = tv.paper_id
    JOIN campaign c ON c.rubric_version_id = v.id AND c.department_id = this.department_id
    WHERE this.id = $1 AND c.begun_at IS NOT NULL AND (c.opens_on, c.id) <= (this.opens_on, this.id)
    ORDER BY c.opens_on DESC, c.id DESC LIMIT $2`,
    [id, limit],
  );

export const rubricOf = (sql: Sql, campaignId: string): Promise<{ rubric: ExamReport['rubric'] } | undefined> =>
  sql.first<{ rubric: ExamReport['rubric'] }>(
    `SELECT v.content AS rubric FROM campaign c JOIN exam_paper_version v ON v.id = c.rubric_version_id WHERE c.id = $1`,
    [campaignId],
  );
