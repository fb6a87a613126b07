import type { AccountCreated, CreateAccount, CustomersFound } from '@forecall/contracts';
import { v7 as uuid } from 'uuid';
import type { z } from 'zod';
import { anOrganisation, aSignIn, aStaff, type SignedIn } from '../testing/builders.js';
import { aDesk, type Desk } from '../testing/desk-builders.js';
import { createTestApp, type TestApp } from '../testing/test-app.js';

describe('customers', () => {
  let test: TestApp;
  let desk: Desk;
  beforeAll(async () => {
    test = await createTestApp();
    await anOrganisation(test.database);
    desk = await aDesk(test.database);
  });
  afterAll(() => test.close());

  const post = (who: SignedIn, path: string, body: object) =>
    test.http.post(`/api/${path}`).set('Cookie', who.cookie).send(body);
  const get = (who: SignedIn, path: string) => test.http.get(`/api/${path}`).set('Cookie', who.cookie);
  const create = async (account: z.input<typeof CreateAccount>) =>
    (await post(desk.supervisor, 'accounts', account).expect(201)).body as AccountCreated;
  const find = async (q: string) =>
    (await test.http.get('/api/customers/find').query({ q }).set('Cookie', desk.rep.cookie).expect(200))
      .body as CustomersFound;

  describe('are found', () => {
    let harbour: AccountCreated;
    let capital: AccountCreated;
    beforeAll(async () => {
      harbour = await create({
        name: 'Harbour Bank (Shenzhen)',
        nameZh: '海港银行',
        number: 'HB-0417',
        people: [
          { name: 'Chen Guodong', nameZh: '陈国栋', position: 'Head of operations', phones: ['+8675526018840'] },
          { name: "Siobhán O'Brien", phones: ['+353861234567'] },
        ],
      });
      capital = await create({ name: 'Capital Freight', nameZh: '重庆货运', people: [{ name: '单雄信' }] });
    });
    const found = async (q: string) => {
      const { accounts, people } = await find(q);
      return [...accounts, ...people].map(({ name }) => name);
    };

    it.each([
      ['harbour', ['Harbour Bank (Shenzhen)']],
      ['HARB shen', ['Harbour Bank (Shenzhen)']],
      ['海港', ['Harbour Bank (Shenzhen)']],
      ['银行', ['Harbour Bank (Shenzhen)']],
      ['银', ['Harbour Bank (Shenzhen)']],
      ['haigang', ['Harbour Bank (Shenzhen)']],
      ['yinhang', ['Harbour Bank (Shenzhen)']],
      ['hgyh', ['Harbour Bank (Shenzhen)']],
      ['chongqing', ['Capital Freight']],
      ['HB-0417', ['Harbour Bank (Shenzhen)']],
      ['0417', ['Harbour Bank (Shenzhen)']],
      ['chen guo', ['Chen Guodong']],
      ['国栋', ['Chen Guodong']],
      ['cgd', ['Chen Guodong']],
      ['shan', ['单雄信']],
      ['sxx', ['单雄信']],
      ["o'brien", ["Siobhán O'Brien"]],
      ['+86 755 2601 8840', ['Chen Guodong']],
      ['0755 2601 8840', ['Chen Guodong']],
      ['26018840', ['Chen Guodong']],
      ['8840', ['Chen Guodong']],
      ['00353 86', ["Siobhán O'Brien"]],
      ['bour', []],
      ['harbour freight', []],
      ['88x', []],
      ["'); DROP TABLE account; --", []],
      ['\\ : * & | ! ( ) <->', []],
      ['-', []],
    ])('by %s', async (q, names) => {
      expect(await found(q)).toEqual(names);
    });

    it('with care class, rep in care and the account of a person', async () => {
      const caring = await aStaff(test.database, { name: 'Wang Lin' });
      await test.database.change(
        `INSERT INTO account_class (id, account_id, class, "from") VALUES ($1, $2, 'loyal', now() - interval '1 day')`,
        [uuid(), harbour.id],
      );
      await test.database.change(
        `INSERT INTO account_care (id, account_id, staff_id, part, "from") VALUES ($1, $2, $3, 'rep', now() - interval '1 day')`,
        [uuid(), harbour.id, caring],
      );
      const account = {
        id: harbour.id,
        number: 'HB-0417',
        careClass: 'loyal',
        repInCare: { id: caring, name: 'Wang Lin' },
      };
      expect((await find('harbour')).accounts).toMatchObject([account]);
      expect((await find('cgd')).people).toMatchObject([
        { name: 'Chen Guodong', position: 'Head of operations', phones: ['+8675526018840'], account },
      ]);
      expect((await find('capital')).accounts).toMatchObject([{ id: capital.id, careClass: null, repInCare: null }]);
      const { body } = await get(desk.rep, `accounts/${harbour.id}`).expect(200);
      expect(body).toMatchObject({
        ...account,
        support: [],
        people: [{ name: 'Chen Guodong' }, { name: "Siobhán O'Brien" }],
      });
      const person = await get(desk.rep, `people/${harbour.personIds[0]}`).expect(200);
      expect(person.body).toMatchObject({ name: 'Chen Guodong', hasLeft: false, account });
    });

    it('a number exactly, then names that begin so, then the others, at most ten, saying if there are more', async () => {
      await create({ name: 'Later Zephyr', number: 'Z-1' });
      await create({ name: 'Zephyr', number: 'Z-2' });
      await create({ name: 'Numbered', number: 'zephyr' });
      expect((await find('zephyr')).accounts.map(({ name }) => name)).toEqual(['Numbered', 'Zephyr', 'Later Zephyr']);
      expect((await find('zephyr')).isComplete).toBe(true);
      for (let n = 0; n < 9; n += 1) await create({ name: `Zephyr ${n}`, number: `Z-1${n}` });
      const many = await find('zeph');
      expect(many.accounts).toHaveLength(10);
      expect(many.isComplete).toBe(false);
    });

    it('not when merged or gone', async () => {
      const { id } = await create({ name: 'Merged Away' });
      await test.database.change('UPDATE account SET merged_into = $1 WHERE id = $2', [harbour.id, id]);
      const gone = await create({ name: 'Stays', people: [{ name: 'Gone Away', phones: ['+4915112345678'] }] });
      await test.database.change(`UPDATE person SET left_on = '2026-01-01' WHERE id = $1`, [gone.personIds[0]]);
      expect(await found('away')).toEqual([]);
      expect(await found('+4915112345678')).toEqual([]);
    });
  });

  describe('are created', () => {
    it('with the next number, jumping over those that came otherwise', async () => {
      const first = await create({ name: 'First' });
      expect(first.number).toMatch(/^A-\d{5}$/);
      const taken = Number(first.number.slice(2)) + 1;
      await test.database.change('INSERT INTO account (id, number, name) VALUES ($1, $2, $3), ($4, $5, $6)', [
        ...[uuid(), `A-${String(taken).padStart(5, '0')}`, 'Imported'],
        ...[uuid(), 'A-70000', 'Imported too'],
      ]);
      expect((await create({ name: 'Next' })).number).toBe('A-70001');
    });

    it('not with a number that is taken, and then with none of their people', async () => {
      await create({ name: 'One', number: 'T-1' });
      const { body } = await post(desk.supervisor, 'accounts', {
        name: 'Other',
        number: 'T-1',
        people: [{ name: 'Nobody' }],
      }).expect(409);
      expect(body).toMatchObject({ code: 'number-taken', fields: [{ path: 'number' }] });
      expect((await find('nobody')).people).toEqual([]);
    });

    it('with more people later', async () => {
      const { id } = await create({ name: 'Grows' });
      await post(desk.supervisor, `accounts/${id}/people`, { name: '李娜', phones: ['+8613912345678'] }).expect(201);
      expect((await find('ln')).people).toMatchObject([{ name: '李娜', account: { id } }]);
      await post(desk.supervisor, `accounts/${uuid()}/people`, { name: 'Nobody' }).expect(404);
    });

    it('once, however often they are sent', async () => {
      const send = () =>
        post(desk.head, 'accounts', { name: 'Sent often' }).set('Idempotency-Key', 'account-sent-often').expect(201);
      const [one, other] = await Promise.all([send(), send()]);
      expect(one.body).toEqual(other.body);
      expect((await find('sent often')).accounts).toHaveLength(1);
    });

    it.each([
      [{ name: '' }, 'name'],
      [{ name: 'X', zone: 'Mars/Base' }, 'zone'],
      [{ name: 'X', people: [{ name: 'Y', phones: ['0755 2601 8840'] }] }, 'people.0.phones.0'],
      [{ name: 'X', people: [{ name: 'Y', email: 'nobody' }] }, 'people.0.email'],
    ])('%j is refused at %s', async (account, path) => {
      const { body } = await post(desk.supervisor, 'accounts', account).expect(400);
      expect(body.fields).toContainEqual(expect.objectContaining({ path }));
    });

    it('by supervisors, heads and administrators', async () => {
      await post(desk.rep, 'accounts', { name: 'By a rep' }).expect(403);
      await post(await aSignIn(test.database, { role: 'admin' }), 'accounts', { name: 'By an admin' }).expect(201);
    });
  });
});
