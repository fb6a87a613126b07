import { aDepartment, anOrganisation, aSignIn, type SignedIn } from '../testing/builders.js';
import { aContact } from '../testing/stored-rows.js';
import { createTestApp, type TestApp } from '../testing/test-app.js';
import { VerificationService } from './verification.service.js';

describe('the nightly verification', () => {
  let test: TestApp;
  let admin: SignedIn;
  beforeAll(async () => {
    test = await createTestApp();
    await anOrganisation(test.database);
    admin = await aSignIn(test.database, { role: 'admin' });
    await aContact(test.database, { departmentId: await aDepartment(test.database), endedAt: new Date() });
  });
  beforeEach(() => test.database.change('DELETE FROM schedule_run'));
  afterAll(() => test.close());

  const last = async () =>
    (await test.http.get('/api/tallies/verification').set('Cookie', admin.cookie).expect(200)).body as object;

  it('has nothing to say before the first night', async () => {
    expect(await last()).toEqual({ startedAt: null, finishedAt: null, differences: null, first: [] });
  });

  it('says that every tally agrees', async () => {
    await test.app.get(VerificationService).verifyTonight();
    expect(await last()).toMatchObject({ differences: 0, finishedAt: expect.any(String) as string });
  });

  it('runs once a night, whichever processes try', async () => {
    await Promise.all([1, 2, 3].map(() => test.app.get(VerificationService).verifyTonight()));
    const runs = await test.database.rows('SELECT 1 FROM schedule_run');
    expect(runs).toHaveLength(1);
  });

  it('names what differs', async () => {
    await test.database.change('UPDATE tally_day SET handled = handled + 1');
    await test.database.change(`INSERT INTO tally_day (side, department_id, channel, bucket, handled)
      SELECT 'handling', id, 'phone', date '2020-01-01', 1 FROM department`);
    await test.app.get(VerificationService).verifyTonight();
    expect(await last()).toMatchObject({
      first: expect.arrayContaining([expect.objectContaining({ table: 'tally_day', atom: 'handled' })]) as object[],
    });
  });
});
