import type { ComplaintClock, ComplaintTimeLine } from '@forecall/contracts';
import { localDay } from '@forecall/domain';
import { v7 as uuid } from 'uuid';
import { anOrganisation, aSignIn, type SignedIn } from '../../testing/builders.js';
import { allSkipped, type ComplaintRequests, complaintRequests } from '../../testing/complaint-requests.js';
import { aColleague, aDesk, type Desk, minutesAgo } from '../../testing/desk-builders.js';
import { createTestApp, type TestApp } from '../../testing/test-app.js';

const hour = 3_600_000;

describe('the clocks of a complaint stand', () => {
  let test: TestApp;
  let desk: Desk;
  let requests: ComplaintRequests;
  beforeAll(async () => {
    test = await createTestApp();
    await anOrganisation(test.database);
    desk = await aDesk(test.database);
    requests = complaintRequests(test, desk);
  });
  beforeEach(async () => {
    await test.database.change('DELETE FROM clock_rule');
    await rule('acknowledgement', 86_400, false);
    await rule('answer', 10 * 86_400, true);
  });
  afterAll(() => test.close());

  const rule = (kind: string, amount: number, allowsPauses: boolean, from = '2020-01-01') =>
    test.database.change(
      `INSERT INTO clock_rule (id, kind, unit, amount, allows_pauses, "from") VALUES ($1, $2, 'elapsed', $3, $4, $5)`,
      [uuid(), kind, amount, allowsPauses, from],
    );
  const why = 'The customer looks for the invoice';
  const pause = (id: string, revision: number, who: SignedIn = desk.rep) =>
    requests.post(who, `complaints/${id}/pause`, { revision, why });
  const resume = (id: string, revision: number) => requests.post(desk.rep, `complaints/${id}/resume`, { revision });
  const clocksOf = async (id: string) =>
    (await requests.get(desk.head, `complaints/${id}`).expect(200)).body.clocks as ComplaintClock[];
  const duties = async (id: string) =>
    (
      await test.database.rows<{ kind: string }>(
        `SELECT kind FROM duty WHERE source_id = $1 AND done_at IS NULL ORDER BY kind`,
        [id],
      )
    ).map(({ kind }) => kind);
  /** As if the pause had begun so long ago. */
  const earlier = (id: string, milliseconds: number) =>
    test.database.change(
      `UPDATE clock_pause p SET "from" = p."from" - $2 * interval '1 millisecond'
       FROM clock WHERE clock.id = p.clock_id AND clock.complaint_id = $1 AND p."to" IS NULL`,
      [id, milliseconds],
    );

  it('where it is allowed, and what passed meanwhile is promised besides', async () => {
    const { complaintId: id } = await requests.aComplaint({}, { startedAt: minutesAgo(600), endedAt: minutesAgo(599) });
    const [acknowledgement, answer] = await clocksOf(id);
    expect([acknowledgement!.allowsPauses, answer!.allowsPauses]).toEqual([false, true]);
    await pause(id, 1, await aColleague(test.database, desk)).expect(404);
    await pause(id, 1).expect(200, { id, revision: 2 });
    expect((await pause(id, 2).expect(409)).body.code).toBe('paused-already');
    // What must be acknowledged goes on; what waits for the customer is nobody's duty.
    expect((await clocksOf(id)).map(({ pausedAt }) => pausedAt === null)).toEqual([true, false]);
    expect(await duties(id)).toEqual(['complaint-acknowledgement']);
    await earlier(id, 5 * hour);
    await resume(id, 2).expect(200);
    const after = (await clocksOf(id))[1]!;
    expect(after.pausedAt).toBeNull();
    const { body } = await requests.get(desk.head, `complaints/${id}/time-line`).expect(200);
    const [told] = (body as ComplaintTimeLine).pauses;
    expect(told).toMatchObject({ kind: 'answer', why, by: expect.any(String) });
    const stood = Date.parse(told!.to!) - Date.parse(told!.from);
    expect(stood).toBeGreaterThanOrEqual(5 * hour);
    expect(Date.parse(after.dueAt) - Date.parse(answer!.dueAt)).toBeCloseTo(stood, -1);
    expect(await duties(id)).toEqual(['complaint-acknowledgement', 'complaint-answer']);
    expect((await resume(id, 3).expect(409)).body.code).toBe('not-paused');

    // A corrected receipt keeps the pause.
    const receivedAt = minutesAgo(660);
    await test.http
      .patch(`/api/complaints/${id}`)
      .set('Cookie', desk.head.cookie)
      .send({ revision: 3, why: 'Earlier', changes: { receivedAt } })
      .expect(200);
    const corrected = (await clocksOf(id))[1]!;
    expect(Date.parse(corrected.dueAt)).toBeCloseTo(Date.parse(receivedAt) + 240 * hour + stood, -1);
  });

  it('until a step meets them, and count for no figure meanwhile', async () => {
    const executive = await aSignIn(test.database, { role: 'executive' });
    const { complaintId: id } = await requests.aComplaint({}, { startedAt: minutesAgo(60), endedAt: minutesAgo(59) });
    await pause(id, 1).expect(200);
    const due = async () => {
      const query = `scope=rep:${desk.rep.staffId}&from=2020-01-01&to=2100-01-01`;
      const { body } = await requests.get(executive, `figures/resolved-in-time?${query}`).expect(200);
      return body.total as { denominator: number; beside: { clock_open_late: number } };
    };
    // Over, were it not for the pause.
    await test.database.change(
      `UPDATE clock SET due_soon_at = started_at, due_at = now() - interval '1 minute' WHERE complaint_id = $1`,
      [id],
    );
    expect(await due()).toMatchObject({ denominator: 0, beside: { clock_open_late: 0 } });
    await requests.post(desk.rep, `complaints/${id}/acknowledge`).expect(200);
    expect((await clocksOf(id))[1]!.pausedAt).not.toBeNull();
    await requests.post(desk.rep, `complaints/${id}/close`, { closing: 'accepted', skipped: allSkipped }).expect(200);
    const answer = (await clocksOf(id))[1]!;
    expect(answer).toMatchObject({ pausedAt: null, metAt: expect.any(String) });
    expect(Date.parse(answer.dueAt)).toBeGreaterThanOrEqual(Date.parse(answer.startedAt) + 240 * hour);
    expect((await pause(id, 4).expect(409)).body.code).toBe('no-running-clock');
  });

  it('not where what was promised forbids it, as the published rules do, nor once it is over', async () => {
    await test.database.change(`UPDATE clock_rule SET allows_pauses = false`);
    const { complaintId: id } = await requests.aComplaint();
    expect((await pause(id, 1).expect(409)).body.code).toBe('pauses-not-allowed');
    await test.database.change(
      `UPDATE clock SET allows_pauses = true, started_at = '2026-01-01', due_soon_at = '2026-01-01', due_at = '2026-01-02'
       WHERE complaint_id = $1`,
      [id],
    );
    expect((await pause(id, 1).expect(409)).body.code).toBe('clock-over');
    expect(
      (await requests.post(desk.rep, `complaints/${id}/pause`, { revision: 1 }).expect(400)).body.fields,
    ).toMatchObject([{ path: 'why' }]);
    const admin = await aSignIn(test.database, { role: 'admin' });
    const set = (days: number) =>
      requests.post(admin, 'clock-rules', {
        from: localDay(new Date(), 'Asia/Shanghai'),
        acknowledgement: { unit: 'elapsed', amount: 86_400 },
        answer: { unit: 'calendar-days', amount: days, allowsPauses: true },
      });
    const { body } = await set(30).expect(400);
    expect(body).toMatchObject({ code: 'preset-without-pauses', fields: [{ path: 'answer.allowsPauses' }] });
    await set(29).expect(200);
  });

  it('no longer, once the receipt is corrected to where no pauses were allowed, or it was over before', async () => {
    const dayAgo = new Date(Date.now() - 24 * hour).toISOString();
    await test.database.change(`UPDATE clock_rule SET allows_pauses = false, amount = 86400`);
    await rule('acknowledgement', 10 * 86_400, true, dayAgo);
    await rule('answer', 10 * 86_400, true, dayAgo);
    const times = { startedAt: minutesAgo(60), endedAt: minutesAgo(59) };
    const correct = (id: string, revision: number, receivedAt: string) =>
      test.http
        .patch(`/api/complaints/${id}`)
        .set('Cookie', desk.head.cookie)
        .send({ revision, why: 'Earlier', changes: { receivedAt } })
        .expect(200);
    const { complaintId: id } = await requests.aComplaint({}, times);
    await pause(id, 1).expect(200);
    const receivedAt = minutesAgo(2 * 24 * 60);
    await correct(id, 2, receivedAt);
    for (const clock of await clocksOf(id)) {
      expect(clock).toMatchObject({ allowsPauses: false, pausedAt: null });
      expect(Date.parse(clock.dueAt)).toBe(Date.parse(receivedAt) + 24 * hour);
    }
    expect(await duties(id)).toEqual(['complaint-acknowledgement', 'complaint-answer']);
    expect((await resume(id, 3).expect(409)).body.code).toBe('not-paused');

    await test.database.change(`UPDATE clock_rule SET allows_pauses = true`);
    const { complaintId: late } = await requests.aComplaint({}, times);
    await pause(late, 1).expect(200);
    await correct(late, 2, receivedAt);
    for (const clock of await clocksOf(late)) {
      expect(clock).toMatchObject({ allowsPauses: true, pausedAt: null });
      expect(Date.parse(clock.dueAt)).toBeCloseTo(Date.parse(receivedAt) + 24 * hour, -1);
    }
  });
});
