import type { SetSurveyCadence, SurveyCadence } from '@forecall/contracts';
import type { Sql } from '../../platform/database/database.js';

export type StoredCadence = Omit<SurveyCadence, 'sends'>;

/** There is one row; with `lock` nobody else changes it until the transaction is over. */
export async function surveyCadence(sql: Sql, lock: '' | 'FOR UPDATE OF s' = ''): Promise<StoredCadence> {
  const row = await sql.first<StoredCadence & Record<string, unknown>>(/* sql */ `
    SELECT s.on_since IS NOT NULL AS "isOn", s.revision,
      CASE WHEN f.id IS NOT NULL THEN json_build_object('id', f.id, 'nameEn', f.name_en, 'nameZh', f.name_zh) END AS form,
      coalesce((SELECT json_agg(json_build_object('class', k.class, 'days', k.days) ORDER BY k.class)
        FROM survey_cadence k), '[]') AS classes
    FROM survey_account_setting s LEFT JOIN survey_form f ON f.id = s.form_id ${lock}`);
  if (!row) throw new Error('The migration makes the one row.');
  return row;
}

export async function writeCadence(sql: Sql, { isOn, formId, classes }: SetSurveyCadence): Promise<void> {
  await sql.change(
    `UPDATE survey_account_setting SET on_since = CASE WHEN $1 THEN coalesce(on_since, now()) END, form_id = $2,
       revision = revision + 1`,
    [isOn, formId],
  );
  await sql.change('DELETE FROM survey_cadence');
  await sql.change('INSERT INTO survey_cadence (class, days) SELECT * FROM unnest($1::text[], $2::integer[])', [
    classes.map((each) => each.class),
    classes.map(({ days }) => days),
  ]);
}
