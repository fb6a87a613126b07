import type { ImportPreset, ImportState } from '@forecall/contracts';
import { v7 as uuid } from 'uuid';
import { type Actor, AuditTrail } from '../../platform/access/audit-trail.js';
import type { Database, Sql } from '../../platform/database/database.js';
import { madeBy, type MadeByCheck } from '../checking/made.js';
import type { Refusal } from '../refusal.js';

export interface Batch {
  readonly id: string;
  readonly preset: string | null;
  readonly fileName: string;
  readonly state: ImportState;
  readonly bytes: number;
  /** Line ends in the file: about how many rows it has. */
  readonly lines: number;
  readonly rowsRead: number;
  readonly rowsTaken: number;
  readonly rowsRefused: number;
  readonly rowsThere: number;
  readonly rowsStaged: number;
  readonly rowsUndone: number;
  readonly leftOut: Readonly<Record<string, number>>;
  readonly makes: MadeByCheck;
  readonly definition: ImportPreset | null;
  readonly header: readonly string[] | null;
  readonly failure: { readonly code: string; readonly message: string } | null;
  readonly createdAt: Date;
  readonly createdBy: string | null;
  readonly finishedAt: Date | null;
  readonly stopAskedAt: Date | null;
}

export const batchColumns = /* sql */ `
  b.id, b.preset, b.file_name AS "fileName", b.state, b.bytes::float8 AS bytes, b.lines, b.rows_read AS "rowsRead",
  b.rows_taken AS "rowsTaken", b.rows_refused AS "rowsRefused", b.rows_there AS "rowsThere", b.rows_staged AS "rowsStaged",
  b.rows_undone AS "rowsUndone", b.left_out AS "leftOut", b.makes, b.definition, b.header, b.failure,
  b.created_at AS "createdAt", b.created_by AS "createdBy", b.finished_at AS "finishedAt", b.stop_asked_at AS "stopAskedAt"`;

export const batchById = (sql: Sql, id: string): Promise<Batch | undefined> =>
  sql.first(`SELECT ${batchColumns} FROM import_batch b WHERE b.id::text = $1`, [id]);

/** What is being worked on, or was when its process died. The oldest first. */
export const batchesAtWork = (sql: Sql, most: number): Promise<Batch[]> =>
  sql.rows(
    `SELECT ${batchColumns} FROM import_batch b WHERE state IN ('checking', 'importing', 'undoing')
     ORDER BY created_at LIMIT $1`,
    [most],
  );

/** A batch of this file by this preset that is not through. */
export const openBatchOfFile = (sql: Sql, sha256: Buffer, preset: string): Promise<Batch | undefined> =>
  sql.first(
    `SELECT ${batchColumns} FROM import_batch b
     WHERE file_sha256 = $1 AND preset = $2 AND state IN ('checking', 'checked', 'importing', 'undoing')
     ORDER BY created_at DESC LIMIT 1`,
    [sha256, preset],
  );

export const lastBatches = (sql: Sql, most: number): Promise<Batch[]> =>
  sql.rows(
    `SELECT ${batchColumns} FROM import_batch b WHERE state <> 'receiving' ORDER BY created_at DESC, id DESC LIMIT $1`,
    [most],
  );

/** A batch whose file is still coming in. */
export async function beginBatch(
  sql: Sql,
  { fileName, by, id = uuid() }: { fileName: string; by: string | null; id?: string },
): Promise<string> {
  await sql.change(
    `INSERT INTO import_batch (id, file_name, file_sha256, state, created_by) VALUES ($1, $2, '', 'receiving', $3)
     ON CONFLICT DO NOTHING`,
    [id, fileName, by],
  );
  return id;
}

/** From then on by this preset. False where the batch is not waiting for one. */
export const beginChecking = (sql: Sql, id: string, preset: ImportPreset): Promise<boolean> =>
  changes(
    sql,
    `UPDATE import_batch SET state = 'checking', preset = $2, definition = $3, failure = NULL, stop_asked_at = NULL,
       rows_read = 0, rows_taken = 0, rows_refused = 0, rows_there = 0, rows_staged = 0, left_out = '{}', makes = '{}'
     WHERE id = $1 AND state IN ('received', 'checked', 'failed')`,
    [id, preset.name, JSON.stringify(preset)],
  );

export const beginImporting = (sql: Sql, id: string): Promise<boolean> =>
  changes(sql, `UPDATE import_batch SET state = 'importing' WHERE id = $1 AND state = 'checked'`, [id]);

export const beginUndoing = (sql: Sql, id: string): Promise<boolean> =>
  changes(
    sql,
    `UPDATE import_batch SET state = 'undoing', stop_asked_at = NULL WHERE id = $1 AND state IN ('done', 'importing')`,
    [id],
  );

/** Whoever works on it sees this after the rows in hand. */
export const askToStop = (sql: Sql, id: string): Promise<boolean> =>
  changes(
    sql,
    `UPDATE import_batch SET stop_asked_at = coalesce(stop_asked_at, now())
     WHERE id = $1 AND state IN ('checking', 'importing')`,
    [id],
  );

export const isAskedToStop = async (sql: Sql, id: string): Promise<boolean> =>
  (await sql.first('SELECT FROM import_batch WHERE id = $1 AND stop_asked_at IS NOT NULL', [id])) !== undefined;

export interface Counts {
  readonly read: number;
  readonly taken: number;
  readonly refused: number;
  readonly there: number;
  readonly leftOut: Readonly<Record<string, number>>;
}

/** A row that is not taken, with its cells, so that it can be mended. */
export interface RefusedRow<Fault = unknown> {
  readonly line: number;
  readonly faults: readonly Fault[];
  readonly cells: readonly string[];
}

/** Why it does not go on for now. */
export const noteFailure = (sql: Sql, id: string, { code, message }: Refusal): Promise<number> =>
  sql.change('UPDATE import_batch SET failure = $2 WHERE id = $1', [id, JSON.stringify({ code, message })]);

/** Cells as PostgreSQL can keep them: the character nul and halves of characters are shown as what cannot be shown. */
export const storable = (cells: readonly string[]): string[] =>
  cells.map((cell) => cell.toWellFormed().replaceAll('\0', '\uFFFD'));

export const noteRefused = (sql: Sql, id: string, rows: readonly RefusedRow[]): Promise<number> =>
  rows.length === 0
    ? Promise.resolve(0)
    : sql.change(
        `INSERT INTO import_row (batch_id, line, errors, cells)
         SELECT $1, line, faults, cells FROM json_to_recordset($2) AS x (line integer, faults jsonb, cells json)
         ON CONFLICT DO NOTHING`,
        [id, JSON.stringify(rows.map((row) => ({ ...row, cells: storable(row.cells) })))],
      );

/**
 * The end of a piece of work: what is kept until then goes with it, and the trail says what changed the figures. False
 * where somebody has asked to stop before a check or an import was through: then it is not.
 */
export async function endBatch(
  database: Database,
  id: string,
  state: 'checked' | 'done' | 'undone' | 'cancelled' | 'failed',
  failure?: Refusal,
): Promise<boolean> {
  return database.transaction(async (sql) => {
    const batch = await sql.first<{ name: string; preset: string; rows: number; by: string | null; who: string }>(
      `UPDATE import_batch b SET state = $2, failure = $3, stop_asked_at = NULL,
         finished_at = CASE WHEN $2 IN ('done', 'undone') THEN now() ELSE finished_at END
       WHERE id = $1 AND ($2 NOT IN ('checked', 'done') OR stop_asked_at IS NULL) RETURNING file_name AS name, preset, rows_taken AS rows, created_by AS by,
         coalesce((SELECT s.name FROM sign_in i JOIN staff s ON s.id = i.staff_id WHERE i.id = b.created_by), '') AS who`,
      [id, state, failure ? JSON.stringify({ code: failure.code, message: failure.message }) : null],
    );
    if (!batch) return false;
    if (state === 'done') {
      await sql.change(notePeriod, [id]);
      const made = JSON.stringify(await madeBy(sql, id));
      await sql.change('UPDATE import_batch SET makes = $2 WHERE id = $1', [id, made]);
    }
    if (state !== 'checked') await sql.change('DELETE FROM import_stage WHERE batch_id = $1', [id]);
    if (state !== 'checked' && state !== 'failed')
      await sql.change('DELETE FROM import_file WHERE batch_id = $1', [id]);
    if (state !== 'done' && state !== 'undone') return true;
    const act = state === 'done' ? 'import.finished' : 'import.undone';
    const by: Actor = batch.by === null ? terminal() : { signInId: batch.by, name: batch.who, address: 'import' };
    const { name, preset, rows } = batch;
    await new AuditTrail().record(sql, by, { act, entity: 'import_batch', id, name, after: { preset, rows } });
    return true;
  });
}

/** The first and the last day of what it brought, in the organisation's zone. */
const notePeriod = /* sql */ `
  UPDATE import_batch b SET period = json_build_object('from', p.first::date, 'to', p.last::date)
  FROM (
    SELECT min(c.ended_at AT TIME ZONE o.zone) AS first, max(c.ended_at AT TIME ZONE o.zone) AS last
    FROM contact c, organisation o WHERE c.batch_id = $1
  ) p WHERE b.id = $1 AND p.first IS NOT NULL`;

/** Whoever types the command: the account on the machine, where there is one, is all that is known of them. */
const terminal = (): Actor => ({ signInId: null, name: process.env.USER ?? 'import', address: 'terminal' });

const changes = async (sql: Sql, text: string, values: readonly unknown[]): Promise<boolean> =>
  (await sql.change(text, values)) === 1;

export const refusedRows = <Fault>(sql: Sql, id: string, after: number, most: number): Promise<RefusedRow<Fault>[]> =>
  sql.rows(
    `SELECT line, errors AS faults, coalesce(cells, '[]') AS cells FROM import_row
     WHERE batch_id = $1 AND line > $2 ORDER BY line LIMIT $3`,
    [id, after, most],
  );
