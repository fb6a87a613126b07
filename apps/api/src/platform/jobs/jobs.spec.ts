import { setTimeout as pause } from 'node:timers/promises';
import { Logger } from '@nestjs/common';
import { Client } from 'pg';
import { anOrganisation } from '../../testing/builders.js';
import { lastVerification, verificationName } from '../../tallies/verification.query.js';
import { verificationQueue } from '../../tallies/verification-queue.js';
import { createTestApp, type TestApp } from '../../testing/test-app.js';
import { Schedules } from '../schedules/schedules.js';
import type { JobQueue } from './job-queue.js';
import { installJobs } from './job-store.js';
import { Jobs } from './jobs.js';

interface Told {
  readonly what: string;
}
const queue: JobQueue<Told> = {
  ...{ name: 'spec', expireSeconds: 60, atOnce: 1 },
  ...{ retries: 2, retrySeconds: 60, longestRetrySeconds: 600 },
};

describe('jobs', () => {
  let test: TestApp;
  let jobs: Jobs;
  let done: string[];
  let failures: number;
  let triesLeft: number[];
  beforeAll(async () => {
    test = await createTestApp();
    await installJobs(test.database.pool, [queue]);
    jobs = test.app.get(Jobs);
    jobs.handle(queue, async ({ what }, job) => {
      triesLeft.push(job.triesLeft);
      if (failures-- > 0) throw new Error('not now');
      done.push(what);
    });
  });
  beforeEach(async () => {
    [done, failures, triesLeft] = [[], 0, []];
    await test.database.change('DELETE FROM pgboss.job');
  });
  afterAll(() => test.close());

  const send = (what: string, options = {}) => jobs.send(test.database, queue, { what }, options);
  const states = async () =>
    (await test.database.rows<{ state: string }>('SELECT state::text FROM pgboss.job')).map(({ state }) => state);

  it('are there with the transaction that sends them, and never without', async () => {
    await test.database.transaction((sql) => jobs.send(sql, queue, { what: 'kept' }));
    const failed = test.database.transaction(async (sql) => {
      await jobs.send(sql, queue, { what: 'dropped' });
      throw new Error('no');
    });
    await expect(failed).rejects.toThrow('no');
    expect(await jobs.runDue()).toBe(1);
    expect(done).toEqual(['kept']);
    expect(await states()).toEqual(['completed']);
  });

  it('are tried again, later each time, and given up after the last try', async () => {
    failures = 3;
    await send('again');
    await jobs.runDue();
    expect(await states()).toEqual(['retry']);
    const pauses = await test.database.rows<{ seconds: number }>(
      `SELECT extract(epoch FROM start_after - now())::float8 AS seconds FROM pgboss.job`,
    );
    expect(pauses[0]!.seconds).toBeGreaterThan(25);
    expect(await jobs.runDue()).toBe(0);
    await jobs.runDue({ later: true });
    await jobs.runDue({ later: true });
    expect([done, await states(), triesLeft]).toEqual([[], ['failed'], [2, 1, 0]]);
  });

  it('wait until their time', async () => {
    await send('tomorrow', { notBefore: new Date(Date.now() + 86_400_000) });
    expect(await jobs.runDue()).toBe(0);
    await test.database.change(`UPDATE pgboss.job SET start_after = now()`);
    expect(await jobs.runDue()).toBe(1);
  });

  it.each([
    ['after the time that one try may take', `started_on = now() - interval '61 seconds'`],
    ['long before that time', `started_on = now(), heartbeat_on = now() - interval '121 seconds'`],
  ])('of a process that died in the midst are done by another, %s', async (_, since) => {
    await send('orphan');
    await test.database.change(`UPDATE pgboss.job SET state = 'active', ${since} WHERE name = 'spec'`);
    // As if nobody had looked in this minute.
    await test.database.change('UPDATE pgboss.queue SET monitor_on = NULL, monitor_claim_on = NULL');
    expect(await jobs.runDue()).toBe(0);
    await jobs.takeBackLost();
    await jobs.runDue({ later: true });
    expect(done).toEqual(['orphan']);
  });

  it('of a schedule are sent once a minute, whichever processes hear the clock', async () => {
    const schedules = test.app.get(Schedules);
    const claims = await Promise.all([1, 2, 3, 4].map(() => schedules.claim('spec', 'day', queue as JobQueue<never>)));
    expect(claims.toSorted()).toEqual([false, false, false, true]);
    expect(await states()).toHaveLength(1);
  });
});

describe('a process with workers', () => {
  let test: TestApp;
  let isClosed = false;
  const warned = jest.spyOn(Logger.prototype, 'warn').mockImplementation(() => undefined);
  beforeAll(async () => {
    test = await createTestApp({ JOBS: 'yes' });
    await anOrganisation(test.database);
  });
  afterAll(async () => {
    warned.mockRestore();
    if (!isClosed) await test.close();
  });

  const begin = async () => {
    await test.database.change('DELETE FROM schedule_run');
    await test.app.get(Schedules).claim(verificationName, 'day', verificationQueue);
  };
  const verified = async () => {
    while (!(await lastVerification(test.database))?.finished_at) await pause(50);
  };

  it('does a job as soon as it is sent', async () => {
    const began = Date.now();
    await begin();
    await verified();
    expect(Date.now() - began).toBeLessThan(4000);
  });

  it('does all that were sent in one transaction, one after the other', async () => {
    await test.database.change('DELETE FROM pgboss.job');
    await test.database.transaction(async (sql) => {
      for (let n = 0; n < 12; n += 1)
        await test.app.get(Jobs).send(sql, verificationQueue, { dueAt: new Date().toISOString() });
    });
    while (await test.database.first(`SELECT FROM pgboss.job WHERE state <> 'completed'`)) await pause(50);
  });

  it('goes on after the database dropped every connection', async () => {
    await test.database
      .rows(
        'SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE datname = current_database() AND pid <> pg_backend_pid()',
      )
      .catch(() => []);
    await begin();
    await verified();
  });

  it('finishes what it has in hand before it ends', async () => {
    const other = new Client({ connectionString: test.databaseUrl });
    await other.connect();
    await other.query('BEGIN; LOCK TABLE tally_day');
    await begin();
    await waiting(other);
    const closed = test.close({ keepDatabase: true });
    isClosed = true;
    await pause(300);
    await other.query('COMMIT');
    await closed;
    const { rows } = await other.query(`SELECT state FROM pgboss.job ORDER BY created_on DESC LIMIT 1`);
    await other.end();
    expect(rows).toEqual([{ state: 'completed' }]);
    await test.close();
  });

  async function waiting(other: Client): Promise<void> {
    const asked = `SELECT 1 FROM pg_locks WHERE NOT granted AND relation = 'tally_day'::regclass`;
    while ((await other.query(asked)).rowCount === 0) await pause(20);
  }
});
