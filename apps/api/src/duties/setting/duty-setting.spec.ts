import {
  aDepartment,
  anOrganisation,
  aSignIn,
  aStaff,
  aSupervisorOf,
  aTeam,
  type SignedIn,
} from '../../testing/builders.js';
import { createTestApp, type TestApp } from '../../testing/test-app.js';
import { DueDutiesService } from '../due-duties.service.js';
import { DutyService } from '../duty.service.js';

describe('the times after which duties go up', () => {
  let test: TestApp;
  let admin: SignedIn;
  let rep: SignedIn;
  beforeAll(async () => {
    test = await createTestApp();
    const sql = test.database;
    await anOrganisation(sql);
    const teamId = await aTeam(sql, await aDepartment(sql));
    rep = await aSignIn(sql, { role: 'rep', staffId: await aStaff(sql, { teamId }) });
    admin = await aSignIn(sql, { role: 'admin' });
    await aSupervisorOf(sql, teamId, await aStaff(sql, { teamId }));
  });
  afterAll(() => test.close());

  const read = async (by = admin) => (await test.http.get('/api/duty-setting').set('Cookie', by.cookie)).body as object;
  const change = (told: object, by = admin) => test.http.patch('/api/duty-setting').set('Cookie', by.cookie).send(told);

  it('are at once and after a day unless an administrator says otherwise, which is recorded', async () => {
    expect(await read()).toEqual({ supervisorAfterMinutes: 0, headAfterMinutes: 1440, revision: 1 });
    const told = { supervisorAfterMinutes: 30, headAfterMinutes: 90, revision: 1 };
    await change(told, rep).expect(403);
    expect(await read(rep)).toMatchObject({ status: 403 });
    await change(told).expect(200, { ...told, revision: 2 });
    expect(await read()).toEqual({ ...told, revision: 2 });
    const recorded = await test.database.rows('SELECT before, after FROM audit_entry WHERE act = $1', [
      'duty-setting.changed',
    ]);
    expect(recorded).toEqual([
      {
        before: { supervisorAfterMinutes: 0, headAfterMinutes: 1440 },
        after: { supervisorAfterMinutes: 30, headAfterMinutes: 90 },
      },
    ]);
  });

  it('are refused, and stay, when they make no sense or somebody changed them meanwhile', async () => {
    const before = (await read()) as { revision: number };
    const refused = async (told: object) => {
      const { status, body } = await change({ supervisorAfterMinutes: 0, headAfterMinutes: 60, ...before, ...told });
      const [field] = (body as { fields?: { path: string; code: string }[] }).fields ?? [];
      return [status, field?.path, field?.code];
    };
    expect(await refused({ headAfterMinutes: 29 })).toEqual([400, 'headAfterMinutes', 'head-before-supervisor']);
    expect(await refused({ supervisorAfterMinutes: -1 })).toEqual([400, 'supervisorAfterMinutes', 'too_small']);
    expect(await refused({ headAfterMinutes: 90 * 1440 + 1 })).toEqual([400, 'headAfterMinutes', 'too_big']);
    expect(await refused({ revision: before.revision - 1 })).toEqual([409, undefined, undefined]);
    expect(await read()).toEqual(before);
  });

  it('count for duties that have not gone up yet', async () => {
    const { revision } = (await read()) as { revision: number };
    await change({ supervisorAfterMinutes: 30, headAfterMinutes: 90, revision }).expect(200);
    await test.database.transaction((sql) =>
      test.app.get(DutyService).open(sql, {
        ...{ kind: 'by-hand', ownerId: rep.staffId, dueAt: new Date(Date.now() - 20 * 60_000), remindAt: null },
        ...{ parameters: { what: 'Call back' }, by: rep.signInId },
      }),
    );
    const goneUp = async () => {
      await test.app.get(DueDutiesService).look();
      return test.database.rows('SELECT level FROM duty_above');
    };
    expect(await goneUp()).toEqual([]);
    await change({ supervisorAfterMinutes: 10, headAfterMinutes: 90, revision: revision + 1 }).expect(200);
    expect(await goneUp()).toEqual([{ level: 'supervisor' }]);
  });
});
