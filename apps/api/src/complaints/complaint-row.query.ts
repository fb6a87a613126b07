import type { ComplaintDetail, NamedInBoth } from '@forecall/contracts';
import { type ComplaintStep, complaintNumber, type StepTaken, stageOf } from '@forecall/domain';
import type { Sql } from '../platform/database/database.js';
import { SqlValues } from '../platform/database/sql-values.js';
import { isLed, isSeen, isWithheld, type Sight } from './complaint-sight.service.js';

/** A complaint kept for this transaction, as far as it is worked on. */
export interface LockedComplaint {
  readonly revision: number;
  readonly isVoided: boolean;
  readonly isMerged: boolean;
  /** Who is complained of may look, not act. */
  readonly isWithheld: boolean;
  readonly contactId: string;
  /** Whether who works on it leads the receiving or the answerable department, or sees everything. */
  readonly isLed: boolean;
  readonly repeatOfId: string | null;
  readonly accountId: string | null;
  readonly ownerId: string | null;
  readonly handlingDepartmentId: string;
  readonly answerableDepartmentId: string;
  /** In milliseconds since 1970. */
  readonly firstReceivedAt: number;
  readonly running: number;
  readonly remedyGiven: string;
  readonly furtherOptions: string;
}

export function lockComplaint(sql: Sql, id: string, sight: Sight): Promise<LockedComplaint | undefined> {
  const values = new SqlValues();
  return sql.first(
    `SELECT k.revision, k.voided_at IS NOT NULL AS "isVoided", k.merged_into IS NOT NULL AS "isMerged",
       ${isWithheld(sight, values)} AS "isWithheld", k.contact_id AS "contactId", c.account_id AS "accountId",
       ${isLed(sight, values)} AS "isLed", k.repeat_of AS "repeatOfId", k.owner_id AS "ownerId",
       c.handling_department_id AS "handlingDepartmentId", c.answerable_department_id AS "answerableDepartmentId",
       extract(epoch FROM k.first_received_at)::float8 * 1000 AS "firstReceivedAt", k.number AS running,
       k.remedy_given AS "remedyGiven", k.further_options AS "furtherOptions"
     FROM complaint k JOIN contact c ON c.id = k.contact_id
     WHERE k.id = ${values.add(id, 'uuid')} AND ${isSeen(sight, values)}
     FOR UPDATE OF k`,
    values.list,
  );
}

/**
 * Moves the first receipt, and the step that says it: steps are kept as they are, so another takes its place, and the
 * revision holds what was there. False where another step, or a complaint that repeats this one or was merged into it,
 * came before.
 */
export async function moveReceipt(sql: Sql, id: string, receivedAt: string): Promise<boolean> {
  const earlier = await sql.first(
    `SELECT FROM complaint_step WHERE complaint_id = $1 AND step <> 'received' AND at < $2
     UNION ALL SELECT FROM complaint k JOIN complaint later ON k.id IN (later.repeat_of, later.merged_into) AND later.voided_at IS NULL
       WHERE k.id = $1 AND (later.first_received_at, later.number) <= ($2, k.number)`,
    [id, receivedAt],
  );
  if (earlier) return false;
  await sql.change(
    `WITH gone AS (DELETE FROM complaint_step WHERE complaint_id = $1 AND step = 'received' RETURNING *)
     INSERT INTO complaint_step (id, complaint_id, step, at, by_sign_in_id, note, skipped_reason)
     SELECT gen_random_uuid(), complaint_id, step, $2, by_sign_in_id, note, skipped_reason FROM gone`,
    [id, receivedAt],
  );
  return true;
}

/** Its steps so far; instants in milliseconds. */
export async function courseOf(sql: Sql, complaintId: string): Promise<StepTaken[]> {
  const rows = await sql.rows<{ step: ComplaintStep; at: Date; isSkipped: boolean }>(
    `SELECT step, at, skipped_reason IS NOT NULL AS "isSkipped" FROM complaint_step
     WHERE complaint_id = $1 ORDER BY at, recorded_at, id`,
    [complaintId],
  );
  return rows.map((row) => ({ ...row, at: row.at.getTime() }));
}

/** Keeps what was there, then writes the new values of these columns. */
export async function reviseComplaint(
  sql: Sql,
  id: string,
  columns: Readonly<Record<string, unknown>>,
  by: { readonly signInId: string; readonly why: string },
): Promise<void> {
  await sql.change(
    `INSERT INTO revision_log (entity, entity_id, revision, by_sign_in_id, before, reason)
     SELECT 'complaint', k.id, k.revision, $2, to_jsonb(k), $3 FROM complaint k WHERE k.id = $1`,
    [id, by.signInId, by.why],
  );
  await writeColumns(sql, id, columns);
}

/** Also raises the revision. */
export async function writeColumns(sql: Sql, id: string, columns: Readonly<Record<string, unknown>>): Promise<void> {
  const names = Object.keys(columns);
  const assignments = [...names.map((name, n) => `${name} = $${n + 2}`), 'revision = revision + 1'];
  await sql.change(`UPDATE complaint SET ${assignments.join(', ')} WHERE id = $1`, [id, ...Object.values(columns)]);
}

interface UnnumberedName {
  readonly id: string;
  readonly running: number;
  readonly year: number;
}

/** A row as SQL gives it: numbers in parts, the course instead of the stage. */
export type ComplaintRow<Shown> = Omit<Shown, 'number' | 'stage'> & {
  readonly running: number;
  readonly year: number;
  readonly course: readonly { readonly step: ComplaintStep; readonly at: string; readonly isSkipped: boolean }[];
};
/** A hand-over without an answer yet. */
export interface PendingHandover {
  readonly from: NamedInBoth;
  readonly at: string;
}

export type DetailRow = Omit<
  ComplaintRow<ComplaintDetail>,
  | 'repeatOf'
  | 'repeatedBy'
  | 'mergedInto'
  | 'merged'
  | 'possibleSteps'
  | 'pendingHandover'
  | 'mayDirect'
  | 'mayGive'
  | 'mayMoveReceipt'
> & {
  readonly pending: PendingHandover | null;
  readonly repeatOf: UnnumberedName | null;
  readonly repeatedBy: readonly UnnumberedName[];
  readonly mergedInto: UnnumberedName | null;
  readonly merged: readonly UnnumberedName[];
};

export const nameOf = ({ id, running, year }: UnnumberedName) => ({ id, number: complaintNumber(running, year) });

export const takenSteps = (course: ComplaintRow<unknown>['course']): StepTaken[] =>
  course.map(({ step, at, isSkipped }) => ({ step, at: Date.parse(at), isSkipped }));

interface Parts {
  readonly running: number;
  readonly year: number;
  readonly course: ComplaintRow<unknown>['course'];
}

/** The row as it is shown. */
export function shown<Row extends Parts>({ running, year, course, ...row }: Row) {
  const stage: ComplaintStep = stageOf(takenSteps(course)) ?? 'received';
  return { ...row, number: complaintNumber(running, year), stage };
}
