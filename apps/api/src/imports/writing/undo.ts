import type { Database } from '../../platform/database/database.js';
import { Refusal } from '../refusal.js';
import { type Batch, batchById, finishBatch } from './batch.query.js';
import { lockBatch } from './batch-lock.js';
import { foldDifferences } from './fold-differences.js';
import { deleteContacts } from './undo.query.js';

export interface Undone {
  readonly batch: Batch;
  readonly deleted: number;
  /** Contacts that stay, because people have added to them since. */
  readonly kept: number;
}

/**
 * Takes a batch out: its answers, complaints and contacts, some thousand at a time. The batch stays, with its counts and
 * its refused rows, and so do staff, accounts, reasons and units that it made: others may be using them.
 */
export async function undoBatch(
  database: Database,
  batchId: string,
  onProgress?: (deleted: number) => void,
): Promise<Undone> {
  const batch = await batchById(database, batchId);
  if (!batch) throw new Refusal(`There is no batch ${batchId}.`);
  if (batch.state !== 'running' && batch.state !== 'done')
    throw new Refusal(`The batch ${batchId} holds no rows: it is ${batch.state}.`);
  const lock = await lockBatch(database, batchId);
  if (!lock) throw new Refusal(`The batch ${batchId} is being worked on by another process at this moment.`);
  try {
    await database.change(
      `UPDATE import_batch SET state = 'running', undo_began_at = coalesce(undo_began_at, now()) WHERE id = $1`,
      [batchId],
    );
    const deleted = await deleteRowsOf(database, batchId, onProgress);
    const kept = await database.first<{ kept: number }>(
      'SELECT count(*)::int AS kept FROM contact WHERE batch_id = $1',
      [batchId],
    );
    await finishBatch(database, batchId, 'undone');
    return { batch, deleted, kept: kept?.kept ?? 0 };
  } finally {
    await lock.release();
  }
}

/** As when importing: the more differences of a day are folded together, the fewer tallies are touched. */
const portionsPerFold = 10;

/** Each portion is committed by itself; an interrupted undo goes on where it was. */
export async function deleteRowsOf(
  database: Database,
  batchId: string,
  onProgress?: (deleted: number) => void,
): Promise<number> {
  let deleted = 0;
  let portions = 0;
  for (let after = ''; ;) {
    const portion = await database.transaction((sql) => deleteContacts(sql, batchId, after));
    if (portion.last === null) break;
    after = portion.last;
    deleted += portion.deleted;
    onProgress?.(deleted);
    if (++portions % portionsPerFold === 0) await foldDifferences(database);
  }
  await foldDifferences(database);
  return deleted;
}
