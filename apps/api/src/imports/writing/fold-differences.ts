import type { Database } from '../../platform/database/database.js';
import { fold, foldBatch } from '../../tallies/fold.query.js';

/**
 * Moves what an import has changed into the tallies. Without it the differences of a million rows would wait for the
 * next start; where a process is running that does so by itself, this leaves it to that one.
 */
export async function foldDifferences(database: Database): Promise<void> {
  for (;;) {
    const folded = await database.transaction(fold);
    if (folded?.moved !== foldBatch) return;
  }
}
