import { type Db, PgBoss } from 'pg-boss';
import type { Pool } from 'pg';
import type { Sql } from '../database/database.js';
import type { JobQueue } from './job-queue.js';

const schema = 'pgboss';
const quiet = { schedule: false, registerInstance: false, openTelemetry: { enabled: false } };

/** The statements of pg-boss on our own connections. Without values a text may hold several statements. */
export const storeOn = (pool: Pick<Pool, 'query'>): Db => ({
  executeSql: (text, values) => (values?.length ? pool.query(text, values) : pool.query(text)),
});

/** The same within an open transaction: what is sent there is there when that commits, or never was. */
export const storeIn = (sql: Sql): Db => ({
  executeSql: async (text, values) => ({ rows: await sql.rows(text, values) }),
});

export const jobStore = (db: Db, { isWorking }: { isWorking: boolean }): PgBoss =>
  new PgBoss({
    ...quiet,
    ...{ db, schema, migrate: false, supervise: isWorking, useListenNotify: isWorking },
    // Looks after jobs whose process died; statistics nobody reads are left to the day.
    superviseIntervalSeconds: 60,
    monitorVacuum: false,
    reindexIntervalSeconds: 86_400,
  });

/** Who works on a job says so twice as often; after so long a silence its process is dead, and the job is another's. */
const heartbeatSeconds = 120;

const settings = ({ name, ...queue }: JobQueue<object>) => ({
  name,
  expireInSeconds: queue.expireSeconds,
  retryLimit: queue.retries,
  retryDelay: queue.retrySeconds,
  retryBackoff: true,
  retryDelayMax: queue.longestRetrySeconds,
  deleteAfterSeconds: 2 * 86_400,
  heartbeatSeconds,
  notify: true,
});

/** Brings the tables of the jobs and the queues to this build. For whoever migrates, one at a time. */
export async function installJobs(pool: Pick<Pool, 'query'>, queues: readonly JobQueue<object>[]): Promise<void> {
  const boss = new PgBoss({ ...quiet, db: storeOn(pool), schema, supervise: false });
  boss.on('error', () => undefined);
  await boss.start();
  try {
    const present = new Set((await boss.getQueues()).map(({ name }) => name));
    for (const queue of queues) {
      const { name, ...options } = settings(queue);
      await (present.has(name) ? boss.updateQueue(name, options) : boss.createQueue(name, options));
    }
  } finally {
    await boss.stop({ graceful: false, close: false });
  }
}
