import type { Sql } from '../../platform/database/database.js';
import { storable } from '../batch/batch.query.js';
import type { TakenRow } from '../writing/resolve-rows.js';

export interface Twice {
  readonly row: TakenRow;
  /** The line that has the same key with another content; null: the same row once more. */
  readonly firstLine: number | null;
}

/** Keeps sound rows until they are written. Of rows with the same key the first is kept, the others come back. */
export async function stage(
  sql: Sql,
  batchId: string,
  rows: readonly TakenRow[],
): Promise<{ staged: number; twice: Twice[] }> {
  if (rows.length === 0) return { staged: 0, twice: [] };
  const kept = await sql.rows<{ line: number }>(
    /* sql */ `
    INSERT INTO import_stage (batch_id, line, external_id, sha256, cells)
    SELECT $1, line, external_id, sha256, cells
    FROM unnest($2::int[], $3::text[], $4::bytea[], $5::json[]) AS x (line, external_id, sha256, cells)
    ORDER BY line ON CONFLICT (batch_id, external_id) WHERE external_id IS NOT NULL DO NOTHING RETURNING line`,
    [
      batchId,
      rows.map(({ line }) => line),
      rows.map(({ externalId }) => externalId),
      rows.map(({ sha256 }) => sha256),
      rows.map(({ cells }) => JSON.stringify(storable(cells))),
    ],
  );
  if (kept.length === rows.length) return { staged: kept.length, twice: [] };
  const lines = new Set(kept.map(({ line }) => line));
  const others = rows.filter(({ line }) => !lines.has(line));
  const first = await sql.rows<{ id: string; line: number; sha256: Buffer }>(
    'SELECT external_id AS id, line, sha256 FROM import_stage WHERE batch_id = $1 AND external_id = ANY ($2)',
    [batchId, others.map(({ externalId }) => externalId)],
  );
  const byId = new Map(first.map((one) => [one.id, one]));
  const twice = others.map((row) => {
    const one = byId.get(row.externalId);
    return { row, firstLine: one && !one.sha256.equals(row.sha256) ? one.line : null };
  });
  return { staged: kept.length, twice };
}

export interface StagedRow {
  readonly line: number;
  readonly externalId: string;
  readonly sha256: Buffer;
  readonly cells: readonly string[];
}

/** The next behind a line: what was written before is gone, and its place in the index is not looked through again. */
export const nextStaged = (sql: Sql, batchId: string, after: number, most: number): Promise<StagedRow[]> =>
  sql.rows(
    `SELECT line, external_id AS "externalId", sha256, cells FROM import_stage
     WHERE batch_id = $1 AND line > $2 ORDER BY line LIMIT $3`,
    [batchId, after, most],
  );

/** They are written, or refused; with their transaction they are no longer staged. */
export const unstage = (sql: Sql, batchId: string, { after, lastLine }: StagedLines): Promise<number> =>
  sql.change('DELETE FROM import_stage WHERE batch_id = $1 AND line > $2 AND line <= $3', [batchId, after, lastLine]);

export interface StagedLines {
  readonly after: number;
  readonly lastLine: number;
}
