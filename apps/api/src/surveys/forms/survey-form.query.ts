import type { SurveyContent, SurveyForm, SurveyFormQuery } from '@forecall/contracts';
import type { Sql } from '../../platform/database/database.js';
import { DraftedDocument } from '../../platform/drafts/drafted-document.query.js';
import type { PageEnd } from '../../platform/http/page-cursor.js';

export const surveyForms = new DraftedDocument<SurveyForm['kind'], SurveyContent>({
  documents: 'survey_form',
  versions: 'form_version',
  owner: 'form_id',
});

const columns = `${surveyForms.columns},
  EXISTS (SELECT FROM survey_setting s WHERE s.contact_form_id = d.id) AS "isAfterContacts"`;

/** The newest first. */
export const formsPage = (
  sql: Sql,
  { state, limit }: SurveyFormQuery,
  after: PageEnd | undefined,
): Promise<(SurveyForm & PageEnd)[]> =>
  sql.rows<SurveyForm & PageEnd>(
    /* sql */ `
    SELECT ${columns}, d.created_at::text AS at FROM survey_form d
    WHERE (d.archived_at IS NOT NULL) = $1
      AND ($2::timestamptz IS NULL OR (d.created_at, d.id) < ($2::timestamptz, $3::uuid))
    ORDER BY d.created_at DESC, d.id DESC LIMIT $4`,
    [state === 'archived', after?.at ?? null, after?.id ?? null, limit + 1],
  );

export const formById = (sql: Sql, id: string): Promise<SurveyForm | undefined> =>
  sql.first<SurveyForm>(`SELECT ${columns} FROM survey_form d WHERE d.id = $1`, [id]);

export interface NewForm {
  readonly id: string;
  readonly kind: SurveyForm['kind'];
  readonly name: SurveyForm['name'];
  readonly by: string;
}

export const addForm = (sql: Sql, { id, kind, name, by }: NewForm): Promise<number> =>
  sql.change('INSERT INTO survey_form (id, kind, name_en, name_zh, created_by) VALUES ($1, $2, $3, $4, $5)', [
    ...[id, kind, name.en, name.zh, by],
  ]);

/** In which languages another form in use is called so. Until the transaction is over no other form is named. */
export async function namesTaken(sql: Sql, id: string, { en, zh }: SurveyForm['name']): Promise<('en' | 'zh')[]> {
  await sql.rows(`SELECT pg_advisory_xact_lock(hashtext('survey_form name'))`);
  const row = await sql.first<{ en: boolean; zh: boolean }>(
    `SELECT coalesce(bool_or(lower(name_en) = lower($2)), false) AS en, coalesce(bool_or(lower(name_zh) = lower($3)), false) AS zh
     FROM survey_form WHERE id <> $1 AND archived_at IS NULL`,
    [id, en, zh],
  );
  return (['en', 'zh'] as const).filter((side) => row?.[side]);
}
