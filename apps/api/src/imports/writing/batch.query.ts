import { v7 as uuid } from 'uuid';
import { AuditTrail } from '../../platform/access/audit-trail.js';
import type { Database, Sql } from '../../platform/database/database.js';
import type { Preset } from '../preset/preset.js';
import type { RefusedRow } from './resolve-rows.js';

export interface Batch {
  readonly id: string;
  readonly preset: string;
  readonly fileName: string;
  readonly state: 'running' | 'done' | 'failed' | 'undone';
  readonly rowsRead: number;
  readonly rowsTaken: number;
  readonly rowsRefused: number;
  readonly leftOut: Readonly<Record<string, number>>;
  readonly definition: Preset;
  readonly createdAt: Date;
  readonly undoBeganAt: Date | null;
}

const columns = /* sql */ `
  id, preset, file_name AS "fileName", state, rows_read AS "rowsRead", rows_taken AS "rowsTaken",
  rows_refused AS "rowsRefused", left_out AS "leftOut", definition, created_at AS "createdAt",
  undo_began_at AS "undoBeganAt"`;

export const batchById = (sql: Sql, id: string): Promise<Batch | undefined> =>
  sql.first(`SELECT ${columns} FROM import_batch WHERE id::text = $1`, [id]);

/** The batch that holds, or was to hold, this file by this preset. */
export const batchOfFile = (sql: Sql, sha256: Buffer, preset: string): Promise<Batch | undefined> =>
  sql.first(
    `SELECT ${columns} FROM import_batch WHERE file_sha256 = $1 AND preset = $2 AND state IN ('running', 'done')`,
    [sha256, preset],
  );

export const unfinishedBatches = (sql: Sql): Promise<Batch[]> =>
  sql.rows(`SELECT ${columns} FROM import_batch WHERE state = 'running' ORDER BY created_at`);

export const lastBatches = (sql: Sql, most: number): Promise<Batch[]> =>
  sql.rows(`SELECT ${columns} FROM import_batch ORDER BY created_at DESC LIMIT $1`, [most]);

export async function beginBatch(
  sql: Sql,
  { preset, fileName, sha256 }: { preset: Preset; fileName: string; sha256: Buffer },
): Promise<string> {
  const id = uuid();
  await sql.change(
    `INSERT INTO import_batch (id, preset, file_name, file_sha256, state, definition) VALUES ($1, $2, $3, $4, 'running', $5)`,
    [id, preset.name, fileName, sha256, JSON.stringify(preset)],
  );
  return id;
}

export interface Counts {
  readonly read: number;
  readonly taken: number;
  readonly refused: number;
  readonly leftOut: Readonly<Record<string, number>>;
}

/** Goes with the rows in one transaction, so that a resumed batch goes on exactly behind them. */
export const noteProgress = (sql: Sql, id: string, { read, taken, refused, leftOut }: Counts): Promise<number> =>
  sql.change(
    `UPDATE import_batch SET rows_read = $2, rows_taken = $3, rows_refused = $4, left_out = $5 WHERE id = $1`,
    [id, read, taken, refused, JSON.stringify(leftOut)],
  );

export const noteRefused = (sql: Sql, id: string, rows: readonly RefusedRow[]): Promise<number> =>
  rows.length === 0
    ? Promise.resolve(0)
    : sql.change(
        `INSERT INTO import_row (batch_id, line, errors)
         SELECT $1, line, faults FROM json_to_recordset($2) AS x (line integer, faults jsonb) ON CONFLICT DO NOTHING`,
        [id, JSON.stringify(rows)],
      );

/** Closes the batch; what changed the figures is in the trail of administrative acts as well. */
export async function finishBatch(database: Database, id: string, state: 'done' | 'failed' | 'undone'): Promise<void> {
  await database.transaction(async (sql) => {
    const batch = await sql.first<{ name: string; preset: string; rows: number }>(
      `UPDATE import_batch SET state = $2, finished_at = now() WHERE id = $1
       RETURNING file_name AS name, preset, rows_taken AS rows`,
      [id, state],
    );
    if (!batch || state === 'failed') return;
    const { name, preset, rows } = batch;
    const act = state === 'done' ? 'import.finished' : 'import.undone';
    await new AuditTrail().record(sql, terminal(), { act, entity: 'import_batch', id, name, after: { preset, rows } });
  });
}

/** Whoever types the command: the account on the machine, where there is one, is all that is known of them. */
const terminal = () => ({ signInId: null, name: process.env.USER ?? 'import', address: 'terminal' });

export const refusedRows = (sql: Sql, id: string, afterLine: number, most: number): Promise<RefusedRow[]> =>
  sql.rows('SELECT line, errors AS faults FROM import_row WHERE batch_id = $1 AND line > $2 ORDER BY line LIMIT $3', [
    id,
    afterLine,
    most,
  ]);
