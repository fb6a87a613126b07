import type { Database, Sql } from '../../platform/database/database.js';
import { phoneCountry } from '../../customers/phone-country.service.js';
import { type Batch, isAskedToStop, noteRefused, type RefusedRow } from '../batch/batch.query.js';
import type { ImportPreset } from '@forecall/contracts';
import { type RowFault, storable } from '../reading/fault.js';
import { companyZone } from '../organisation.js';
import { readHeader } from '../reading/header.js';
import { fittedPreset } from '../reading/fitted-preset.js';
import { type FileRecord, recordsOf } from '../reading/records.js';
import { rowReader } from '../reading/row-reader.js';
import { Refusal } from '../refusal.js';
import { Names } from '../writing/names.js';
import { firstContents } from '../writing/insert-rows.query.js';
import { resolveRows, type TakenRow } from '../writing/resolve-rows.js';
import { differs } from '../writing/write-rows.js';
import { madeOf } from './made.js';
import { RowIdentity } from './row-identity.js';
import { stage } from './stage.query.js';

/** Rows that are read, looked up and staged together. */
const rowsAtOnce = 2_000;

interface Counts {
  read: number;
  staged: number;
  there: number;
  refused: number;
  readonly leftOut: Map<string, number>;
}

export type OnRefused = (rows: readonly RefusedRow<RowFault>[]) => void;

/**
 * Reads the whole file by the batch's preset, and sorts its rows: sound ones are staged, rows that are in already are
 * counted, all others are refused with everything that is wrong with them. Nothing else is written; begun anew it does
 * the same again. False where it was asked to stop.
 */
export async function checkFile(
  database: Database,
  batch: Batch & { readonly definition: ImportPreset },
  { path, now = Date.now, onRefused }: { path: string; now?: () => number; onRefused?: OnRefused },
): Promise<boolean> {
  await database.change('DELETE FROM import_stage WHERE batch_id = $1', [batch.id]);
  await database.change('DELETE FROM import_row WHERE batch_id = $1', [batch.id]);
  const preset = await fittedPreset(path, batch.definition);
  const { file } = preset;
  const header = await readHeader(path, file);
  // What is written later is read by the same.
  await database.change('UPDATE import_batch SET header = $2, definition = $3 WHERE id = $1', [
    ...[batch.id, JSON.stringify(header.names), JSON.stringify(preset)],
  ]);
  const country = await phoneCountry(database);
  const checking = {
    ...{ batchId: batch.id, preset, country, onRefused },
    read: rowReader(preset, header, await companyZone(database)),
    names: new Names(database, null, country),
    identity: new RowIdentity(),
  };
  const counts: Counts = { read: 0, staged: 0, there: 0, refused: 0, leftOut: new Map() };
  let toSkip = file.columns ? 0 : 1;
  let records: FileRecord[] = [];
  const checkSome = async () => {
    await checkRecords(database, records, checking, counts, now());
    records = [];
  };
  for await (const record of recordsOf(path, file)) {
    if (toSkip > 0) {
      toSkip -= 1;
      continue;
    }
    records.push(record);
    if (records.length < rowsAtOnce) continue;
    await checkSome();
    if (await isAskedToStop(database, batch.id)) return false;
  }
  await checkSome();
  if (counts.read === 0) throw new Refusal('The file has a header and no rows.', { code: 'no-rows' });
  return true;
}

interface Checking {
  readonly batchId: string;
  readonly preset: ImportPreset;
  readonly country: string | null;
  readonly read: ReturnType<typeof rowReader>;
  readonly names: Names;
  readonly identity: RowIdentity;
  readonly onRefused: OnRefused | undefined;
}

async function checkRecords(
  database: Database,
  records: readonly FileRecord[],
  checking: Checking,
  counts: Counts,
  now: number,
): Promise<void> {
  const { preset, names, country } = checking;
  const taken: TakenRow[] = [];
  const refused: RefusedRow<RowFault>[] = [];
  counts.read += records.length;
  for (const record of records) {
    const row = checking.read(record, now);
    const { line } = record;
    const cells = record.cells.map(storable);
    if (row.kind === 'refused') refused.push({ line, faults: row.faults, cells });
    else if (row.kind === 'left-out') counts.leftOut.set(row.why, (counts.leftOut.get(row.why) ?? 0) + 1);
    else {
      const { draft, sha256 } = row;
      taken.push({
        ...{ line, draft, sha256, cells },
        externalId: checking.identity.of(draft.contact?.externalId ?? null, sha256),
      });
    }
  }
  const there = await firstContents(
    database,
    preset.source,
    taken.map(({ externalId }) => externalId),
  );
  const fresh: TakenRow[] = [];
  for (const row of taken) {
    const first = there.get(row.externalId);
    if (first === undefined) fresh.push(row);
    else if (first.sha256.equals(row.sha256)) counts.there += 1;
    else refused.push(withCells(row, [differs(preset, row.externalId)]));
  }
  const { resolved, refused: unresolved } = await resolveRows(fresh, preset, names, country);
  refused.push(...unresolved.map(({ row, faults }) => withCells(row, faults)));
  await database.transaction(async (sql) => {
    const { staged, twice } = await stage(sql, checking.batchId, resolved);
    counts.staged += staged;
    for (const { row, firstLine } of twice) {
      if (firstLine === null) counts.there += 1;
      else refused.push(withCells(row, [twiceInFile(preset, row.externalId, firstLine)]));
    }
    refused.sort((a, b) => a.line - b.line);
    counts.refused += refused.length;
    await noteRefused(sql, checking.batchId, refused);
    await noteChecked(sql, checking, counts);
  });
  if (refused.length > 0) checking.onRefused?.(refused);
}

const withCells = ({ line, cells }: TakenRow, faults: readonly RowFault[]): RefusedRow<RowFault> => ({
  ...{ line, faults, cells },
});

const noteChecked = (sql: Sql, { batchId, names }: Checking, counts: Counts): Promise<number> =>
  sql.change(
    `UPDATE import_batch SET rows_read = $2, rows_staged = $3, rows_there = $4, rows_refused = $5, left_out = $6, makes = $7
     WHERE id = $1`,
    [
      ...[batchId, counts.read, counts.staged, counts.there, counts.refused],
      ...[JSON.stringify(Object.fromEntries(counts.leftOut)), JSON.stringify(madeOf(names))],
    ],
  );

function twiceInFile(preset: ImportPreset, value: string, line: number): RowFault {
  const key = preset.contact?.externalId;
  const column = key && 'column' in key ? key.column : null;
  const message = `stands in line ${line} as well, with another content`;
  return { column, code: 'twice-in-file', value, message, rule: 'line', values: { line } };
}
