import type { CampaignRules } from '@forecall/contracts';
import type { Sql } from '../../platform/database/database.js';

export interface ExamAtHand {
  readonly id: string;
  readonly staffId: string;
  readonly assessorId: string;
  readonly secondId: string | null;
  readonly startsAt: Date;
  readonly minutes: number;
  readonly candidate: string;
  readonly name: { readonly en: string; readonly zh: string };
}

/** Booked ones that begin by then, and that nobody's day has yet; at most 500. */
export const examsAtHand = (sql: Sql, until: Date): Promise<ExamAtHand[]> =>
  sql.rows<ExamAtHand>(
    /* sql */ `
    SELECT e.id, e.staff_id AS "staffId", e.assessor_id AS "assessorId", e.second_id AS "secondId",
      e.starts_at AS "startsAt", e.minutes, s.name AS candidate, json_build_object('en', c.name_en, 'zh', c.name_zh) AS name
    FROM campaign c JOIN exam e ON e.campaign_id = c.id JOIN staff s ON s.id = e.staff_id
    WHERE c.begun_at IS NOT NULL AND c.closed_at IS NULL AND e.state = 'booked' AND e.starts_at > now() AND e.starts_at < $1
      AND NOT EXISTS (SELECT FROM duty d WHERE d.source_entity = 'exam' AND d.source_id = e.id AND d.kind = 'exam-sit'
        AND d.done_at IS NULL)
    ORDER BY e.starts_at, e.id LIMIT 500`,
    [until],
  );

/** Open duties of who took part in an exam that is over, but of its first assessor, who marks it; at most 500. */
export const examsOver = async (sql: Sql): Promise<string[]> => {
  const rows = await sql.rows<{ id: string }>(/* sql */ `
    SELECT d.id FROM duty d JOIN exam e ON e.id = d.source_id
    WHERE d.source_entity = 'exam' AND d.kind IN ('exam-sit', 'exam-give') AND d.done_at IS NULL
      AND d.owner_id <> e.assessor_id AND e.starts_at + make_interval(mins => e.minutes) < now()
    ORDER BY d.id LIMIT 500`);
  return rows.map(({ id }) => id);
};

export interface EndingCampaign {
  readonly id: string;
  readonly departmentId: string;
  readonly name: { readonly en: string; readonly zh: string };
  readonly rules: CampaignRules;
  readonly endsOn: string;
  readonly isClosed: boolean;
}

/** Running ones that end within some days or should have ended, and those that somebody was told to book for. */
export const endingCampaigns = (sql: Sql, days: number): Promise<EndingCampaign[]> =>
  sql.rows<EndingCampaign>(
    /* sql */ `
    SELECT c.id, c.department_id AS "departmentId", json_build_object('en', c.name_en, 'zh', c.name_zh) AS name, c.rules,
      c.ends_on::text AS "endsOn", c.closed_at IS NOT NULL AS "isClosed"
    FROM organisation o CROSS JOIN campaign c
    WHERE c.begun_at IS NOT NULL
      AND (c.closed_at IS NULL AND c.ends_on <= (now() AT TIME ZONE o.zone)::date + $1::integer
        OR EXISTS (SELECT FROM duty d WHERE d.source_entity = 'campaign' AND d.source_id = c.id AND d.kind = 'exam-book'
          AND d.done_at IS NULL))
    ORDER BY c.id LIMIT 200`,
    [days],
  );

export interface EndingPasses {
  readonly campaignId: string;
  readonly departmentId: string;
  readonly name: { readonly en: string; readonly zh: string };
  /** The last day of the first of them. */
  readonly untilOn: string;
}

/**
 * Closed campaigns whose passes run out within some days, and that nobody was told of yet: of people who still work in the
 * department and are in no open campaign by the same rubric. At most 200.
 */
export const endingPasses = (sql: Sql, today: string, days: number): Promise<EndingPasses[]> =>
  sql.rows<EndingPasses>(
    /* sql */ `
    SELECT c.id AS "campaignId", c.department_id AS "departmentId", json_build_object('en', c.name_en, 'zh', c.name_zh) AS name,
      min(k.until_on)::text AS "untilOn"
    FROM certificate k JOIN campaign c ON c.id = k.campaign_id JOIN exam_paper_version v ON v.id = c.rubric_version_id
    WHERE k.until_on BETWEEN $1::date AND $1::date + $2::integer AND k.revoked_at IS NULL AND c.closed_at IS NOT NULL
      AND EXISTS (SELECT FROM membership m JOIN team t ON t.id = m.team_id AND t.department_id = c.department_id
        WHERE m.staff_id = k.staff_id AND m."from" <= now() AND (m."to" IS NULL OR m."to" > now()))
      AND NOT EXISTS (SELECT FROM candidate a JOIN campaign o ON o.id = a.campaign_id AND o.closed_at IS NULL
        JOIN exam_paper_version w ON w.id = o.rubric_version_id AND w.paper_id = v.paper_id
        WHERE a.staff_id = k.staff_id AND a.out_on IS NULL)
      AND NOT EXISTS (SELECT FROM certificate l JOIN campaign o ON o.id = l.campaign_id
        JOIN exam_paper_version w ON w.id = o.rubric_version_id AND w.paper_id = v.paper_id
        WHERE l.staff_id = k.staff_id AND l.revoked_at IS NULL AND (l.until_on IS NULL OR l.until_on > k.until_on))
      AND NOT EXISTS (SELECT FROM duty d WHERE d.source_entity = 'campaign' AND d.source_id = c.id AND d.kind = 'exam-renew')
    GROUP BY c.id ORDER BY c.id LIMIT 200`,
    [today, days],
  );
