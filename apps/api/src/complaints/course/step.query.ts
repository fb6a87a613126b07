import type { StepTaken } from '@forecall/domain';
import { v7 as uuid } from 'uuid';
import type { Sql } from '../../platform/database/database.js';

export interface NewStep extends StepTaken {
  readonly note: string;
  readonly skippedReason: string | null;
  readonly told: Readonly<Record<string, unknown>>;
}

/** In the order given, which is kept where they share a moment. Gives their ids. */
export async function insertSteps(
  sql: Sql,
  complaintId: string,
  steps: readonly NewStep[],
  signInId: string,
): Promise<string[]> {
  const rows = steps.map(({ step, at, note, skippedReason, told }) => ({
    ...{ id: uuid(), step, at: new Date(at).toISOString(), note, skipped_reason: skippedReason, told },
  }));
  await sql.change(
    /* sql */ `
    INSERT INTO complaint_step (id, complaint_id, step, at, by_sign_in_id, note, skipped_reason, told)
    SELECT id, $2, step, at, $3, note, skipped_reason, told FROM json_to_recordset($1) AS x
      (id uuid, step text, at timestamptz, note text, skipped_reason text, told jsonb)`,
    [JSON.stringify(rows), complaintId, signInId],
  );
  return rows.map(({ id }) => id);
}

export interface Analysis {
  readonly cause: { readonly kind: string; readonly text: string };
  readonly correctiveAction: string;
}

export async function insertAnalysis(
  sql: Sql,
  complaintId: string,
  stepId: string,
  { cause, correctiveAction }: Analysis,
): Promise<void> {
  const causeId = uuid();
  await sql.change('INSERT INTO cause (id, complaint_id, step_id, kind, text) VALUES ($1, $2, $3, $4, $5)', [
    ...[causeId, complaintId, stepId, cause.kind, cause.text],
  ]);
  if (correctiveAction.trim() === '') return;
  await sql.change('INSERT INTO corrective_action (id, cause_id, action) VALUES ($1, $2, $3)', [
    ...[uuid(), causeId, correctiveAction],
  ]);
}

/** Undefined: the complaint has no such action; false: it was told its effect before. */
export async function tellEffect(
  sql: Sql,
  complaintId: string,
  actionId: string,
  told: { readonly effect: string; readonly signInId: string },
): Promise<boolean | undefined> {
  const action = await sql.first<{ isTold: boolean }>(
    `SELECT a.effect <> '' AS "isTold" FROM corrective_action a JOIN cause ON cause.id = a.cause_id
     WHERE a.id = $2 AND cause.complaint_id = $1 FOR UPDATE OF a`,
    [complaintId, actionId],
  );
  if (!action || action.isTold) return action && false;
  await sql.change(
    'UPDATE corrective_action SET effect = $2, effect_at = now(), effect_by_sign_in_id = $3 WHERE id = $1',
    [actionId, told.effect, told.signInId],
  );
  return true;
}
