import type { AppraisalCyclePage, CycleOverview, CyclePreview } from '@forecall/contracts';
import { lastPeriod, localDay } from '@forecall/domain';
import { anOrganisation, aSignIn, type SignedIn } from '../../testing/builders.js';
import { aColleague, aDesk, type Desk } from '../../testing/desk-builders.js';
import { createTestApp, type TestApp } from '../../testing/test-app.js';

const zone = 'Asia/Shanghai';
const { from } = lastPeriod('month', localDay(new Date(), zone));

describe('a cycle before anything is written in it', () => {
  let test: TestApp;
  let desk: Desk;
  let boss: SignedIn;
  beforeAll(async () => {
    test = await createTestApp();
    await anOrganisation(test.database, { zone });
    desk = await aDesk(test.database);
    for (let n = 0; n < 4; n += 1) await aColleague(test.database, desk);
    boss = await aSignIn(test.database, { role: 'executive' });
  });
  afterAll(() => test.close());

  const told = { kind: 'month', from, writeBy: '2199-12-01' };
  const preview = async (query = '') =>
    (
      await test.http
        .get(`/api/appraisal-cycles/preview?kind=month&from=${from}&writeBy=2199-12-01${query}`)
        .set('Cookie', boss.cookie)
        .expect(200)
    ).body as CyclePreview;
  const open = async () =>
    (await test.http.post('/api/appraisal-cycles').set('Cookie', boss.cookie).send(told).expect(201))
      .body as CycleOverview;
  const discard = (id: string, status: number, who = boss) =>
    test.http
      .post(`/api/appraisal-cycles/${id}/discard`)
      .set('Cookie', who.cookie)
      .send({ revision: 1, why: 'The wrong month' })
      .expect(status);
  const count = async (what: string) =>
    (await test.database.first<{ n: number }>(`SELECT count(*)::int AS n FROM ${what}`))?.n;

  it('is seen whole before it is opened: who would appraise whom, and who is left out', async () => {
    const seen = await preview();
    expect(seen).toMatchObject({ isThere: false, leftOut: [], leftOutCount: 0 });
    expect(seen.appraisals).toBe(seen.by.reduce((sum, { appraisals }) => sum + appraisals, 0));
    expect(seen.by).toContainEqual(
      expect.objectContaining({
        ...{
          kind: 'rep',
          how: 'supervisor',
          appraisals: 5,
          team: expect.objectContaining({ id: desk.teamId }) as object,
        },
        appraiser: expect.objectContaining({ id: desk.supervisor.staffId }) as object,
      }),
    );
    const strict = await preview('&minimumDays=40');
    expect(strict.leftOut.map(({ why }) => why)).toEqual(Array.from({ length: strict.leftOutCount }, () => 'short'));
    expect(await count('appraisal_cycle')).toBe(0);
    const { cycle } = await open();
    expect(cycle.counts['draft']).toBe(seen.appraisals);
    expect((await preview()).isThere).toBe(true);
    await discard(cycle.id, 204);
  });

  it('is taken back as if it had never been, with a word in the audit', async () => {
    const { cycle, mayDiscard } = await open();
    expect(mayDiscard).toBe(true);
    expect(await count('upward_team')).toBe(1);
    await discard(cycle.id, 403, desk.head);
    await discard(cycle.id, 204);
    const page = await test.http.get('/api/appraisal-cycles').set('Cookie', boss.cookie).expect(200);
    expect((page.body as AppraisalCyclePage).cycles).toEqual([]);
    for (const what of ['appraisal', 'upward_team', 'notification', 'duty WHERE done_at IS NULL'])
      expect(await count(what)).toBe(0);
    const noted = await test.database.rows(
      `SELECT after ->> 'why' AS why FROM audit_entry WHERE act = 'appraisal-cycle.discarded' AND entity_id = $1`,
      [cycle.id],
    );
    expect(noted).toEqual([{ why: 'The wrong month' }]);
    await discard(cycle.id, 404);
  });

  it('stays once a word was written in it', async () => {
    const { cycle } = await open();
    await test.database.change(
      'UPDATE appraisal SET saved_at = now() WHERE id = (SELECT id FROM appraisal WHERE cycle_id = $1 LIMIT 1)',
      [cycle.id],
    );
    const { body } = await discard(cycle.id, 409);
    expect(body).toMatchObject({ code: 'cycle-begun' });
    const seen = await test.http.get(`/api/appraisal-cycles/${cycle.id}`).set('Cookie', boss.cookie).expect(200);
    expect(seen.body).toMatchObject({ mayClose: true, mayDiscard: false });
  });
});
