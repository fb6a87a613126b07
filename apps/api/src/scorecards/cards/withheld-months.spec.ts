import type { CardLine, Scorecard } from '@forecall/contracts';
import { aDepartment, anOrganisation, aSignIn, aStaff, aTeam } from '../../testing/builders.js';
import { aContact, anAnswer } from '../../testing/stored-rows.js';
import { createTestApp, type TestApp } from '../../testing/test-app.js';

describe('what a rep reads of a team over several months', () => {
  let test: TestApp;
  beforeAll(async () => {
    test = await createTestApp();
    await anOrganisation(test.database, { zone: 'UTC' });
    await test.database.change(
      `INSERT INTO indicator (id, card, metric, target, floor, weight, from_day)
       VALUES (gen_random_uuid(), 'rep', 'csat', 0.8, 0.5, 1, '2026-01-01')`,
    );
  });
  afterAll(() => test.close());

  /** A team in which, beside one's own, so many colleagues have an answer in April, May and June. */
  async function teamOf(colleaguesWithAnswers: readonly number[]) {
    const sql = test.database;
    const departmentId = await aDepartment(sql);
    const teamId = await aTeam(sql, departmentId);
    const people = await Promise.all(Array.from({ length: 6 }, () => aStaff(sql, { teamId })));
    for (const [n, colleagues] of colleaguesWithAnswers.entries())
      for (const repId of people.slice(0, colleagues + 1)) {
        const endedAt = new Date(Date.UTC(2026, 3 + n, 10, 10));
        await anAnswer(sql, await aContact(sql, { departmentId, teamId, repId, endedAt }), 5);
      }
    const own = await aSignIn(sql, { role: 'rep', staffId: people[0]! });
    return async (from: string, to: string): Promise<CardLine> => {
      const asked = test.http.get(`/api/scorecards/rep/${people[0]!}`).query({ from, to });
      const { lines } = (await asked.set('Cookie', own.cookie).expect(200)).body as Scorecard;
      return lines[0]!;
    };
  }

  it('is nothing that, less the months it may read, tells of a month of few', async () => {
    const line = await teamOf([5, 5, 2]);
    expect((await line('2026-04-01', '2026-05-01')).group).toMatchObject({ n: 6 });
    expect((await line('2026-05-01', '2026-06-01')).group).toMatchObject({ n: 6 });
    expect((await line('2026-06-01', '2026-07-01')).group).toBeNull();
    expect(await line('2026-04-01', '2026-07-01')).toMatchObject({ figure: { n: 3 }, group: null, shrunk: null });
    expect((await line('2026-04-01', '2026-06-01')).group).toMatchObject({ n: 12 });
  });

  it('is the sum where each month has four or more, or nobody else', async () => {
    const line = await teamOf([5, 0, 4]);
    expect(await line('2026-04-01', '2026-07-01')).toMatchObject({ figure: { n: 3 }, group: { n: 12 } });
  });
});
