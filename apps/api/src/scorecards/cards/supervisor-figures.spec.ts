import type { FigureReply, ReceiptReply, Scorecard, TeamReply } from '@forecall/contracts';
import { localDay, type MetricId } from '@forecall/domain';
import {
  aDepartment,
  anAccount,
  anOrganisation,
  aSignIn,
  aStaff,
  aTeam,
  type SignedIn,
} from '../../testing/builders.js';
import { aPlannedCall, aPromise } from '../../testing/care-rows.js';
import { aComplaint, aContact } from '../../testing/stored-rows.js';
import { createTestApp, type TestApp } from '../../testing/test-app.js';

const dayMs = 86_400_000;

/** Complaints that concern people of the team are received by somebody of another one; who led changed in between. */
describe('the figures of a supervisor', () => {
  let test: TestApp;
  let [departmentId, teamId, repId, before] = ['', '', '', ''];
  let supervisor: SignedIn;
  const ago = (days: number) => new Date(Date.now() - days * dayMs);
  const period = { from: ago(20).toISOString(), to: new Date().toISOString() };

  beforeAll(async () => {
    test = await createTestApp();
    const sql = test.database;
    await anOrganisation(sql, { zone: 'UTC' });
    departmentId = await aDepartment(sql);
    teamId = await aTeam(sql, departmentId);
    supervisor = await aSignIn(sql, { role: 'supervisor', unitId: teamId });
    before = await aStaff(sql);
    const led = (staffId: string, from: Date | null, to: Date | null) =>
      sql.change(
        `INSERT INTO leadership (id, staff_id, role, team_id, "from", "to")
         VALUES (gen_random_uuid(), $1, 'supervisor', $2, coalesce($3::timestamptz, '-infinity'), $4)`,
        [staffId, teamId, from, to],
      );
    await led(before, null, ago(10));
    await led(supervisor.staffId, ago(10), null);
    repId = await aStaff(sql, { teamId });
    const desk = await aStaff(sql, { teamId: await aTeam(sql, departmentId) });
    const handled = (days: number, supervisorId: string) =>
      aContact(sql, { departmentId, teamId, repId, supervisorId, endedAt: ago(days) });
    for (const days of [2, 3, 4, 5]) await handled(days, supervisor.staffId);
    const earlier = await handled(15, before);
    const received = (days: number) => aContact(sql, { departmentId, repId: desk, endedAt: ago(days) });
    const concern = async (contactId: string, aboutId: string | null) => {
      const id = await aComplaint(sql, contactId, { repConcernedId: repId });
      await sql.change('UPDATE complaint SET team_concerned_id = $2, about_contact_id = $3 WHERE id = $1', [
        id,
        teamId,
        aboutId,
      ]);
    };
    await concern(await received(1), null);
    // Received after the change, of what happened before it.
    await concern(await received(8), earlier);
    await concern(await received(16), null);
  });
  afterAll(() => test.close());

  const ask = async <Reply>(path: string, query: object) =>
    (await test.http.get(`/api/${path}`).query(query).set('Cookie', supervisor.cookie).expect(200)).body as Reply;
  const concerning: MetricId = 'complaints-concerning';
  const counted = async (query: object, metric: MetricId = concerning) => {
    const { total } = await ask<FigureReply>(`figures/${metric}`, { ...period, ...query });
    return [total.numerator, total.denominator];
  };

  it('have complaints under who led the team when the thing happened, with the rows behind them', async () => {
    const own = `supervisor:${supervisor.staffId}`;
    expect(await counted({ scope: own })).toEqual([1, 4]);
    expect(await counted({ scope: `supervisor:${before}` })).toEqual([2, 1]);
    expect(await counted({ scope: `team:${teamId}` })).toEqual([3, 5]);
    const { rows } = await ask<ReceiptReply>(`figures/${concerning}/receipt`, {
      ...period,
      scope: own,
      part: 'numerator',
    });
    expect(rows).toHaveLength(1);
  });

  it('have promises and missed calls under who led the team when they were due, and when they were missed', async () => {
    const sql = test.database;
    const accountId = await anAccount(sql);
    const owned = { accountId, teamId, departmentId };
    for (const days of [3, 15]) {
      await aPromise(sql, { ...owned, ownerId: repId, madeAt: ago(18), dueAt: ago(days) });
      const dueOn = localDay(ago(days), 'UTC');
      await aPlannedCall(sql, { ...owned, staffId: repId, dueOn, state: 'missed', endedAt: ago(days) });
    }
    // Still open: of who leads now.
    await aPlannedCall(sql, { ...owned, staffId: repId, dueOn: localDay(ago(14), 'UTC') });
    for (const [staffId, promises, calls] of [
      [supervisor.staffId, 1, 2],
      [before, 1, 1],
    ] as const) {
      const scope = `supervisor:${staffId}`;
      expect(await counted({ scope }, 'promise-kept-rate')).toEqual([0, promises]);
      expect(await counted({ scope }, 'cadence-compliance')).toEqual([0, calls]);
    }
  });

  it('are on the card what the page of the team shows', async () => {
    await test.database.change(
      `INSERT INTO indicator (id, card, metric, target, floor, weight, dial, from_day)
       VALUES (gen_random_uuid(), 'supervisor', $1, 0.02, 0.06, 1, 'targets', '2026-01-01')`,
      [concerning],
    );
    const day = (days: number) => ago(days).toISOString().slice(0, 10);
    const week = { from: day(6), to: day(-1) };
    const { lines } = await ask<Scorecard>(`scorecards/supervisor/${supervisor.staffId}`, week);
    const { total } = await ask<TeamReply>('team', { team: teamId, window: 'd7' });
    const { numerator, denominator } = total[concerning];
    expect(lines[0]?.figure).toMatchObject({ numerator, denominator });
  });
});
