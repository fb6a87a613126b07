import type { Database } from '../../platform/database/database.js';
import { checkFile, type OnRefused } from '../checking/check-file.js';
import type { ImportPreset } from '@forecall/contracts';
import { Refusal } from '../refusal.js';
import { undoRows } from '../undoing/undo-rows.js';
import { writeStaged } from '../writing/write-staged.js';
import { type Batch, batchById, beginUndoing, endBatch } from './batch.query.js';
import { withFile } from './batch-file.js';
import { lockBatch } from './batch-lock.js';

export interface Working {
  readonly now?: () => number;
  readonly onRefused?: OnRefused;
  /** Nobody else is at work on this database: no pauses for their sake. */
  readonly isAlone?: boolean;
}

/**
 * Does what a batch waits for, from wherever a killed process left it, until it waits for somebody or is at its end.
 * Gives the batch as it is then; undefined where another process is at work on it.
 */
export async function workOn(database: Database, batchId: string, working: Working = {}): Promise<Batch | undefined> {
  const lock = await lockBatch(database, batchId);
  if (!lock) return undefined;
  try {
    for (;;) {
      const batch = await batchById(database, batchId);
      if (!batch) throw new Refusal(`There is no batch ${batchId}.`, { code: 'no-such-batch' });
      if (!(await step(database, batch, working))) return batch;
    }
  } finally {
    await lock.release();
  }
}

/** False where there is nothing to do. */
async function step(database: Database, batch: Batch, working: Working): Promise<boolean> {
  const { id, definition } = batch;
  if (batch.state === 'undoing') {
    await undoRows(database, id);
    await endBatch(database, id, 'undone');
    return true;
  }
  if (definition === null || (batch.state !== 'checking' && batch.state !== 'importing')) return false;
  const by = { ...batch, definition };
  if (batch.state === 'checking') {
    const [state, failure] = await checked(database, by, working);
    if (!(await endBatch(database, id, state, failure))) await endBatch(database, id, 'cancelled');
    return true;
  }
  // What is cancelled half way is taken out again: nobody wants half of a file.
  const isWhole = (await writeStaged(database, by, working)) && (await endBatch(database, id, 'done'));
  if (!isWhole) await beginUndoing(database, id);
  return true;
}

async function checked(
  database: Database,
  batch: Batch & { readonly definition: ImportPreset },
  working: Working,
): Promise<['checked' | 'cancelled' | 'failed', Refusal?]> {
  try {
    const isWhole = await withFile(database, batch.id, (path) => checkFile(database, batch, { ...working, path }));
    return [isWhole ? 'checked' : 'cancelled'];
  } catch (error) {
    // What is wrong with the file as a whole shows only as it is read.
    if (error instanceof Refusal) return ['failed', error];
    throw error;
  }
}
