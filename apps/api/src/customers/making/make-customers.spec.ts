import type {
  AccountCreated,
  CreateAccount,
  CustomersFound,
  PersonDetail,
  SimilarCustomers,
} from '@forecall/contracts';
import { v7 as uuid } from 'uuid';
import type { z } from 'zod';
import { anOrganisation, aSignIn, type SignedIn } from '../../testing/builders.js';
import { aDesk, type Desk } from '../../testing/desk-builders.js';
import { freeAccountNumbers } from './account-numbers.service.js';
import { createTestApp, type TestApp } from '../../testing/test-app.js';

describe('customers', () => {
  let test: TestApp;
  let desk: Desk;
  beforeAll(async () => {
    test = await createTestApp();
    await anOrganisation(test.database);
    await test.database.change(`UPDATE organisation SET country = 'CN'`);
    desk = await aDesk(test.database);
  });
  afterAll(() => test.close());

  const post = (who: SignedIn, path: string, body: object) =>
    test.http.post(`/api/${path}`).set('Cookie', who.cookie).send(body);
  const create = async (account: z.input<typeof CreateAccount>) =>
    (await post(desk.supervisor, 'accounts', account).expect(201)).body as AccountCreated;
  const find = async (q: string) =>
    (await test.http.get('/api/customers/find').query({ q }).set('Cookie', desk.rep.cookie).expect(200))
      .body as CustomersFound;

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

    it('with a number after a few, however high the numbers are that were typed', async () => {
      const before = Number((await create({ name: 'Before' })).number.slice(2));
      for (const number of ['A-999999999', `A-${before + 1}`, `A-${before + 3}`])
        await create({ name: 'Typed', number });
      expect((await create({ name: 'After' })).number).toBe(`A-${before + 4}`);
      expect((await create({ name: 'Then' })).number).toBe(`A-${before + 5}`);
    });

    it('with a whole number beyond five digits, past one that is taken', async () => {
      await test.database.rows(`SELECT setval('account_number', 999999999)`);
      await create({ name: 'Typed', number: 'A-1000000000' });
      const numbers = await Promise.all([1, 2, 3].map(async (n) => (await create({ name: `Long ${n}` })).number));
      expect(numbers.toSorted()).toEqual(['A-1000000001', 'A-1000000002', 'A-1000000003']);
      const drawn = await freeAccountNumbers(test.database, 3);
      expect(drawn).toEqual(['A-1000000004', 'A-1000000005', 'A-1000000006']);
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

    it('by all who log contacts, and administrators', async () => {
      await post(desk.rep, 'accounts', { name: 'By a rep' }).expect(201);
      await post(await aSignIn(test.database, { role: 'executive' }), 'accounts', { name: 'Not' }).expect(403);
      await post(await aSignIn(test.database, { role: 'admin' }), 'accounts', { name: 'By an admin' }).expect(201);
    });
  });

  describe('who call for the first time', () => {
    const first = async (body: object) => (await post(desk.rep, 'customers', body).expect(201)).body as PersonDetail;

    it('are made in one line with their company', async () => {
      const made = await first({ person: '陆小凤', company: '西门货运', phone: '0755 2601 7777' });
      expect(made).toMatchObject({
        name: '陆小凤',
        nameZh: '陆小凤',
        phones: ['+8675526017777'],
        account: { name: '西门货运', nameZh: '西门货运' },
      });
      expect((await find('lxf ximen')).people).toMatchObject([{ id: made.id }]);
    });

    it('are made in an account that is there, or as a customer of their own', async () => {
      const { id } = await create({ name: 'Has none yet' });
      expect(await first({ person: 'Eva Lind', accountId: id })).toMatchObject({ phones: [], account: { id } });
      expect(await first({ person: 'Private Person' })).toMatchObject({ account: { name: 'Private Person' } });
    });

    it('not with what is no number, and not in an account that is none', async () => {
      const { body } = await post(desk.rep, 'customers', { person: 'Nobody', phone: '12' }).expect(400);
      expect(body).toMatchObject({ fields: [{ path: 'phone', code: 'no-phone-number' }] });
      await post(desk.rep, 'customers', { person: 'Nobody', accountId: uuid() }).expect(400);
      expect((await find('nobody')).people).toEqual([]);
    });
  });

  describe('that may be there already', () => {
    beforeAll(() =>
      create({
        name: 'Émile Harbour Co., Ltd.',
        nameZh: '海湾物流（深圳）有限公司',
        people: [{ name: 'Zoë Gray', phones: ['+8675526013333'] }],
      }),
    );
    const similar = async (query: object) =>
      (await test.http.get('/api/customers/similar').query(query).set('Cookie', desk.rep.cookie).expect(200))
        .body as SimilarCustomers;

    it.each(['emile harbour', 'EMILE HARBOUR LTD', 'Emile-Harbour Limited', '海湾物流 深圳', '海湾物流(深圳)集团'])(
      'are told for the company %s',
      async (company) => {
        expect((await similar({ company })).accounts).toMatchObject([{ name: 'Émile Harbour Co., Ltd.' }]);
      },
    );

    it.each([{ phone: '0755 26013333' }, { person: 'Zoe Gray', company: 'Emile Harbour' }])(
      'are told for the person %j',
      async (query) => {
        expect((await similar(query)).people).toMatchObject([{ name: 'Zoë Gray' }]);
      },
    );

    it('are not told for others', async () => {
      expect(await similar({ company: 'Emile', person: 'Zoe Gray', phone: '0755 26013334' })).toEqual({
        accounts: [],
        people: [],
      });
      expect(await similar({})).toEqual({ accounts: [], people: [] });
    });
  });
});
