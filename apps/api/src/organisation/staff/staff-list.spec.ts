import { v7 as uuid } from 'uuid';
import type { StaffPage } from '@forecall/contracts';
import { aDepartment, anOrganisation, aSignIn, aTeam, type SignedIn } from '../../testing/builders.js';
import { createTestApp, type TestApp } from '../../testing/test-app.js';

describe('the list of staff', () => {
  let test: TestApp;
  let admin: SignedIn;
  let department: string;
  let team: string;
  beforeAll(async () => {
    test = await createTestApp();
    await anOrganisation(test.database);
    admin = await aSignIn(test.database, { role: 'admin' });
    department = await aDepartment(test.database, { name: 'Billing' });
    team = await aTeam(test.database, department, { name: 'East' });
    for (const [name, externalId, teamId] of [
      ['陈国栋', 'B-100', team],
      ['Zhao Min', 'B-20', null],
      ['安娜', 'B-3', team],
      ["O'Neill, 50%_off", 'B-4', null],
    ] as const) {
      const email = name === '陈国栋' ? 'guodong.chen@beichen.example' : null;
      await post('staff', { name, externalId, email, teamId, from: teamId && '2026-01-01' }).expect(201);
    }
  });
  afterAll(() => test.close());

  const post = (path: string, body: object) =>
    test.http.post(`/api/organisation/${path}`).set('Cookie', admin.cookie).send(body);
  const read = async (query: string): Promise<StaffPage> => {
    const { body } = await test.http.get(`/api/organisation/staff?${query}`).set('Cookie', admin.cookie).expect(200);
    return body as StaffPage;
  };
  const page = (query: string) => read(`search=B-&${query}`);
  const names = async (query: string): Promise<string[]> => (await page(query)).staff.map(({ name }) => name);

  it('comes in the order of names of both languages, either way', async () => {
    const ordered = ['安娜', '陈国栋', "O'Neill, 50%_off", 'Zhao Min'];
    expect(await names('')).toEqual(ordered);
    expect(await names('sort=-name')).toEqual(ordered.toReversed());
  });

  it('is read page by page without a gap, and counts all', async () => {
    for (const sort of ['name', '-name', 'number', '-number']) {
      const whole = await names(`sort=${sort}`);
      const first = await page(`sort=${sort}&limit=3`);
      const second = await page(`sort=${sort}&limit=3&after=${encodeURIComponent(first.next!)}`);
      expect([first.total, second.total, second.next]).toEqual([4, 4, null]);
      expect([...first.staff, ...second.staff].map(({ name }) => name)).toEqual(whole);
    }
  });

  it.each([
    ['guodong', ['陈国栋']],
    ['cgd', ['陈国栋']],
    ['国', ['陈国栋']],
    ['min zhao', ['Zhao Min']],
    ['b-20', ['Zhao Min']],
    ['50%', ["O'Neill, 50%_off"]],
    ['%', ["O'Neill, 50%_off"]],
    ['guodong.chen@beichen.example', ['陈国栋']],
    // Everybody's address ends so.
    ['beichen', []],
    ['nobody', []],
  ])('finds by name, pinyin, its initials and number: %s', async (search, found) => {
    const { staff } = await read(`search=${encodeURIComponent(search)}`);
    expect(staff.map(({ name }) => name)).toEqual(found);
  });

  it('tells first who is called just so, on every page', async () => {
    for (const [name, pinyin] of [
      ['李海燕', 'li hai yan'],
      ['李燕', 'li yan'],
    ] as const)
      await test.database.change('INSERT INTO staff (id, name, pinyin) VALUES ($1, $2, $3)', [uuid(), name, pinyin]);
    const first = await read('search=li%20yan&limit=1');
    expect(first.staff.map(({ name }) => name)).toEqual(['李燕']);
    const second = await read(`search=li%20yan&limit=1&after=${first.next}`);
    expect([second.staff.map(({ name }) => name), second.next]).toEqual([['李海燕'], null]);
    await test.database.change('DELETE FROM staff WHERE pinyin IN ($1, $2)', ['li hai yan', 'li yan']);
  });

  it('is narrowed by department, team and by who is in none', async () => {
    expect(await names(`department=${department}`)).toEqual(['安娜', '陈国栋']);
    expect(await names(`team=${team}`)).toEqual(['安娜', '陈国栋']);
    expect(await names('state=without-team')).toEqual(["O'Neill, 50%_off", 'Zhao Min']);
  });

  it('shows the present team, the next one already dated, and what somebody leads', async () => {
    const { body: hired } = await post('staff', { name: 'Li Na', externalId: 'X-1', teamId: team }).expect(201);
    const other = await aTeam(test.database, department, { name: 'West' });
    await post(`staff/${hired.id}/move`, { teamId: other, from: '2099-01-01', revision: hired.revision }).expect(200);
    await post(`teams/${team}/leaders`, {
      staffId: hired.id,
      role: 'supervisor',
      from: '2026-01-01',
      revision: 1,
    }).expect(200);
    const { body } = await test.http.get('/api/organisation/staff?search=X-1').set('Cookie', admin.cookie).expect(200);
    expect(body.staff).toMatchObject([
      {
        name: 'Li Na',
        team: { teamName: 'East', departmentName: 'Billing', from: null },
        nextTeam: { teamName: 'West', from: '2098-12-31T16:00:00.000Z' },
        leads: [{ role: 'supervisor', unitName: 'East', unitRevision: 2 }],
      },
    ]);
  });

  it('leaves out those who left, unless asked', async () => {
    const { body: hired } = await post('staff', { name: 'Gone', externalId: 'Y-1' }).expect(201);
    await post(`staff/${hired.id}/leave`, { lastDay: '2026-01-01', revision: 1 }).expect(200);
    const found = async (state: string) => (await read(`search=Y-1&state=${state}`)).total;
    expect([await found('present'), await found('left'), await found('all')]).toEqual([0, 1, 1]);
  });

  it('keeps staff numbers and e-mail addresses apart', async () => {
    await post('staff', { name: 'First', externalId: 'Z-1', email: 'first@beichen.test' }).expect(201);
    const number = await post('staff', { name: 'Second', externalId: 'Z-1' }).expect(409);
    expect(number.body).toMatchObject({ code: 'staff-number-taken', fields: [{ path: 'externalId' }] });
    const email = await post('staff', { name: 'Second', email: 'First@Beichen.test' }).expect(409);
    expect(email.body).toMatchObject({ code: 'email-taken', fields: [{ path: 'email' }] });
  });

  it('takes on nobody twice when the same request is sent again', async () => {
    const hire = () =>
      post('staff', { name: 'Once', externalId: 'R-1' }).set('Idempotency-Key', 'hire-once-R-1').expect(201);
    const [first, second] = [await hire(), await hire()];
    expect(second.body).toEqual(first.body);
    expect((await read('search=R-1')).total).toBe(1);
  });

  it('refuses a page mark that is none of ours', async () => {
    await test.http.get('/api/organisation/staff?after=1').set('Cookie', admin.cookie).expect(400);
  });
});
