import { aDepartment, anOrganisation, aReason, aSignIn, aStaff, aTeam, type SignedIn } from '../../testing/builders.js';
import { createTestApp, type TestApp } from '../../testing/test-app.js';
import { StaffService } from '../staff/staff.service.js';
import { TeamService } from '../units/team.service.js';
import { ActsService } from './acts.service.js';

const tables = ['department', 'team', 'staff', 'membership', 'leadership', 'reason'];

describe('undoing an act', () => {
  let test: TestApp;
  let admin: SignedIn;
  let department: string;
  beforeAll(async () => {
    test = await createTestApp();
    await anOrganisation(test.database);
    admin = await aSignIn(test.database, { role: 'admin' });
    department = await aDepartment(test.database);
  });
  afterAll(() => test.close());

  const post = (path: string, body: object = {}, cookie = admin.cookie) =>
    test.http.post(`/api/organisation/${path}`).set('Cookie', cookie).send(body);
  const undo = (act: string, cookie?: string) => post(`acts/${act}/undo`, {}, cookie);

  /** Everything there is but the revisions, which only count up. */
  const everything = async () =>
    Promise.all(
      tables.map((table) => test.database.rows(`SELECT to_jsonb(t) - 'revision' AS row FROM ${table} t ORDER BY t.id`)),
    );

  const acts: Record<string, () => Promise<{ body: { act: string } }>> = {
    'a new department': () => post('departments', { name: 'New' }).expect(201),
    'a new person in a team': async () =>
      post('staff', { name: 'Ma Lili', teamId: await aTeam(test.database, department), from: '2026-02-01' }).expect(
        201,
      ),
    'a move for a time, which brings somebody back': async () => {
      const staff = await aStaff(test.database, { teamId: await aTeam(test.database, department) });
      const teamId = await aTeam(test.database, department);
      return post(`staff/${staff}/move`, { teamId, from: '2026-02-01', until: '2026-03-01', revision: 1 }).expect(200);
    },
    'the closing of a team with its members, leaders and plans': async () => {
      const team = await aTeam(test.database, department);
      const staff = await aStaff(test.database, { teamId: team });
      await aStaff(test.database, { teamId: team });
      await post(`teams/${team}/leaders`, { staffId: staff, role: 'supervisor', from: '2099-01-01', revision: 1 });
      return post(`teams/${team}/close`, { from: '2098-01-01', revision: 2 }).expect(200);
    },
    'the last day of somebody who was to change': async () => {
      const staff = await aStaff(test.database, { teamId: await aTeam(test.database, department) });
      const teamId = await aTeam(test.database, department);
      await post(`staff/${staff}/move`, { teamId, from: '2099-01-01', revision: 1 }).expect(200);
      return post(`staff/${staff}/leave`, { lastDay: '2098-01-01', revision: 2 }).expect(200);
    },
    'the place of a reason among others': async () => {
      const top = await aReason(test.database, department);
      const [first, second] = [
        await aReason(test.database, department, { parentId: top }),
        await aReason(test.database, department, { parentId: top }),
      ];
      return post(`reasons/${second}/place`, { parentId: top, beforeId: first, revision: 1 }).expect(200);
    },
  };

  it.each(Object.keys(acts))('restores all rows: %s', async (name) => {
    const before: unknown[][] = [];
    const { database } = test;
    // What the act needs is made first; the state that counts is the one right before the act.
    const original = database.entityTransaction.bind(database);
    database.entityTransaction = async (work) => {
      before.push(await everything());
      return original(work);
    };
    const { body } = await acts[name]!();
    database.entityTransaction = original;
    expect(await everything()).not.toEqual(before.at(-1));
    await undo(body.act).expect(200);
    expect(await everything()).toEqual(before.at(-1));
  });

  it('takes back an import of many rows, dated to the instant, as one', async () => {
    const acts = test.app.get(ActsService);
    const staff = test.app.get(StaffService);
    const teams = test.app.get(TeamService);
    const by = { signInId: admin.signInId, name: 'Import', address: '' };
    const from = new Date('2026-03-02T06:30:00.000Z');
    const before = await everything();
    const { act } = await acts.run(by, async (all) => {
      const team = await teams.open(all, { departmentId: department, name: 'Imported', nameZh: null, from });
      for (const name of ['First', 'Second', 'Third'])
        await staff.hire(all, {
          name,
          externalId: `I-${name}`,
          email: null,
          zone: null,
          extension: null,
          teamId: team.id,
          from,
        });
      return team;
    });
    const members = await test.database.rows(
      `SELECT m."from" FROM membership m JOIN team t ON t.id = m.team_id WHERE t.name = 'Imported'`,
    );
    expect(members).toEqual(Array(3).fill({ from }));
    await undo(act).expect(200);
    expect(await everything()).toEqual(before);
  });

  it('happens once', async () => {
    const { body } = await post('departments', { name: 'Once' }).expect(201);
    await undo(body.act).expect(200);
    const { body: again } = await undo(body.act).expect(409);
    expect(again.code).toBe('undo-too-late');
  });

  it('is itself an act that can be undone', async () => {
    const { body } = await post('departments', { name: 'Twice' }).expect(201);
    const { body: undone } = await undo(body.act).expect(200);
    await undo(undone.act).expect(200);
    const row = await test.database.first('SELECT name FROM department WHERE id = $1', [body.id]);
    expect(row).toEqual({ name: 'Twice' });
  });

  it('is refused once something was built on it', async () => {
    const { body } = await post('departments', { name: 'Base' }).expect(201);
    await aTeam(test.database, body.id);
    const used = await undo(body.act).expect(409);
    expect(used.body.code).toBe('undo-in-use');
    await test.http
      .patch(`/api/organisation/departments/${body.id}`)
      .set('Cookie', admin.cookie)
      .send({ name: 'Basis', revision: 1 });
    const changed = await undo(body.act).expect(409);
    expect(changed.body.code).toBe('undo-too-late');
  });

  it('is for minutes, and for the one who did it', async () => {
    const { body } = await post('departments', { name: 'Mine' }).expect(201);
    const other = await aSignIn(test.database, { role: 'admin' });
    await undo(body.act, other.cookie).expect(404);
    await test.database.change(`UPDATE organisation_act SET at = now() - interval '16 minutes' WHERE id = $1`, [
      body.act,
    ]);
    const { body: late } = await undo(body.act).expect(409);
    expect(late.code).toBe('undo-too-late');
  });
});
