import type { AccountCreated, CallerFound, CreateAccount, CustomersFound } from '@forecall/contracts';
import { v7 as uuid } from 'uuid';
import type { z } from 'zod';
import { anOrganisation, aStaff, type SignedIn } from '../../testing/builders.js';
import { aDesk, type Desk } from '../../testing/desk-builders.js';
import { createTestApp, type TestApp } from '../../testing/test-app.js';

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
      ['chen harbour', ['Chen Guodong']],
      ['Harbour CHEN', ['Chen Guodong']],
      ['hgyh 国栋', ['Chen Guodong']],
      ['8840 chen', ['Chen Guodong']],
      ['harbour 2601 guodong', ['Chen Guodong']],
      ['siobhan', ["Siobhán O'Brien"]],
      ['SIOBHÁN', ["Siobhán O'Brien"]],
      ['ＨＡＲＢＯＵＲ', ['Harbour Bank (Shenzhen)']],
      ['harbour freight', []],
      ['chen freight', []],
      ['9999 chen', []],
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
      await test.database.change('UPDATE person SET left_on = NULL, merged_into = $1 WHERE id = $2', [
        ...[harbour.personIds[0], gone.personIds[0]],
      ]);
      expect(await found('away')).toEqual([]);
      expect(await found('+4915112345678')).toEqual([]);
    });
  });

  it('by the words of an account that has another name now', async () => {
    const { id } = await create({ name: 'Oldname Trading', people: [{ name: 'Otto Kern' }] });
    expect((await find('otto oldname')).people).toHaveLength(1);
    await test.database.change(`UPDATE account SET name = 'Newname Trading' WHERE id = $1`, [id]);
    expect((await find('otto oldname')).people).toEqual([]);
    expect((await find('newname otto')).people).toHaveLength(1);
  });

  describe('who call', () => {
    const caller = async (phone: string) =>
      (await get(desk.rep, `customers/caller?phone=${encodeURIComponent(phone)}`).expect(200)).body as CallerFound;
    beforeAll(async () => {
      await test.database.change(`UPDATE organisation SET country = 'CN'`);
      await create({ name: 'Called', people: [{ name: 'Wu Lan', phones: ['+862164331200'] }] });
    });

    it.each(['+86 21 6433 1200', '021-64331200', '862164331200', '0086 21 64331200'])('from %s', async (phone) => {
      expect(await caller(phone)).toMatchObject({ e164: '+862164331200', people: [{ name: 'Wu Lan' }] });
    });

    it('from a number nobody has, or from none', async () => {
      expect(await caller('021 6433 1299')).toEqual({ e164: '+862164331299', people: [] });
      expect(await caller('anonymous')).toEqual({ e164: null, people: [] });
      expect(await caller('42')).toEqual({ e164: null, people: [] });
    });
  });
});
