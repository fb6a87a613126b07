import type {
  SurveyContent,
  SurveyForm,
  SurveyFormDetail,
  SurveyFormQuery,
  SurveyFormVersion,
} from '@forecall/contracts';
import type { PageEnd } from '../../platform/http/page-cursor.js';
import type { Sql } from '../../platform/database/database.js';
import { isoInstant } from '../../platform/database/iso-instant.js';

const versionName = (as: string) =>
  `json_build_object('id', ${as}.id, 'n', ${as}.n, 'publishedAt', ${isoInstant(`${as}.published_at`)})`;

const form = /* sql */ `
  f.id, f.kind, json_build_object('en', f.name_en, 'zh', f.name_zh) AS name,
  (SELECT ${versionName('v')} FROM form_version v WHERE v.form_id = f.id AND v.published_at IS NOT NULL
   ORDER BY v.n DESC LIMIT 1) AS published,
  (SELECT ${versionName('v')} FROM form_version v WHERE v.form_id = f.id AND v.published_at IS NULL) AS draft,
  f.archived_at IS NOT NULL AS "isArchived", f.revision`;

/** The newest first. */
export const formsPage = (
  sql: Sql,
  { state, limit }: SurveyFormQuery,
  after: PageEnd | undefined,
): Promise<(SurveyForm & PageEnd)[]> =>
  sql.rows<SurveyForm & PageEnd>(
    /* sql */ `
    SELECT ${form}, f.created_at::text AS at FROM survey_form f
    WHERE (f.archived_at IS NOT NULL) = $1
      AND ($2::timestamptz IS NULL OR (f.created_at, f.id) < ($2::timestamptz, $3::uuid))
    ORDER BY f.created_at DESC, f.id DESC LIMIT $4`,
    [state === 'archived', after?.at ?? null, after?.id ?? null, limit + 1],
  );

export const formById = (sql: Sql, id: string): Promise<SurveyForm | undefined> =>
  sql.first<SurveyForm>(`SELECT ${form} FROM survey_form f WHERE f.id = $1`, [id]);

/** Nobody else changes it or its versions until the transaction is over. False: there is none. */
export const lockForm = async (sql: Sql, id: string): Promise<boolean> =>
  (await sql.first('SELECT FROM survey_form WHERE id = $1 FOR UPDATE', [id])) !== undefined;

export const versionsOf = (sql: Sql, formId: string): Promise<SurveyFormDetail['versions']> =>
  sql.rows<SurveyFormDetail['versions'][number]>(
    `SELECT id, n, ${isoInstant('published_at')} AS "publishedAt" FROM form_version
     WHERE form_id = $1 ORDER BY n DESC LIMIT 200`,
    [formId],
  );

export const versionOf = (sql: Sql, formId: string, versionId: string): Promise<SurveyFormVersion | undefined> =>
  sql.first<SurveyFormVersion>(
    /* sql */ `
    SELECT v.id, v.n, f.kind, v.content, ${isoInstant('v.published_at')} AS "publishedAt",
      ${isoInstant('v.saved_at')} AS "savedAt", coalesce(s.name, '') AS "savedBy", v.revision
    FROM form_version v JOIN survey_form f ON f.id = v.form_id
    LEFT JOIN sign_in i ON i.id = v.saved_by LEFT JOIN staff s ON s.id = i.staff_id
    WHERE v.id = $2 AND v.form_id = $1`,
    [formId, versionId],
  );

/** As it stands: the draft, else what was published last. */
export const newestContent = (
  sql: Sql,
  formId: string,
): Promise<{ kind: SurveyForm['kind']; content: SurveyContent } | undefined> =>
  sql.first(
    `SELECT f.kind, v.content FROM form_version v JOIN survey_form f ON f.id = v.form_id
     WHERE v.form_id = $1 ORDER BY v.n DESC LIMIT 1`,
    [formId],
  );

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

/** The next number; there is at most one draft. */
export const addDraft = (
  sql: Sql,
  { id, formId, content, by }: { id: string; formId: string; content: SurveyContent; by: string },
): Promise<number> =>
  sql.change(
    `INSERT INTO form_version (id, form_id, n, content, saved_by)
     SELECT $1, $2, coalesce(max(n), 0) + 1, $3, $4 FROM form_version WHERE form_id = $2`,
    [id, formId, JSON.stringify(content), by],
  );

export const changeDraft = (
  sql: Sql,
  { id, content, by, revision }: { id: string; content: SurveyContent; by: string; revision: number },
): Promise<number> =>
  sql.change(
    `UPDATE form_version SET content = $2, saved_by = $3, saved_at = now(), revision = revision + 1
     WHERE id = $1 AND revision = $4 AND published_at IS NULL`,
    [id, JSON.stringify(content), by, revision],
  );

export const publish = (sql: Sql, id: string, revision: number, by: string): Promise<number> =>
  sql.change(
    `UPDATE form_version SET published_at = now(), published_by = $3
     WHERE id = $1 AND revision = $2 AND published_at IS NULL`,
    [id, revision, by],
  );

export const dropDraft = (sql: Sql, formId: string, revision: number): Promise<number> =>
  sql.change('DELETE FROM form_version WHERE form_id = $1 AND revision = $2 AND published_at IS NULL', [
    ...[formId, revision],
  ]);

export const changeForm = (
  sql: Sql,
  id: string,
  revision: number,
  { name, isArchived }: { name?: SurveyForm['name'] | undefined; isArchived?: boolean | undefined },
): Promise<number> =>
  sql.change(
    `UPDATE survey_form SET name_en = coalesce($3, name_en), name_zh = coalesce($4, name_zh),
       archived_at = CASE WHEN $5::boolean IS NULL THEN archived_at WHEN $5 THEN coalesce(archived_at, now()) END,
       revision = revision + 1 WHERE id = $1 AND revision = $2`,
    [id, revision, name?.en ?? null, name?.zh ?? null, isArchived ?? null],
  );
