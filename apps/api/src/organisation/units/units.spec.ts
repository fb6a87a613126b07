import type { Structure } from '@forecall/contracts';
import { aDepartment, anOrganisation, aReason, aSignIn, aStaff, aTeam, type SignedIn } from '../../testing/builders.js';
import { createTestApp, type TestApp } from '../../testing/test-app.js';

describe('departments and teams', () => {
  let test: TestApp;
  let admin: SignedIn;
  beforeAll(async () => {
    test = await createTestApp();
    await anOrganisation(test.database);
    admin = await aSignIn(test.database, { role: 'admin' });
  });
  afterAll(() => test.close());

  const post = (path: string, body: object) =>
    test.http.post(`/api/organisation/${path}`).set('Cookie', admin.cookie).send(body);
  const patch = (path: string, body: object) =>
    test.http.patch(`/api/organisation${path}`).set('Cookie', admin.cookie).send(body);
  const structure = async (query = ''): Promise<Structure> => {
    const { body } = await test.http.get(`/api/organisation${query}`).set('Cookie', admin.cookie).expect(200);
    return body as Structure;
  };
  const department = async (id: string, query = '') =>
    (await structure(query)).departments.find((each) => each.id === id)!;

  it('are opened from a day on, and seen with what is to come', async () => {
    const { body: opened } = await post('departments', {
      name: 'Repairs',
      nameZh: '维修部',
      from: '2026-02-01',
    }).expect(201);
    await post('teams', { departmentId: opened.id, name: 'North', from: '2026-03-01' }).expect(201);
    const early = await post('teams', { departmentId: opened.id, name: 'Too early', from: '2026-01-31' }).expect(409);
    expect(early.body.code).toBe('not-yet-open');
    expect(await department(opened.id)).toMatchObject({
      name: 'Repairs',
      nameZh: '维修部',
      from: '2026-01-31T16:00:00.000Z',
      to: null,
      teams: [{ name: 'North', memberCount: 0, leaders: [] }],
    });
  });

  it('are listed in the order of names of both languages', async () => {
    const id = await aDepartment(test.database);
    for (const name of ['Zhao', '陈', 'apple', '安', 'Banana', '张'])
      await post('teams', { departmentId: id, name }).expect(201);
    const names = (await department(id)).teams.map(({ name }) => name);
    expect(names).toEqual(['安', '陈', '张', 'apple', 'Banana', 'Zhao']);
  });

  it('take a new name, as long as no other one has it', async () => {
    const id = await aDepartment(test.database, { name: 'Sales' });
    await aDepartment(test.database, { name: 'Service' });
    const taken = await patch(`/departments/${id}`, { name: 'service', revision: 1 }).expect(409);
    expect(taken.body).toMatchObject({ code: 'name-taken', fields: [{ path: 'name' }] });
    await patch(`/departments/${id}`, { name: 'Key accounts', nameZh: '大客户部', revision: 1 }).expect(200);
    const late = await patch(`/departments/${id}`, { name: 'Other', revision: 1 }).expect(409);
    expect(late.body.code).toBe('changed-meanwhile');
    const trail = await test.database.first('SELECT before, after FROM audit_entry WHERE entity_id = $1', [id]);
    expect(trail).toEqual({
      before: { name: 'Sales', nameZh: null },
      after: { name: 'Key accounts', nameZh: '大客户部' },
    });
  });

  it('close from a day on: a team ends its memberships and leaders, or hands its members on', async () => {
    const id = await aDepartment(test.database);
    const [from, to] = [
      await aTeam(test.database, id, { name: 'From' }),
      await aTeam(test.database, id, { name: 'To' }),
    ];
    const members = [await aStaff(test.database, { teamId: from }), await aStaff(test.database, { teamId: from })];
    await post(`teams/${from}/leaders`, {
      staffId: members[0],
      role: 'supervisor',
      from: '2026-01-01',
      revision: 1,
    }).expect(200);
    await post(`teams/${from}/close`, { from: '2026-06-01', membersTo: to, revision: 2 }).expect(200);
    const after = await department(id);
    expect(after.teams.map(({ name, memberCount }) => [name, memberCount])).toEqual([['To', 2]]);
    const before = await department(id, '?on=2026-05-31');
    expect(before.teams[0]).toMatchObject({ name: 'From', memberCount: 2, to: '2026-05-31T16:00:00.000Z' });
    expect(before.teams[0]!.leaders).toMatchObject([{ role: 'supervisor', to: '2026-05-31T16:00:00.000Z' }]);
    await post(`teams/${to}/close`, { from: '2026-07-01', revision: 1 }).expect(200);
    const left = await test.database.rows(`SELECT 1 FROM membership WHERE team_id = $1 AND "to" IS NULL`, [to]);
    expect(left).toEqual([]);
    expect((await department(id, '?closed=yes')).teams).toHaveLength(2);
  });

  it('a department closes only when none of its teams and reasons lasts longer', async () => {
    const id = await aDepartment(test.database);
    const team = await aTeam(test.database, id, { name: 'Last' });
    const reason = await aReason(test.database, id, { name: 'Invoice' });
    const close = (from: string, revision = 1) => post(`departments/${id}/close`, { from, revision });
    const first = await close('2026-06-01').expect(409);
    expect(first.body).toMatchObject({ code: 'department-has-teams', values: { names: 'Last' } });
    await post(`teams/${team}/close`, { from: '2026-05-01', revision: 1 }).expect(200);
    const second = await close('2026-06-01').expect(409);
    expect(second.body).toMatchObject({ code: 'department-has-reasons', values: { names: 'Invoice' } });
    await post(`reasons/${reason}/close`, { from: '2026-05-01', revision: 1 }).expect(200);
    const { body } = await close('2026-06-01').expect(200);
    const reopened = await post(`teams/${team}/reopen`, { revision: 3 }).expect(409);
    expect(reopened.body.code).toBe('closed-by-then');
    await post(`departments/${id}/reopen`, { revision: body.revision }).expect(200);
    expect((await department(id)).to).toBeNull();
  });

  it('follow one another as supervisor and head; a stand-in stands beside', async () => {
    const id = await aDepartment(test.database, { name: 'Field' });
    const [first, second] = [
      await aStaff(test.database, { name: 'Sun Wei' }),
      await aStaff(test.database, { name: 'Li Na' }),
    ];
    const appoint = (body: object) => post(`departments/${id}/leaders`, body);
    await appoint({ staffId: first, role: 'head', from: '2026-01-01', revision: 1 }).expect(200);
    await appoint({ staffId: second, role: 'head', from: '2099-06-01', revision: 2 }).expect(200);
    await appoint({ staffId: second, role: 'stand-in', from: '2026-02-01', until: '2026-12-31', revision: 3 }).expect(
      200,
    );
    const wrong = await appoint({ staffId: second, role: 'supervisor', from: '2026-02-01', revision: 4 }).expect(400);
    expect(wrong.body.code).toBe('role-does-not-fit');
    const overlap = await appoint({ staffId: second, role: 'head', from: '2099-05-01', revision: 4 }).expect(409);
    expect(overlap.body).toMatchObject({
      code: 'overlaps-leadership',
      values: { other: 'Li Na', day: '2099-06-01', unit: 'Field' },
    });
    const { leaders } = await department(id, '?on=2026-11-01');
    expect(leaders.map(({ name, role }) => [name, role])).toEqual([
      ['Sun Wei', 'head'],
      ['Li Na', 'head'],
      ['Li Na', 'stand-in'],
    ]);
    const remove = (leader: string, revision: number) =>
      test.http.delete(`/api/organisation/leaders/${leader}?revision=${revision}`).set('Cookie', admin.cookie);
    await remove(leaders[1]!.id, 4).expect(200);
    expect((await department(id)).leaders[0]).toMatchObject({ name: 'Sun Wei', to: null });
    await post(`leaders/${leaders[2]!.id}/end`, { from: '2026-03-01', revision: 5 }).expect(200);
    expect((await department(id, '?on=2026-11-01')).leaders).toHaveLength(1);
  });

  it('say when somebody at work is in no team', async () => {
    const count = async (query?: string) => (await structure(query)).withoutTeamCount;
    const [before, beforeThen] = [await count(), await count('?on=2026-01-31')];
    const staff = await aStaff(test.database);
    expect(await count()).toBe(before + 1);
    await post(`staff/${staff}/leave`, { lastDay: '2026-01-31', revision: 1 }).expect(200);
    expect(await count()).toBe(before);
    expect(await count('?on=2026-01-31')).toBe(beforeThen + 1);
  });

  it('the organisation itself takes another name, zone and language', async () => {
    const { organisation } = await structure();
    await patch('', { zone: 'Mars/Olympus', revision: organisation.revision }).expect(400);
    await patch('', { name: 'Beichen', zone: 'Europe/Berlin', revision: organisation.revision }).expect(200);
    expect((await structure()).organisation).toMatchObject({ name: 'Beichen', zone: 'Europe/Berlin', locale: 'en' });
    await patch('', { zone: 'Asia/Shanghai', revision: organisation.revision + 1 }).expect(200);
  });
});
