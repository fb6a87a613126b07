import type { ComplaintDetail, ComplaintTimeLine, EarlierComplaints } from '@forecall/contracts';
import { v7 as uuid } from 'uuid';
import { anOrganisation, aReason, type SignedIn } from '../../testing/builders.js';
import { type ComplaintRequests, complaintRequests } from '../../testing/complaint-requests.js';
import { aColleague, aCustomerWithReason, aDesk, type Desk, minutesAgo } from '../../testing/desk-builders.js';
import { createTestApp, type TestApp } from '../../testing/test-app.js';

describe('complaints of one account', () => {
  let test: TestApp;
  let desk: Desk;
  let requests: ComplaintRequests;
  beforeAll(async () => {
    test = await createTestApp();
    await anOrganisation(test.database);
    desk = await aDesk(test.database);
    requests = complaintRequests(test, desk);
  });
  afterAll(() => test.close());

  const why = 'The mail about the call';
  const merge = (id: string, withId: string, revision = 1, who: SignedIn = desk.head) =>
    requests.post(who, `complaints/${id}/merge`, { revision, withId, why });
  const unmerge = (id: string, mergedId: string) =>
    requests.post(desk.head, `complaints/${id}/unmerge`, { mergedId, why: 'Two after all' });
  const detail = async (id: string, who: SignedIn = desk.head) =>
    (await requests.get(who, `complaints/${id}`).expect(200)).body as ComplaintDetail;
  const timeLine = async (id: string, who: SignedIn = desk.head) =>
    (await requests.get(who, `complaints/${id}/time-line`).expect(200)).body as ComplaintTimeLine;
  const aCustomer = async () => (await aCustomerWithReason(test.database)).accountId;
  const received = (accountId: string, minutes: number, more: object = {}) =>
    requests.aComplaint({}, { accountId, startedAt: minutesAgo(minutes), endedAt: minutesAgo(minutes - 1), ...more });

  it('that are the same one are merged: the first received stays, whichever is named first', async () => {
    const accountId = await aCustomer();
    const first = await received(accountId, 90);
    const again = await received(accountId, 30);
    await requests.post(desk.rep, `complaints/${again.complaintId}/acknowledge`, { note: 'Told' }).expect(200);
    await requests
      .post(desk.rep, `complaints/${again.complaintId}/notes`, { kind: 'internal', text: 'Very angry' })
      .expect(201);
    const { body } = await merge(again.complaintId, first.complaintId, 2).expect(200);
    expect(body).toMatchObject({ id: first.complaintId, mergedId: again.complaintId });
    expect(await requests.mark(again.contactId)).toBe(0);
    expect(await requests.mark(first.contactId)).toBe(1);
    expect((await requests.get(desk.rep, `contacts/${again.contactId}`)).body).toMatchObject({ outcome: 'handled' });
    expect(await detail(first.complaintId)).toMatchObject({ merged: [{ number: again.number }], isOpen: true });
    expect(await detail(again.complaintId)).toMatchObject({
      mergedInto: { id: first.complaintId },
      isOpen: false,
      possibleSteps: [],
      mayDirect: false,
    });
    const line = await timeLine(first.complaintId);
    expect(line.merged).toMatchObject([
      { number: again.number, steps: [{ step: 'received' }, { step: 'acknowledged', note: 'Told' }] },
    ]);
    expect(line.notes).toMatchObject([{ of: { id: again.complaintId }, text: 'Very angry' }]);
    expect((await requests.post(desk.rep, `complaints/${again.complaintId}/close`).expect(400)).status).toBe(400);
    expect((await requests.post(desk.rep, `complaints/${again.complaintId}/investigate`).expect(409)).body.code).toBe(
      'voided',
    );

    await unmerge(first.complaintId, again.complaintId).expect(200);
    expect(await requests.mark(again.contactId)).toBe(1);
    expect(await detail(again.complaintId)).toMatchObject({ mergedInto: null, isOpen: true, stage: 'acknowledged' });
    expect((await unmerge(first.complaintId, again.complaintId).expect(409)).body.code).toBe('not-merged');
  });

  it('merged, are promised what the first receipt promised, and the first receipt stays the first', async () => {
    await test.database.change(
      `INSERT INTO clock_rule (id, kind, unit, amount, "from") VALUES ($1, 'answer', 'elapsed', 86400, '2020-01-01')`,
      [uuid()],
    );
    const accountId = await aCustomer();
    const first = await received(accountId, 90, { endedAt: minutesAgo(10) });
    const again = await received(accountId, 30);
    const open = async () =>
      (
        await test.database.rows<{ id: string }>(
          'SELECT source_id AS id FROM duty WHERE source_id = ANY ($1) AND done_at IS NULL ORDER BY due_at, id',
          [[first.complaintId, again.complaintId]],
        )
      ).map(({ id }) => id);
    expect(await open()).toEqual([first.complaintId, again.complaintId]);
    const { clocks } = await detail(first.complaintId);
    await merge(again.complaintId, first.complaintId).expect(200);
    expect(await open()).toEqual([first.complaintId]);
    expect((await detail(first.complaintId)).clocks).toEqual(clocks);
    const later = await test.http
      .patch(`/api/complaints/${first.complaintId}`)
      .set('Cookie', desk.head.cookie)
      .send({ revision: 2, why: 'Later', changes: { receivedAt: minutesAgo(20) } })
      .expect(400);
    expect(later.body.fields).toMatchObject([{ path: 'changes.receivedAt', code: 'received-after-step' }]);
    await unmerge(first.complaintId, again.complaintId).expect(200);
    expect(await open()).toEqual([first.complaintId, again.complaintId]);
    await test.database.change('DELETE FROM clock_rule');
  });

  it('are merged at once by two people, once', async () => {
    const accountId = await aCustomer();
    const [one, other] = [await received(accountId, 50), await received(accountId, 40)];
    const answers = await Promise.all([
      merge(one.complaintId, other.complaintId),
      merge(other.complaintId, one.complaintId),
    ]);
    expect(answers.map(({ status }) => status).toSorted()).toEqual([200, 409]);
    expect(await detail(one.complaintId)).toMatchObject({ mergedInto: null, merged: [{ id: other.complaintId }] });
  });

  it('are not merged with themselves, others’, voided ones, or in chains and circles', async () => {
    const accountId = await aCustomer();
    const [one, two, three] = [
      await received(accountId, 50),
      await received(accountId, 40),
      await received(accountId, 30),
    ];
    const strange = await received(await aCustomer(), 60);
    const code = async (asked: ReturnType<typeof merge>, status: number) =>
      (await asked.expect(status)).body.code as string;
    expect(await code(merge(one.complaintId, one.complaintId), 400)).toBe('merge-itself');
    expect(await code(merge(one.complaintId, strange.complaintId), 400)).toBe('complaint-of-another-account');
    expect(await code(merge(one.complaintId, uuid()), 404)).toBe('not-found');
    const nobody = [await requests.aComplaint(), await requests.aComplaint()] as const;
    expect(await code(merge(nobody[0].complaintId, nobody[1].complaintId), 400)).toBe('complaint-of-another-account');
    expect(await code(merge(one.complaintId, two.complaintId, 9), 409)).toBe('revised-meanwhile');
    await merge(three.complaintId, two.complaintId).expect(200);
    expect(await code(merge(two.complaintId, one.complaintId, 2), 409)).toBe('merge-chain');
    expect(await code(merge(one.complaintId, three.complaintId), 409)).toBe('voided');
    await requests.post(desk.head, `complaints/${one.complaintId}/void`, { revision: 1, why }).expect(200);
    expect(await code(merge(two.complaintId, one.complaintId, 2), 409)).toBe('voided');
    // Whatever writes.
    for (const [from, into] of [
      [two, strange],
      [strange, three],
    ] as const)
      await expect(
        test.database.change('UPDATE complaint SET merged_into = $2 WHERE id = $1', [
          from.complaintId,
          into.complaintId,
        ]),
      ).rejects.toThrow(/stands by itself/);
  });

  it('are merged by who may direct both', async () => {
    const accountId = await aCustomer();
    const [one, other] = [await received(accountId, 50), await received(accountId, 40)];
    await merge(one.complaintId, other.complaintId, 1, await aColleague(test.database, desk)).expect(404);
    await test.database.change('UPDATE complaint SET owner_id = NULL WHERE id = $1', [other.complaintId]);
    await merge(one.complaintId, other.complaintId, 1, desk.rep).expect(403);
  });

  it('keep the complainant from the rep concerned by one that was merged', async () => {
    const accountId = await aCustomer();
    const concerned = await aColleague(test.database, desk);
    const one = await received(accountId, 50);
    const other = await requests.aComplaint({ repConcernedId: concerned.staffId }, { accountId });
    await test.database.change('UPDATE complaint SET owner_id = NULL WHERE id = $1', [one.complaintId]);
    await test.database.change('UPDATE contact SET rep_id = $2 WHERE id = $1', [one.contactId, concerned.staffId]);
    expect((await detail(one.complaintId, concerned)).account).toMatchObject({ id: accountId });
    await merge(one.complaintId, other.complaintId).expect(200);
    expect((await detail(one.complaintId, concerned)).account).toBeNull();
    const line = await timeLine(one.complaintId, concerned);
    expect(line.changes).toEqual([]);
    expect((await requests.get(concerned, `complaints/${one.complaintId}/earlier`)).body).toEqual({ complaints: [] });
  });

  it('are suggested as what a new one repeats: the same reason, its group, the others', async () => {
    const { accountId, answerableDepartmentId } = await aCustomerWithReason(test.database);
    const group = await aReason(test.database, answerableDepartmentId);
    const [reasonId, near, far] = [
      await aReason(test.database, null, { parentId: group }),
      await aReason(test.database, null, { parentId: group }),
      await aReason(test.database, answerableDepartmentId),
    ];
    const same = await received(accountId, 90, { reasonId });
    const nearby = await received(accountId, 60, { reasonId: near });
    const other = await received(accountId, 50, { reasonId: far });
    const old = await received(accountId, 40, { reasonId });
    await test.database.change(`UPDATE complaint SET first_received_at = now() - interval '40 days' WHERE id = $1`, [
      old.complaintId,
    ]);
    const voided = await received(accountId, 45, { reasonId });
    await requests.post(desk.head, `complaints/${voided.complaintId}/void`, { revision: 1, why }).expect(200);
    const now = await received(accountId, 10, { reasonId });
    const found = async (path: string) =>
      ((await requests.get(desk.rep, path).expect(200)).body as EarlierComplaints).complaints.map(
        ({ number, nearness }) => [number, nearness],
      );
    expect(await found(`complaints/${now.complaintId}/earlier`)).toEqual([
      [same.number, 'same'],
      [nearby.number, 'group'],
      [other.number, 'other'],
    ]);
    expect((await found(`accounts/${accountId}/earlier-complaints?reasonId=${reasonId}`))[0]).toEqual([
      now.number,
      'same',
    ]);
    const link = (id: string, repeatOfId: string | null, revision: number) =>
      test.http
        .patch(`/api/complaints/${id}`)
        .set('Cookie', desk.rep.cookie)
        .send({ revision, why: 'The same cause', changes: { repeatOfId } });
    await link(now.complaintId, same.complaintId, 1).expect(200);
    expect(await detail(now.complaintId)).toMatchObject({ repeatOf: { number: same.number }, isRepeat: true });
    expect((await timeLine(same.complaintId)).repeats).toMatchObject([{ number: now.number }]);
    expect(await requests.mark(now.contactId)).toBe(1);
    expect((await link(same.complaintId, now.complaintId, 1).expect(400)).body.code).toBe('complaint-not-earlier');
    await link(now.complaintId, null, 2).expect(200);
    expect((await detail(now.complaintId)).repeatOf).toBeNull();
  });
});
