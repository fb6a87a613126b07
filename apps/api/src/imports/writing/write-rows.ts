import type { Sql } from '../../platform/database/database.js';
import type { Preset } from '../preset/preset.js';
import type { RowFault } from '../reading/fault.js';
import { insertComplaints } from './insert-complaints.query.js';
import { insertAnswers, insertContacts, type Inserting } from './insert-rows.query.js';
import type { RefusedRow, ResolvedRow } from './resolve-rows.js';

/** Inserts the rows in the caller's transaction; rows that are there already come back as refused. */
async function writeRows(
  sql: Sql,
  rows: readonly ResolvedRow[],
  inserting: Inserting,
  preset: Preset,
): Promise<RefusedRow[]> {
  if (rows.length === 0) return [];
  const ids = await insertContacts(sql, rows, inserting);
  const stored = rows.flatMap((row, index) => {
    const id = ids[index];
    return id ? [[id, row] as const] : [];
  });
  await insertAnswers(sql, stored, inserting);
  await insertComplaints(sql, stored, inserting);
  return rows.flatMap(({ line, draft }, index) =>
    ids[index] ? [] : [{ line, faults: [alreadyThere(preset, draft.externalId ?? '')] }],
  );
}

/**
 * As `writeRows`, but a row that the database cannot take is found by halving, and refused alone: it takes no other row
 * along. The last error of a single row is its fault.
 */
export async function writeSoundRows(
  sql: Sql,
  rows: readonly ResolvedRow[],
  inserting: Inserting,
  preset: Preset,
): Promise<RefusedRow[]> {
  await sql.change('SAVEPOINT rows_of_file');
  try {
    const refused = await writeRows(sql, rows, inserting, preset);
    await sql.change('RELEASE SAVEPOINT rows_of_file');
    return refused;
  } catch (error) {
    if (!isFaultOfData(error)) throw error;
    await sql.change('ROLLBACK TO SAVEPOINT rows_of_file');
    const [only] = rows;
    if (rows.length === 1 && only) return [{ line: only.line, faults: [notStored(error)] }];
    const middle = Math.ceil(rows.length / 2);
    return [
      ...(await writeSoundRows(sql, rows.slice(0, middle), inserting, preset)),
      ...(await writeSoundRows(sql, rows.slice(middle), inserting, preset)),
    ];
  }
}

/** SQLSTATE classes 22 (data exception) and 23 (constraint): the row's fault, not the database's. */
const isFaultOfData = (error: unknown): error is Error =>
  error instanceof Error && 'code' in error && typeof error.code === 'string' && /^2[23]/.test(error.code);

const notStored = (error: Error): RowFault => ({ column: null, code: 'not-stored', value: '', message: error.message });

function alreadyThere(preset: Preset, value: string): RowFault {
  const { externalId } = preset.contact;
  const column = externalId && 'column' in externalId ? externalId.column : null;
  return { column, code: 'already-there', value, message: `is there already from the source "${preset.source}"` };
}
