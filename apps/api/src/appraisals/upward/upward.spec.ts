import type { UpwardAsked, UpwardResults } from '@forecall/contracts';
import { upwardItems } from '@forecall/domain';
import { v7 as uuid } from 'uuid';
import { anOrganisation, aSignIn, type SignedIn } from '../../testing/builders.js';
import { aColleague, aDesk, type Desk } from '../../testing/desk-builders.js';
import { createTestApp, type TestApp } from '../../testing/test-app.js';

const scoresOf = (score: number) => Object.fromEntries(upwardItems.map((item) => [item, score]));

describe('what a team says of whoever leads it', () => {
  let test: TestApp;
  let desk: Desk;
  let small: Desk;
  let boss: SignedIn;
  let members: SignedIn[];
  let cycleId: string;

  beforeAll(async () => {
    test = await createTestApp();
    const sql = test.database;
    await anOrganisation(sql);
    desk = await aDesk(sql);
    small = await aDesk(sql);
    boss = await aSignIn(sql, { role: 'executive' });
    members = [desk.rep];
    for (let n = 0; n < 4; n += 1) members.push(await aColleague(sql, desk));
    for (let n = 0; n < 2; n += 1) await aColleague(sql, small);
    const opened = await test.http
      .post('/api/appraisal-cycles')
      .set('Cookie', boss.cookie)
      .send({ kind: 'month', from: '2026-01-01', writeBy: '2199-12-01' })
      .expect(201);
    cycleId = opened.body.cycle.id as string;
  });
  afterAll(() => test.close());

  const asked = async (who: SignedIn) =>
    ((await test.http.get('/api/upward').set('Cookie', who.cookie).expect(200)).body as UpwardAsked).asked;
  const answer = (who: SignedIn, body: object) => test.http.post('/api/upward').set('Cookie', who.cookie).send(body);
  const told = (score: number, over: object = {}) => ({
    cycleId,
    teamId: desk.teamId,
    scores: scoresOf(score),
    ...over,
  });
  const results = async (who: SignedIn, id = cycleId) =>
    (
      (await test.http.get(`/api/appraisal-cycles/${id}/upward`).set('Cookie', who.cookie).expect(200))
        .body as UpwardResults
    ).results;
  const close = (id: string) =>
    test.http.post(`/api/appraisal-cycles/${id}/close`).set('Cookie', boss.cookie).send({ revision: 1 }).expect(200);

  it('is asked of its members alone, and only of a team of four or more', async () => {
    expect(await asked(members[0]!)).toMatchObject([
      { supervisor: { id: desk.supervisor.staffId }, isAnswered: false },
    ]);
    expect(await asked(desk.supervisor)).toEqual([]);
    expect(await asked(small.rep)).toEqual([]);
    await answer(small.rep, told(5)).expect(404);
    await answer(small.rep, told(5, { teamId: small.teamId })).expect(404);
    await answer(desk.supervisor, told(5)).expect(404);
    for (const scores of [{ listens: 3 }, { ...scoresOf(3), listens: 6 }, { ...scoresOf(3), more: 1 }])
      await answer(members[0]!, told(3, { scores })).expect(400);
  });

  it('counts each answer once, also of those that come at the same moment', async () => {
    const twice = await Promise.all([1, 2].map(() => answer(members[0]!, told(5))));
    expect(twice.map(({ status }) => status).sort()).toEqual([200, 409]);
    await Promise.all(members.slice(1, 4).map((member, place) => answer(member, told(place + 2)).expect(200)));
    expect(await asked(members[0]!)).toMatchObject([{ isAnswered: true }]);
    const again = await answer(members[1]!, told(1)).expect(409);
    expect(again.body).toMatchObject({ code: 'upward-answered' });
  });

  it('is stored as sums, with nothing that leads to its author', async () => {
    const sql = test.database;
    const sums = await sql.rows<{ answers: number; sum: number }>(
      'SELECT answers, sum FROM upward_answer WHERE team_id = $1',
      [desk.teamId],
    );
    expect(sums).toEqual(upwardItems.map(() => ({ answers: 4, sum: 5 + 2 + 3 + 4 })));
    const columns = await sql.rows<{ name: string }>(
      `SELECT column_name AS name FROM information_schema.columns WHERE table_name IN ('upward_answer', 'upward_done') ORDER BY 1`,
    );
    expect([...new Set(columns.map(({ name }) => name))]).toEqual([
      ...['answers', 'cycle_id', 'is_done', 'item', 'staff_id', 'sum', 'team_id'],
    ]);
    // Which transaction wrote a row last is the same for all rows of the team: no two of them belong together.
    const writers = await sql.rows(
      `SELECT DISTINCT xmin::text FROM upward_answer WHERE team_id = $1
       UNION SELECT DISTINCT xmin::text FROM upward_done WHERE team_id = $1`,
      [desk.teamId],
    );
    expect(writers).toHaveLength(1);
  });

  it('leaves nothing in what keeps requests, acts and duties', async () => {
    const sql = test.database;
    const key = uuid();
    await answer(members[4]!, told(5)).set('Idempotency-Key', key).expect(200);
    expect(await sql.rows('SELECT FROM idempotency')).toEqual([]);
    const said = await sql.rows(`SELECT FROM audit_entry WHERE entity LIKE 'upward%' OR act LIKE 'upward%'`);
    expect(said).toEqual([]);
    expect(await sql.rows(`SELECT FROM duty WHERE kind LIKE 'upward%'`)).toEqual([]);
    const tables = await sql.rows<{ name: string }>(
      `SELECT relname AS name FROM pg_class WHERE relkind = 'r' AND relnamespace = current_schema()::regnamespace`,
    );
    for (const { name } of tables) {
      const found = await sql.rows(`SELECT FROM ${name} x WHERE x::text LIKE '%helps-me-improve%' LIMIT 1`);
      if (found.length > 0) expect(name).toBe('upward_answer');
    }
  });

  it('is shown to nobody while it may be answered', async () => {
    for (const who of [desk.supervisor, desk.head, boss]) expect(await results(who)).toEqual([]);
    const pages = ['appraisal-cycles', `appraisal-cycles/${cycleId}`, 'appraisals', 'notifications'];
    for (const page of pages) {
      const { text } = await test.http.get(`/api/${page}`).set('Cookie', desk.supervisor.cookie).expect(200);
      expect(text).not.toContain('isAnswered');
    }
  });

  it('is shown whole once the cycle is closed: to whom it is about, to the head, to executives', async () => {
    await close(cycleId);
    const whole = [{ team: { id: desk.teamId }, asked: 5, answered: 5, means: { listens: 19 / 5 } }];
    for (const who of [desk.supervisor, desk.head, boss]) expect(await results(who)).toMatchObject(whole);
    for (const who of [small.supervisor, small.head]) expect(await results(who)).toEqual([]);
    await test.http.get(`/api/appraisal-cycles/${cycleId}/upward`).set('Cookie', desk.rep.cookie).expect(403);
    await test.http
      .get(`/api/appraisal-cycles/${cycleId}/upward?staffId=${desk.rep.staffId}`)
      .set('Cookie', boss.cookie)
      .expect(({ body }) => expect((body as UpwardResults).results).toMatchObject(whole));
    await answer(members[4]!, told(1)).expect(409);
  });

  it('says nothing of fewer than four answers, not even how many', async () => {
    const opened = await test.http
      .post('/api/appraisal-cycles')
      .set('Cookie', boss.cookie)
      .send({ kind: 'month', from: '2026-02-01', writeBy: '2199-12-01' })
      .expect(201);
    const id = opened.body.cycle.id as string;
    for (const member of members.slice(0, 3)) await answer(member, told(1, { cycleId: id })).expect(200);
    await close(id);
    expect(await results(boss, id)).toMatchObject([{ asked: 5, answered: null, means: null }]);
  });
});
