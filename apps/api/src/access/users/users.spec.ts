import type { InvitedUser, RoleGrant, UserEntry, UserFile } from '@forecall/contracts';
import { addDays, localDay } from '@forecall/domain';
import { aDepartment, anOrganisation, aSession, aStaff, aTeam } from '../../testing/builders.js';
import { aUser, type User } from '../../testing/users.js';
import { createTestApp, type TestApp } from '../../testing/test-app.js';

const zone = 'Asia/Shanghai';
const today = localDay(new Date(), zone);
const absent = '01998d3a-0000-7000-8000-000000000000';

describe('users, for an administrator', () => {
  let test: TestApp;
  let admin: User;
  let departmentId: string;
  let teamId: string;
  beforeAll(async () => {
    test = await createTestApp();
    await anOrganisation(test.database, { zone });
    departmentId = await aDepartment(test.database, { name: 'Billing' });
    teamId = await aTeam(test.database, departmentId, { name: 'Billing 1' });
  });
  beforeEach(async () => {
    await test.database.change(`UPDATE role_grant SET "to" = now() WHERE role = 'admin' AND "to" IS NULL`);
    admin = await aUser(test.database, { role: 'admin', name: 'Admin Ada' });
  });
  afterAll(() => test.close());

  const get = (path: string) => test.http.get(`/api/users${path}`).set('Cookie', admin.cookie);
  const post = (path: string, body: object = {}, as = admin) =>
    test.http.post(`/api/users${path}`).set('Cookie', as.cookie).send(body);
  const file = async (id: string): Promise<UserFile> => (await get(`/${id}`).expect(200)).body as UserFile;
  const me = (cookie: string) => test.http.get('/api/session').set('Cookie', cookie);
  const brief = (roles: readonly RoleGrant[]) => roles.map(({ role, unitName }) => `${role} ${unitName ?? ''}`.trim());
  const trailOf = (id: string) =>
    test.database.rows('SELECT act, by_name AS by, before, after FROM audit_entry WHERE entity_id = $1 ORDER BY n', [
      id,
    ]);

  describe('invited', () => {
    const invite = (body: object) => post('', body);
    const rep = { role: 'rep' };

    it('as a new person get a link that lets them in with their roles', async () => {
      const { body } = await invite({
        who: { name: '陈国栋', externalId: 'CG-1' },
        email: 'chen@beichen.test',
        roles: [rep, { role: 'supervisor', unitId: teamId }],
      }).expect(201);
      const { user, link } = body as InvitedUser;
      expect(user).toMatchObject({ name: '陈国栋', externalId: 'CG-1', state: 'invited', lastSeenAt: null });
      expect(brief(user.roles)).toEqual(['rep', 'supervisor Billing 1']);
      expect(link).toMatchObject({ purpose: 'invitation' });
      const token = link.address.slice(-43);
      const reply = await test.http.post(`/api/links/${token}`).send({ password: 'chosen by the link' }).expect(200);
      expect(reply.body).toMatchObject({ staffId: user.staffId, email: 'chen@beichen.test' });
      expect((await file(user.id)).state).toBe('active');
      const trail = await trailOf(user.id);
      expect(trail.map(({ act }) => act as string)).toEqual(['user.invited', 'user.role-given', 'user.role-given']);
      expect(JSON.stringify(trail)).not.toContain(token);
      expect(await trailOf(user.staffId)).toMatchObject([{ act: 'staff.hired', by: 'Admin Ada' }]);
    });

    it('as staff who are known stay that person', async () => {
      const staffId = await aStaff(test.database, { name: 'Qian Wei' });
      const { body } = await invite({ who: { staffId }, email: 'qian@beichen.test', roles: [rep] }).expect(201);
      expect((body as InvitedUser).user).toMatchObject({ staffId, name: 'Qian Wei' });
      const again = await invite({ who: { staffId }, email: 'qian2@beichen.test', roles: [rep] }).expect(409);
      expect(again.body.code).toBe('user-exists');
    });

    it('leave nothing behind when anything of it is refused', async () => {
      const counts = () =>
        test.database.first(`SELECT (SELECT count(*) FROM staff) AS staff, (SELECT count(*) FROM sign_in) AS sign_ins,
          (SELECT count(*) FROM one_time_link) AS links, (SELECT count(*) FROM audit_entry) AS entries`);
      const before = await counts();
      const who = { name: 'Nobody', externalId: null };
      const taken = await invite({ who, email: admin.email.toUpperCase(), roles: [rep] }).expect(409);
      expect(taken.body.code).toBe('email-taken');
      const email = 'nobody@beichen.test';
      await invite({ who, email, roles: [rep, rep] }).expect(409);
      await invite({ who, email, roles: [{ role: 'head', unitId: absent }] }).expect(409);
      await invite({ who, email, roles: [{ role: 'head' }] }).expect(400);
      await invite({ who, email, roles: [{ role: 'admin', unitId: teamId }] }).expect(400);
      await invite({ who: { staffId: absent }, email, roles: [rep] }).expect(404);
      await invite({ who, email, roles: [] }).expect(400);
      expect(await counts()).toEqual(before);
    });

    it('are not people who have left', async () => {
      const staffId = await aStaff(test.database);
      await test.database.change('UPDATE staff SET left_on = $2 WHERE id = $1', [staffId, addDays(today, -1)]);
      const { body } = await invite({ who: { staffId }, email: 'left@beichen.test', roles: [rep] }).expect(409);
      expect(body).toMatchObject({ code: 'has-left', values: { day: addDays(today, -1) } });
    });
  });

  it('get a reset link, which replaces the one before it', async () => {
    const { signInId } = await aUser(test.database);
    const first = await post(`/${signInId}/link`).expect(201);
    const second = await post(`/${signInId}/link`).expect(201);
    expect(second.body.purpose).toBe('reset');
    await test.http.get(`/api/links/${String(first.body.address).slice(-43)}`).expect(404);
    await test.http.get(`/api/links/${String(second.body.address).slice(-43)}`).expect(200);
  });

  it('are disabled with everything they have open, and enabled again', async () => {
    const person = await aUser(test.database);
    const second = await aSession(test.database, person.signInId);
    const { body: link } = await post(`/${person.signInId}/link`).expect(201);
    const { body } = await post(`/${person.signInId}/disable`).expect(200);
    expect((body as UserEntry).state).toBe('disabled');
    for (const cookie of [person.cookie, second]) await me(cookie).expect(401);
    await test.http.get(`/api/links/${String(link.address).slice(-43)}`).expect(404);
    expect((await post(`/${person.signInId}/link`).expect(409)).body.code).toBe('user-disabled');
    await post(`/${person.signInId}/enable`).expect(200);
    expect((await file(person.signInId)).state).toBe('active');
    await me(person.cookie).expect(401);
    const acts = (await trailOf(person.signInId)).map(({ act }) => act as string);
    expect(acts).toEqual(['user.link-made', 'user.disabled', 'user.enabled']);
  });

  it('are signed out everywhere', async () => {
    const person = await aUser(test.database);
    await post(`/${person.signInId}/sign-out`).expect(200);
    await me(person.cookie).expect(401);
  });

  it('change the e-mail address, as last read and not to one that is taken', async () => {
    const person = await aUser(test.database);
    const patch = (email: string, revision: number) =>
      test.http.patch(`/api/users/${person.signInId}`).set('Cookie', admin.cookie).send({ email, revision });
    expect((await patch(admin.email, 1).expect(409)).body.code).toBe('email-taken');
    expect((await patch('new@beichen.test', 2).expect(409)).body.code).toBe('changed-meanwhile');
    expect((await patch('new@beichen.test', 1).expect(200)).body).toMatchObject({
      email: 'new@beichen.test',
      revision: 2,
    });
    expect(await trailOf(person.signInId)).toMatchObject([
      { before: { email: person.email }, after: { email: 'new@beichen.test' } },
    ]);
  });

  describe('roles', () => {
    it('come at once and go at once, also for a session that is open', async () => {
      const person = await aUser(test.database);
      const { body } = await post(`/${person.signInId}/roles`, { role: 'head', unitId: departmentId }).expect(200);
      expect(brief((body as UserEntry).roles)).toEqual(['rep', 'head Billing']);
      expect((await me(person.cookie)).body.grants).toHaveLength(2);
      const { id } = (body as UserEntry).roles[1]!;
      await post(`/${person.signInId}/roles/${id}/end`).expect(200);
      expect((await me(person.cookie)).body.grants).toHaveLength(1);
      const { roles, pastRoles } = await file(person.signInId);
      expect([brief(roles), brief(pastRoles)]).toEqual([['rep'], ['head Billing']]);
      expect(pastRoles[0]!.grantedBy).toBe('Admin Ada');
      expect(await trailOf(person.signInId)).toMatchObject([
        { act: 'user.role-given', after: { role: 'head', unit: 'Billing', from: today, until: null } },
        { act: 'user.role-ended', before: { role: 'head', unit: 'Billing' }, after: { until: today } },
      ]);
    });

    it('are dated by days of the organisation', async () => {
      const person = await aUser(test.database);
      const [from, until] = [addDays(today, 3), addDays(today, 10)];
      const { body } = await post(`/${person.signInId}/roles`, { role: 'executive', from, until }).expect(200);
      const coming = (body as UserEntry).roles[1]!;
      expect([coming.from, coming.to]).toEqual([midnight(from), midnight(until)]);
      expect((await me(person.cookie)).body.grants).toHaveLength(1);
      const end = (day: string) => post(`/${person.signInId}/roles/${coming.id}/end`, { from: day });
      expect((await end(addDays(today, 11)).expect(409)).body.code).toBe('already-ended');
      const shorter = (await end(addDays(today, 5)).expect(200)).body as UserEntry;
      expect(shorter.roles[1]!.to).toBe(midnight(addDays(today, 5)));
      const withdrawn = (await end(from).expect(200)).body as UserEntry;
      expect(brief(withdrawn.roles)).toEqual(['rep']);
    });

    it.each([
      ['held already', { role: 'rep' }, 'role-held'],
      ['for a day that is over', { role: 'executive', from: addDays(today, -1) }, 'day-past'],
      ['of an unknown unit', { role: 'supervisor', unitId: absent }, 'unit-closed'],
    ])('%s are refused', async (_, body, code) => {
      const person = await aUser(test.database);
      expect((await post(`/${person.signInId}/roles`, body).expect(409)).body.code).toBe(code);
    });

    it('that end before they begin are refused', async () => {
      const { signInId } = await aUser(test.database);
      const { body } = await post(`/${signInId}/roles`, { role: 'executive', from: today, until: today }).expect(400);
      expect(body.code).toBe('period-empty');
    });

    it('are refused for a unit that closes before they end', async () => {
      const person = await aUser(test.database);
      const closing = await aTeam(test.database, departmentId);
      await test.database.change('UPDATE team SET "to" = $2 WHERE id = $1', [closing, midnight(addDays(today, 5))]);
      const give = (until: string | null) =>
        post(`/${person.signInId}/roles`, { role: 'supervisor', unitId: closing, until });
      await give(null).expect(409);
      await give(addDays(today, 6)).expect(409);
      await give(addDays(today, 5)).expect(200);
    });

    it("of another person are not ended by this one's address", async () => {
      const [one, other] = [await aUser(test.database), await aUser(test.database)];
      const { id } = (await file(other.signInId)).roles[0]!;
      await post(`/${one.signInId}/roles/${id}/end`).expect(404);
      expect((await file(other.signInId)).roles).toHaveLength(1);
    });
  });

  describe('the last administrator', () => {
    const adminRoleOf = async (id: string) => (await file(id)).roles.find(({ role }) => role === 'admin')!.id;

    it('cannot give the role away into nothing, today or later', async () => {
      const role = await adminRoleOf(admin.signInId);
      for (const from of [null, addDays(today, 30)]) {
        const { body } = await post(`/${admin.signInId}/roles/${role}/end`, { from }).expect(409);
        expect(body.code).toBe('last-admin');
      }
      await me(admin.cookie).expect(200);
    });

    it.each([
      ['who has not chosen a password', 'UPDATE sign_in SET argon2id = NULL WHERE id = $1'],
      ['who is disabled', 'UPDATE sign_in SET disabled_at = now() WHERE id = $1'],
      ['who leaves', `UPDATE staff SET left_on = '2999-12-31' WHERE id = (SELECT staff_id FROM sign_in WHERE id = $1)`],
      ['for a time only', `UPDATE role_grant SET "to" = '2999-12-31' WHERE sign_in_id = $1`],
    ])('is the last one also beside one %s', async (_, act) => {
      const other = await aUser(test.database, { role: 'admin' });
      await test.database.change(act, [other.signInId]);
      const role = await adminRoleOf(admin.signInId);
      await post(`/${admin.signInId}/roles/${role}/end`).expect(409);
    });

    it('does not leave the company, while others may', async () => {
      const leave = ({ staffId }: User) =>
        test.http
          .post(`/api/organisation/staff/${staffId}/leave`)
          .set('Cookie', admin.cookie)
          .send({ lastDay: addDays(today, 90), revision: 1 });
      expect((await leave(admin).expect(409)).body.code).toBe('last-admin');
      await leave(await aUser(test.database)).expect(200);
      const other = await aUser(test.database, { role: 'admin' });
      await leave(other).expect(200);
      expect((await leave(admin).expect(409)).body.code).toBe('last-admin');
    });

    it('is neither when two take the role from each other at the same time', async () => {
      const other = await aUser(test.database, { role: 'admin' });
      const roles = [await adminRoleOf(admin.signInId), await adminRoleOf(other.signInId)];
      const statuses = await Promise.all([
        post(`/${other.signInId}/roles/${roles[1]}/end`, {}, admin).then(({ status }) => status),
        post(`/${admin.signInId}/roles/${roles[0]}/end`, {}, other).then(({ status }) => status),
      ]);
      expect(statuses.filter((status) => status === 200)).toHaveLength(1);
      const left = await test.database.first(
        `SELECT count(*)::int AS n FROM role_grant WHERE role = 'admin' AND "to" IS NULL`,
      );
      expect(left).toEqual({ n: 1 });
    });

    it('is not disabled by anybody, nor does anybody disable the own sign-in', async () => {
      const other = await aUser(test.database, { role: 'admin' });
      await post(`/${other.signInId}/disable`).expect(200);
      expect((await post(`/${admin.signInId}/disable`).expect(409)).body.code).toBe('not-oneself');
      await post(`/${other.signInId}/enable`).expect(200);
      const back = { ...other, cookie: await aSession(test.database, other.signInId) };
      await post(`/${other.signInId}/roles/${await adminRoleOf(other.signInId)}/end`, { from: addDays(today, 1) });
      expect((await post(`/${admin.signInId}/disable`, {}, back).expect(409)).body.code).toBe('last-admin');
    });
  });

  it('are not found under an id that is none', async () => {
    await get(`/${absent}`).expect(404);
    await get('/1').expect(400);
    for (const act of ['link', 'disable', 'enable', 'sign-out', `roles/${absent}/end`])
      await post(`/${absent}/${act}`).expect(404);
    await post(`/${absent}/roles`, { role: 'rep' }).expect(404);
  });
});

const midnight = (day: string) => new Date(`${day}T00:00:00+08:00`).toISOString();
