import { aDepartment, anOrganisation, aSignIn, type SignedIn } from '../testing/builders.js';
import { aContact } from '../testing/stored-rows.js';
import { createTestApp, type TestApp } from '../testing/test-app.js';
import { Jobs } from '../platform/jobs/jobs.js';
import { Schedules } from '../platform/schedules/schedules.js';
import { verificationQueue } from './verification-queue.js';
import { verificationName } from './verification.query.js';

describe('the nightly verification', () => {
  let test: TestApp;
  let admin: SignedIn;
  beforeAll(async () => {
    test = await createTestApp();
    await anOrganisation(test.database);
    admin = await aSignIn(test.database, { role: 'admin' });
    await aContact(test.database, { departmentId: await aDepartment(test.database), endedAt: new Date() });
  });
  beforeEach(() => test.database.change('WITH jobs AS (DELETE FROM pgboss.job) DELETE FROM schedule_run'));
  afterAll(() => test.close());

  /** As many processes as said hear the clock; the job is done by one. */
  async function night(processes = 1): Promise<void> {
    const schedules = test.app.get(Schedules);
    await Promise.all(
      Array.from({ length: processes }, () => schedules.claim(verificationName, 'day', verificationQueue)),
    );
    await test.app.get(Jobs).runDue();
  }

  const last = async () =>
    (await test.http.get('/api/tallies/verification').set('Cookie', admin.cookie).expect(200)).body as object;

  it('has nothing to say before the first night', async () => {
    expect(await last()).toEqual({ startedAt: null, finishedAt: null, differences: null, first: [] });
  });

  it('says that every tally agrees', async () => {
    await night();
    expect(await last()).toMatchObject({ differences: 0, finishedAt: expect.any(String) as string });
  });

  it('runs once a night, whichever processes try', async () => {
    await night(3);
    const runs = await test.database.rows('SELECT 1 FROM schedule_run');
    expect(runs).toHaveLength(1);
    expect(await test.database.rows(`SELECT 1 FROM pgboss.job WHERE name = $1`, [verificationQueue.name])).toHaveLength(
      1,
    );
  });

  it('names what differs', async () => {
    await test.database.change('UPDATE tally_day SET handled = handled + 1');
    await test.database.change(`INSERT INTO tally_day (side, department_id, channel, bucket, handled)
      SELECT 'handling', id, 'phone', date '2020-01-01', 1 FROM department`);
    await night();
    expect(await last()).toMatchObject({
      first: expect.arrayContaining([expect.objectContaining({ table: 'tally_day', atom: 'handled' })]) as object[],
    });
  });
});
