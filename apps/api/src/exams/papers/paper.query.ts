import type { PaperDetail, PaperEntry, PaperKind, PaperQuery, PaperVersion } from '@forecall/contracts';
import type { PageEnd } from '../../platform/http/page-cursor.js';
import type { Sql } from '../../platform/database/database.js';

export type PaperRow = Omit<PaperEntry, 'mayWrite'> & { readonly departmentId: string | null };
export type Text = PaperVersion['text'];

const versionName = (as: string) =>
  `json_build_object('id', ${as}.id, 'n', ${as}.n, 'publishedAt', ${as}.published_at)`;

const paper = /* sql */ `
  p.id, p.kind, json_build_object('en', p.name_en, 'zh', p.name_zh) AS name, p.department_id AS "departmentId",
  CASE WHEN d.id IS NOT NULL THEN json_build_object('id', d.id, 'name', d.name, 'nameZh', d.name_zh) END AS department,
  (SELECT ${versionName('v')} FROM exam_paper_version v WHERE v.paper_id = p.id AND v.published_at IS NOT NULL
   ORDER BY v.n DESC LIMIT 1) AS published,
  (SELECT ${versionName('v')} FROM exam_paper_version v WHERE v.paper_id = p.id AND v.published_at IS NULL) AS draft,
  p.archived_at IS NOT NULL AS "isArchived", p.revision`;

const joined = 'exam_paper p LEFT JOIN department d ON d.id = p.department_id';

/** The newest first. */
export const papersPage = (
  sql: Sql,
  { kind, state, limit }: PaperQuery,
  after: PageEnd | undefined,
): Promise<(PaperRow & PageEnd)[]> =>
  sql.rows<PaperRow & PageEnd>(
    /* sql */ `
    SELECT ${paper}, p.created_at::text AS at FROM ${joined}
    WHERE p.kind = $1 AND (p.archived_at IS NOT NULL) = $2
      AND ($3::timestamptz IS NULL OR (p.created_at, p.id) < ($3::timestamptz, $4::uuid))
    ORDER BY p.created_at DESC, p.id DESC LIMIT $5`,
    [kind, state === 'archived', after?.at ?? null, after?.id ?? null, limit + 1],
  );

export const paperById = (sql: Sql, id: string): Promise<PaperRow | undefined> =>
  sql.first<PaperRow & Record<string, unknown>>(`SELECT ${paper} FROM ${joined} WHERE p.id = $1`, [id]);

/** Nobody else changes it or its versions until the transaction is over. */
export const lockPaper = (sql: Sql, id: string): Promise<{ kind: PaperKind } | undefined> =>
  sql.first<{ kind: PaperKind }>('SELECT kind FROM exam_paper WHERE id = $1 FOR UPDATE', [id]);

export const versionsOf = (sql: Sql, paperId: string): Promise<PaperDetail['versions']> =>
  sql.rows<PaperDetail['versions'][number]>(
    `SELECT id, n, published_at AS "publishedAt" FROM exam_paper_version WHERE paper_id = $1 ORDER BY n DESC LIMIT 200`,
    [paperId],
  );

export const versionOf = (sql: Sql, paperId: string, versionId: string): Promise<PaperVersion | undefined> =>
  sql.first<PaperVersion & Record<string, unknown>>(
    /* sql */ `
    SELECT v.id, v.n, p.kind, v.content AS text, v.published_at AS "publishedAt", v.saved_at AS "savedAt",
      coalesce(s.name, '') AS "savedBy", v.revision
    FROM exam_paper_version v JOIN exam_paper p ON p.id = v.paper_id
    LEFT JOIN sign_in i ON i.id = v.saved_by LEFT JOIN staff s ON s.id = i.staff_id
    WHERE v.id = $2 AND v.paper_id = $1`,
    [paperId, versionId],
  );

/** As it stands: the draft, else what was published last. */
export const newestText = async (sql: Sql, paperId: string): Promise<Text | undefined> => {
  const row = await sql.first<{ content: Text }>(
    'SELECT content FROM exam_paper_version WHERE paper_id = $1 ORDER BY n DESC LIMIT 1',
    [paperId],
  );
  return row?.content;
};

export const addPaper = (
  sql: Sql,
  {
    id,
    kind,
    name,
    departmentId,
    by,
  }: { id: string; kind: PaperKind; name: { en: string; zh: string }; departmentId: string | null; by: string },
): Promise<number> =>
  sql.change(
    `INSERT INTO exam_paper (id, kind, department_id, name_en, name_zh, created_by) VALUES ($1, $2, $3, $4, $5, $6)`,
    [id, kind, departmentId, name.en, name.zh, by],
  );

/** The next number; there is at most one draft. */
export const addDraft = (
  sql: Sql,
  { id, paperId, text, by }: { id: string; paperId: string; text: Text; by: string },
): Promise<number> =>
  sql.change(
    `INSERT INTO exam_paper_version (id, paper_id, n, content, saved_by)
     SELECT $1, $2, coalesce(max(n), 0) + 1, $3, $4 FROM exam_paper_version WHERE paper_id = $2`,
    [id, paperId, JSON.stringify(text), by],
  );

export const changeDraft = (
  sql: Sql,
  { id, text, by, revision }: { id: string; text: Text; by: string; revision: number },
): Promise<number> =>
  sql.change(
    `UPDATE exam_paper_version SET content = $2, saved_by = $3, saved_at = now(), revision = revision + 1
     WHERE id = $1 AND revision = $4 AND published_at IS NULL`,
    [id, JSON.stringify(text), by, revision],
  );

export const publish = (sql: Sql, id: string, revision: number, by: string): Promise<number> =>
  sql.change(
    `UPDATE exam_paper_version SET published_at = now(), published_by = $3
     WHERE id = $1 AND revision = $2 AND published_at IS NULL`,
    [id, revision, by],
  );

export const dropDraft = (sql: Sql, paperId: string, revision: number): Promise<number> =>
  sql.change('DELETE FROM exam_paper_version WHERE paper_id = $1 AND revision = $2 AND published_at IS NULL', [
    paperId,
    revision,
  ]);

export const changePaper = (
  sql: Sql,
  id: string,
  revision: number,
  { name, isArchived }: { name?: { en: string; zh: string } | undefined; isArchived?: boolean | undefined },
): Promise<number> =>
  sql.change(
    `UPDATE exam_paper SET name_en = coalesce($3, name_en), name_zh = coalesce($4, name_zh),
       archived_at = CASE WHEN $5::boolean IS NULL THEN archived_at WHEN $5 THEN coalesce(archived_at, now()) END,
       revision = revision + 1 WHERE id = $1 AND revision = $2`,
    [id, revision, name?.en ?? null, name?.zh ?? null, isArchived ?? null],
  );
