import type { Sql } from '../../platform/database/database.js';

/** What is known of somebody besides contacts and numbers: ids of what a merge moved. */
export interface PersonBelongings {
  readonly promises: readonly string[];
  readonly tries: readonly string[];
  /** Trainings that the one who stays did not attend. */
  readonly trainings: readonly string[];
  /** Who reported to the one who goes. */
  readonly reporting: readonly string[];
  /** The one who stays is not to be called either: it is the same person who asked. */
  readonly isSilenced: boolean;
  /** Nor asked. */
  readonly isUnasked?: boolean;
  readonly asks?: readonly string[];
}

export async function movePersonBelongings(sql: Sql, goneId: string, keptId: string): Promise<PersonBelongings> {
  const move = async (table: string, column: string, { unless = 'false', told = 'id' } = {}) =>
    (
      await sql.rows<{ told: string }>(
        `UPDATE ${table} t SET ${column} = $2 WHERE t.${column} = $1 AND NOT (${unless}) RETURNING t.${told} AS told`,
        [goneId, keptId],
      )
    ).map((row) => row.told);
  return {
    promises: await move('promise', 'person_id'),
    tries: await move('call_attempt', 'person_id'),
    trainings: await move('training_attendance', 'person_id', {
      unless: 'EXISTS (SELECT FROM training_attendance k WHERE k.person_id = $2 AND k.session_id = t.session_id)',
      told: 'session_id',
    }),
    reporting: await move('person', 'reports_to', { unless: 't.id = $2' }),
    isSilenced:
      (await sql.change(
        `UPDATE person k SET do_not_call_since = g.do_not_call_since, do_not_call_why = g.do_not_call_why
         FROM person g WHERE k.id = $2 AND k.do_not_call_since IS NULL AND g.id = $1 AND g.do_not_call_since IS NOT NULL`,
        [goneId, keptId],
      )) > 0,
    asks: await move('survey_ask', 'person_id'),
    isUnasked:
      (await sql.change(
        `UPDATE person k SET do_not_survey_since = g.do_not_survey_since, do_not_survey_how = g.do_not_survey_how
         FROM person g WHERE k.id = $2 AND k.do_not_survey_since IS NULL AND g.id = $1 AND g.do_not_survey_since IS NOT NULL`,
        [goneId, keptId],
      )) > 0,
  };
}

export async function movePersonBelongingsBack(
  sql: Sql,
  [goneId, keptId]: readonly [string, string],
  { promises, tries, trainings, reporting, isSilenced, asks = [], isUnasked = false }: PersonBelongings,
): Promise<void> {
  const back = (table: string, column: string, ids: readonly string[], by = 'id') =>
    sql.change(`UPDATE ${table} SET ${column} = $1 WHERE ${column} = $2 AND ${by} = ANY ($3)`, [goneId, keptId, ids]);
  await back('promise', 'person_id', promises);
  await back('call_attempt', 'person_id', tries);
  await back('training_attendance', 'person_id', trainings, 'session_id');
  await back('person', 'reports_to', reporting);
  await back('survey_ask', 'person_id', asks);
  if (isUnasked)
    await sql.change(
      `UPDATE person k SET do_not_survey_since = NULL, do_not_survey_how = NULL
       FROM person g WHERE k.id = $2 AND g.id = $1 AND k.do_not_survey_since = g.do_not_survey_since`,
      [goneId, keptId],
    );
  if (isSilenced)
    await sql.change(
      `UPDATE person k SET do_not_call_since = NULL, do_not_call_why = ''
       FROM person g WHERE k.id = $2 AND g.id = $1 AND k.do_not_call_since = g.do_not_call_since`,
      [goneId, keptId],
    );
}
