import type { VersionName } from '@forecall/contracts';
import type { Sql } from '../database/database.js';
import { isoInstant } from '../database/iso-instant.js';

export interface DraftedVersion<Kind, Content> extends VersionName {
  readonly kind: Kind;
  readonly content: Content;
  readonly savedAt: string;
  readonly savedBy: string;
  readonly revision: number;
}

interface Tables {
  /** The documents: id, kind, both names, archived_at, revision. */
  readonly documents: string;
  readonly versions: string;
  /** The column of a version that names its document. */
  readonly owner: string;
}

interface Draft<Content> {
  readonly id: string;
  readonly documentId: string;
  readonly content: Content;
  readonly by: string;
}

interface Changes {
  readonly name?: { readonly en: string; readonly zh: string } | undefined;
  readonly isArchived?: boolean | undefined;
}

const versionName = `json_build_object('id', v.id, 'n', v.n, 'publishedAt', ${isoInstant('v.published_at')})`;

/**
 * Documents that are worked on as a draft and published, version after version: there is at most one draft of each, and
 * what was published stays as it is.
 */
export class DraftedDocument<Kind, Content> {
  constructor(private readonly tables: Tables) {}

  /** What every list tells of a document `d`. */
  get columns(): string {
    const { versions, owner } = this.tables;
    return /* sql */ `
      d.id, d.kind, json_build_object('en', d.name_en, 'zh', d.name_zh) AS name,
      (SELECT ${versionName} FROM ${versions} v WHERE v.${owner} = d.id AND v.published_at IS NOT NULL
       ORDER BY v.n DESC LIMIT 1) AS published,
      (SELECT ${versionName} FROM ${versions} v WHERE v.${owner} = d.id AND v.published_at IS NULL) AS draft,
      d.archived_at IS NOT NULL AS "isArchived", d.revision`;
  }

  /** Nobody else changes it or its versions until the transaction is over. False: there is none. */
  async lock(sql: Sql, id: string): Promise<boolean> {
    return (await sql.first(`SELECT FROM ${this.tables.documents} WHERE id = $1 FOR UPDATE`, [id])) !== undefined;
  }

  /** False: somebody else changed it meanwhile. */
  async change(sql: Sql, id: string, revision: number, { name, isArchived }: Changes): Promise<boolean> {
    const changed = await sql.change(
      `UPDATE ${this.tables.documents} SET name_en = coalesce($3, name_en), name_zh = coalesce($4, name_zh),
         archived_at = CASE WHEN $5::boolean IS NULL THEN archived_at WHEN $5 THEN coalesce(archived_at, now()) END,
         revision = revision + 1 WHERE id = $1 AND revision = $2`,
      [id, revision, name?.en ?? null, name?.zh ?? null, isArchived ?? null],
    );
    return changed > 0;
  }

  /** The newest first, at most 200. */
  versions(sql: Sql, id: string): Promise<VersionName[]> {
    const { versions, owner } = this.tables;
    return sql.rows<VersionName & Record<string, unknown>>(
      `SELECT id, n, ${isoInstant('published_at')} AS "publishedAt" FROM ${versions}
       WHERE ${owner} = $1 ORDER BY n DESC LIMIT 200`,
      [id],
    );
  }

  version(sql: Sql, id: string, versionId: string): Promise<DraftedVersion<Kind, Content> | undefined> {
    const { documents, versions, owner } = this.tables;
    return sql.first<DraftedVersion<Kind, Content> & Record<string, unknown>>(
      /* sql */ `
      SELECT v.id, v.n, d.kind, v.content, ${isoInstant('v.published_at')} AS "publishedAt",
        ${isoInstant('v.saved_at')} AS "savedAt", coalesce(s.name, '') AS "savedBy", v.revision
      FROM ${versions} v JOIN ${documents} d ON d.id = v.${owner}
      LEFT JOIN sign_in i ON i.id = v.saved_by LEFT JOIN staff s ON s.id = i.staff_id
      WHERE v.id = $2 AND v.${owner} = $1`,
      [id, versionId],
    );
  }

  /** As it stands: the draft, else what was published last. */
  newest(sql: Sql, id: string): Promise<{ kind: Kind; content: Content } | undefined> {
    const { documents, versions, owner } = this.tables;
    return sql.first<{ kind: Kind; content: Content } & Record<string, unknown>>(
      `SELECT d.kind, v.content FROM ${versions} v JOIN ${documents} d ON d.id = v.${owner}
       WHERE v.${owner} = $1 ORDER BY v.n DESC LIMIT 1`,
      [id],
    );
  }

  /** The next number; of a document that has no draft. */
  addDraft(sql: Sql, { id, documentId, content, by }: Draft<Content>): Promise<number> {
    const { versions, owner } = this.tables;
    return sql.change(
      `INSERT INTO ${versions} (id, ${owner}, n, content, saved_by)
       SELECT $1, $2, coalesce(max(n), 0) + 1, $3, $4 FROM ${versions} WHERE ${owner} = $2`,
      [id, documentId, JSON.stringify(content), by],
    );
  }

  /** Its draft, saved whole; where there is none it begins with revision 0. False: somebody else saved it meanwhile. */
  async save(sql: Sql, hasDraft: boolean, revision: number, draft: Draft<Content>): Promise<boolean> {
    if (!hasDraft) return revision === 0 && (await this.addDraft(sql, draft)) > 0;
    const changed = await sql.change(
      `UPDATE ${this.tables.versions} SET content = $2, saved_by = $3, saved_at = now(), revision = revision + 1
       WHERE id = $1 AND revision = $4 AND published_at IS NULL`,
      [draft.id, JSON.stringify(draft.content), draft.by, revision],
    );
    return changed > 0;
  }

  /** False: the draft is another by now. */
  async publish(sql: Sql, versionId: string, revision: number, by: string): Promise<boolean> {
    const changed = await sql.change(
      `UPDATE ${this.tables.versions} SET published_at = now(), published_by = $3
       WHERE id = $1 AND revision = $2 AND published_at IS NULL`,
      [versionId, revision, by],
    );
    return changed > 0;
  }

  /** False: the draft is another by now. */
  async drop(sql: Sql, id: string, revision: number): Promise<boolean> {
    const { versions, owner } = this.tables;
    const dropped = await sql.change(
      `DELETE FROM ${versions} WHERE ${owner} = $1 AND revision = $2 AND published_at IS NULL`,
      [id, revision],
    );
    return dropped > 0;
  }
}
