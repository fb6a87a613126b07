import type { PaperEntry, PaperKind, PaperQuery, PaperVersion } from '@forecall/contracts';
import type { Sql } from '../../platform/database/database.js';
import { DraftedDocument } from '../../platform/drafts/drafted-document.query.js';
import type { PageEnd } from '../../platform/http/page-cursor.js';

export type PaperRow = Omit<PaperEntry, 'mayWrite'> & { readonly departmentId: string | null };
export type Text = PaperVersion['text'];

export const examPapers = new DraftedDocument<PaperKind, Text>({
  documents: 'exam_paper',
  versions: 'exam_paper_version',
  owner: 'paper_id',
});

const paper = /* sql */ `${examPapers.columns}, d.department_id AS "departmentId",
  CASE WHEN u.id IS NOT NULL THEN json_build_object('id', u.id, 'name', u.name, 'nameZh', u.name_zh) END AS department`;

const joined = 'exam_paper d LEFT JOIN department u ON u.id = d.department_id';

/** The newest first. */
export const papersPage = (
  sql: Sql,
  { kind, state, limit }: PaperQuery,
  after: PageEnd | undefined,
): Promise<(PaperRow & PageEnd)[]> =>
  sql.rows<PaperRow & PageEnd>(
    /* sql */ `
    SELECT ${paper}, d.created_at::text AS at FROM ${joined}
    WHERE d.kind = $1 AND (d.archived_at IS NOT NULL) = $2
      AND ($3::timestamptz IS NULL OR (d.created_at, d.id) < ($3::timestamptz, $4::uuid))
    ORDER BY d.created_at DESC, d.id DESC LIMIT $5`,
    [kind, state === 'archived', after?.at ?? null, after?.id ?? null, limit + 1],
  );

export const paperById = (sql: Sql, id: string): Promise<PaperRow | undefined> =>
  sql.first<PaperRow & Record<string, unknown>>(`SELECT ${paper} FROM ${joined} WHERE d.id = $1`, [id]);

export const paperVersion = async (sql: Sql, id: string, versionId: string): Promise<PaperVersion | undefined> => {
  const version = await examPapers.version(sql, id, versionId);
  if (!version) return undefined;
  const { content: text, ...named } = version;
  return { ...named, text } as PaperVersion;
};

export interface NewPaper {
  readonly id: string;
  readonly kind: PaperKind;
  readonly name: PaperEntry['name'];
  readonly departmentId: string | null;
  readonly by: string;
}

export const addPaper = (sql: Sql, { id, kind, name, departmentId, by }: NewPaper): Promise<number> =>
  sql.change(
    `INSERT INTO exam_paper (id, kind, department_id, name_en, name_zh, created_by) VALUES ($1, $2, $3, $4, $5, $6)`,
    [id, kind, departmentId, name.en, name.zh, by],
  );
