import type { ExamEntry, ExamQuery } from '@forecall/contracts';
import type { Reach } from '../../platform/access/viewer.js';
import type { Sql } from '../../platform/database/database.js';
import type { PageEnd } from '../../platform/http/page-cursor.js';

export type ExamRow = Omit<ExamEntry, 'startsAt'> & { readonly startsAt: Date };

const named = (as: string) => `json_build_object('id', ${as}.id, 'name', ${as}.name)`;

const entry = /* sql */ `
  e.id, e.campaign_id AS "campaignId", e.candidate_id AS "candidateId", ${named('s')} AS staff, e.attempt,
  e.starts_at AS "startsAt", e.minutes, ${named('a')} AS assessor,
  CASE WHEN b.id IS NOT NULL THEN ${named('b')} END AS second,
  CASE WHEN v.id IS NOT NULL THEN json_build_object(
    'name', json_build_object('en', p.name_en, 'zh', p.name_zh),
    'variant', coalesce((SELECT one -> 'name' FROM jsonb_array_elements(v.content -> 'variants') one
      WHERE one ->> 'id' = e.variant), '{"en": "", "zh": ""}')) END AS scenario,
  e.state, e.outcome, e.score::float8 AS score, CASE WHEN d.id IS NOT NULL THEN coalesce(d.decision, 'open') END AS dispute,
  e.is_fixed AS "isFixed", e.revision`;

const joined = /* sql */ `
  exam e JOIN staff s ON s.id = e.staff_id JOIN staff a ON a.id = e.assessor_id LEFT JOIN staff b ON b.id = e.second_id
  LEFT JOIN exam_paper_version v ON v.id = e.scenario_version_id LEFT JOIN exam_paper p ON p.id = v.paper_id
  LEFT JOIN dispute d ON d.exam_id = e.id`;

/** Of a campaign; the earliest first. Who does not lead it sees those of their team, and in which they take part. */
export const examsPage = (
  sql: Sql,
  { campaignId, everything, reach }: { campaignId: string; everything: boolean; reach: Reach },
  { from, to, candidateId, limit }: ExamQuery,
  after: PageEnd | undefined,
): Promise<(ExamRow & PageEnd)[]> =>
  sql.rows<ExamRow & PageEnd>(
    /* sql */ `
    SELECT ${entry}, e.starts_at::text AS at
    FROM organisation o CROSS JOIN ${joined} JOIN candidate k ON k.id = e.candidate_id
    WHERE e.campaign_id = $1 AND ($10::uuid IS NULL OR e.candidate_id = $10) AND (e.state <> 'cancelled' OR $10 IS NOT NULL)
      AND ($2::date IS NULL OR e.starts_at >= $2::date::timestamp AT TIME ZONE o.zone)
      AND ($3::date IS NULL OR e.starts_at < ($3::date + 1)::timestamp AT TIME ZONE o.zone)
      AND ($4::timestamptz IS NULL OR (e.starts_at, e.id) > ($4::timestamptz, $5::uuid))
      AND ($7::boolean OR k.team_id = ANY ($8::uuid[]) OR $9 IN (e.staff_id, e.assessor_id, e.second_id))
    ORDER BY e.starts_at, e.id LIMIT $6`,
    [
      ...[campaignId, from ?? null, to ?? null, after?.at ?? null, after?.id ?? null, limit + 1],
      ...[everything, reach.teamIds, reach.staffId, candidateId ?? null],
    ],
  );

export const examById = (sql: Sql, id: string): Promise<ExamRow | undefined> =>
  sql.first<ExamRow & Record<string, unknown>>(`SELECT ${entry} FROM ${joined} WHERE e.id = $1`, [id]);
