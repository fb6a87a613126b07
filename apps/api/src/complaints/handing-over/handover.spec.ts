import type { ComplaintDetail, ComplaintTimeLine } from '@forecall/contracts';
import { anOrganisation, aSignIn, type SignedIn } from '../../testing/builders.js';
import { type ComplaintRequests, complaintRequests } from '../../testing/complaint-requests.js';
import { aColleague, aCustomerWithReason, aDesk, type Desk } from '../../testing/desk-builders.js';
import { createTestApp, type TestApp } from '../../testing/test-app.js';

describe('a complaint in other hands', () => {
  let test: TestApp;
  let desk: Desk;
  let there: Desk;
  let requests: ComplaintRequests;
  beforeAll(async () => {
    test = await createTestApp();
    await anOrganisation(test.database);
    desk = await aDesk(test.database);
    there = await aDesk(test.database);
    requests = complaintRequests(test, desk);
  });
  afterAll(() => test.close());

  const act = (who: SignedIn, id: string, path: string, body: object = {}) =>
    requests.post(who, `complaints/${id}/${path}`, body);
  const detail = async (who: SignedIn, id: string) =>
    (await requests.get(who, `complaints/${id}`).expect(200)).body as ComplaintDetail;
  const timeLine = async (who: SignedIn, id: string) =>
    (await requests.get(who, `complaints/${id}/time-line`).expect(200)).body as ComplaintTimeLine;
  const over = (departmentId = there.departmentId) => ({
    revision: 1,
    departmentId,
    why: 'The delivery note is theirs',
  });
  const complaintsOf = async (departmentId: string) =>
    (
      await test.database.first<{ n: number }>(
        // What is not folded yet, and what is: one statement, so that none is left out in between.
        `SELECT (SELECT coalesce(sum(complaint), 0) FROM tally_delta WHERE answerable_department_id = $1)::int
           + (SELECT coalesce(sum(complaint), 0) FROM tally_day WHERE side = 'answerable' AND department_id = $1)::int AS n`,
        [departmentId],
      )
    )?.n;

  it('is taken from the queue, given with a reason, and put back', async () => {
    const { complaintId: id } = await requests.aComplaint();
    const colleague = await aColleague(test.database, desk);
    await act(desk.head, id, 'owner', { revision: 1, ownerId: desk.head.staffId }).expect(200, { id, revision: 2 });
    expect(
      (await act(desk.head, id, 'owner', { revision: 2, ownerId: colleague.staffId }).expect(400)).body,
    ).toMatchObject({ code: 'why-needed', fields: [{ path: 'why', code: 'required' }] });
    const given = { revision: 2, ownerId: colleague.staffId, why: 'Knows the customer' };
    await act(desk.rep, id, 'owner', given).expect(403);
    await act(desk.head, id, 'owner', given).expect(200);
    expect((await detail(colleague, id)).owner).toMatchObject({ id: colleague.staffId });
    await act(colleague, id, 'owner', { revision: 3, ownerId: null, why: 'On leave from tomorrow' }).expect(200);
    expect((await detail(desk.rep, id)).owner).toBeNull();
    await requests.get(colleague, `complaints/${id}`).expect(404);
    await act(desk.rep, id, 'owner', { revision: 4, ownerId: desk.rep.staffId }).expect(200);
    const { changes, names } = await timeLine(desk.rep, id);
    expect(changes).toMatchObject([
      { why: '', changes: [{ field: 'owner', before: desk.rep.staffId, after: desk.head.staffId }] },
      { why: 'Knows the customer', changes: [{ field: 'owner', after: colleague.staffId }] },
      { why: 'On leave from tomorrow', changes: [{ field: 'owner', after: null }] },
      { changes: [{ field: 'owner', after: desk.rep.staffId }] },
    ]);
    expect(names[colleague.staffId]).toBeDefined();
    await test.database.change(`UPDATE staff SET left_on = '2026-01-01' WHERE id = $1`, [colleague.staffId]);
    const gone = { revision: 5, ownerId: colleague.staffId, why: 'Back to him' };
    expect((await act(desk.head, id, 'owner', gone).expect(400)).body.code).toBe('unknown-owner');
  });

  it('is handed over with its figures, and accepted; the receiver sees it still', async () => {
    const { complaintId: id, contactId } = await requests.aComplaint();
    const [before, beforeThere] = [await complaintsOf(desk.departmentId), await complaintsOf(there.departmentId)];
    await act(there.head, id, 'hand-over', over()).expect(404);
    await act(desk.supervisor, id, 'hand-over', { ...over(), revision: 7 }).expect(409);
    await act(desk.supervisor, id, 'hand-over', { ...over(), ownerId: there.rep.staffId }).expect(200);
    expect(await complaintsOf(desk.departmentId)).toBe(before! - 1);
    expect(await complaintsOf(there.departmentId)).toBe(beforeThere! + 1);
    expect(await detail(there.head, id)).toMatchObject({
      answerableDepartment: { id: there.departmentId },
      handlingDepartment: { id: desk.departmentId },
      owner: { id: there.rep.staffId },
      pendingHandover: { from: { id: desk.departmentId }, mayAnswer: true, mayWithdraw: false },
    });
    expect((await detail(desk.rep, id)).pendingHandover).toMatchObject({ mayAnswer: false, mayWithdraw: true });
    expect((await act(desk.head, id, 'hand-over/accept').expect(403)).body.code).toBe('forbidden');
    await act(there.rep, id, 'hand-over/accept').expect(200);
    expect((await act(there.rep, id, 'hand-over/accept').expect(409)).body.code).toBe('no-handover');
    await requests.get(desk.rep, `complaints/${id}`).expect(200);
    const { handovers, changes } = await timeLine(there.rep, id);
    expect(handovers).toMatchObject([
      {
        from: { id: desk.departmentId },
        to: { id: there.departmentId },
        reason: 'The delivery note is theirs',
        answer: 'accepted',
      },
    ]);
    expect(changes).toEqual([]);
    const { body: history } = await requests.get(desk.head, `contacts/${contactId}/history`).expect(200);
    expect(history.revisions).toMatchObject([
      { why: 'The delivery note is theirs', changes: [{ field: 'answerableDepartmentId' }] },
    ]);
  });

  it('is handed back with a reason, to the owner it had', async () => {
    const { complaintId: id } = await requests.aComplaint();
    await act(desk.head, id, 'hand-over', over()).expect(200);
    expect((await detail(there.supervisor, id)).owner).toBeNull();
    await act(there.supervisor, id, 'hand-over/return', {}).expect(400);
    await act(there.supervisor, id, 'hand-over/return', { why: 'The invoice was made there' }).expect(200);
    expect(await detail(desk.rep, id)).toMatchObject({
      answerableDepartment: { id: desk.departmentId },
      owner: { id: desk.rep.staffId },
      pendingHandover: null,
    });
    await requests.get(there.supervisor, `complaints/${id}`).expect(404);
    expect((await timeLine(desk.rep, id)).handovers).toMatchObject([
      { answer: 'returned', answerReason: 'The invoice was made there' },
    ]);
  });

  it('is seen by who handed it over until it is answered, and taken back by them', async () => {
    const { reasonId, answerableDepartmentId } = await aCustomerWithReason(test.database);
    const answerable = await aSignIn(test.database, { role: 'head', unitId: answerableDepartmentId });
    const handedOver = async () => {
      const { complaintId: id } = await requests.aComplaint({}, { reasonId });
      await act(answerable, id, 'hand-over', over()).expect(200);
      return id;
    };
    const id = await handedOver();
    expect((await detail(answerable, id)).pendingHandover).toMatchObject({ mayAnswer: false, mayWithdraw: true });
    for (const state of ['open', 'all']) {
      const { body } = await requests.get(answerable, `complaints?state=${state}&limit=200`).expect(200);
      expect(body.complaints).toEqual(expect.arrayContaining([expect.objectContaining({ id })]));
    }
    expect(
      (await act(answerable, id, 'hand-over', { ...over(desk.departmentId), revision: 2 }).expect(403)).body.code,
    ).toBe('forbidden');
    await act(answerable, id, 'hand-over/withdraw').expect(200);
    expect((await detail(answerable, id)).answerableDepartment.id).toBe(answerableDepartmentId);

    const other = await handedOver();
    expect(
      (await act(there.head, other, 'hand-over', { ...over(desk.departmentId), revision: 2 }).expect(409)).body.code,
    ).toBe('handover-pending');
    await act(there.head, other, 'hand-over/accept').expect(200);
    await requests.get(answerable, `complaints/${other}`).expect(404);
  });

  it('goes to nobody but by who directs it, whichever way is asked', async () => {
    const wang = await aColleague(test.database, desk);
    const { complaintId: id } = await requests.aComplaint({ ownerId: wang.staffId });
    const own = { id, revision: 1, ownerId: desk.rep.staffId };
    const assign = (who: SignedIn, complaint: object) =>
      requests.post(who, 'complaints/assign', { complaints: [complaint] }).expect(200);
    await act(desk.rep, id, 'owner', { revision: 1, ownerId: own.ownerId }).expect(403);
    const refused = (await assign(desk.rep, own)).body;
    expect(refused).toMatchObject({ assigned: [], refused: [{ id, code: 'forbidden' }] });
    for (const who of [desk.rep, desk.head]) {
      const body = { revision: 1, why: 'For me', changes: { ownerId: own.ownerId } };
      await test.http.patch(`/api/complaints/${id}`).set('Cookie', who.cookie).send(body).expect(400);
    }
    expect((await assign(wang, { ...own, ownerId: null })).body.assigned).toMatchObject([{ id }]);
    expect((await assign(desk.rep, { ...own, revision: 2, ownerId: wang.staffId })).body.refused).toHaveLength(1);
    expect((await assign(desk.rep, { ...own, revision: 2 })).body.assigned).toMatchObject([{ id }]);

    await act(desk.rep, id, 'hand-over', { ...over(), revision: 3 }).expect(200);
    expect((await assign(desk.rep, { ...own, revision: 4 })).body.refused).toMatchObject([{ code: 'forbidden' }]);
    expect((await assign(there.supervisor, { ...own, revision: 4 })).body.assigned).toMatchObject([{ id }]);
  });

  it('is accepted by the department it came to, never in its name by who gave it away', async () => {
    const take = ({ staffId: ownerId }: SignedIn) => ({ revision: 2, ownerId, why: 'I go on with it' });
    for (const giver of [desk.rep, desk.head]) {
      const { complaintId: id } = await requests.aComplaint();
      await act(giver, id, 'hand-over', { ...over(), ownerId: there.rep.staffId }).expect(200);
      expect(await detail(giver, id)).toMatchObject({ mayGive: false, pendingHandover: { mayAnswer: false } });
      await act(giver, id, 'owner', take(giver)).expect(403);
      await act(giver, id, 'hand-over/accept').expect(403);
      expect(await detail(there.rep, id)).toMatchObject({ mayGive: true, pendingHandover: { mayAnswer: true } });
      await act(there.rep, id, 'owner', { ...take(there.supervisor), why: 'She knows them' }).expect(200);
      await act(there.rep, id, 'hand-over/accept').expect(404);
      await act(there.supervisor, id, 'hand-over/return', { why: 'Not ours either' }).expect(200);
    }
    // The owner named need not be of that department, nor anybody else than who gives: neither answers for it.
    const colleague = await aColleague(test.database, desk);
    const elsewhere = await requests.aComplaint();
    await act(desk.head, elsewhere.complaintId, 'hand-over', { ...over(), ownerId: colleague.staffId }).expect(200);
    await act(colleague, elsewhere.complaintId, 'owner', take(colleague)).expect(403);
    await act(colleague, elsewhere.complaintId, 'hand-over/accept').expect(403);
    const theirs = await requests.aComplaint({ ownerId: there.rep.staffId });
    await act(there.rep, theirs.complaintId, 'hand-over', { ...over(), ownerId: there.rep.staffId }).expect(200);
    await act(there.rep, theirs.complaintId, 'hand-over/accept').expect(403);
    await act(there.head, theirs.complaintId, 'hand-over/accept').expect(200);
  });

  it('goes to a department of today, and to another one', async () => {
    const { complaintId: id } = await requests.aComplaint();
    const { departmentId: closed } = await aDesk(test.database);
    await test.database.change(`UPDATE department SET "to" = now() WHERE id = $1`, [closed]);
    expect((await act(desk.head, id, 'hand-over', over(closed)).expect(400)).body.code).toBe('unknown-department');
    expect((await act(desk.head, id, 'hand-over', over(desk.departmentId)).expect(409)).body.code).toBe(
      'same-department',
    );
    expect((await timeLine(desk.head, id)).handovers).toEqual([]);
  });
});
