import { createReadStream } from 'node:fs';
import { basename } from 'node:path';
import type { Database } from '../platform/database/database.js';
import { type Batch, beginBatch, beginChecking, beginImporting, type RefusedRow } from './batch/batch.query.js';
import { keepFile } from './batch/batch-file.js';
import { workOn } from './batch/work.js';
import type { ImportPreset } from '@forecall/contracts';
import type { RowFault } from './reading/fault.js';
import { Refusal } from './refusal.js';

export interface ImportRequest {
  readonly path: string;
  readonly preset: ImportPreset;
  readonly onBegun?: (batchId: string) => void;
  readonly onRefused?: (rows: readonly RefusedRow<RowFault>[]) => void;
  readonly now?: () => number;
}

/** Imports a file without asking: kept, checked as a whole, and its sound rows written. For the command line and specs. */
export async function importFile(database: Database, { path, preset, ...request }: ImportRequest): Promise<Batch> {
  const batchId = await beginBatch(database, { fileName: basename(path), by: null });
  request.onBegun?.(batchId);
  await keepFile(database, batchId, createReadStream(path));
  await beginChecking(database, batchId, preset);
  return finishImport(database, batchId, request);
}

/** Goes on with a batch that was begun, to its end. */
export async function finishImport(
  database: Database,
  batchId: string,
  working: Pick<ImportRequest, 'onRefused' | 'now'> = {},
): Promise<Batch> {
  let batch = await workOn(database, batchId, { ...working, isAlone: true });
  if (batch?.state === 'checked') {
    await beginImporting(database, batchId);
    batch = await workOn(database, batchId, { ...working, isAlone: true });
  }
  if (!batch) throw busy(batchId);
  if (batch.state === 'failed')
    throw new Refusal(batch.failure?.message ?? 'The file cannot be read.', { code: batch.failure?.code ?? 'refused' });
  return batch;
}

export const busy = (batchId: string) =>
  new Refusal(`The batch ${batchId} is being worked on by another process at this moment.`, { code: 'batch-busy' });
