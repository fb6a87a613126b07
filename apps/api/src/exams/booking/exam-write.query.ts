import { v7 as uuid } from 'uuid';
import type { Sql } from '../../platform/database/database.js';

export interface NewExam {
  readonly id: string;
  readonly candidateId: string;
  readonly staffId: string;
  readonly attempt: number;
  readonly scenarioVersionId: string | null;
  readonly variant: string;
  readonly startsAt: Date;
  readonly assessorId: string;
  readonly secondId: string | null;
  readonly isFixed: boolean;
}

/** With the step that says so. */
export async function addExams(
  sql: Sql,
  campaign: { readonly id: string; readonly minutes: number },
  exams: readonly NewExam[],
  byStaffId: string,
): Promise<void> {
  if (exams.length === 0) return;
  await sql.change(
    /* sql */ `
    INSERT INTO exam (id, campaign_id, candidate_id, staff_id, attempt, scenario_version_id, variant, starts_at, minutes,
      assessor_id, second_id, is_fixed)
    SELECT id, $2, "candidateId", "staffId", attempt, "scenarioVersionId", variant, "startsAt", $3, "assessorId", "secondId", "isFixed"
    FROM jsonb_to_recordset($1::jsonb) AS told (id uuid, "candidateId" uuid, "staffId" uuid, attempt int,
      "scenarioVersionId" uuid, variant text, "startsAt" timestamptz, "assessorId" uuid, "secondId" uuid, "isFixed" boolean)`,
    [JSON.stringify(exams), campaign.id, campaign.minutes],
  );
  await addSteps(
    sql,
    exams.map(({ id, startsAt, assessorId, secondId }) => ({
      ...{ examId: id, step: 'booked' as const, byStaffId },
      data: { startsAt: startsAt.toISOString(), assessorId, secondId },
    })),
  );
}

interface Step {
  readonly examId: string;
  readonly step: 'booked' | 'moved' | 'cancelled';
  /** null: the program. */
  readonly byStaffId: string | null;
  readonly note?: string;
  readonly data: object;
}

export const addSteps = (sql: Sql, steps: readonly Step[]): Promise<number> =>
  sql.change(
    /* sql */ `
    INSERT INTO exam_step (id, exam_id, step, by_staff_id, note, data)
    SELECT id, "examId", step, "byStaffId", coalesce(note, ''), data
    FROM jsonb_to_recordset($1::jsonb)
      AS told (id uuid, "examId" uuid, step text, "byStaffId" uuid, note text, data jsonb)`,
    [JSON.stringify(steps.map((step) => ({ id: uuid(), ...step })))],
  );

export interface SlotOfExam {
  readonly startsAt: Date;
  readonly assessorId: string;
  readonly secondId: string | null;
}

export interface LockedExam extends SlotOfExam {
  readonly id: string;
  readonly campaignId: string;
  readonly candidateId: string;
  readonly staffId: string;
  readonly state: string;
  /** Somebody has begun to mark it. */
  readonly isBegun: boolean;
  readonly minutes: number;
  readonly revision: number;
}

/** The campaign is locked before it, so that two never wait for each other. */
export async function lockExam(sql: Sql, id: string): Promise<LockedExam | undefined> {
  // First the lock, then what is read under it: a marking that was waited for is seen.
  if (!(await sql.first('SELECT FROM exam WHERE id = $1 FOR UPDATE', [id]))) return undefined;
  return sql.first<LockedExam & Record<string, unknown>>(
    /* sql */ `
    SELECT id, campaign_id AS "campaignId", candidate_id AS "candidateId", staff_id AS "staffId", state, minutes, revision,
      starts_at AS "startsAt", assessor_id AS "assessorId", second_id AS "secondId",
      EXISTS (SELECT FROM marking m WHERE m.exam_id = e.id) AS "isBegun"
    FROM exam e WHERE id = $1`,
    [id],
  );
}

export const campaignOfExam = (sql: Sql, id: string): Promise<{ campaignId: string } | undefined> =>
  sql.first<{ campaignId: string }>('SELECT campaign_id AS "campaignId" FROM exam WHERE id = $1', [id]);

/** By hand: from now on no plan gives it another slot. */
export const moveExam = (sql: Sql, id: string, { startsAt, assessorId, secondId }: SlotOfExam): Promise<number> =>
  sql.change(
    `UPDATE exam SET starts_at = $2, assessor_id = $3, second_id = $4, is_fixed = true, revision = revision + 1 WHERE id = $1`,
    [id, startsAt, assessorId, secondId],
  );
