import type { Sql } from '../../platform/database/database.js';
import type { ImportPreset } from '@forecall/contracts';
import type { RowFault } from '../reading/fault.js';
import { insertComplaints } from './insert-complaints.query.js';
import { insertAccountAnswers, insertRevenue } from './insert-of-accounts.query.js';
import { insertAnswers, insertContacts, type Inserting } from './insert-rows.query.js';
import type { ResolvedRow, UnresolvedRow } from './resolve-rows.js';

export interface Written {
  /** Rows that added something, and rows that were in already. */
  readonly taken: number;
  readonly there: number;
  readonly refused: readonly UnresolvedRow[];
}

/** Inserts the rows in the caller's transaction; a row that is there with another content comes back as refused. */
async function writeRows(
  sql: Sql,
  rows: readonly ResolvedRow[],
  inserting: Inserting,
  preset: ImportPreset,
): Promise<Written> {
  if (rows.length === 0) return { taken: 0, there: 0, refused: [] };
  const contacts = rows.filter(({ draft }) => draft.contact !== null);
  const stored = await insertContacts(sql, contacts, inserting);
  const fresh = contacts.flatMap((row, n) => {
    const one = stored[n];
    return typeof one === 'object' && one.isNew ? [[one.id, row] as const] : [];
  });
  await insertAnswers(sql, fresh, inserting);
  await insertComplaints(sql, fresh, inserting);
  const isRefused = new Set(contacts.filter((_, n) => stored[n] === 'differs'));
  const sound = rows.filter((row) => !isRefused.has(row));
  const answered = await insertAccountAnswers(sql, sound, inserting);
  const revenue = await insertRevenue(sql, sound, inserting);

  const added = new Set(fresh.map(([, { line }]) => line));
  const refused: UnresolvedRow[] = [...isRefused].map((row) => ({ row, faults: [differs(preset, row.externalId)] }));
  let taken = 0;
  for (const row of sound) {
    const { line, draft } = row;
    const paid = revenue.get(line);
    const isPlain = draft.contact === null && draft.accountAnswers.length === 0 && draft.revenue === null;
    if (paid === 'differs') refused.push({ row, faults: [otherRevenue(preset, draft.revenue?.month ?? '')] });
    else if (isPlain || added.has(line) || answered.has(line) || paid === 'new') taken += 1;
  }
  return { taken, there: rows.length - taken - refused.length, refused };
}

/**
 * As `writeRows`, but a row that the database cannot take is found by halving, and refused alone: it takes no other row
 * along. The last error of a single row is its fault.
 */
export async function writeSoundRows(
  sql: Sql,
  rows: readonly ResolvedRow[],
  inserting: Inserting,
  preset: ImportPreset,
): Promise<Written> {
  await sql.change('SAVEPOINT rows_of_file');
  try {
    const written = await writeRows(sql, rows, inserting, preset);
    await sql.change('RELEASE SAVEPOINT rows_of_file');
    return written;
  } catch (error) {
    if (!isFaultOfData(error)) throw error;
    await sql.change('ROLLBACK TO SAVEPOINT rows_of_file');
    const [only] = rows;
    if (rows.length === 1 && only) return { taken: 0, there: 0, refused: [{ row: only, faults: [notStored(error)] }] };
    const middle = Math.ceil(rows.length / 2);
    const first = await writeSoundRows(sql, rows.slice(0, middle), inserting, preset);
    const second = await writeSoundRows(sql, rows.slice(middle), inserting, preset);
    return {
      ...{ taken: first.taken + second.taken, there: first.there + second.there },
      refused: [...first.refused, ...second.refused],
    };
  }
}

/** SQLSTATE classes 22 (data exception), 23 (constraint) and 54 (too long for an index): the row's fault. */
export const isFaultOfData = (error: unknown): error is Error =>
  error instanceof Error && 'code' in error && typeof error.code === 'string' && /^(2[23]|54)/.test(error.code);

const notStored = (error: Error): RowFault => ({ column: null, code: 'not-stored', value: '', message: error.message });

export function differs(preset: ImportPreset, value: string): RowFault {
  const externalId = preset.contact?.externalId;
  const column = externalId && 'column' in externalId ? externalId.column : null;
  const message = `is there already from the source "${preset.source}", with another content`;
  return { column, code: 'differs', value, message };
}

const otherRevenue = (preset: ImportPreset, value: string): RowFault => ({
  column: preset.revenue?.amount.column ?? null,
  code: 'differs',
  value,
  message: 'is another amount than the one that is there for this customer and month',
});
