import type { ComplaintClock } from '@forecall/contracts';
import { v7 as uuid } from 'uuid';
import { anOrganisation } from '../../testing/builders.js';
import { allSkipped, type ComplaintRequests, complaintRequests } from '../../testing/complaint-requests.js';
import { aCustomerWithReason, aDesk, type Desk, minutesAgo } from '../../testing/desk-builders.js';
import { createTestApp, type TestApp } from '../../testing/test-app.js';

const day = 86_400_000;

describe('the clocks of a complaint', () => {
  let test: TestApp;
  let desk: Desk;
  let requests: ComplaintRequests;
  beforeAll(async () => {
    test = await createTestApp();
    await anOrganisation(test.database);
    desk = await aDesk(test.database);
    requests = complaintRequests(test, desk);
    await rule('acknowledgement', 'elapsed', 86_400);
    await rule('answer', 'calendar-days', 30);
  });
  afterAll(() => test.close());

  const rule = (kind: string, unit: string, amount: number, from = '2020-01-01') =>
    test.database.change('INSERT INTO clock_rule (id, kind, unit, amount, "from") VALUES ($1, $2, $3, $4, $5)', [
      ...[uuid(), kind, unit, amount, from],
    ]);
  const clocksOf = async (id: string) =>
    (await requests.get(desk.head, `complaints/${id}`).expect(200)).body.clocks as ComplaintClock[];
  const step = (id: string, name: string, body: object = {}) =>
    requests.post(desk.rep, `complaints/${id}/${name}`, body).expect(200);
  const kinds = (clocks: ComplaintClock[]) => clocks.map(({ kind }) => kind);

  it('start with its receipt, whichever way it comes', async () => {
    const startedAt = minutesAgo(6);
    const { complaintId } = await requests.aComplaint({}, { startedAt });
    const [acknowledgement, answer] = await clocksOf(complaintId);
    expect(acknowledgement).toMatchObject({ kind: 'acknowledgement', unit: 'elapsed', amount: 86_400, metAt: null });
    expect(Date.parse(acknowledgement!.startedAt)).toBe(Date.parse(startedAt));
    expect(Date.parse(acknowledgement!.dueAt)).toBe(Date.parse(startedAt) + day);
    expect(answer).toMatchObject({ kind: 'answer', unit: 'calendar-days', amount: 30 });
    // The end of a day in Shanghai.
    expect(answer!.dueAt.slice(11, 19)).toBe('16:00:00');

    const { contactId } = await requests.logged();
    const later = (await requests.post(desk.rep, `contacts/${contactId}/complaint`, {}).expect(201)).body;
    expect(kinds(await clocksOf(later.id))).toEqual(['acknowledgement', 'answer']);
    const written = { channel: 'letter', receivedAt: minutesAgo(60), complaint: { summary: 'Late again' } };
    const letter = (await requests.post(desk.rep, 'complaints', written).expect(201)).body;
    expect(kinds(await clocksOf(letter.id))).toEqual(['acknowledgement', 'answer']);
  });

  it('start once, whatever is sent again', async () => {
    const body = {
      ...{ id: uuid(), channel: 'phone', direction: 'in' },
      startedAt: minutesAgo(5),
      endedAt: minutesAgo(1),
    };
    const send = () => requests.post(desk.rep, 'contacts', { ...body, complaint: {} });
    const first = (await send().expect(201)).body;
    await send();
    expect(await clocksOf(first.complaint.id)).toHaveLength(2);
  });

  it('are met by the acknowledgement and by the close; reopened it is promised an answer anew', async () => {
    const { complaintId: id } = await requests.aComplaint({}, { startedAt: minutesAgo(30), endedAt: minutesAgo(25) });
    const acknowledgedAt = minutesAgo(20);
    await step(id, 'acknowledge', { at: acknowledgedAt });
    expect(await clocksOf(id)).toMatchObject([{ metAt: expect.any(String) }, { kind: 'answer', metAt: null }]);
    expect(Date.parse((await clocksOf(id))[0]!.metAt!)).toBe(Date.parse(acknowledgedAt));
    await step(id, 'close', { closing: 'accepted', skipped: allSkipped, at: minutesAgo(15) });
    expect((await clocksOf(id)).every(({ metAt }) => metAt !== null)).toBe(true);
    await step(id, 'reopen', { at: minutesAgo(10) });
    const [, , anew] = await clocksOf(id);
    expect(anew).toMatchObject({ kind: 'answer', metAt: null, endedAt: null });
    await step(id, 'close', { closing: 'accepted', skipped: allSkipped });
    const clocks = await clocksOf(id);
    expect(clocks).toHaveLength(3);
    expect(Date.parse(clocks[1]!.metAt!)).toBeLessThan(Date.parse(clocks[2]!.startedAt));
    expect(clocks[2]!.metAt).not.toBeNull();
  });

  it('end unmet when it is voided', async () => {
    const { complaintId: id } = await requests.aComplaint();
    await step(id, 'acknowledge');
    await requests.post(desk.head, `complaints/${id}/void`, { revision: 2, why: 'Mistaken' }).expect(200);
    expect(await clocksOf(id)).toMatchObject([
      { kind: 'acknowledgement', endedAt: null },
      { kind: 'answer', metAt: null, endedAt: expect.any(String) },
    ]);
  });

  it('count the working time of the department that answers', async () => {
    const { reasonId, answerableDepartmentId } = await aCustomerWithReason(test.database);
    // Works in one hour of the day only, an hour before now began: the next one is tomorrow.
    const hour = (new Date(Date.now() + 8 * 3_600_000).getUTCHours() + 22) % 24;
    const hours = [{ fromMinute: hour * 60, toMinute: hour * 60 + 60 }];
    await test.database.change('INSERT INTO calendar (id, department_id, week) VALUES ($1, $2, $3)', [
      ...[uuid(), answerableDepartmentId, JSON.stringify(Array.from({ length: 7 }, () => hours))],
    ]);
    const { id } = (await test.database.first<{ id: string }>(
      `UPDATE clock_rule SET unit = 'business-time', amount = 1800 WHERE kind = 'acknowledgement' RETURNING id`,
    ))!;
    const { complaintId } = await requests.aComplaint(
      {},
      { reasonId, startedAt: minutesAgo(2), endedAt: minutesAgo(1) },
    );
    await test.database.change(`UPDATE clock_rule SET unit = 'elapsed', amount = 86400 WHERE id = $1`, [id]);
    const [clock] = await clocksOf(complaintId);
    expect(clock).toMatchObject({ unit: 'business-time', amount: 1800 });
    expect(new Date(clock!.dueAt).getUTCMinutes()).toBe(30);
    expect((new Date(clock!.dueAt).getUTCHours() + 8) % 24).toBe(hour);
  });

  it('are reckoned anew from a corrected receipt, and so are the duties; what was done stays done', async () => {
    const startedAt = minutesAgo(6);
    const { complaintId: id } = await requests.aComplaint({}, { startedAt });
    const acknowledgedAt = minutesAgo(3);
    await step(id, 'acknowledge', { at: acknowledgedAt });
    const before = await clocksOf(id);
    const correct = (receivedAt: string, revision: number) =>
      test.http
        .patch(`/api/complaints/${id}`)
        .set('Cookie', desk.head.cookie)
        .send({ revision, why: 'The letter says so', changes: { receivedAt } });
    const duty = async () =>
      (await test.database.first<{ due: Date; remind: Date }>(
        `SELECT due_at AS due, remind_at AS remind FROM duty
         WHERE source_id = $1 AND kind = 'complaint-answer' AND done_at IS NULL`,
        [id],
      ))!;

    const twoDaysAgo = minutesAgo(2 * 24 * 60 + 6);
    await correct(twoDaysAgo, 2).expect(200);
    const [acknowledgement, answer] = await clocksOf(id);
    expect(acknowledgement).toMatchObject({ id: before[0]!.id, metAt: before[0]!.metAt });
    expect(Date.parse(acknowledgement!.startedAt)).toBe(Date.parse(twoDaysAgo));
    // Promised within 24 hours of a receipt two days ago: it was acknowledged, and too late.
    expect(Date.parse(acknowledgement!.dueAt)).toBe(Date.parse(twoDaysAgo) + day);
    expect(Date.parse(answer!.dueAt)).toBe(Date.parse(before[1]!.dueAt) - 2 * day);
    expect(await duty()).toEqual({ due: new Date(answer!.dueAt), remind: new Date(answer!.dueSoonAt) });
    const { body: list } = await requests.get(desk.rep, 'complaints').expect(200);
    const listed = (list.complaints as { id: string; clocks: ComplaintClock[] }[]).find((one) => one.id === id);
    expect(listed?.clocks).toEqual(await clocksOf(id));

    // From an hour ago on another answer is promised; received after that, it is promised that one.
    await rule('answer', 'elapsed', 7_200, minutesAgo(60));
    const halfHourAgo = minutesAgo(30);
    await correct(halfHourAgo, 3).expect(200);
    const [, moved] = await clocksOf(id);
    expect(moved).toMatchObject({ id: before[1]!.id, unit: 'elapsed', amount: 7_200, metAt: null });
    expect(Date.parse(moved!.dueAt)).toBe(Date.parse(halfHourAgo) + 7_200_000);
    expect((await duty()).due).toEqual(new Date(moved!.dueAt));
    await test.database.change(`DELETE FROM clock_rule WHERE amount = 7200`);

    // Reopened, its second answer is promised from then on, whatever happens to the receipt.
    await step(id, 'close', { closing: 'accepted', skipped: allSkipped, at: minutesAgo(2) });
    await step(id, 'reopen', { at: minutesAgo(1) });
    const third = (await clocksOf(id))[2];
    await correct(minutesAgo(20), 6).expect(200);
    const clocks = await clocksOf(id);
    expect(clocks).toHaveLength(3);
    expect(clocks[2]).toEqual(third);
    expect(clocks[1]!.metAt).not.toBeNull();
  });

  it('are none where nothing was promised at the corrected receipt', async () => {
    const { complaintId: id } = await requests.aComplaint();
    const changes = { receivedAt: '2019-12-31T00:00:00Z' };
    await test.http
      .patch(`/api/complaints/${id}`)
      .set('Cookie', desk.head.cookie)
      .send({ revision: 1, why: 'Years ago', changes })
      .expect(200);
    expect(await clocksOf(id)).toEqual([]);
    expect(await test.database.rows(`SELECT FROM duty WHERE source_id = $1 AND done_at IS NULL`, [id])).toEqual([]);
  });

  it('stand in the list', async () => {
    const { complaintId } = await requests.aComplaint();
    const { body } = await requests.get(desk.rep, 'complaints').expect(200);
    const found = (body.complaints as { id: string; clocks: unknown[] }[]).find(({ id }) => id === complaintId);
    expect(found?.clocks).toHaveLength(2);
  });
});
