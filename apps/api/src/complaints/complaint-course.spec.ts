import { v7 as uuid } from 'uuid';
import { anOrganisation, type SignedIn } from '../testing/builders.js';
import { type ComplaintRequests, complaintRequests } from '../testing/complaint-requests.js';
import { aDesk, type Desk, minutesAgo } from '../testing/desk-builders.js';
import { createTestApp, type TestApp } from '../testing/test-app.js';

describe('complaints in their course', () => {
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

  const step = (who: SignedIn, id: string, name: string, body: object = {}) =>
    requests.post(who, `complaints/${id}/${name}`, body);

  it('are acknowledged, closed, reopened and closed again', async () => {
    const { complaintId: id } = await requests.aComplaint();
    expect((await step(desk.rep, id, 'close', { closing: 'accepted' }).expect(409)).body.code).toBe(
      'step-needs-acknowledged',
    );
    const acknowledged = await step(desk.rep, id, 'acknowledge', { note: 'Told him on the spot' }).expect(200);
    expect(acknowledged.body).toEqual({ id, revision: 2, stage: 'acknowledged', isOpen: true });
    expect((await step(desk.rep, id, 'acknowledge').expect(409)).body.code).toBe('step-already-taken');
    const closed = await step(desk.supervisor, id, 'close', {
      closing: 'accepted',
      decision: 'upheld',
      remedyGiven: 'CNY 48,600 back',
    }).expect(200);
    expect(closed.body).toEqual({ id, revision: 3, stage: 'closed', isOpen: false });
    expect((await requests.get(desk.rep, `complaints/${id}`)).body).toMatchObject({
      closing: 'accepted',
      decision: 'upheld',
      remedyGiven: 'CNY 48,600 back',
      possibleSteps: ['reopened', 'analysed'],
      isOpen: false,
    });
    expect((await step(desk.head, id, 'reopen').expect(200)).body).toMatchObject({ stage: 'reopened', isOpen: true });
    await step(desk.rep, id, 'close', { closing: 'no-reply' }).expect(200);
    const { body } = await requests.get(desk.rep, `complaints/${id}`).expect(200);
    expect(body.steps).toMatchObject(
      ['received', 'acknowledged', 'closed', 'reopened', 'closed'].map((name) => ({ step: name })),
    );
    expect(body).toMatchObject({ closing: 'no-reply', decision: 'upheld', stage: 'closed' });
  });

  it('take one of two steps that exclude each other', async () => {
    const { complaintId: id } = await requests.aComplaint();
    await step(desk.rep, id, 'acknowledge').expect(200);
    const answers = await Promise.all(
      [desk.rep, desk.supervisor, desk.head].map((who) => step(who, id, 'close', { closing: 'withdrawn' })),
    );
    expect(answers.map(({ status }) => status).toSorted()).toEqual([200, 409, 409]);
  });

  it('may be dated back, not before the last step and not ahead', async () => {
    const { complaintId: id } = await requests.aComplaint({}, { startedAt: minutesAgo(20), endedAt: minutesAgo(10) });
    expect((await step(desk.rep, id, 'acknowledge', { at: minutesAgo(30) }).expect(409)).body.code).toBe(
      'step-before-last',
    );
    expect((await step(desk.rep, id, 'acknowledge', { at: minutesAgo(-5) }).expect(400)).body.code).toBe(
      'ahead-of-time',
    );
    await step(desk.rep, id, 'acknowledge', { at: minutesAgo(15) }).expect(200);
  });

  it('are voided with a reason by those who lead, and count no more', async () => {
    const { complaintId: id, contactId } = await requests.aComplaint();
    const body = { revision: 1, why: 'A question, no complaint' };
    await step(desk.rep, id, 'void', body).expect(403);
    await step(desk.supervisor, id, 'void', { ...body, revision: 4 }).expect(409);
    await step(desk.supervisor, id, 'void', body).expect(200, { id, revision: 2 });
    expect(await requests.mark(contactId)).toBe(0);
    expect((await step(desk.rep, id, 'acknowledge').expect(409)).body.code).toBe('voided');
    expect((await requests.get(desk.rep, `complaints/${id}`).expect(200)).body).toMatchObject({
      isOpen: false,
      voidReason: 'A question, no complaint',
      possibleSteps: [],
    });
  });

  it('are corrected with what was there kept', async () => {
    const { complaintId: id } = await requests.aComplaint();
    const correct = (changes: object, revision = 1) =>
      test.http
        .patch(`/api/complaints/${id}`)
        .set('Cookie', desk.rep.cookie)
        .send({ revision, why: 'Heard again', changes });
    await correct({
      summary: 'Charged three times',
      severity: 'stopped-work',
      ownerId: desk.supervisor.staffId,
    }).expect(200);
    await correct({ summary: 'Charged four times' }).expect(409);
    expect((await correct({ ownerId: uuid() }, 2).expect(400)).body.code).toBe('unknown-owner');
    expect((await requests.get(desk.rep, `complaints/${id}`)).body).toMatchObject({
      summary: 'Charged three times',
      severity: 'stopped-work',
      owner: { id: desk.supervisor.staffId },
      revision: 2,
    });
    const log = await test.database.first<{ before: { summary: string } }>(
      `SELECT before FROM revision_log WHERE entity = 'complaint' AND entity_id = $1`,
      [id],
    );
    expect(log?.before.summary).toBe('Charged twice');
  });
});
