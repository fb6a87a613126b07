import type { AttributesInUse, FigureReply } from '@forecall/contracts';
import { anAccount, aDepartment, anOrganisation, aSignIn, aStaff, aTeam, type SignedIn } from '../testing/builders.js';
import { aContact } from '../testing/stored-rows.js';
import { createTestApp, type TestApp } from '../testing/test-app.js';

/** Delays in days: numbers of either sign, text that is one, yes and no; another text, nothing, and more than a sum can carry. */
const delays = [3, -1, 0.5, '12', '-3.25', true, false, 'soon', undefined, 4, 1.7e308];
const known = [3, -1, 0.5, 12, -3.25, 1, 0, 4];
const sum = known.reduce((a, b) => a + b);
const mean = sum / known.length;

describe('figures of attributes', () => {
  let test: TestApp;
  let executive: SignedIn;
  beforeAll(async () => {
    test = await createTestApp();
    const sql = test.database;
    await anOrganisation(sql, { zone: 'Europe/Berlin' });
    executive = await aSignIn(sql, { role: 'executive' });
    const departmentId = await aDepartment(sql);
    for (const [n, delay] of delays.entries()) {
      const attributes = { product: n < 5 ? 'Terminal' : 'Router', ...(delay !== undefined && { delay }) };
      await aContact(sql, { departmentId, endedAt: new Date('2026-03-05T10:00:00Z'), attributes });
    }
    const rep = await aStaff(sql, { teamId: await aTeam(sql, departmentId) });
    for (const [churn, segment] of [
      [true, 'gold'],
      [false, 'gold'],
      [false, 'silver'],
      [true, 'silver'],
      [undefined, 'gold'],
    ] as const) {
      const id = await anAccount(sql);
      const attributes = JSON.stringify({ segment, ...(churn !== undefined && { churn }) });
      await sql.change(`UPDATE account SET attributes = $2, created_at = '2026-02-01' WHERE id = $1`, [id, attributes]);
      if (segment !== 'gold') continue;
      await sql.change(
        `INSERT INTO account_care (id, account_id, staff_id, part, "from") VALUES (gen_random_uuid(), $1, $2, 'rep', '-infinity')`,
        [id, rep],
      );
    }
  });
  afterAll(() => test.close());

  const ask = (metric: string, query: object, who = executive) =>
    test.http
      .get(`/api/figures/${metric}`)
      .query({ from: '2026-03-01', to: '2026-04-01', ...query })
      .set('Cookie', who.cookie);
  const answer = async (metric: string, query: object, who = executive) =>
    (await ask(metric, query, who).expect(200)).body as FigureReply;

  it('give mean, spread and quantiles of what is a number, yes as 1; say what was left out and what is below zero', async () => {
    const { total, groups } = await answer('attribute', {
      attribute: 'delay',
      by: 'attribute:product',
      quantiles: 'yes',
    });
    expect(total).toMatchObject({
      ...{ numerator: sum, denominator: known.length, value: mean, maximum: 12, median: 0.75 },
      excluded: { 'no such value': 3 },
      beside: { attribute_negative: 2 },
    });
    const squares = known.reduce((all, value) => all + (value - mean) ** 2, 0);
    expect(total.standardDeviation).toBeCloseTo(Math.sqrt(squares / (known.length - 1)), 9);
    expect(groups.map(({ keys, figure }) => [...keys, figure.n, figure.numerator])).toEqual([
      ['Router', 3, 5],
      ['Terminal', 5, 11.25],
    ]);
  });

  it('of customers count those who are there by the end of the period, under the rep in care', async () => {
    const { total, groups } = await answer('customer-attribute', { attribute: 'churn', by: 'attribute:segment' });
    expect(total).toMatchObject({ n: 4, value: 0.5, excluded: { 'no such value': 1 } });
    expect(groups.map(({ keys, figure }) => [...keys, figure.n, figure.value])).toEqual([
      ['gold', 2, 0.5],
      ['silver', 2, 0.5],
    ]);
    const byRep = await answer('customer-attribute', { attribute: 'churn', by: 'rep' });
    expect(byRep.groups.map(({ figure }) => figure.n)).toEqual([2, 2]);
    const before = await answer('customer-attribute', { attribute: 'churn', from: '2026-01-01', to: '2026-02-01' });
    expect(before.total.n).toBe(0);
    const stranger = await aSignIn(test.database, { role: 'head', unitId: await aDepartment(test.database) });
    expect((await answer('customer-attribute', { attribute: 'churn' }, stranger)).total.n).toBe(0);
  });

  it.each([
    ['attribute', {}, 'attribute'],
    ['handled', { attribute: 'delay' }, 'attribute'],
    ['attribute', { attribute: `x' OR true` }, 'attribute'],
  ])('are refused for %s with %j', async (metric, query, path) => {
    expect((await ask(metric, query).expect(400)).body.fields).toEqual([expect.objectContaining({ path })]);
  });

  it('are listed by the names and values in use, within the reach of who asks', async () => {
    const list = async (who: SignedIn) =>
      (await test.http.get('/api/figures/attributes').set('Cookie', who.cookie).expect(200)).body as AttributesInUse;
    const { contacts, customers } = await list(executive);
    expect(contacts).toEqual([
      { name: 'product', rows: 11, values: ['Router', 'Terminal'] },
      { name: 'delay', rows: 10, values: [] },
    ]);
    expect(customers).toEqual([
      { name: 'segment', rows: 5, values: ['gold', 'silver'] },
      { name: 'churn', rows: 4, values: ['false', 'true'] },
    ]);
    const stranger = await aSignIn(test.database, { role: 'head', unitId: await aDepartment(test.database) });
    expect(await list(stranger)).toEqual({ contacts: [], customers: [] });
  });

  it('of yes and no are a share, broken down in words', async () => {
    const { total } = await answer('customer-attribute', { attribute: 'churn' });
    expect(total).toMatchObject({ beside: { attribute_yes_no: 4 }, interval: { method: 'wilson' } });
    const { total: mixed } = await answer('attribute', { attribute: 'delay' });
    expect(mixed).toMatchObject({ beside: { attribute_yes_no: 2 }, interval: { method: 'normal' } });
  });

  it('of customers are not given by time', async () => {
    const { body } = await ask('customer-attribute', { attribute: 'churn', by: 'month' }).expect(400);
    expect(body).toMatchObject({ code: 'metric-not-by', values: { by: 'month' } });
  });
});
