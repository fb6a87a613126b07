import type { StaffFile } from '@forecall/contracts';
import { aDepartment, anOrganisation, aSignIn, aStaff, aTeam, type SignedIn } from '../../testing/builders.js';
import { createTestApp, type TestApp } from '../../testing/test-app.js';

/** Beichen is in Shanghai: a day begins at 16:00 UTC of the day before. */
const midnight = (day: string) => new Date(`${day}T00:00:00+08:00`).toISOString();

describe('moving people between teams', () => {
  let test: TestApp;
  let admin: SignedIn;
  let east: string;
  let west: string;
  beforeAll(async () => {
    test = await createTestApp();
    await anOrganisation(test.database);
    admin = await aSignIn(test.database, { role: 'admin' });
    const department = await aDepartment(test.database, { name: 'Billing' });
    east = await aTeam(test.database, department, { name: 'East' });
    west = await aTeam(test.database, department, { name: 'West' });
  });
  afterAll(() => test.close());

  const post = (path: string, body: object) =>
    test.http.post(`/api/organisation/${path}`).set('Cookie', admin.cookie).send(body);
  const move = (staffId: string, body: object, revision = 1) => post(`staff/${staffId}/move`, { revision, ...body });
  const file = async (staffId: string): Promise<StaffFile> => {
    const { body } = await test.http.get(`/api/organisation/staff/${staffId}`).set('Cookie', admin.cookie).expect(200);
    return body as StaffFile;
  };
  const teams = async (staffId: string) => (await file(staffId)).memberships.map((m) => [m.teamName, m.from, m.to]);

  it('ends one membership where the other begins, at midnight in the zone of the organisation', async () => {
    const staff = await aStaff(test.database, { teamId: east });
    const { body } = await move(staff, { teamId: west, from: '2026-03-02' }).expect(200);
    expect(body).toEqual({ act: expect.any(String), id: staff, revision: 2 });
    expect(await teams(staff)).toEqual([
      ['West', midnight('2026-03-02'), null],
      ['East', null, midnight('2026-03-02')],
    ]);
  });

  it('brings somebody back who was lent for a time', async () => {
    const staff = await aStaff(test.database, { teamId: east });
    await move(staff, { teamId: west, from: '2026-03-02', until: '2026-03-16' }).expect(200);
    expect(await teams(staff)).toEqual([
      ['East', midnight('2026-03-16'), null],
      ['West', midnight('2026-03-02'), midnight('2026-03-16')],
      ['East', null, midnight('2026-03-02')],
    ]);
  });

  it('corrects a membership that began on the same day instead of keeping one of no length', async () => {
    const staff = await aStaff(test.database);
    await move(staff, { teamId: east, from: '2026-03-02' }).expect(200);
    await move(staff, { teamId: west, from: '2026-03-02' }, 2).expect(200);
    expect(await teams(staff)).toEqual([['West', midnight('2026-03-02'), null]]);
  });

  it('names what overlaps with what, and changes nothing', async () => {
    const staff = await aStaff(test.database, { name: 'Gao Peng', teamId: east });
    await move(staff, { teamId: west, from: '2099-06-01' }).expect(200);
    const before = await teams(staff);
    const { body } = await move(staff, { teamId: west, from: '2099-05-01' }, 2).expect(409);
    expect(body).toMatchObject({
      code: 'overlaps-membership',
      detail: 'Gao Peng is in West from 2099-06-01 on, which overlaps with West.',
      values: { name: 'Gao Peng', other: 'West', unit: 'West', day: '2099-06-01' },
    });
    expect(await teams(staff)).toEqual(before);
    expect((await file(staff)).revision).toBe(2);
  });

  it('lets one of two who move the same person at the same moment come first', async () => {
    const staff = await aStaff(test.database, { teamId: east });
    const answers = await Promise.all(
      ['2026-03-02', '2026-04-02', '2026-05-02'].map((from) => move(staff, { teamId: west, from })),
    );
    expect(answers.map(({ status }) => status).toSorted()).toEqual([200, 409, 409]);
    expect(answers.find(({ status }) => status === 409)?.body.code).toBe('changed-meanwhile');
    expect(await teams(staff)).toHaveLength(2);
  });

  it('refuses an overlap that comes past the service as well', async () => {
    const staff = await aStaff(test.database, { teamId: east });
    const second = `INSERT INTO membership (id, staff_id, team_id, "from") VALUES (gen_random_uuid(), $1, $2, '2026-01-01')`;
    await expect(test.database.change(second, [staff, west])).rejects.toThrow('membership_one_team_at_a_time');
  });

  it('refuses a team that is not there for as long', async () => {
    const staff = await aStaff(test.database, { teamId: east });
    const department = await aDepartment(test.database);
    const young = await aTeam(test.database, department, { name: 'Young' });
    await test.database.change(
      `UPDATE team SET "from" = '2026-02-01T00:00:00+08', "to" = '2026-09-01T00:00:00+08' WHERE id = $1`,
      [young],
    );
    const early = await move(staff, { teamId: young, from: '2026-01-31', until: '2026-03-01' }).expect(409);
    expect(early.body).toMatchObject({ code: 'not-yet-open', values: { unit: 'Young', day: '2026-02-01' } });
    const open = await move(staff, { teamId: young, from: '2026-02-01' }).expect(409);
    expect(open.body).toMatchObject({ code: 'closed-by-then', values: { unit: 'Young', day: '2026-09-01' } });
    await move(staff, { teamId: young, from: '2026-02-01', until: '2026-09-01' }).expect(200);
  });

  it('says so when somebody is there already', async () => {
    const staff = await aStaff(test.database, { name: 'Xu Ning', teamId: east });
    const { body } = await move(staff, { teamId: east, from: '2026-03-02' }).expect(409);
    expect(body).toMatchObject({ code: 'already-there', values: { name: 'Xu Ning', unit: 'East' } });
  });

  it('withdraws what has not begun, and the team before goes on; what has begun can only end', async () => {
    const staff = await aStaff(test.database, { teamId: east });
    await move(staff, { teamId: west, from: '2099-06-01' }).expect(200);
    const [next, present] = (await file(staff)).memberships;
    const remove = (id: string, revision: number) =>
      test.http.delete(`/api/organisation/memberships/${id}?revision=${revision}`).set('Cookie', admin.cookie);
    const refused = await remove(present!.membershipId, 2).expect(409);
    expect(refused.body.code).toBe('has-begun');
    await remove(next!.membershipId, 2).expect(200);
    expect(await teams(staff)).toEqual([['East', null, null]]);
    await post(`memberships/${present!.membershipId}/end`, { from: '2026-03-02', revision: 3 }).expect(200);
    expect(await teams(staff)).toEqual([['East', null, midnight('2026-03-02')]]);
    const again = await post(`memberships/${present!.membershipId}/end`, { from: '2026-04-02', revision: 4 }).expect(
      409,
    );
    expect(again.body).toMatchObject({ code: 'already-ended', values: { to: '2026-03-02' } });
  });

  it('ends teams and duties after the last day, and nothing goes on beyond it', async () => {
    const staff = await aStaff(test.database, { teamId: east });
    await move(staff, { teamId: west, from: '2099-06-01' }).expect(200);
    await post(`staff/${staff}/leave`, { lastDay: '2026-12-31', revision: 2 }).expect(200);
    expect(await teams(staff)).toEqual([['East', null, midnight('2027-01-01')]]);
    const late = await move(staff, { teamId: west, from: '2027-01-01' }, 3).expect(409);
    expect(late.body.code).toBe('has-left');
    await move(staff, { teamId: west, from: '2026-12-01' }, 3).expect(200);
    expect(await teams(staff)).toEqual([
      ['West', midnight('2026-12-01'), midnight('2027-01-01')],
      ['East', null, midnight('2026-12-01')],
    ]);
    await post(`staff/${staff}/come-back`, { revision: 4 }).expect(200);
    expect((await file(staff)).leftOn).toBeNull();
  });

  it('is written into the audit trail with names and days', async () => {
    const staff = await aStaff(test.database, { name: 'Deng Bo', teamId: east });
    await move(staff, { teamId: west, from: '2026-03-02' }).expect(200);
    const entry = await test.database.first(
      'SELECT act, entity, entity_name, by_sign_in_id, before, after FROM audit_entry WHERE entity_id = $1',
      [staff],
    );
    expect(entry).toEqual({
      act: 'staff.moved',
      entity: 'staff',
      entity_name: 'Deng Bo',
      by_sign_in_id: admin.signInId,
      before: { team: 'East' },
      after: { team: 'West', from: '2026-03-02', to: null },
    });
  });

  it('is for administrators alone', async () => {
    const staff = await aStaff(test.database, { teamId: east });
    for (const role of ['rep', 'executive'] as const) {
      const { cookie } = await aSignIn(test.database, { role });
      const body = { teamId: west, from: '2026-03-02', revision: 1 };
      await test.http.post(`/api/organisation/staff/${staff}/move`).set('Cookie', cookie).send(body).expect(403);
      await test.http.get(`/api/organisation/staff/${staff}`).set('Cookie', cookie).expect(200);
    }
  });
});
