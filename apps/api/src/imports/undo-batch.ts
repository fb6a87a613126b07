import type { Database } from '../platform/database/database.js';
import { type Batch, batchById, beginUndoing } from './batch/batch.query.js';
import { workOn } from './batch/work.js';
import { busy } from './import-file.js';
import { Refusal } from './refusal.js';
import { workedOn } from './undoing/worked-on.js';

const mostNamed = 20;

/** Takes a batch out, or refuses with what people have done with its rows since. */
export async function undoBatch(database: Database, batchId: string): Promise<Batch> {
  const batch = await batchById(database, batchId);
  if (!batch) throw new Refusal(`There is no batch ${batchId}.`, { code: 'no-such-batch' });
  if (!['done', 'importing', 'undoing'].includes(batch.state))
    throw new Refusal(`The batch ${batchId} holds no rows: it is ${batch.state}.`, { code: 'holds-nothing' });
  if (batch.state !== 'undoing') {
    const { rows, count } = await workedOn(database, batchId);
    if (count > 0) {
      const named = rows.slice(0, mostNamed).map(({ kind, name, what }) => `  ${kind} ${name}: ${what}`);
      throw new Refusal(`People have worked on ${count} of its rows since, so it stays:\n${named.join('\n')}`, {
        code: 'worked-on-since',
        count,
      });
    }
    await beginUndoing(database, batchId);
  }
  const undone = await workOn(database, batchId);
  if (!undone) throw busy(batchId);
  return undone;
}
