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
