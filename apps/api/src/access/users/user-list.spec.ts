import type { UserPage } from '@forecall/contracts';
import { anOrganisation } from '../../testing/builders.js';
import { aUser, type User } from '../../testing/users.js';
import { createTestApp, type TestApp } from '../../testing/test-app.js';

describe('the list of users', () => {
  let test: TestApp;
  let admin: User;
  beforeAll(async () => {
    test = await createTestApp();
    await anOrganisation(test.database);
    admin = await aUser(test.database, { role: 'admin', name: 'Zeno' });
    for (const name of ['陈国栋', 'Anna 100%', 'bert', 'Carla', '李娜', 'Carla']) await aUser(test.database, { name });
    await test.database.change(
      `UPDATE staff SET pinyin = 'chen guo dong', pinyin_initials = 'cgd' WHERE name = '陈国栋'`,
    );
    const isOf = 'WHERE staff_id IN (SELECT id FROM staff WHERE name = $1)';
    await test.database.change(`UPDATE sign_in SET argon2id = NULL ${isOf}`, ['bert']);
    await test.database.change(`UPDATE sign_in SET disabled_at = now() ${isOf}`, ['李娜']);
    await test.database.change(`UPDATE staff SET left_on = current_date - 2 WHERE name = 'Anna 100%'`);
  });
  afterAll(() => test.close());

  const list = async (query: string): Promise<UserPage> =>
    (await test.http.get(`/api/users?${query}`).set('Cookie', admin.cookie).expect(200)).body as UserPage;
  const names = ({ users }: UserPage) => users.map(({ name }) => name);

  it('is in the order of names of both languages', async () => {
    expect(names(await list(''))).toEqual(['陈国栋', '李娜', 'Anna 100%', 'bert', 'Carla', 'Carla', 'Zeno']);
  });

  it('comes in pages that together are the whole, each once, names that are equal too', async () => {
    const whole = (await list('')).users.map(({ id }) => id);
    for (const limit of [1, 2, 3, 7]) {
      const seen: string[] = [];
      let after: string | null = '';
      while (after !== null) {
        const page: UserPage = await list(`limit=${limit}${after && `&after=${after}`}`);
        expect(page.users.length).toBeLessThanOrEqual(limit);
        expect(page.total).toBe(7);
        seen.push(...page.users.map(({ id }) => id));
        after = page.next;
      }
      expect(seen).toEqual(whole);
    }
  });

  it.each([
    ['search=CARLA', ['Carla', 'Carla']],
    ['search=cgd', ['陈国栋']],
    ['search=guodong', ['陈国栋']],
    ['search=100%25', ['Anna 100%']],
    ['search=%25', ['Anna 100%']],
    ['search=_', []],
    ['search=zeno%20nobody', []],
    ['state=invited', ['bert']],
    ['state=disabled', ['李娜']],
    ['state=left', ['Anna 100%']],
    ['state=active', ['陈国栋', 'Carla', 'Carla', 'Zeno']],
    ['role=admin', ['Zeno']],
    ['role=executive', []],
    ['role=rep&state=active&search=chenguo', ['陈国栋']],
  ])('with %s holds %j', async (query, expected) => {
    const page = await list(query);
    expect(names(page)).toEqual(expected);
    expect(page.total).toBe(expected.length);
  });

  it.each(['limit=0', 'limit=201', 'limit=x', 'after=x', 'role=god', 'order=name'])('refuses %s', async (query) => {
    await test.http.get(`/api/users?${query}`).set('Cookie', admin.cookie).expect(400);
  });
});
