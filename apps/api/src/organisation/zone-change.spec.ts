import type { FigureReply, ReceiptReply } from '@forecall/contracts';
import { refuseUnknownZone } from '../platform/database/known-zone.js';
import { foldAll } from '../tallies/fold.query.js';
import { verifyTallies } from '../tallies/verify.js';
import { anOrganisation, aSignIn, type SignedIn } from '../testing/builders.js';
import { aContactBody, aDesk, type Desk } from '../testing/desk-builders.js';
import { createTestApp, type TestApp } from '../testing/test-app.js';

const dayMs = 86_400_000;

describe('the organisation in another zone', () => {
  let test: TestApp;
  let desk: Desk;
  let admin: SignedIn;
  /** In Shanghai the first minutes of the next day, in London still the evening of this one. */
  const evening = new Date(Date.now() - 3 * dayMs).toISOString().slice(0, 10);
  const morning = new Date(Date.parse(evening) + dayMs).toISOString().slice(0, 10);

  beforeAll(async () => {
    test = await createTestApp();
    await anOrganisation(test.database);
    desk = await aDesk(test.database);
    admin = await aSignIn(test.database, { role: 'admin' });
    for (const minute of ['17:20', '18:30', '18:40'])
      await test.http
        .post('/api/contacts')
        .set('Cookie', desk.rep.cookie)
        .send(aContactBody({ startedAt: `${evening}T17:00:00Z`, endedAt: `${evening}T${minute}:00Z` }))
        .expect(201);
    await test.database.transaction(foldAll);
  });
  afterAll(() => test.close());

  const change = async (zone: string) => {
    const { body } = await test.http.get('/api/organisation').set('Cookie', admin.cookie).expect(200);
    const changes = { revision: body.organisation.revision, zone };
    const answer = await test.http.patch('/api/organisation').set('Cookie', admin.cookie).send(changes).expect(200);
    return answer.body.act as string;
  };

  const ask = async <Reply>(path: string, day: string) => {
    const to = new Date(Date.parse(day) + dayMs).toISOString().slice(0, 10);
    const asked = test.http.get(`/api/figures/complaint-rate${path}`).query({ from: day, to });
    return (await asked.set('Cookie', desk.head.cookie).expect(200)).body as Reply;
  };

  const expectOn = async (day: string, count: number) => {
    expect((await ask<FigureReply>('', day)).total.denominator).toBe(count);
    expect((await ask<ReceiptReply>('/receipt', day)).rows).toHaveLength(count);
  };

  it.each(['+08:00', 'CET', 'Nowhere/Else'])('is not %s', async (zone) => {
    const { body } = await test.http.get('/api/organisation').set('Cookie', admin.cookie).expect(200);
    const changes = { revision: body.organisation.revision, zone };
    const refused = await test.http.patch('/api/organisation').set('Cookie', admin.cookie).send(changes).expect(400);
    expect(refused.body.fields).toMatchObject([{ path: 'zone' }]);
  });

  it('is one that the database knows too', async () => {
    const named = Intl.supportedValuesOf('timeZone').filter((name) => name.includes('/'));
    const rows = await test.database.rows<{ name: string }>('SELECT name FROM pg_timezone_names');
    const known = new Set(rows.map(({ name }) => name));
    // A release of one may be months ahead of the other: a handful, which are refused where they would be used.
    expect(named.filter((name) => !known.has(name)).length).toBeLessThan(5);
    await expect(refuseUnknownZone(test.database, 'Asia/Atlantis')).rejects.toThrow('knows no such time zone');
    await refuseUnknownZone(test.database, 'Asia/Shanghai');
  });

  it('counts past days by it, and by the old one again after changing back or undoing', async () => {
    const inShanghai = async () => {
      await expectOn(evening, 0);
      await expectOn(morning, 3);
      expect(await verifyTallies(test.database)).toEqual([]);
    };
    const inLondon = async () => {
      await expectOn(evening, 3);
      await expectOn(morning, 0);
      expect(await verifyTallies(test.database)).toEqual([]);
    };
    await inShanghai();
    await change('Europe/London');
    await inLondon();
    await change('Asia/Shanghai');
    await inShanghai();
    const act = await change('Europe/London');
    await test.http.post(`/api/organisation/acts/${act}/undo`).set('Cookie', admin.cookie).expect(200);
    await inShanghai();
  });
});
