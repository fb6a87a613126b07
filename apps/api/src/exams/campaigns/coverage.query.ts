import type { CoveredPerson, NamedInBoth } from '@forecall/contracts';
import type { ExamFacts } from '@forecall/domain';
import type { Sql } from '../../platform/database/database.js';

export interface CandidateRow {
  readonly id: string;
  readonly staff: CoveredPerson['staff'];
  readonly team: NamedInBoth;
  readonly outOn: string | null;
  readonly outKind: 'left' | 'moved' | 'excused' | null;
  readonly outWhy: string;
  readonly untilOn: string | null;
}

/** By team and name. */
export const candidatesOf = (sql: Sql, campaignId: string): Promise<CandidateRow[]> =>
  sql.rows<CandidateRow>(
    /* sql */ `
    SELECT k.id, json_build_object('id', s.id, 'name', s.name) AS staff,
      json_build_object('id', t.id, 'name', t.name, 'nameZh', t.name_zh) AS team,
      k.out_on::text AS "outOn", k.out_kind AS "outKind", k.out_why AS "outWhy", k.until_on::text AS "untilOn"
    FROM candidate k JOIN staff s ON s.id = k.staff_id JOIN team t ON t.id = k.team_id
    WHERE k.campaign_id = $1 ORDER BY t.name COLLATE name_order, t.id, s.name COLLATE name_order, s.id`,
    [campaignId],
  );

export interface ExamRow extends ExamFacts {
  readonly campaignId: string;
  readonly candidateId: string;
  readonly attempt: number;
  readonly startsAt: Date;
  readonly failedCritical: readonly string[];
}

/** All exams of campaigns, the earliest first. */
export const examsOf = (sql: Sql, campaignIds: readonly string[]): Promise<ExamRow[]> =>
  sql.rows<ExamRow>(
    /* sql */ `
    SELECT e.id, e.campaign_id AS "campaignId", e.candidate_id AS "candidateId", e.attempt, e.state, e.outcome,
      e.starts_at AS "startsAt", (e.starts_at AT TIME ZONE o.zone)::date::text AS "on",
      (e.settled_at AT TIME ZONE o.zone)::date::text AS "settledOn", e.failed_critical AS "failedCritical",
      CASE WHEN d.id IS NOT NULL THEN coalesce(d.decision, 'open') END AS dispute, f.until_on::text AS "validUntil"
    FROM organisation o CROSS JOIN exam e LEFT JOIN dispute d ON d.exam_id = e.id LEFT JOIN certificate f ON f.exam_id = e.id
    WHERE e.campaign_id = ANY ($1::uuid[]) ORDER BY e.starts_at, e.id`,
    [campaignIds],
  );

export interface TeamLeader {
  readonly teamId: string;
  readonly id: string;
  readonly name: string;
}

export const supervisorsOf = (sql: Sql, teamIds: readonly string[]): Promise<TeamLeader[]> =>
  sql.rows<TeamLeader>(
    /* sql */ `
    SELECT l.team_id AS "teamId", s.id, s.name FROM leadership l JOIN staff s ON s.id = l.staff_id
    WHERE l.role = 'supervisor' AND l.team_id = ANY ($1::uuid[]) AND l."from" <= now() AND (l."to" IS NULL OR l."to" > now())`,
    [teamIds],
  );

/** Of campaigns: who is in, to be counted. */
export const inOf = (sql: Sql, campaignIds: readonly string[]): Promise<{ id: string; campaignId: string }[]> =>
  sql.rows<{ id: string; campaignId: string }>(
    `SELECT id, campaign_id AS "campaignId" FROM candidate WHERE campaign_id = ANY ($1::uuid[]) AND out_kind IS NULL`,
    [campaignIds],
  );
