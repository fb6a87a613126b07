import type { CampaignRules, ExamResult, ExamToMark, Marking, RubricText, ScenarioText } from '@forecall/contracts';
import type { ExamOutcome, ExamState } from '@forecall/domain';
import { v7 as uuid } from 'uuid';
import type { Reach } from '../../platform/access/viewer.js';
import type { Sql } from '../../platform/database/database.js';
import { named } from '../../platform/database/named-json.js';
import { leaderIds } from '../booking/booking-input.query.js';
import { courseColumns, courseJoins, markingColumns } from './exam-json.query.js';
import { lockCampaign } from '../campaigns/campaign.query.js';
import { toMarkColumns, toMarkJoins } from './exam-list.query.js';

export interface LockedExam {
  readonly id: string;
  readonly staffId: string;
  readonly staffName: string;
  readonly teamId: string;
  readonly departmentId: string;
  readonly candidateId: string;
  readonly campaignId: string;
  readonly isClosed: boolean;
  readonly campaign: { readonly en: string; readonly zh: string };
  readonly rules: CampaignRules;
  readonly rubric: RubricText;
  readonly assessorId: string;
  readonly secondId: string | null;
  readonly state: ExamState;
  readonly outcome: ExamOutcome | null;
  readonly acceptedAt: Date | null;
  readonly settledOn: string | null;
  readonly startsAt: Date;
  /** It has begun, or somebody marks it already. */
  readonly isUnderWay: boolean;
  readonly leaderIds: readonly string[];
  readonly on: string;
  readonly today: string;
  readonly zone: string;
  readonly dispute: 'open' | 'stands' | 'passed' | 'failed' | 'again' | null;
  readonly revision: number;
}

const isUnderWay = (as: string) =>
  `(${as}.starts_at <= now() OR EXISTS (SELECT FROM marking m WHERE m.exam_id = ${as}.id))`;

/** Nobody else changes where it stands until the transaction is over. */
export async function lockExam(sql: Sql, id: string): Promise<LockedExam | undefined> {
  // First the lock, then what is read under it.
  if (!(await sql.first('SELECT FROM exam WHERE id = $1 FOR UPDATE', [id]))) return undefined;
  return sql.first<LockedExam & Record<string, unknown>>(
    /* sql */ `
    SELECT e.id, e.staff_id AS "staffId", s.name AS "staffName", k.team_id AS "teamId", c.department_id AS "departmentId",
      k.id AS "candidateId", c.id AS "campaignId", c.closed_at IS NOT NULL AS "isClosed",
      json_build_object('en', c.name_en, 'zh', c.name_zh) AS campaign, c.rules, v.content AS rubric,
      e.assessor_id AS "assessorId", e.second_id AS "secondId", e.state, e.outcome, e.accepted_at AS "acceptedAt",
      (e.settled_at AT TIME ZONE o.zone)::date::text AS "settledOn", e.starts_at AS "startsAt",
      (e.starts_at AT TIME ZONE o.zone)::date::text AS "on", (now() AT TIME ZONE o.zone)::date::text AS today, o.zone,
      CASE WHEN d.id IS NOT NULL THEN coalesce(d.decision, 'open') END AS dispute, e.revision,
      ${isUnderWay('e')} AS "isUnderWay", ${leaderIds} AS "leaderIds"
    FROM exam e JOIN campaign c ON c.id = e.campaign_id JOIN candidate k ON k.id = e.candidate_id JOIN staff s ON s.id = e.staff_id
    JOIN exam_paper_version v ON v.id = c.rubric_version_id CROSS JOIN organisation o LEFT JOIN dispute d ON d.exam_id = e.id
    WHERE e.id = $1`,
    [id],
  );
}

/** With its campaign, which is locked before it: it does not close meanwhile. */
export async function lockExamInCampaign(sql: Sql, id: string): Promise<LockedExam | undefined> {
  const found = await sql.first<{ campaignId: string }>('SELECT campaign_id AS "campaignId" FROM exam WHERE id = $1', [
    id,
  ]);
  if (!found) return undefined;
  await lockCampaign(sql, found.campaignId);
  return lockExam(sql, id);
}

/** The exam with what its assessor marks by. */
export const sheetOf = (
  sql: Sql,
  staffId: string,
  id: string,
): Promise<
  | {
      readonly exam: ExamToMark;
      readonly mayMark: boolean;
      readonly isOwnLeader: boolean;
      readonly rubric: { readonly name: { en: string; zh: string }; readonly n: number; readonly text: RubricText };
      readonly played: ScenarioText | null;
      readonly variant: string;
    }
  | undefined
> =>
  sql.first(
    /* sql */ `
    SELECT (SELECT row_to_json(one) FROM (SELECT ${toMarkColumns} FROM ${toMarkJoins} WHERE e.id = x.id) one) AS exam,
      x.state IN ('booked', 'second') AND (x.starts_at AT TIME ZONE o.zone)::date <= (now() AT TIME ZONE o.zone)::date AS "mayMark",
      (cc.rules ->> 'excludesOwn')::boolean AND $1 = ANY (${leaderIds}::uuid[]) AS "isOwnLeader",
      json_build_object('name', json_build_object('en', p.name_en, 'zh', p.name_zh), 'n', v.n, 'text', v.content) AS rubric,
      (SELECT sv.content FROM exam_paper_version sv WHERE sv.id = x.scenario_version_id) AS played, x.variant
    FROM exam x JOIN campaign cc ON cc.id = x.campaign_id JOIN candidate k ON k.id = x.candidate_id
    JOIN exam_paper_version v ON v.id = cc.rubric_version_id JOIN exam_paper p ON p.id = v.paper_id CROSS JOIN organisation o
    WHERE x.id = $2 AND (x.assessor_id = $1 OR x.second_id = $1)`,
    [staffId, id],
  );

export type MarkingRow = Marking & { readonly assessorId: string };

export const markingsOf = (sql: Sql, examId: string): Promise<MarkingRow[]> =>
  sql.rows<MarkingRow & Record<string, unknown>>(
    `SELECT ${markingColumns}, m.assessor_id AS "assessorId" FROM marking m WHERE m.exam_id = $1 ORDER BY m.begun_at, m.id`,
    [examId],
  );

export type SeenExam = Pick<ExamResult, 'exam' | 'rubric' | 'decided' | 'disputed'> & {
  readonly departmentId: string;
  readonly isClosed: boolean;
  readonly isUnderWay: boolean;
  readonly isSigned: boolean;
};

/** To the candidate, who marks it, and who leads the candidate. */
export const examSeen = (sql: Sql, { everything, departmentIds, teamIds, staffId }: Reach, id: string) =>
  sql.first<SeenExam & Record<string, unknown>>(
    /* sql */ `
    SELECT (SELECT row_to_json(one) FROM (SELECT ${courseColumns} FROM ${courseJoins} WHERE e.id = x.id) one) AS exam,
      json_build_object('name', json_build_object('en', p.name_en, 'zh', p.name_zh), 'n', v.n, 'text', v.content) AS rubric,
      (SELECT json_build_object('by', ${named('s')}, 'at', w.at, 'why', w.note) FROM exam_step w LEFT JOIN staff s ON s.id = w.by_staff_id
        WHERE w.exam_id = x.id AND w.step = 'decided' ORDER BY w.at DESC LIMIT 1) AS decided,
      (SELECT json_build_object('at', d.at, 'why', d.why, 'decidedAt', d.decided_at, 'decidedBy', ${named('s')},
          'decision', d.decision, 'decidedWhy', d.decided_why)
        FROM dispute d LEFT JOIN staff s ON s.id = d.decided_by WHERE d.exam_id = x.id) AS disputed,
      cc.department_id AS "departmentId", cc.closed_at IS NOT NULL AS "isClosed",
      ${isUnderWay('x')} AS "isUnderWay",
      EXISTS (SELECT FROM marking m WHERE m.exam_id = x.id AND m.signed_at IS NOT NULL) AS "isSigned"
    FROM exam x JOIN campaign cc ON cc.id = x.campaign_id JOIN candidate kk ON kk.id = x.candidate_id
    JOIN exam_paper_version v ON v.id = cc.rubric_version_id JOIN exam_paper p ON p.id = v.paper_id
    WHERE x.id = $1 AND ($2::boolean OR cc.department_id = ANY ($3::uuid[]) OR kk.team_id = ANY ($4::uuid[])
      OR $5 IN (x.staff_id, x.assessor_id, x.second_id))`,
    [id, everything, departmentIds, teamIds, staffId],
  );

/** Somebody examined in it until it was moved. */
export const wasTakenOff = async (sql: Sql, examId: string, staffId: string): Promise<boolean> =>
  (await sql.first(
    `SELECT FROM exam_step WHERE exam_id = $1 AND step = 'moved'
       AND $2 IN (data -> 'before' ->> 'assessorId', data -> 'before' ->> 'secondId') LIMIT 1`,
    [examId, staffId],
  )) !== undefined;

export type ExamStep =
  | 'moved'
  | 'cancelled'
  | 'absent'
  | 'marked'
  | 'second-asked'
  | 'to-head'
  | 'settled'
  | 'decided'
  | 'accepted'
  | 'disputed'
  | 'dispute-decided';

export const noteStep = (
  sql: Sql,
  examId: string,
  { step, by, note = '', data = {} }: { step: ExamStep; by: string; note?: string; data?: object },
): Promise<number> =>
  // Several steps of one transaction keep their order.
  sql.change(
    'INSERT INTO exam_step (id, exam_id, step, at, by_staff_id, note, data) VALUES ($1, $2, $3, clock_timestamp(), $4, $5, $6)',
    [uuid(), examId, step, by, note, JSON.stringify(data)],
  );
