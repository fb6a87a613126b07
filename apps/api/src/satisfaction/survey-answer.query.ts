import type { Sql } from '../platform/database/database.js';

/** Whose answers they are: the ask they came by, and who entered them, null where the customer did. */
export interface AskedAnswers {
  readonly askId: string;
  /** null: about the relationship with an account. */
  readonly contactId: string | null;
  readonly enteredHow: 'survey' | 'by-hand';
  readonly createdBy: string | null;
}

export interface ScoredAnswer {
  readonly kind: 'csat' | 'nps' | 'ces' | 'item';
  /** Names an item: of which dimension and side, or of which form and question. */
  readonly item: string | null;
  readonly scale: number;
  readonly score: number;
  readonly text: string;
}

/** Credited to whom the contact is; about the relationship to whom it was credited when it was asked. */
export const insertSurveyAnswer = (
  sql: Sql,
  answer: AskedAnswers & ScoredAnswer & { readonly id: string },
): Promise<number> =>
  sql.change(
    /* sql */ `
    INSERT INTO answer (id, ask_id, kind, item, scale, score, text, entered_how, at, created_by, contact_id, account_id,
      rep_id, team_id, supervisor_id, handling_department_id, answerable_department_id, account_class, rep_in_care_id,
      channel, reason_id)
    SELECT $1, $2, $4, $5, $6, $7, $8, $9, now(), $10, credited.* FROM (
      SELECT c.id, c.account_id, c.rep_id, c.team_id, c.supervisor_id, c.handling_department_id,
        c.answerable_department_id, c.account_class, c.rep_in_care_id, c.channel, c.reason_id
      FROM contact c WHERE c.id = $3
      UNION ALL
      SELECT NULL, s.account_id, s.rep_id, s.team_id, s.supervisor_id, s.handling_department_id,
        s.answerable_department_id, s.account_class, s.rep_in_care_id, NULL, NULL
      FROM survey_ask s WHERE s.id = $2 AND $3::uuid IS NULL AND s.about = 'account'
    ) credited`,
    [
      ...[answer.id, answer.askId, answer.contactId, answer.kind, answer.item, answer.scale, answer.score],
      ...[answer.text, answer.enteredHow, answer.createdBy],
    ],
  );

/** What the same person said before and says no more counts no more either. */
export const supersedeRest = (sql: Sql, askId: string, ids: readonly string[]): Promise<number> =>
  sql.change(
    `UPDATE answer SET superseded_by = $2, revision = revision + 1
     WHERE ask_id = $1 AND id <> ALL ($3) AND superseded_by IS NULL AND voided_at IS NULL`,
    [askId, ids[0], ids],
  );
