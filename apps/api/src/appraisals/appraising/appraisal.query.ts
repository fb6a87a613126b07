import type { Appraisal, AppraisalRow, AppraisalText, CompetencyText } from '@forecall/contracts';
import type { AppraisalKind, AppraisalStage, AppraisalStep, CycleKind } from '@forecall/domain';
import type { Sql } from '../../platform/database/database.js';
import { named } from '../../platform/database/named-json.js';
import type { FrozenCard } from '../figures/frozen.query.js';
import { rowColumns, rowJoins } from './appraisal-list.query.js';
import { lastStep, stage, wasGiven } from './stage.query.js';

/** An appraisal as its rules look at it. */
export interface LockedAppraisal {
  readonly id: string;
  readonly kind: AppraisalKind;
  readonly subjectId: string;
  readonly subject: string;
  readonly appraiserId: string;
  readonly appraiser: string;
  readonly teamId: string;
  readonly departmentId: string;
  readonly stage: AppraisalStage;
  readonly wasGiven: boolean;
  readonly text: AppraisalText;
  readonly competencies: CompetencyText[];
  readonly isFrozen: boolean;
  readonly answerBy: string | null;
  readonly today: string;
  readonly cycle: {
    readonly id: string;
    readonly kind: CycleKind;
    readonly from: string;
    readonly to: string;
    readonly writeBy: string;
    readonly answerDays: number;
    readonly isClosed: boolean;
  };
  readonly revision: number;
}

const columns = /* sql */ `
  SELECT a.id, a.kind, a.subject_id AS "subjectId", subject.name AS subject, a.appraiser_id AS "appraiserId",
    appraiser.name AS appraiser, a.team_id AS "teamId", a.department_id AS "departmentId", ${stage} AS stage,
    ${wasGiven} AS "wasGiven", a.text, c.competencies -> a.kind AS competencies, a.card IS NOT NULL AS "isFrozen",
    a.answer_by::text AS "answerBy", (now() AT TIME ZONE o.zone)::date::text AS today,
    json_build_object('id', c.id, 'kind', c.kind, 'from', c.from_on::text, 'to', c.to_on::text, 'writeBy', c.write_by::text,
      'answerDays', c.answer_days, 'isClosed', c.closed_at IS NOT NULL) AS cycle, a.revision
  FROM appraisal a JOIN appraisal_cycle c ON c.id = a.cycle_id CROSS JOIN organisation o
  JOIN staff subject ON subject.id = a.subject_id JOIN staff appraiser ON appraiser.id = a.appraiser_id ${lastStep}
  WHERE a.id = $1`;

export const appraisalById = (sql: Sql, id: string): Promise<LockedAppraisal | undefined> =>
  sql.first<LockedAppraisal & Record<string, unknown>>(columns, [id]);

/** Nobody else changes it, nor closes its cycle, until the transaction is over. */
export async function lockAppraisal(sql: Sql, id: string): Promise<LockedAppraisal | undefined> {
  // First the lock, then what is read under it.
  if (!(await sql.first('SELECT FROM appraisal WHERE id = $1 FOR UPDATE', [id]))) return undefined;
  return appraisalById(sql, id);
}

export const rowOf = (sql: Sql, id: string): Promise<AppraisalRow | undefined> =>
  sql.first<AppraisalRow & Record<string, unknown>>(`SELECT ${rowColumns} FROM ${rowJoins} WHERE a.id = $1`, [id]);

export const frozenOf = (sql: Sql, id: string) =>
  sql.first<{
    card: Omit<FrozenCard, 'lines' | 'coaching'> | null;
    coaching: FrozenCard['coaching'];
    savedAt: Date | null;
  }>('SELECT card, coaching, saved_at AS "savedAt" FROM appraisal WHERE id = $1', [id]);

export const saveText = (
  sql: Sql,
  id: string,
  text: AppraisalText,
): Promise<{ revision: number; savedAt: Date } | undefined> =>
  sql.first(
    'UPDATE appraisal SET text = $2, saved_at = now(), revision = revision + 1 WHERE id = $1 RETURNING revision, saved_at AS "savedAt"',
    [id, JSON.stringify(text)],
  );

interface NewStep {
  readonly step: AppraisalStep | 'handed';
  readonly by: string | null;
  readonly note?: string;
  readonly data?: object;
}

export const addStep = (sql: Sql, id: string, { step, by, note = '', data = {} }: NewStep): Promise<number> =>
  sql.change(
    /* sql */ `
    INSERT INTO appraisal_step (appraisal_id, n, step, at, by_staff_id, note, data)
    SELECT $1, coalesce(max(n), 0) + 1, $2, clock_timestamp(), $3, $4, $5 FROM appraisal_step WHERE appraisal_id = $1`,
    [id, step, by, note, JSON.stringify(data)],
  );

export type StoredStep = Omit<Appraisal['steps'][number], 'after'>;

export const raiseRevision = (sql: Sql, id: string): Promise<number> =>
  sql.change('UPDATE appraisal SET revision = revision + 1 WHERE id = $1', [id]);

export const stepsOf = (sql: Sql, id: string): Promise<StoredStep[]> =>
  sql.rows<StoredStep & Record<string, unknown>>(
    /* sql */ `
    SELECT w.step, to_char(w.at AT TIME ZONE 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"') AS at, ${named('s')} AS by, w.note,
      w.data ->> 'before' AS before, coalesce(w.data -> 'changes', '[]') AS changes
    FROM appraisal_step w LEFT JOIN staff s ON s.id = w.by_staff_id WHERE w.appraisal_id = $1 ORDER BY w.n`,
    [id],
  );

export const sealOf = (sql: Sql, id: string) =>
  sql.first<{ n: number; sha256: string; at: Date }>(
    `SELECT n::int, encode(sha256, 'hex') AS sha256, at FROM appraisal_seal WHERE appraisal_id = $1`,
    [id],
  );
