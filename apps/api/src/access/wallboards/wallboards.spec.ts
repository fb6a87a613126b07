import type { OpenedWallboard, WallboardPage, WallboardView } from '@forecall/contracts';
import { wallboardByToken } from '../../platform/access/wallboard.query.js';
import { aDepartment, anOrganisation, aTeam } from '../../testing/builders.js';
import { foldAll } from '../../tallies/fold.query.js';
import { aComplaint, aContact } from '../../testing/stored-rows.js';
import { aUser, type User } from '../../testing/users.js';
import { createTestApp, type TestApp } from '../../testing/test-app.js';

const absent = '01998d3a-0000-7000-8000-000000000000';

describe('wallboards', () => {
  let test: TestApp;
  let billing: string;
  let repairs: string;
  let supervisor: User;
  let head: User;
  let executive: User;
  let admin: User;
  beforeAll(async () => {
    test = await createTestApp();
    await anOrganisation(test.database);
    billing = await aDepartment(test.database, { name: 'Billing' });
    repairs = await aDepartment(test.database, { name: 'Repairs' });
    const teamId = await aTeam(test.database, billing);
    supervisor = await aUser(test.database, { role: 'supervisor', unitId: teamId, name: 'Supervisor Su' });
    head = await aUser(test.database, { role: 'head', unitId: repairs });
    executive = await aUser(test.database, { role: 'executive' });
    admin = await aUser(test.database, { role: 'admin' });
  });
  beforeEach(() => test.database.change('DELETE FROM wallboard'));
  afterAll(() => test.close());

  const post = (by: User, path: string, body: object = {}) =>
    test.http.post(`/api/wallboards${path}`).set('Cookie', by.cookie).send(body);
  const opened = async (by: User, departmentId: string | null): Promise<OpenedWallboard> =>
    (await post(by, '', { name: 'Hall', departmentId, locale: 'zh' }).expect(201)).body as OpenedWallboard;
  const list = async (by: User, query = ''): Promise<WallboardPage> =>
    (await test.http.get(`/api/wallboards?${query}`).set('Cookie', by.cookie).expect(200)).body as WallboardPage;

  it('know what arrived in the last five minutes before they were opened, of their own scope', async () => {
    const ago = (minutes: number) => new Date(Date.now() - minutes * 60_000);
    for (const [departmentId, endedAt, startedAt] of [
      [billing, ago(1), ago(1)],
      // A long call: it was received before, and arrived when it ended.
      [billing, ago(2), ago(20)],
      [billing, ago(9), ago(9)],
      [repairs, ago(3), ago(3)],
    ] as const)
      await aComplaint(test.database, await aContact(test.database, { departmentId, endedAt, startedAt }), {
        receivedAt: startedAt,
      });
    await test.database.transaction(foldAll);
    const arrived = async (departmentId: string | null) => {
      const token = new URL((await opened(executive, departmentId)).address).pathname.split('/').at(-1)!;
      const { body } = await test.http.get('/api/wallboard').set('X-Wallboard', token).expect(200);
      return (body as WallboardView).arrivals.length;
    };
    expect([await arrived(null), await arrived(billing), await arrived(repairs)]).toEqual([3, 2, 1]);
  });

  it('are a link for one scope, shown once and kept as a hash', async () => {
    const { wallboard, address } = await opened(supervisor, repairs);
    expect(wallboard).toMatchObject({
      name: 'Hall',
      departmentName: 'Repairs',
      createdBy: 'Supervisor Su',
      locale: 'zh',
    });
    expect(address).toMatch(new RegExp(`^${test.url}/wallboard/[\\w-]{43}$`));
    const token = address.slice(-43);
    expect(await wallboardByToken(test.database, token)).toMatchObject({ name: 'Hall', departmentId: repairs });
    const kept = await test.database.rows('SELECT w::text FROM wallboard w UNION SELECT a::text FROM audit_entry a');
    expect(JSON.stringify(kept)).not.toContain(token);
    expect(JSON.stringify(await list(supervisor))).not.toContain(token);
  });

  it('open nothing else: the token is no session and no API token', async () => {
    const token = (await opened(executive, null)).address.slice(-43);
    await test.http.get('/api/session').set('Cookie', `forecall_session=${token}`).expect(401);
    await test.http.get('/api/organisation').set('Authorization', `Bearer ${token}`).expect(401);
  });

  it('are revoked at once', async () => {
    const { wallboard, address } = await opened(supervisor, billing);
    const revoked = await post(supervisor, `/${wallboard.id}/revoke`).expect(200);
    expect(revoked.body.revokedAt).not.toBeNull();
    expect(await wallboardByToken(test.database, address.slice(-43))).toBeUndefined();
    await post(supervisor, `/${wallboard.id}/revoke`).expect(200, revoked.text);
    const trail = await test.database.rows('SELECT act FROM audit_entry WHERE entity_id = $1 ORDER BY n', [
      wallboard.id,
    ]);
    expect(trail).toEqual([{ act: 'wallboard.opened' }, { act: 'wallboard.revoked' }]);
  });

  it('are seen and revoked by whoever opened them, the head of their department, executives and admins', async () => {
    const { wallboard } = await opened(supervisor, repairs);
    const other = (await opened(executive, billing)).wallboard;
    const seen = async (by: User) => (await list(by)).wallboards.map(({ id }) => id);
    expect(await seen(supervisor)).toEqual([wallboard.id]);
    expect(await seen(head)).toEqual([wallboard.id]);
    expect(await seen(executive)).toEqual([other.id, wallboard.id]);
    expect(await seen(admin)).toEqual([other.id, wallboard.id]);
    for (const by of [supervisor, head]) {
      const hidden = await post(by, `/${other.id}/revoke`).expect(404);
      expect(hidden.body).toEqual((await post(by, `/${absent}/revoke`).expect(404)).body);
    }
    await post(head, `/${wallboard.id}/revoke`).expect(200);
    await post(admin, `/${other.id}/revoke`).expect(200);
    expect(await seen(executive)).toEqual([]);
    expect((await list(executive, 'state=revoked&limit=1')).next).toBe(other.id);
  });

  it('are not opened by admins, who see no figures, nor for a department that is none', async () => {
    await post(admin, '', { name: 'Hall', departmentId: null, locale: 'en' }).expect(403);
    await post(executive, '', { name: 'Hall', departmentId: absent, locale: 'en' }).expect(404);
    await post(executive, '', { name: '', departmentId: null, locale: 'en' }).expect(400);
  });
});
