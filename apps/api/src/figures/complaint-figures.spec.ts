import type { FigureReply, ReceiptReply } from '@forecall/contracts';
import type { MetricId } from '@forecall/domain';
import {
  aDepartment,
  anAccount,
  anOrganisation,
  aReason,
  aSignIn,
  aStaff,
  aTeam,
  type SignedIn,
} from '../testing/builders.js';
import { aClock, aComplaint, aContact, aStep } from '../testing/stored-rows.js';
import { createTestApp, type TestApp } from '../testing/test-app.js';

const hour = 3_600_000;
const day = 24 * hour;

describe('figures of how complaints are worked on', () => {
  let test: TestApp;
  let executive: SignedIn;
  let departmentId: string;
  let teamId: string;
  beforeAll(async () => {
    test = await createTestApp();
    await anOrganisation(test.database);
    departmentId = await aDepartment(test.database);
    teamId = await aTeam(test.database, departmentId);
    executive = await aSignIn(test.database, { role: 'executive' });
  });
  afterAll(() => test.close());

  const now = Date.now();
  const ago = (time: number) => new Date(now - time);
  const received = async (at: Date, contact: object = {}) =>
    aComplaint(test.database, await aContact(test.database, { departmentId, teamId, endedAt: at, ...contact }));
  const set = (id: string, assignments: string, ...values: unknown[]) =>
    test.database.change(`UPDATE complaint SET ${assignments} WHERE id = $1`, [id, ...values]);
  const asked = { from: ago(100 * day).toISOString(), to: ago(-100 * day).toISOString() };
  const figure = async (metric: MetricId, query: object = {}, who = executive) => {
    const address = `/api/figures/${metric}`;
    const { body } = await test.http
      .get(address)
      .query({ ...asked, ...query })
      .set('Cookie', who.cookie)
      .expect(200);
    return (body as FigureReply).total;
  };
  const receipt = async (metric: MetricId, query: object = {}) =>
    (
      await test.http
        .get(`/api/figures/${metric}/receipt`)
        .query({ ...asked, part: 'denominator', ...query })
        .set('Cookie', executive.cookie)
        .expect(200)
    ).body as ReceiptReply;

  it('in time: kept of what was due, by the due time; open and over is late, later ones are not due yet', async () => {
    const startedAt = ago(10 * day);
    const promise = { kind: 'acknowledgement', startedAt, seconds: 86_400 } as const;
    const promised = async (acknowledgedAt: Date | null, clock: object = promise) => {
      const id = await received(startedAt);
      await aClock(test.database, id, { ...promise, ...clock });
      if (acknowledgedAt) await aStep(test.database, id, 'acknowledged', acknowledgedAt);
      return id;
    };
    const dueAt = ago(9 * day);
    await promised(ago(9 * day + hour));
    await promised(ago(9 * day + 1));
    // On the due time itself, and after it.
    await promised(dueAt);
    await promised(ago(day));
    await promised(null);
    await promised(null, { seconds: 20 * 86_400 });
    await promised(ago(5 * day), { seconds: 20 * 86_400 });
    await set(await promised(null), `voided_at = now(), void_reason = 'None'`);
    await set(await promised(ago(9 * day + hour)), 'merged_into = $2', await received(ago(200 * day)));
    // An answer due on the same day is another figure's.
    await aClock(test.database, await received(startedAt), { ...promise, kind: 'answer' });

    expect(await figure('acknowledged-in-time')).toMatchObject({
      ...{ numerator: 2, denominator: 5, n: 5, value: 0.4, interval: { method: 'wilson' } },
      excluded: { 'not due yet': 2 },
      beside: { clock_open_late: 1 },
      definition: { id: 'acknowledged-in-time', version: 1 },
    });
    expect(await figure('resolved-in-time')).toMatchObject({ numerator: 0, denominator: 1 });
    // Owned by the due date: received ten days ago, due nine days ago.
    const dueDay = { from: ago(9 * day + hour).toISOString(), to: ago(9 * day - hour).toISOString() };
    expect(await figure('acknowledged-in-time', dueDay)).toMatchObject({ denominator: 5, excluded: {} });
    const { rows } = await receipt('acknowledged-in-time');
    expect(rows).toHaveLength(5);
    expect(rows[0]).toMatchObject({
      kind: 'complaint',
      at: dueAt.toISOString(),
      clock: { unit: 'elapsed', amount: 86_400 },
    });
    expect(rows.filter(({ clock }) => clock?.metAt === null)).toHaveLength(1);
    const csv = await test.http
      .get('/api/figures/acknowledged-in-time/receipt.csv')
      .query(asked)
      .set('Cookie', executive.cookie)
      .expect(200);
    expect(csv.text.split('\n')[0]).toContain('clock unit,clock amount,pauses allowed,met at');
    const rep = await aSignIn(test.database, { role: 'rep', staffId: await aStaff(test.database, { teamId }) });
    expect(await figure('acknowledged-in-time', {}, rep)).toMatchObject({ denominator: 0, value: null });
  });

  it('reopened: of the closings of a period, those reopened within 30 days, whenever that was', async () => {
    const team = { scope: `team:${await aTeam(test.database, departmentId)}` };
    const closed = async (reopenedAt: Date | null) => {
      const id = await received(ago(95 * day), { teamId: team.scope.slice('team:'.length) });
      await aStep(test.database, id, 'closed', ago(90 * day));
      if (reopenedAt) await aStep(test.database, id, 'reopened', reopenedAt);
      return id;
    };
    await closed(null);
    await closed(ago(60 * day - hour));
    const again = await closed(ago(60 * day));
    await aStep(test.database, again, 'closed', ago(10 * day));
    expect(await figure('complaint-reopen-rate', team)).toMatchObject({
      ...{ numerator: 1, denominator: 4 },
      beside: { closing_recent: 1 },
    });
    // The reopening lies outside the period of its closing.
    const cohort = { ...team, from: ago(91 * day).toISOString(), to: ago(89 * day).toISOString() };
    expect(await figure('complaint-reopen-rate', cohort)).toMatchObject({ numerator: 1, denominator: 3 });
  });

  it('repeated: the same account and reason, or one linked, within 30 days before the receipt', async () => {
    const team = await aTeam(test.database, departmentId);
    const [accountId, otherId] = [await anAccount(test.database), await anAccount(test.database)];
    const [reasonId, otherReasonId] = [
      await aReason(test.database, departmentId),
      await aReason(test.database, departmentId),
    ];
    const of = (days: number, contact: object) =>
      received(ago(days * day), { teamId: team, accountId, reasonId, ...contact });
    await of(90, {});
    await of(59, {});
    await of(30, {});
    await of(29, { reasonId: otherReasonId });
    await of(28, { accountId: otherId });
    await of(27, { accountId: null });
    const linked = await of(2, { reasonId: null });
    await set(linked, 'repeat_of = $2', await of(3, { reasonId: null }));
    await set(await of(20, {}), `voided_at = now(), void_reason = 'None'`);
    // Received 30 days ago: 29 after the one before, which came 31 after the first. Two days ago: by its link alone.
    expect(await figure('repeat-complaint-rate', { scope: `team:${team}` })).toMatchObject({
      ...{ numerator: 2, denominator: 8 },
    });
  });

  it('upheld: of those decided, by the last decision; partly upheld is told beside', async () => {
    const team = await aTeam(test.database, departmentId);
    const decided = async (decision: string | null, days: readonly number[], step = 'decided') => {
      const id = await received(ago(50 * day), { teamId: team });
      await set(id, 'decision = $2', decision);
      for (const at of days) await aStep(test.database, id, step, ago(at * day));
      return id;
    };
    await decided('upheld', [40, 10]);
    await decided('upheld', [12], 'closed');
    await decided('partly', [11]);
    await aStep(test.database, await decided('not', [13]), 'closed', ago(2 * day));
    await decided(null, [9], 'closed');
    // What says that it was passed over counts nowhere, whatever stands in the complaint.
    const passedOver = await decided('upheld', [8], 'closed');
    await test.database.change(
      `INSERT INTO complaint_step (id, complaint_id, step, at, skipped_reason)
       VALUES (gen_random_uuid(), $1, 'decided', $2, 'Settled on the spot')`,
      [passedOver, ago(8 * day)],
    );
    const scope = `team:${team}`;
    expect(await figure('upheld-rate', { scope })).toMatchObject({
      ...{ numerator: 2, denominator: 4, value: 0.5 },
      beside: { partly_upheld: 1 },
    });
    const last = { scope, from: ago(15 * day).toISOString(), to: ago(5 * day).toISOString() };
    expect(await figure('upheld-rate', last)).toMatchObject({ numerator: 2, denominator: 4 });
  });

  it('the rate is refused by person, and the metric that answers is named', async () => {
    const { body } = await test.http
      .get('/api/figures/complaint-rate')
      .query({ ...asked, by: 'rep' })
      .set('Cookie', executive.cookie)
      .expect(400);
    expect(body).toMatchObject({ code: 'metric-not-by', values: { instead: 'complaints-concerning' } });
  });
});
