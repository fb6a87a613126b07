import type { FigureReply, ReceiptReply } from '@forecall/contracts';
import { aDepartment, anOrganisation, aReason, aSignIn, type SignedIn } from '../testing/builders.js';
import { aComplaint, aContact, anAnswer } from '../testing/stored-rows.js';
import { createTestApp, type TestApp } from '../testing/test-app.js';

const period = { from: '2026-03-01', to: '2026-04-01' };
const endedAt = new Date('2026-03-05T10:00:00Z');

describe('figures by the widest reason', () => {
  let test: TestApp;
  let executive: SignedIn;
  let returns: string;
  let refunds: string;
  let pickup: string;
  beforeAll(async () => {
    test = await createTestApp();
    const sql = test.database;
    await anOrganisation(sql, { zone: 'Europe/Berlin' });
    executive = await aSignIn(sql, { role: 'executive' });
    const departmentId = await aDepartment(sql);
    returns = await aReason(sql, departmentId, { name: 'Returns' });
    refunds = await aReason(sql, departmentId, { name: 'Refunds' });
    pickup = await aReason(sql, null, { name: 'Pickup', parentId: returns });
    const late = await aReason(sql, null, { name: 'Pickup was late', parentId: pickup });
    // One of each: of the widest itself, one and two below it, of another, of none.
    for (const [reasonId, score] of [
      [returns, 5],
      [pickup, 1],
      [late, 4],
      [refunds, 2],
      [null, 5],
    ] as const) {
      const contactId = await aContact(sql, { departmentId, reasonId, endedAt });
      await anAnswer(sql, contactId, score, endedAt);
      if (reasonId === late) await aComplaint(sql, contactId, { receivedAt: endedAt });
    }
  });
  afterAll(() => test.close());

  const ask = async (metric: string, query: object) =>
    (
      await test.http
        .get(`/api/figures/${metric}`)
        .query({ ...period, ...query })
        .set('Cookie', executive.cookie)
        .expect(200)
    ).body as FigureReply;
  const groups = async (metric: string) =>
    (await ask(metric, { by: 'widest-reason' })).groups
      .map(({ names, figure }) => [names[0]?.en, figure.numerator, figure.n])
      .toSorted((one, other) => String(one[0]).localeCompare(String(other[0])));

  it('hold what is of every narrower one, also of complaints that are open', async () => {
    expect(await groups('csat')).toEqual([
      ['Refunds', 0, 1],
      ['Returns', 2, 3],
      [undefined, 1, 1],
    ]);
    expect(await groups('handled')).toEqual([
      ['Refunds', 1, 1],
      ['Returns', 3, 3],
      [undefined, 1, 1],
    ]);
    expect(await groups('complaints')).toEqual([['Returns', 1, 1]]);
    expect(await groups('open-complaints')).toEqual([['Returns', 1, 1]]);
  });

  it('are narrowed to one, with the rows that add up to it; a reason itself is that reason alone', async () => {
    const scope = `widest-reason:${returns}`;
    expect((await ask('csat', { scope })).total).toMatchObject({ numerator: 2, n: 3 });
    expect((await ask('csat', { scope: `widest-reason:${pickup}` })).total.n).toBe(0);
    expect((await ask('csat', { scope: `reason:${returns}` })).total.n).toBe(1);
    expect((await ask('csat', { scope, by: 'reason' })).groups).toHaveLength(3);
    const { body } = await test.http
      .get('/api/figures/csat/receipt')
      .query({ ...period, scope, part: 'denominator' })
      .set('Cookie', executive.cookie)
      .expect(200);
    expect((body as ReceiptReply).rows).toHaveLength(3);
  });
});
