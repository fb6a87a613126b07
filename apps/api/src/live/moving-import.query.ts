import type { Beat } from '@forecall/contracts';
import type { Sql } from '../platform/database/database.js';

/** The import that changes figures in this moment, portion by portion; an undo before others. By a partial index. */
export const movingImport = async (sql: Sql): Promise<NonNullable<Beat['moving']> | null> =>
  (
    await sql.first<{ state: NonNullable<Beat['moving']> }>(
      `SELECT state FROM import_batch WHERE state IN ('importing', 'undoing') ORDER BY state DESC LIMIT 1`,
    )
  )?.state ?? null;
