import type { ComplaintDetail, ComplaintTimeLine } from '@forecall/contracts';
import { v7 as uuid } from 'uuid';
import { anOrganisation, type SignedIn } from '../testing/builders.js';
import { type ComplaintRequests, complaintRequests } from '../testing/complaint-requests.js';
import {
  aColleague,
  aContactBody,
  aCustomerWithReason,
  aDesk,
  type ContactBody,
  type Desk,
  minutesAgo,
} from '../testing/desk-builders.js';
import { createTestApp, type TestApp } from '../testing/test-app.js';

describe('a complaint is received', () => {
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

  it('with its contact: a number, the first step, the receiver as owner, the mark on the contact', async () => {
    const { accountId, personId, reasonId, answerableDepartmentId } = await aCustomerWithReason(test.database);
    const { complaintId, contactId, number } = await requests.aComplaint(
      { remedySought: 'Money back', severity: 'money' },
      { accountId, personId, reasonId, note: 'Calls again tonight' },
    );
    expect(number).toMatch(/^C-\d\d-\d{5}$/);
    const { body } = await requests.get(desk.rep, `complaints/${complaintId}`).expect(200);
    expect(body).toMatchObject({
      number,
      stage: 'received',
      isOpen: true,
      contactId,
      account: { id: accountId },
      person: { id: personId },
      answerableDepartment: { id: answerableDepartmentId },
      handlingDepartment: { id: desk.departmentId },
      owner: { id: desk.rep.staffId },
      receiver: { id: desk.rep.staffId },
      summary: 'Charged twice',
      remedySought: 'Money back',
      severity: 'money',
      contactNote: 'Calls again tonight',
      isFoundByUs: false,
      steps: [{ step: 'received' }],
      possibleSteps: ['acknowledged'],
      revision: 1,
    });
    expect(await requests.mark(contactId)).toBe(1);
  });

  it('later from its contact, once', async () => {
    const { contactId } = await requests.logged();
    const { body } = await requests.post(desk.rep, `contacts/${contactId}/complaint`, { summary: 'Late' }).expect(201);
    expect(body).toMatchObject({ contactId, number: expect.stringMatching(/^C-/) });
    const again = await requests.post(desk.rep, `contacts/${contactId}/complaint`, { summary: 'Late' }).expect(409);
    expect(again.body).toMatchObject({ code: 'complaint-exists', values: { number: body.number } });
    expect(await requests.mark(contactId)).toBe(1);
    const other = await aDesk(test.database);
    await requests.post(other.rep, `contacts/${contactId}/complaint`).expect(404);
  });

  it('once from two at the same time', async () => {
    const { contactId } = await requests.logged();
    const answers = await Promise.all(
      [desk.rep, desk.supervisor, desk.head].map((who) => requests.post(who, `contacts/${contactId}/complaint`)),
    );
    expect(answers.map(({ status }) => status).toSorted()).toEqual([201, 409, 409]);
  });

  it('by letter, making its own receiving contact, and once however often it is sent', async () => {
    const { accountId, reasonId } = await aCustomerWithReason(test.database);
    const letter = {
      channel: 'letter',
      receivedAt: minutesAgo(60),
      accountId,
      reasonId,
      complaint: { summary: 'Delivered to the wrong door' },
    };
    const send = () => requests.post(desk.rep, 'complaints', letter).set('Idempotency-Key', 'letter-of-harbour-bank');
    const first = await send().expect(201);
    expect((await send().expect(201)).body).toEqual(first.body);
    const { body: contact } = await requests.get(desk.rep, `contacts/${first.body.contactId}`).expect(200);
    expect(contact).toMatchObject({ channel: 'letter', direction: 'in', outcome: 'handled', waitSeconds: null });
    expect(Date.parse(contact.endedAt)).toBe(Date.parse(letter.receivedAt));
    const { body: list } = await requests.get(desk.rep, `complaints?accountId=${accountId}`).expect(200);
    expect(list.complaints).toHaveLength(1);
    const ahead = await requests.post(desk.rep, 'complaints', { ...letter, receivedAt: minutesAgo(-10) }).expect(400);
    expect(ahead.body.fields).toMatchObject([{ path: 'receivedAt', code: 'ahead-of-time' }]);
  });

  it('by letter from who leads and is in no team, for the department', async () => {
    const { reasonId } = await aCustomerWithReason(test.database);
    const letter = { channel: 'letter', receivedAt: minutesAgo(60), reasonId, complaint: { summary: 'To the head' } };
    const { body: made } = await requests.post(desk.head, 'complaints', letter).expect(201);
    const { body: contact } = await requests.get(desk.head, `contacts/${made.contactId}`).expect(200);
    expect(contact).toMatchObject({ rep: null, team: null, handlingDepartment: { id: desk.departmentId } });
    expect((await requests.get(desk.head, `complaints/${made.id}`).expect(200)).body.owner).toBeNull();
    const own = { ...letter, repId: desk.head.staffId };
    const teamless = await requests.post(desk.head, 'complaints', own).expect(400);
    expect(teamless.body.fields).toMatchObject([{ path: 'receivedAt', code: 'rep-without-team' }]);
  });

  it('by our own call, as found by us and outside the rate', async () => {
    const proactive = { direction: 'out', purpose: 'proactive' } as const;
    const { contactId, complaintId } = await requests.aComplaint({}, proactive);
    expect(await requests.mark(contactId)).toBe(2);
    expect((await requests.get(desk.rep, `complaints/${complaintId}`).expect(200)).body.isFoundByUs).toBe(true);
    for (const wrong of [
      { ...proactive, complaint: { foundByUs: false } },
      { complaint: { foundByUs: true } },
      { purpose: 'internal', complaint: {} },
      { direction: 'out', outcome: 'not-reached', complaint: {} },
    ] as Partial<ContactBody>[]) {
      const { body } = await requests.post(desk.rep, 'contacts', aContactBody(wrong)).expect(400);
      expect(body.fields).toMatchObject([{ path: 'complaint', code: 'contact-without-complaint' }]);
    }
  });

  it('together with its contact or not at all', async () => {
    const body = aContactBody({ complaint: { repeatOfId: uuid() } });
    const refused = await requests.post(desk.rep, 'contacts', body).expect(400);
    expect(refused.body.fields).toMatchObject([{ path: 'complaint.repeatOfId', code: 'unknown-complaint' }]);
    await requests.get(desk.rep, `contacts/${body.id}`).expect(404);
  });

  it('sent again with its contact is the same complaint', async () => {
    const body = aContactBody({ complaint: { summary: 'Twice' } });
    const answers = await Promise.all(Array.from({ length: 6 }, () => requests.post(desk.rep, 'contacts', body)));
    expect(answers.map(({ status }) => status).toSorted()).toEqual([200, 200, 200, 200, 200, 201]);
    expect(new Set(answers.map((answer) => JSON.stringify(answer.body))).size).toBe(1);
    expect(answers[0]!.body.complaint.number).toMatch(/^C-/);
  });

  it('as a repeat of one of the same account only', async () => {
    const { accountId } = await aCustomerWithReason(test.database);
    const earlier = await requests.aComplaint({}, { accountId });
    const strange = await requests.aComplaint({}, { accountId: (await aCustomerWithReason(test.database)).accountId });
    const { complaintId } = await requests.aComplaint({ repeatOfId: earlier.complaintId }, { accountId });
    const { body } = await requests.get(desk.rep, `complaints/${complaintId}`).expect(200);
    expect(body).toMatchObject({ isRepeat: true, repeatOf: { number: earlier.number } });
    expect((await requests.get(desk.rep, `complaints/${earlier.complaintId}`)).body.repeatedBy).toMatchObject([
      { id: complaintId },
    ]);
    const refused = await requests
      .post(desk.rep, 'contacts', aContactBody({ accountId, complaint: { repeatOfId: strange.complaintId } }))
      .expect(400);
    expect(refused.body.code).toBe('complaint-of-another-account');
  });

  it('as a repeat of an earlier one only, so that none repeat each other', async () => {
    const { accountId } = await aCustomerWithReason(test.database);
    const first = await requests.aComplaint({}, { accountId });
    const second = await requests.aComplaint({ repeatOfId: first.complaintId }, { accountId });
    const correct = (id: string, changes: object, revision = 1) =>
      test.http
        .patch(`/api/complaints/${id}`)
        .set('Cookie', desk.head.cookie)
        .send({ revision, why: 'As it was', changes });
    const refusals = [
      await correct(first.complaintId, { repeatOfId: second.complaintId }).expect(400),
      await requests
        .post(
          desk.rep,
          'contacts',
          aContactBody({ accountId, complaint: { repeatOfId: first.complaintId, receivedAt: minutesAgo(90) } }),
        )
        .expect(400),
      await correct(second.complaintId, { receivedAt: minutesAgo(90) }).expect(400),
    ];
    for (const { body } of refusals) expect(body.code).toBe('complaint-not-earlier');
    const later = await correct(first.complaintId, { receivedAt: minutesAgo(2) }).expect(400);
    expect(later.body.fields).toMatchObject([{ path: 'changes.receivedAt', code: 'received-after-step' }]);
    await correct(second.complaintId, { repeatOfId: null, receivedAt: minutesAgo(90) }).expect(200);
    // The number that the customer was told stays, whichever year the receipt moves into.
    await correct(second.complaintId, { receivedAt: minutesAgo(400 * 24 * 60) }, 2).expect(200);
    const { body: moved } = await requests.get(desk.rep, `complaints/${second.complaintId}`).expect(200);
    expect(moved.number).toBe(second.number);
    expect(new Date(moved.firstReceivedAt).getUTCFullYear() % 100).not.toBe(Number(second.number.slice(2, 4)));
  });

  it('at most ten years before its contact; those who lead correct it, and what was there stays', async () => {
    const early = aContactBody({ complaint: { receivedAt: '1901-01-01T00:00:00Z' } });
    const refused = await requests.post(desk.rep, 'contacts', early).expect(400);
    expect(refused.body.fields).toMatchObject([{ path: 'complaint.receivedAt', code: 'received-too-early' }]);

    const { complaintId } = await requests.aComplaint();
    await requests.post(desk.supervisor, `complaints/${complaintId}/acknowledge`).expect(200);
    const correct = (who: SignedIn, receivedAt: string, revision = 2) =>
      test.http
        .patch(`/api/complaints/${complaintId}`)
        .set('Cookie', who.cookie)
        .send({ revision, why: 'The letter says so', changes: { receivedAt } });
    await correct(desk.rep, minutesAgo(500)).expect(403);
    await correct(desk.head, '1990-01-01T00:00:00Z').expect(400);
    await correct(desk.head, minutesAgo(-1)).expect(400);
    const receivedAt = minutesAgo(500);
    await correct(desk.supervisor, receivedAt).expect(200, { id: complaintId, revision: 3 });
    const { body } = await requests.get(desk.rep, `complaints/${complaintId}`).expect(200);
    expect(Date.parse(body.firstReceivedAt)).toBe(Date.parse(receivedAt));
    expect(body.steps).toMatchObject([{ step: 'received' }, { step: 'acknowledged' }]);
    expect(Date.parse(body.steps[0].at)).toBe(Date.parse(receivedAt));
    const kept = await test.database.first<{ before: { first_received_at: string } }>(
      `SELECT before FROM revision_log WHERE entity_id = $1 AND revision = 2`,
      [complaintId],
    );
    expect(Date.parse(kept!.before.first_received_at)).toBeGreaterThan(Date.parse(receivedAt));
    const { changes } = (await requests.get(desk.rep, `complaints/${complaintId}/time-line`).expect(200))
      .body as ComplaintTimeLine;
    expect(changes).toMatchObject([{ why: 'The letter says so', changes: [{ field: 'receivedAt' }] }]);
    expect(Date.parse(String(changes[0]?.changes[0]?.after))).toBe(Date.parse(receivedAt));
    const mayMove = async (who: SignedIn) =>
      ((await requests.get(who, `complaints/${complaintId}`).expect(200)).body as ComplaintDetail).mayMoveReceipt;
    expect(await Promise.all([desk.rep, desk.supervisor, desk.head].map(mayMove))).toEqual([false, true, true]);
  });

  it('concerns the team that its rep was in when it happened', async () => {
    const colleague = await aColleague(test.database, desk);
    const other = await aDesk(test.database);
    const about = await requests.logged({ startedAt: minutesAgo(50), endedAt: minutesAgo(40) }, colleague);
    await test.database.change(`UPDATE membership SET "to" = now() - interval '30 minutes' WHERE staff_id = $1`, [
      colleague.staffId,
    ]);
    await test.database.change(
      `INSERT INTO membership (id, staff_id, team_id, "from") VALUES ($1, $2, $3, now() - interval '30 minutes')`,
      [uuid(), colleague.staffId, other.teamId],
    );
    const team = async (told: object) => {
      const { complaintId } = await requests.aComplaint({ repConcernedId: colleague.staffId, ...told });
      return String((await requests.get(desk.rep, `complaints/${complaintId}`).expect(200)).body.teamConcerned.id);
    };
    expect(await team({ aboutContactId: about.contactId })).toBe(desk.teamId);
    expect(await team({})).toBe(other.teamId);
  });
});
