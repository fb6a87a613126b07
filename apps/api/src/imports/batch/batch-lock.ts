import type { Database } from '../../platform/database/database.js';

/** The first of the two numbers of a lock on a batch; the second is from its id. Any will do that no other lock uses. */
const lockSpace = 7_301_010;

export interface BatchLock {
  release(): Promise<void>;
}

/**
 * Marks that somebody is at work on a batch, for as long as this process lives: the lock goes with its connection, so
 * that a killed import is told from a running one. Undefined when another process is at work on it.
 */
export async function lockBatch(database: Database, batchId: string): Promise<BatchLock | undefined> {
  const client = await database.pool.connect();
  let isBroken = false;
  const breaks = () => (isBroken = true);
  client.on('error', breaks);
  const give = () => {
    client.off('error', breaks);
    client.release(isBroken);
  };
  const { rows } = await client.query<{ held: boolean }>('SELECT pg_try_advisory_lock($1, hashtext($2)) AS held', [
    lockSpace,
    batchId,
  ]);
  if (!rows[0]?.held) {
    give();
    return undefined;
  }
  return {
    release: async () => {
      if (!isBroken) await client.query('SELECT pg_advisory_unlock($1, hashtext($2))', [lockSpace, batchId]);
      give();
    },
  };
}
