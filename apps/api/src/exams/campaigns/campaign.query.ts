import type { CampaignDetail, CampaignEntry, CampaignQuery, CampaignRules, ChangeCampaign } from '@forecall/contracts';
import type { PageEnd } from '../../platform/http/page-cursor.js';
import type { Reach } from '../../platform/access/viewer.js';
import type { Sql } from '../../platform/database/database.js';

export type CampaignRow = Omit<CampaignDetail, 'mayLead' | 'passed' | 'eligible'>;

const unit = (as: string) => `json_build_object('id', ${as}.id, 'name', ${as}.name, 'nameZh', ${as}.name_zh)`;
const paperName = (as: string) => `json_build_object('en', ${as}.name_en, 'zh', ${as}.name_zh)`;

const entry = /* sql */ `
  c.id, ${paperName('c')} AS name, ${unit('d')} AS department,
  json_build_object('paperId', p.id, 'versionId', v.id, 'n', v.n, 'name', ${paperName('p')},
    'passMark', (v.content ->> 'passMark')::float8,
    'critical', (SELECT count(*) FROM jsonb_path_query(v.content, '$.groups[*].items[*] ? (@.isCritical == true)'))) AS rubric,
  c.opens_on::text AS "opensOn", c.ends_on::text AS "endsOn",
  CASE WHEN c.closed_at IS NOT NULL THEN 'closed' WHEN c.begun_at IS NOT NULL THEN 'running' ELSE 'planned' END AS state,
  c.revision`;

const joined = /* sql */ `
  campaign c JOIN department d ON d.id = c.department_id JOIN exam_paper_version v ON v.id = c.rubric_version_id
  JOIN exam_paper p ON p.id = v.paper_id`;

/** Campaigns of these departments, of those of these teams, and in which one examines. */
const sight = (reach: number) => /* sql */ `($${reach}::boolean OR c.department_id = ANY ($${reach + 1}::uuid[])
  OR c.department_id IN (SELECT t.department_id FROM team t WHERE t.id = ANY ($${reach + 2}::uuid[]))
  OR EXISTS (SELECT FROM campaign_assessor s WHERE s.campaign_id = c.id AND s.staff_id = $${reach + 3}))`;

const reachValues = ({ everything, departmentIds, teamIds, staffId }: Reach) => [
  ...[everything, departmentIds, teamIds, staffId],
];

/** The one that opens last first. */
export const campaignsPage = (
  sql: Sql,
  reach: Reach,
  { state, departmentId, limit }: CampaignQuery,
  after: PageEnd | undefined,
): Promise<(Omit<CampaignEntry, 'passed' | 'eligible'> & PageEnd)[]> =>
  sql.rows(
    /* sql */ `
    SELECT ${entry}, c.created_at::text AS at FROM ${joined}
    WHERE (c.closed_at IS NOT NULL) = $1 AND ($2::uuid IS NULL OR c.department_id = $2)
      AND ($3::timestamptz IS NULL OR (c.created_at, c.id) < ($3::timestamptz, $4::uuid)) AND ${sight(6)}
    ORDER BY c.created_at DESC, c.id DESC LIMIT $5`,
    [state === 'closed', departmentId ?? null, after?.at ?? null, after?.id ?? null, limit + 1, ...reachValues(reach)],
  );

export const campaignById = (sql: Sql, reach: Reach, id: string): Promise<CampaignRow | undefined> =>
  sql.first<CampaignRow & Record<string, unknown>>(
    /* sql */ `
    SELECT ${entry}, c.minutes, c.rules,
      coalesce((
        SELECT json_agg(json_build_object('paperId', sp.id, 'versionId', sv.id, 'n', sv.n, 'name', ${paperName('sp')})
          ORDER BY sp.created_at, sv.id)
        FROM campaign_scenario cs JOIN exam_paper_version sv ON sv.id = cs.version_id JOIN exam_paper sp ON sp.id = sv.paper_id
        WHERE cs.campaign_id = c.id), '[]') AS scenarios,
      coalesce((
        SELECT json_agg(${unit('t')} ORDER BY t.name COLLATE name_order, t.id)
        FROM campaign_team ct JOIN team t ON t.id = ct.team_id WHERE ct.campaign_id = c.id), '[]') AS teams,
      coalesce((
        SELECT json_agg(json_build_object('id', s.id, 'name', s.name) ORDER BY s.name COLLATE name_order, s.id)
        FROM campaign_assessor ca JOIN staff s ON s.id = ca.staff_id WHERE ca.campaign_id = c.id), '[]') AS assessors
    FROM ${joined} WHERE c.id = $1 AND ${sight(2)}`,
    [id, ...reachValues(reach)],
  );

export interface LockedCampaign {
  readonly id: string;
  readonly departmentId: string;
  readonly state: CampaignEntry['state'];
  readonly rules: CampaignRules;
  readonly opensOn: string;
  readonly endsOn: string;
  readonly minutes: number;
  readonly name: string;
  readonly rubricVersionId: string;
  readonly revision: number;
}

/**
 * Nobody else changes it, its candidates' course or its slots until the transaction is over. It is locked before its
 * exams; and not against references to it, so that who has locked an exam first never waits for it.
 */
export const lockCampaign = (sql: Sql, id: string): Promise<LockedCampaign | undefined> =>
  sql.first<LockedCampaign & Record<string, unknown>>(
    /* sql */ `
    SELECT id, department_id AS "departmentId", rules, opens_on::text AS "opensOn", ends_on::text AS "endsOn", minutes,
      CASE WHEN closed_at IS NOT NULL THEN 'closed' WHEN begun_at IS NOT NULL THEN 'running' ELSE 'planned' END AS state,
      coalesce(nullif(name_en, ''), name_zh) AS name, rubric_version_id AS "rubricVersionId", revision
    FROM campaign WHERE id = $1 FOR NO KEY UPDATE`,
    [id],
  );

/** The newest published versions of papers of a kind, by paper. */
export async function publishedVersions(
  sql: Sql,
  kind: string,
  paperIds: readonly string[],
): Promise<Map<string, string>> {
  const rows = await sql.rows<{ paperId: string; id: string }>(
    /* sql */ `
    SELECT DISTINCT ON (v.paper_id) v.paper_id AS "paperId", v.id
    FROM exam_paper_version v JOIN exam_paper p ON p.id = v.paper_id
    WHERE p.kind = $1 AND p.archived_at IS NULL AND v.published_at IS NOT NULL AND v.paper_id = ANY ($2::uuid[])
    ORDER BY v.paper_id, v.n DESC`,
    [kind, paperIds],
  );
  return new Map(rows.map(({ paperId, id }) => [paperId, id]));
}

export interface CampaignColumns extends Omit<ChangeCampaign, 'revision' | 'rubricId' | 'scenarioIds'> {
  readonly id: string;
  readonly rubricVersionId: string;
  readonly scenarioVersionIds: readonly string[];
}

const columnValues = ({ id, name, rubricVersionId, opensOn, endsOn, minutes, rules }: CampaignColumns) => [
  ...[id, name.en, name.zh, rubricVersionId, opensOn, endsOn, minutes, JSON.stringify(rules)],
];

export async function addCampaign(sql: Sql, told: CampaignColumns, departmentId: string, by: string): Promise<void> {
  await sql.change(
    `INSERT INTO campaign (id, name_en, name_zh, rubric_version_id, opens_on, ends_on, minutes, rules, department_id, created_by)
     VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10)`,
    [...columnValues(told), departmentId, by],
  );
  await writeParts(sql, told);
}

export async function changeCampaign(sql: Sql, told: CampaignColumns): Promise<void> {
  await sql.change(
    `UPDATE campaign SET name_en = $2, name_zh = $3, rubric_version_id = $4, opens_on = $5, ends_on = $6, minutes = $7,
       rules = $8, revision = revision + 1 WHERE id = $1`,
    columnValues(told),
  );
  await writeParts(sql, told);
}

async function writeParts(sql: Sql, { id, scenarioVersionIds, teamIds, assessorIds }: CampaignColumns): Promise<void> {
  for (const [table, column, ids] of [
    ['campaign_scenario', 'version_id', scenarioVersionIds],
    ['campaign_team', 'team_id', teamIds],
    ['campaign_assessor', 'staff_id', assessorIds],
  ] as const) {
    await sql.change(`DELETE FROM ${table} WHERE campaign_id = $1 AND NOT (${column} = ANY ($2::uuid[]))`, [id, ids]);
    await sql.change(
      `INSERT INTO ${table} (campaign_id, ${column}) SELECT $1, unnest($2::uuid[]) ON CONFLICT DO NOTHING`,
      [id, ids],
    );
  }
}

/** Which of these teams are none of the department's, and which of these people are nobody at work. */
export const strangersAmong = async (
  sql: Sql,
  departmentId: string,
  { teamIds, assessorIds }: Pick<ChangeCampaign, 'teamIds' | 'assessorIds'>,
): Promise<{ teams: boolean; assessors: boolean }> => {
  const row = await sql.first<{ teams: boolean; assessors: boolean }>(
    /* sql */ `
    SELECT EXISTS (SELECT FROM unnest($2::uuid[]) AS asked (id)
        WHERE NOT EXISTS (SELECT FROM team t WHERE t.id = asked.id AND t.department_id = $1)) AS teams,
      EXISTS (SELECT FROM unnest($3::uuid[]) AS asked (id)
        WHERE NOT EXISTS (SELECT FROM staff s WHERE s.id = asked.id AND s.left_on IS NULL)) AS assessors`,
    [departmentId, teamIds, assessorIds],
  );
  return row ?? { teams: false, assessors: false };
};

/** Whether an exam is booked after a day, for somebody who has no more time than the campaign. */
export const isBookedAfter = async (sql: Sql, id: string, day: string): Promise<boolean> =>
  (await sql.first(
    /* sql */ `
    SELECT FROM exam e JOIN candidate k ON k.id = e.candidate_id CROSS JOIN organisation o
    WHERE e.campaign_id = $1 AND e.state = 'booked'
      AND (e.starts_at AT TIME ZONE o.zone)::date > greatest(k.until_on, $2::date) LIMIT 1`,
    [id, day],
  )) !== undefined;

export const begin = (sql: Sql, id: string, by: string): Promise<number> =>
  sql.change(`UPDATE campaign SET begun_at = now(), begun_by = $2, revision = revision + 1 WHERE id = $1`, [id, by]);

export const close = (sql: Sql, id: string, by: string): Promise<number> =>
  sql.change(`UPDATE campaign SET closed_at = now(), closed_by = $2, revision = revision + 1 WHERE id = $1`, [id, by]);
