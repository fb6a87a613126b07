import { basename } from 'node:path';
import type { Database } from '../../platform/database/database.js';
import type { Preset } from '../preset/preset.js';
import { factsOf } from '../reading/decoded-text.js';
import { readHeader } from '../reading/header.js';
import { recordsOf } from '../reading/records.js';
import { type ReadRow, rowReader } from '../reading/row-reader.js';
import { Refusal } from '../refusal.js';
import { beginBatch, type Counts, finishBatch, noteProgress, noteRefused } from './batch.query.js';
import { batchToGoOnWith } from './earlier-batch.js';
import { lockBatch } from './batch-lock.js';
import { foldDifferences } from './fold-differences.js';
import { Names } from './names.js';
import { type RefusedRow, resolveRows, type TakenRow } from './resolve-rows.js';
import { deleteRowsOf } from './undo.js';
import { writeSoundRows } from './write-rows.js';

export interface ImportRequest {
  readonly path: string;
  readonly preset: Preset;
  /** Go on with the batch of this file that was interrupted. */
  readonly resume: boolean;
  /** Stops after the rows under way; the batch can then be resumed or undone. */
  readonly signal?: AbortSignal;
  readonly onProgress?: (progress: Progress) => void;
  readonly now?: () => number;
}

export interface Progress extends Counts {
  /** Rows read by this run; a resumed batch has read others before. */
  readonly readNow: number;
  readonly batchId: string;
  /** Refused since the last report. */
  readonly refusedRows: readonly RefusedRow[];
}

export interface Imported extends Counts {
  readonly readNow: number;
  readonly batchId: string;
  readonly isStopped: boolean;
}

/** Rows that are read, inserted and committed together. */
const rowsAtOnce = 2_000;
/** Differences of so many rows are folded together: the more there are of a day, the fewer tallies are touched. */
const rowsPerFold = 20_000;

/** Imports a file. Everything before the first row is checked before anything is written. */
export async function importFile(database: Database, request: ImportRequest): Promise<Imported> {
  const { path, preset } = request;
  const facts = await factsOf(path, preset.file.encoding);
  const read = rowReader(preset, await readHeader(path, preset.file));
  const earlier = await batchToGoOnWith(database, { sha256: facts.sha256, preset, resume: request.resume });
  const batchId =
    earlier?.id ?? (await beginBatch(database, { preset, fileName: basename(path), sha256: facts.sha256 }));
  const lock = await lockBatch(database, batchId);
  if (!lock) throw new Refusal(`The batch ${batchId} is being worked on by another process at this moment.`);
  try {
    return await run(database, request, { batchId, read, done: earlier });
  } catch (error) {
    // What is wrong with the file as a whole shows only as it is read: then nothing of it stays.
    if (error instanceof Refusal) {
      await deleteRowsOf(database, batchId);
      await finishBatch(database, batchId, 'failed');
    }
    throw error;
  } finally {
    await lock.release();
  }
}

interface Running {
  readonly batchId: string;
  readonly read: ReturnType<typeof rowReader>;
  readonly done: { rowsRead: number; rowsTaken: number; rowsRefused: number; leftOut: Counts['leftOut'] } | undefined;
}

async function run(database: Database, request: ImportRequest, { batchId, read, done }: Running): Promise<Imported> {
  const { path, preset, signal, onProgress, now = Date.now } = request;
  const names = new Names(database, preset, batchId);
  let counts: Counts = {
    read: done?.rowsRead ?? 0,
    taken: done?.rowsTaken ?? 0,
    refused: done?.rowsRefused ?? 0,
    leftOut: done?.leftOut ?? {},
  };
  let toSkip = counts.read + (preset.file.columns ? 0 : 1);
  const readBefore = counts.read;
  const readNow = () => counts.read - readBefore;
  let rows: ReadRow[] = [];
  let foldedAt = counts.read;
  const write = async () => {
    if (rows.length === 0) return;
    const written = await writeChunk(database, rows, { batchId, preset, names, counts });
    counts = written.counts;
    rows = [];
    if (counts.read - foldedAt >= rowsPerFold) {
      await foldDifferences(database);
      foldedAt = counts.read;
    }
    onProgress?.({ ...counts, readNow: readNow(), batchId, refusedRows: written.refused });
  };
  for await (const record of recordsOf(path, preset.file)) {
    if (toSkip > 0) {
      toSkip -= 1;
      continue;
    }
    rows.push(read(record, now()));
    if (rows.length < rowsAtOnce) continue;
    await write();
    if (!signal?.aborted) continue;
    await foldDifferences(database);
    return { ...counts, readNow: readNow(), batchId, isStopped: true };
  }
  await write();
  await foldDifferences(database);
  await finishBatch(database, batchId, 'done');
  // Until the database has looked at what has come, it plans as if the tables were as small as before.
  await database.change('ANALYZE contact, answer, complaint');
  return { ...counts, readNow: readNow(), batchId, isStopped: false };
}

async function writeChunk(
  database: Database,
  rows: readonly ReadRow[],
  { batchId, preset, names, counts }: { batchId: string; preset: Preset; names: Names; counts: Counts },
): Promise<{ counts: Counts; refused: RefusedRow[] }> {
  const taken = rows.filter((row): row is TakenRow & ReadRow => row.kind === 'taken');
  const { resolved, refused: unresolved } = await resolveRows(taken, preset, names);
  const unread = rows.flatMap((row) => (row.kind === 'refused' ? [{ line: row.line, faults: row.faults }] : []));
  const leftOut = { ...counts.leftOut };
  for (const row of rows) if (row.kind === 'left-out') leftOut[row.why] = (leftOut[row.why] ?? 0) + 1;

  return database.transaction(async (sql) => {
    const unwritten = await writeSoundRows(sql, resolved, { batchId, source: preset.source }, preset);
    const refused = [...unread, ...unresolved, ...unwritten].sort((a, b) => a.line - b.line);
    const next: Counts = {
      read: counts.read + rows.length,
      taken: counts.taken + resolved.length - unwritten.length,
      refused: counts.refused + refused.length,
      leftOut,
    };
    await noteRefused(sql, batchId, refused);
    await noteProgress(sql, batchId, next);
    return { counts: next, refused };
  });
}
