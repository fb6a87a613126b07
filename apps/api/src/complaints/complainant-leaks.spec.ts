import type {
  BoardStream,
  ComplaintDetail,
  ComplaintTimeLine,
  ContactList,
  CustomerHistory,
} from '@forecall/contracts';
import { setTimeout as pause } from 'node:timers/promises';
import { DueDutiesService } from '../duties/due-duties.service.js';
import { anAccount, anOrganisation, type SignedIn } from '../testing/builders.js';
import { type ComplaintRequests, complaintRequests } from '../testing/complaint-requests.js';
import {
  aColleague,
  aContactBody,
  aDesk,
  aPerson,
  type ContactBody,
  type Desk,
  minutesAgo,
} from '../testing/desk-builders.js';
import { createTestApp, type TestApp } from '../testing/test-app.js';

/** The ways round about, by which who is complained of could find out by whom. */
describe('who is complained of does not find out by whom', () => {
  let test: TestApp;
  let desk: Desk;
  let requests: ComplaintRequests;
  /** A rep of the desk's team. */
  let li: SignedIn;
  let accountId: string;
  let personId: string;

  beforeAll(async () => {
    test = await createTestApp();
    await anOrganisation(test.database);
    desk = await aDesk(test.database);
    li = await aColleague(test.database, desk);
    requests = complaintRequests(test, desk);
  });
  beforeEach(async () => {
    accountId = await anAccount(test.database, { name: 'Quiet Harbour' });
    personId = await aPerson(test.database, accountId, { name: 'Quiet Chen' });
  });
  afterAll(() => test.close());

  const read = async <Reply>(who: SignedIn, path: string) => (await requests.get(who, path).expect(200)).body as Reply;
  const about = (who: SignedIn, changes: Partial<ContactBody> = {}, by = desk.rep) =>
    requests.logged(
      { accountId, personId, ...changes, complaint: { summary: 'Rude', repConcernedId: who.staffId } },
      by,
    );
  const merge = async (id: string, withId: string) =>
    requests.post(desk.head, `complaints/${id}/merge`, { revision: 1, withId, why: 'The same' }).expect(200);
  const correct = (id: string, changes: object, revision = 1) =>
    test.http
      .patch(`/api/complaints/${id}`)
      .set('Cookie', desk.head.cookie)
      .send({ revision, why: 'Found out', changes });
  const timeLine = (who: SignedIn, id: string) => read<ComplaintTimeLine>(who, `complaints/${id}/time-line`);

  it.each([
    ['one’s department', () => [desk.head, desk.head, { departmentId: desk.departmentId }, false] as const],
    ['a rep of one’s team', () => [desk.supervisor, desk.supervisor, { staffId: li.staffId }, true] as const],
    ['oneself, before it was known', () => [desk.supervisor, li, { staffId: li.staffId }, true] as const],
  ])('by its hand-over to %s', async (_, of) => {
    const [first, concerned, handOver, isTold] = of();
    const { contactId, complaintId, number } = await about(first, { handOver });
    if (first !== concerned) await correct(complaintId, { repConcernedId: concerned.staffId }).expect(200);
    await test.database.change(
      `UPDATE duty SET due_at = now() - interval '2 days', remind_at = NULL WHERE source_id = $1`,
      [contactId],
    );
    await test.app.get(DueDutiesService).look();
    const shown = await Promise.all(
      ['duties', 'duties?of=reach', 'notifications'].map(async (path) => (await requests.get(concerned, path)).text),
    );
    expect(shown[0]).toContain(`"what":"${number}"`);
    expect(shown[2]?.includes(contactId)).toBe(isTold);
    expect(shown.join()).not.toContain('Quiet');
  });

  it('by a hand-over, a duty and what was told of them, from before there was a complaint', async () => {
    const { contactId } = await requests.logged({ accountId, personId, handOver: { staffId: li.staffId } });
    const duty = { what: 'Look', dueAt: minutesAgo(-60), ownerId: li.staffId };
    await requests
      .post(desk.supervisor, 'duties', { ...duty, about: { entity: 'contact', id: contactId } })
      .expect(201);
    for (const path of ['duties', 'notifications'])
      expect((await requests.get(li, path)).text.split('Quiet').length).toBeGreaterThan(2);
    const { body } = await requests
      .post(desk.rep, `contacts/${contactId}/complaint`, { summary: 'Rude', repConcernedId: li.staffId })
      .expect(201);
    for (const path of ['duties', 'notifications']) {
      const { text } = await requests.get(li, path);
      expect(text).not.toContain('Quiet');
      expect(text).toContain(`"what":"${(body as { number: string }).number}"`);
    }
  });

  it('by the time line of the complaint that it repeats, nor by that which it came to repeat', async () => {
    const own = await requests.aComplaint({ ownerId: li.staffId }, { accountId });
    const repeat = { repConcernedId: li.staffId, repeatOfId: own.complaintId };
    const { complaintId } = await requests.aComplaint(repeat, { accountId });
    expect(await timeLine(li, own.complaintId)).toMatchObject({ repeats: [] });
    expect((await timeLine(desk.head, own.complaintId)).repeats).toHaveLength(1);

    const later = await requests.aComplaint({ ownerId: li.staffId }, { accountId });
    await correct(later.complaintId, { repeatOfId: complaintId, remedySought: 'A refund' }).expect(200);
    await correct(later.complaintId, { repeatOfId: own.complaintId }, 2).expect(200);
    const seen = await timeLine(li, later.complaintId);
    expect(seen.changes.map(({ changes }) => changes.map(({ field }) => field))).toEqual([['remedySought']]);
    expect(JSON.stringify(seen)).not.toContain(complaintId);
    expect((await timeLine(desk.head, later.complaintId)).names).toMatchObject({ [own.complaintId]: own.number });
  });

  it('by another contact of the conversation', async () => {
    const first = await about(desk.supervisor);
    const next = await requests.aComplaint({}, { accountId, transferredFrom: first.contactId, note: 'Quiet words' });
    expect(await timeLine(desk.supervisor, first.complaintId)).toMatchObject({ contacts: [] });
    expect((await timeLine(desk.head, first.complaintId)).contacts).toMatchObject([{ note: 'Quiet words' }]);
    const found = await read<ContactList>(desk.supervisor, `contacts?conversationId=${first.contactId}`);
    expect(found.contacts).toEqual([]);
    const shown = await requests.get(desk.supervisor, `contacts/${next.contactId}`).expect(200);
    expect(shown.body).toMatchObject({ account: null, conversationId: next.contactId, transferredFrom: null });
    const { text } = await requests.get(desk.supervisor, `complaints/${next.complaintId}`).expect(200);
    expect(shown.text + text).not.toContain('Quiet');
  });

  it('by what it was merged with', async () => {
    const [nobodys, mine] = [await requests.aComplaint({}, { accountId }), await about(desk.supervisor)];
    await merge(nobodys.complaintId, mine.complaintId);
    while (await test.database.first('SELECT FROM feed_pending')) await pause(50);
    const { entries } = await read<BoardStream>(desk.supervisor, 'board/stream');
    const both = entries.filter(({ number }) => [nobodys.number, mine.number].includes(number ?? ''));
    expect(both.map(({ account }) => account)).toEqual(both.map(() => null));
    expect(both.length).toBeGreaterThan(0);
    expect(await read<ComplaintDetail>(desk.supervisor, `complaints/${nobodys.complaintId}`)).toMatchObject({
      account: null,
    });

    const whole = await about(li);
    const part = await requests.logged({ accountId, complaint: { summary: 'Again' } }, li);
    await merge(whole.complaintId, part.complaintId);
    const seen = await read<ComplaintDetail>(li, `complaints/${part.complaintId}`);
    expect(seen).toMatchObject({ account: null, isComplainantWithheld: true, mergedInto: { id: whole.complaintId } });
  });

  it('by an answer that they enter for the customer', async () => {
    const { contactId } = await about(desk.supervisor);
    const answer = { kind: 'csat', score: 1 };
    const path = `contacts/${contactId}/answers`;
    await requests.post(desk.supervisor, path, answer).expect(403);
    await requests.post(desk.head, path, answer).expect(201);
    for (const [who, last] of [
      [desk.supervisor, null],
      [desk.head, { score: 1 }],
    ] as const)
      for (const history of [`accounts/${accountId}/history`, `people/${personId}/history`])
        expect((await read<CustomerHistory>(who, history)).lastAnswer).toEqual(last && expect.objectContaining(last));
    const id = (await test.database.first<{ id: string }>('SELECT id FROM answer WHERE contact_id = $1', [contactId]))!;
    const wrong = { revision: 1, why: 'Mistaken' };
    await requests.post(desk.supervisor, `answers/${id.id}/void`, wrong).expect(403);
  });

  it('by being made its owner, or the one concerned while they own it', async () => {
    const { complaintId: id } = await about(li);
    const refused = { code: 'handed-to-concerned' };
    const other = await aDesk(test.database);
    const told = { revision: 1, ownerId: li.staffId, why: 'Theirs' };
    for (const [path, body] of [
      [`complaints/${id}/owner`, told],
      [`complaints/${id}/hand-over`, { ...told, departmentId: other.departmentId }],
      [
        'contacts',
        aContactBody({ repId: desk.rep.staffId, complaint: { repConcernedId: li.staffId, ownerId: li.staffId } }),
      ],
    ] as const)
      expect((await requests.post(desk.head, path, body).expect(400)).body).toMatchObject(refused);
    const complaints = [{ id, revision: 1, ownerId: li.staffId }];
    const { body } = await requests.post(desk.head, 'complaints/assign', { complaints }).expect(200);
    expect(body).toMatchObject({ assigned: [], refused: [refused] });
    await correct(id, { ownerId: li.staffId }).expect(400);

    const own = await requests.aComplaint({ ownerId: li.staffId }, { accountId });
    const { body: fault } = await correct(own.complaintId, { repConcernedId: li.staffId }).expect(400);
    expect(fault.fields).toMatchObject([{ path: 'changes.repConcernedId', code: 'owner-concerned' }]);
    const mine = await about(li);
    const same = { revision: 1, withId: mine.complaintId, why: 'The same' };
    await requests.post(desk.head, `complaints/${own.complaintId}/merge`, same).expect(409);

    const received = await about(li, {}, li);
    expect(await read(desk.head, `complaints/${received.complaintId}`)).toMatchObject({ owner: null });
    for (const { complaintId } of [own, mine, received])
      expect(await read(desk.head, `complaints/${complaintId}`)).toMatchObject({ revision: 1 });
  });
});
