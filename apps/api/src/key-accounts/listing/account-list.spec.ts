import type { KeyAccountList, ListCount } from '@forecall/contracts';
import { bandOf } from '@forecall/domain';
import { v7 as uuid } from 'uuid';
import { anAccount, anOrganisation, type SignedIn } from '../../testing/builders.js';
import { aColleague, aDesk, type Desk } from '../../testing/desk-builders.js';
import { createTestApp, type TestApp } from '../../testing/test-app.js';

describe('the list of key accounts', () => {
  let test: TestApp;
  let desk: Desk;
  const ids = new Map<string, string>();
  beforeAll(async () => {
    test = await createTestApp();
    await anOrganisation(test.database);
    desk = await aDesk(test.database);
    await anAccount(test.database, { name: 'No key account' });
    const told = [
      ['Alpha Bank', 'loyal', 'A', 40, '2030-01-05', true],
      ['Beta Grain', 'dormant', null, 95.5, '2030-01-03', true],
      ['Beta Water', 'dormant', 'B', 70, null, false],
      ['Gamma Rail', 'fast-growing', 'A', 95.5, '2030-01-04', true],
    ] as const;
    for (const [name, careClass, tier, health, dueOn, isCared] of told) {
      const id = await anAccount(test.database, { name });
      ids.set(id, name);
      const { database } = test;
      await database.change('UPDATE account SET tier = $2 WHERE id = $1', [id, tier]);
      await database.change(
        `INSERT INTO account_class (id, account_id, class, "from") VALUES ($1, $2, $3, now() - interval '1 day')`,
        [uuid(), id, careClass],
      );
      if (isCared)
        await database.change(
          `INSERT INTO account_care (id, account_id, staff_id, part, "from") VALUES ($1, $2, $3, 'rep', now() - interval '1 day')`,
          [uuid(), id, desk.rep.staffId],
        );
      await database.change(
        `INSERT INTO account_health (account_id, day, health, band)
         VALUES ($1, '2026-11-01', $2, $3)`,
        [id, health, bandOf(health)],
      );
      if (dueOn)
        await database.change(
          'INSERT INTO planned_call (id, account_id, due_on, earliest_on) VALUES ($1, $2, $3, $3), ($4, $2, $3::date + 14, $3::date + 12)',
          [uuid(), id, dueOn, uuid()],
        );
    }
    await test.database.change(`INSERT INTO health_day (day, low_share, accounts) VALUES ('2026-11-01', 0, 4)`);
  });
  afterAll(() => test.close());

  const list = async (query: string, who: SignedIn = desk.rep) =>
    (await test.http.get(`/api/accounts?${query}`).set('Cookie', who.cookie).expect(200)).body as KeyAccountList;
  const names = async (query: string, who?: SignedIn) => (await list(query, who)).accounts.map(({ name }) => name);

  it.each([
    ['name', ['Alpha Bank', 'Beta Grain', 'Beta Water', 'Gamma Rail']],
    ['next-call', ['Beta Grain', 'Gamma Rail', 'Alpha Bank']],
  ])('goes page by page by %s', async (sort, wanted) => {
    expect(await names(`sort=${sort}`)).toEqual(wanted);
    const found: string[] = [];
    for (let after = ''; ;) {
      const { accounts, next } = await list(`sort=${sort}&limit=1${after}`);
      found.push(...accounts.map(({ name }) => name));
      if (next === null) break;
      after = `&after=${next}`;
    }
    expect(found).toEqual(wanted);
  });

  it('has the worst health first, page by page, also where two have the same', async () => {
    const found: string[] = [];
    for (let after = ''; ;) {
      const { accounts, next } = await list(`sort=health&limit=1${after}`);
      found.push(...accounts.map(({ name }) => name));
      if (next === null) break;
      after = `&after=${next}`;
    }
    expect(found.slice(0, 2)).toEqual(['Alpha Bank', 'Beta Water']);
    expect(found.slice(2).toSorted()).toEqual(['Beta Grain', 'Gamma Rail']);
  });

  it.each([
    ['class=dormant', ['Beta Grain', 'Beta Water']],
    ['tier=A', ['Alpha Bank', 'Gamma Rail']],
    ['band=at-risk', ['Alpha Bank']],
    ['inCare=me', ['Alpha Bank', 'Beta Grain', 'Gamma Rail']],
    ['inCare=nobody', ['Beta Water']],
    ['q=beta', ['Beta Grain', 'Beta Water']],
    ['q=beta&class=dormant&inCare=me', ['Beta Grain']],
    ['q=%27%3A%2A', []],
  ])('%s', async (query, wanted) => {
    expect(await names(query)).toEqual(wanted);
  });

  it('is counted, and says which filter costs most', async () => {
    const count = async (query: string) =>
      (await test.http.get(`/api/accounts/count?${query}`).set('Cookie', desk.rep.cookie).expect(200))
        .body as ListCount;
    expect(await count('class=dormant')).toMatchObject({ count: 2, isMore: false });
    expect(await count('class=loyal&tier=B')).toMatchObject({
      count: 0,
      without: [
        { filter: 'class', count: 1 },
        { filter: 'tier', count: 1 },
      ],
    });
  });

  it('shows health to those inside only, and its next call', async () => {
    const [first] = (await list('')).accounts;
    expect(first).toMatchObject({
      ...{ name: 'Alpha Bank', tier: 'A', careClass: 'loyal', openComplaints: 0, lastContactAt: null },
      ...{ health: { value: 40, band: 'at-risk', on: '2026-11-01' }, nextCall: { dueOn: '2030-01-05', onDay: null } },
      isHealthHidden: false,
    });
    const colleague = await aColleague(test.database, desk);
    const theirs = await list('', colleague);
    expect(theirs.accounts[0]).toMatchObject({ health: null, isHealthHidden: true });
    expect(theirs.seesHealth).toBe(false);
    expect((await list('q=nobody-is-called-so')).seesHealth).toBe(true);
    expect(await names('band=at-risk', colleague)).toEqual([]);
  });

  it('refuses places of another list', async () => {
    const { next } = await list('sort=name&limit=1');
    for (const after of [next, 'nonsense'])
      await test.http.get(`/api/accounts?sort=health&after=${after}`).set('Cookie', desk.rep.cookie).expect(400);
  });
});
