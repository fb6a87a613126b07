import { v7 as uuid } from 'uuid';
import type { CampaignRules, RubricText } from '@forecall/contracts';
import type { Sql } from '../platform/database/database.js';

const both = (en: string) => ({ en, zh: '' });

/** One critical yes/no item and two of points; pass mark 80. */
export const exampleRubric: RubricText = {
  groups: [
    {
      ...{ id: 'call', name: both('The call') },
      items: [
        {
          ...{ id: 'safe', kind: 'yes-no', text: both('Promises what we can keep'), help: both(''), weight: 1 },
          ...{ isCritical: true, mayNotApply: false, onlyIf: null },
        },
        ...['listens', 'closes'].map((id) => ({
          ...{ id, kind: 'points' as const, text: both(id), help: both(''), weight: 1, failsUnder: 1 },
          ...{ isCritical: false, mayNotApply: true, onlyIf: null },
          levels: [5, 4, 3, 1, 0].map((points) => ({ points, text: both(`Level ${points}`) })),
        })),
      ],
    },
  ],
  ...{ passMark: 80, passMarkWhy: both('Four of five') },
};

export async function aPublishedRubric(
  sql: Sql,
  departmentId: string | null,
  text: RubricText = exampleRubric,
): Promise<{ paperId: string; versionId: string }> {
  const [paperId, versionId] = [uuid(), uuid()];
  await sql.change(
    `INSERT INTO exam_paper (id, kind, department_id, name_en, name_zh) VALUES ($1, 'rubric', $2, 'Call', '')`,
    [paperId, departmentId],
  );
  await sql.change(
    `INSERT INTO exam_paper_version (id, paper_id, n, content, published_at) VALUES ($1, $2, 1, $3, now())`,
    [versionId, paperId, JSON.stringify(text)],
  );
  return { paperId, versionId };
}

/** An exam of somebody who is a candidate: settled where it has an outcome, else booked. */
export async function anExam(
  sql: Sql,
  told: {
    campaignId: string;
    staffId: string;
    assessorId: string;
    attempt?: number;
    outcome?: 'passed' | 'failed';
    startsAt?: Date;
  },
): Promise<string> {
  const { campaignId, staffId, assessorId, attempt = 1, outcome, startsAt = new Date() } = told;
  const id = uuid();
  await sql.change(
    `INSERT INTO exam (id, campaign_id, candidate_id, staff_id, attempt, starts_at, minutes, assessor_id, state, settled_at, outcome)
     SELECT $1, k.campaign_id, k.id, k.staff_id, $4, $5, 40, $6, CASE WHEN $7::text IS NULL THEN 'booked' ELSE 'settled' END,
       CASE WHEN $7::text IS NOT NULL THEN now() END, $7
     FROM candidate k WHERE k.campaign_id = $2 AND k.staff_id = $3`,
    [id, campaignId, staffId, attempt, startsAt, assessorId, outcome ?? null],
  );
  return id;
}

/** A role play with these variants, which have their ids as names. */
export async function aPublishedScenario(
  sql: Sql,
  departmentId: string | null,
  variants: readonly string[],
): Promise<{ paperId: string; versionId: string }> {
  const [paperId, versionId] = [uuid(), uuid()];
  const content = {
    temperament: null,
    variants: variants.map((id) => ({ id, name: both(id), situation: both(id), brief: both(id) })),
  };
  await sql.change(
    `INSERT INTO exam_paper (id, kind, department_id, name_en, name_zh) VALUES ($1, 'scenario', $2, 'Customer', '')`,
    [paperId, departmentId],
  );
  await sql.change(
    `INSERT INTO exam_paper_version (id, paper_id, n, content, published_at) VALUES ($1, $2, 1, $3, now())`,
    [versionId, paperId, JSON.stringify(content)],
  );
  return { paperId, versionId };
}

const exampleRules: CampaignRules = {
  ...{ excludesOwn: true, coolOffDays: 7, mostAttempts: null, takesOtherVariant: false },
  ...{ nearMark: 5, differenceLimit: 10, disputeDays: 5, validMonths: 12 },
};

/** Begun, with these candidates of a team. */
export async function aRunningCampaign(
  sql: Sql,
  told: {
    departmentId: string;
    teamId: string;
    candidateIds: readonly string[];
    rules?: Partial<CampaignRules>;
    rubric?: RubricText;
  },
): Promise<string> {
  const { departmentId, teamId, candidateIds, rules, rubric } = told;
  const id = uuid();
  const { versionId } = await aPublishedRubric(sql, departmentId, rubric);
  await sql.change(
    `INSERT INTO campaign (id, department_id, name_en, name_zh, rubric_version_id, opens_on, ends_on, minutes, rules, begun_at)
     VALUES ($1, $2, 'Autumn', '', $3, '2026-01-05', '2199-12-11', 40, $4, now())`,
    [id, departmentId, versionId, JSON.stringify({ ...exampleRules, ...rules })],
  );
  await sql.change(
    `INSERT INTO candidate (id, campaign_id, staff_id, team_id, in_on)
     SELECT gen_random_uuid(), $1, unnest($2::uuid[]), $3, '2026-01-05'`,
    [id, candidateIds, teamId],
  );
  return id;
}

/** What an assessor gave, signed where it has an outcome. */
export async function aMarking(
  sql: Sql,
  { examId, assessorId, outcome }: { examId: string; assessorId: string; outcome?: 'passed' | 'failed' },
): Promise<string> {
  const id = uuid();
  const points = outcome === 'failed' ? 1 : 5;
  await sql.change(
    `INSERT INTO marking (id, exam_id, assessor_id, marks, signed_at, numerator, denominator, outcome)
     VALUES ($1, $2, $3, $4, CASE WHEN $5::text IS NOT NULL THEN now() END, $6, 1100, $5)`,
    [
      ...[id, examId, assessorId, JSON.stringify({ safe: 1, listens: points, closes: points }), outcome ?? null],
      outcome ? 100 + 200 * points : null,
    ],
  );
  return id;
}

/** A gold session that these mark, by a rubric of its own where none is named; what is given to it is signed. */
export async function aGoldSession(
  sql: Sql,
  told: {
    departmentId: string;
    assessorIds: readonly string[];
    versionId?: string;
    isClosed?: boolean;
    signedBy?: readonly string[];
    begunBy?: readonly string[];
    createdAt?: Date;
  },
): Promise<string> {
  const { departmentId, assessorIds, isClosed = false, signedBy = [], begunBy = [], createdAt = new Date() } = told;
  const id = uuid();
  const versionId = told.versionId ?? (await aPublishedRubric(sql, departmentId)).versionId;
  await sql.change(
    `INSERT INTO gold_session (id, department_id, rubric_version_id, name, recording, due_on, closed_at, created_at)
     VALUES ($1, $2, $3, 'Example', 'https://calls.example/1', '2199-12-11', CASE WHEN $4::boolean THEN now() END, $5)`,
    [id, departmentId, versionId, isClosed, createdAt],
  );
  await sql.change('INSERT INTO gold_assessor (gold_id, staff_id) SELECT $1, unnest($2::uuid[])', [id, assessorIds]);
  const marks = JSON.stringify({ safe: 1, listens: 5, closes: 5 });
  await sql.change(
    `INSERT INTO marking (id, gold_id, assessor_id, marks, signed_at, numerator, denominator, outcome)
     SELECT gen_random_uuid(), $1, who, $3, CASE WHEN who = ANY ($4::uuid[]) THEN now() END,
       CASE WHEN who = ANY ($4::uuid[]) THEN 1100 END, CASE WHEN who = ANY ($4::uuid[]) THEN 1100 END,
       CASE WHEN who = ANY ($4::uuid[]) THEN 'passed' END
     FROM unnest($2::uuid[]) AS who`,
    [id, [...signedBy, ...begunBy], marks, signedBy],
  );
  return id;
}
