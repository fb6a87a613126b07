import { setTimeout as pause } from 'node:timers/promises';
import { phoneCountry } from '../../customers/phone-country.service.js';
import type { Database } from '../../platform/database/database.js';
import { type Batch, isAskedToStop, noteRefused } from '../batch/batch.query.js';
import { nextStaged, type StagedLines, type StagedRow, unstage } from '../checking/stage.query.js';
import type { ImportPreset } from '@forecall/contracts';
import type { RowFault } from '../reading/fault.js';
import { companyZone } from '../organisation.js';
import { headerOf } from '../reading/header.js';
import { rowReader } from '../reading/row-reader.js';
import { foldDifferences } from './fold-differences.js';
import { Names } from './names.js';
import { resolveRows, type TakenRow } from './resolve-rows.js';
import { writeSoundRows } from './write-rows.js';

/** Rows that are written and committed together: short enough that nobody at a desk waits for them. */
const rowsAtOnce = 1_000;
/** Differences of so many rows are folded together: the more there are of a day, the fewer tallies are touched. */
const rowsPerFold = 20_000;
/** Of the time that a portion took, this part is left to others before the next. */
const shareLeft = 0.25;

/**
 * Writes the staged rows of a batch. Each portion leaves the stage in the transaction that writes it, so a killed import
 * goes on exactly behind what it has written. False where it was asked to stop.
 */
export async function writeStaged(
  database: Database,
  batch: Batch & { readonly definition: ImportPreset },
  { now = Date.now, isAlone = false }: { now?: () => number; isAlone?: boolean } = {},
): Promise<boolean> {
  const preset = batch.definition;
  const country = await phoneCountry(database);
  const names = new Names(database, batch.id, country);
  const read = rowReader(preset, headerOf(batch.header ?? []), await companyZone(database));
  let sinceFold = 0;
  for (let after = 0; ;) {
    const rows = await nextStaged(database, batch.id, after, rowsAtOnce);
    const last = rows.at(-1);
    if (!last) break;
    if (await isAskedToStop(database, batch.id)) return false;
    const begun = performance.now();
    const { taken, changed } = readAgain(rows, read, now());
    const { resolved, refused } = await resolveRows(taken, preset, names, country);
    await writePortion(database, {
      batch,
      preset,
      resolved,
      refused: [...changed, ...refused],
      lines: { after, lastLine: last.line },
    });
    after = last.line;
    sinceFold += rows.length;
    if (sinceFold >= rowsPerFold) {
      await foldDifferences(database);
      sinceFold = 0;
    }
    if (!isAlone) await pause((performance.now() - begun) * shareLeft);
  }
  await foldDifferences(database);
  // Until the database has looked at what has come, it plans as if the tables were as small as before.
  await database.change('ANALYZE contact, answer, complaint');
  return true;
}

interface Portion {
  readonly batch: Batch;
  readonly preset: ImportPreset;
  readonly resolved: Awaited<ReturnType<typeof resolveRows>>['resolved'];
  readonly refused: readonly { readonly row: StagedRow; readonly faults: readonly RowFault[] }[];
  readonly lines: StagedLines;
}

function writePortion(database: Database, portion: Portion): Promise<void> {
  const { batch, preset, resolved, lines } = portion;
  const statesTeam = typeof preset.unit?.team === 'object';
  return database.transaction(async (sql) => {
    const inserting = { batchId: batch.id, source: preset.source, statesTeam };
    const written = await writeSoundRows(sql, resolved, inserting, preset);
    const refused = [...portion.refused, ...written.refused];
    await noteRefused(
      sql,
      batch.id,
      refused.map(({ row, faults }) => ({ line: row.line, cells: row.cells, faults })),
    );
    await unstage(sql, batch.id, lines);
    await sql.change(
      `UPDATE import_batch SET rows_taken = rows_taken + $2, rows_there = rows_there + $3,
         rows_refused = rows_refused + $4 WHERE id = $1`,
      [batch.id, written.taken, written.there, refused.length],
    );
  });
}

/** They were sound when they were checked, by the same preset and the same cells; one that no longer is, is refused. */
function readAgain(
  rows: readonly StagedRow[],
  read: ReturnType<typeof rowReader>,
  now: number,
): { taken: TakenRow[]; changed: { row: StagedRow; faults: readonly RowFault[] }[] } {
  const taken: TakenRow[] = [];
  const changed: { row: StagedRow; faults: readonly RowFault[] }[] = [];
  for (const staged of rows) {
    const row = read({ line: staged.line, cells: staged.cells, isMisquoted: false }, now);
    if (row.kind === 'taken') taken.push({ ...staged, draft: row.draft });
    else if (row.kind === 'refused') changed.push({ row: staged, faults: row.faults });
  }
  return { taken, changed };
}
