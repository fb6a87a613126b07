import { DataSource } from 'typeorm';
import { queues } from './queues.js';
import { installTallies } from './tallies/install.js';
import type { Config } from './platform/config/config.js';
import { dataSourceOptions } from './platform/database/data-source.js';
import { installJobs } from './platform/jobs/job-store.js';
import { Database } from './platform/database/database.js';

/** Any number will do, as long as every process uses the same: the lock of those who migrate. */
const migrationLock = 7_301_001;

/**
 * Brings the database to this build's tables. Processes that start together wait for the first one; PostgreSQL older
 * than 15 is refused.
 */
export async function migrate(config: Pick<Config, 'DATABASE_URL' | 'DATABASE_POOL'>): Promise<void> {
  const dataSource = await new DataSource({ ...dataSourceOptions(config), poolSize: 4 }).initialize();
  const lock = dataSource.createQueryRunner();
  try {
    const [{ version }] = await dataSource.query<[{ version: string }]>(
      `SELECT current_setting('server_version_num') AS version`,
    );
    if (Number(version) < 150_000) throw new Error('Forecall needs PostgreSQL 15 or newer.');
    await lock.startTransaction();
    await lock.query('SELECT pg_advisory_xact_lock($1)', [migrationLock]);
    await dataSource.runMigrations({ transaction: 'each' });
    await installTallies(dataSource);
    await installJobs(new Database(dataSource).pool, queues);
    await lock.commitTransaction();
  } finally {
    if (lock.isTransactionActive) await lock.rollbackTransaction();
    await lock.release();
    await dataSource.destroy();
  }
}
