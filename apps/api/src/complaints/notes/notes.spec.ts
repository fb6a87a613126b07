import type { ComplaintTimeLine } from '@forecall/contracts';
import { anOrganisation, type SignedIn } from '../../testing/builders.js';
import { type ComplaintRequests, complaintRequests } from '../../testing/complaint-requests.js';
import { aColleague, aCustomerWithReason, aDesk, type Desk, minutesAgo } from '../../testing/desk-builders.js';
import { createTestApp, type TestApp } from '../../testing/test-app.js';

describe('notes of a complaint', () => {
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

  const write = (who: SignedIn, id: string, body: object) => requests.post(who, `complaints/${id}/notes`, body);
  const notes = async (who: SignedIn, id: string) =>
    ((await requests.get(who, `complaints/${id}/time-line`).expect(200)).body as ComplaintTimeLine).notes;
  const internal = { kind: 'internal', text: 'The batch ran twice' };
  const told = { kind: 'to-customer', channel: 'phone', text: 'We call back at four' };

  it('part what we note among us from what the customer was told', async () => {
    const { complaintId: id } = await requests.aComplaint();
    await write(desk.rep, id, internal).expect(201);
    await write(desk.head, id, { ...told, at: minutesAgo(0.5) }).expect(201);
    expect(await notes(desk.rep, id)).toMatchObject([told, { ...internal, channel: null }]);
    for (const wrong of [
      { ...told, channel: null },
      { ...internal, channel: 'phone' },
      { ...internal, text: '  ' },
    ])
      await write(desk.rep, id, wrong).expect(400);
    expect((await write(desk.rep, id, { ...told, at: minutesAgo(-9) }).expect(400)).body.code).toBe('ahead-of-time');
  });

  it('are corrected by a new note of the same kind, once', async () => {
    const { complaintId: id } = await requests.aComplaint();
    const { body } = await write(desk.rep, id, told).expect(201);
    const corrected = { ...told, text: 'We call back at five', corrects: body.id as string };
    expect((await write(desk.rep, id, { ...internal, corrects: body.id }).expect(400)).body.code).toBe('unknown-note');
    await write(desk.rep, id, corrected).expect(201);
    expect((await write(desk.head, id, corrected).expect(409)).body.code).toBe('note-corrected');
    expect(await notes(desk.rep, id)).toMatchObject([
      { text: 'We call back at four', isCorrected: true },
      { text: 'We call back at five', corrects: body.id, isCorrected: false },
    ]);
  });

  it('are withheld from the rep concerned, who writes none', async () => {
    const concerned = await aColleague(test.database, desk);
    const { accountId } = await aCustomerWithReason(test.database);
    const { complaintId: id } = await requests.aComplaint({ repConcernedId: concerned.staffId }, { accountId });
    await write(desk.rep, id, internal).expect(201);
    await write(desk.rep, id, told).expect(201);
    await requests
      .post(desk.rep, `complaints/${id}/acknowledge`, { toCustomer: { channel: 'email', text: 'Dear Mr Chen' } })
      .expect(200);
    expect(await notes(concerned, id)).toMatchObject([{ text: null }, { channel: 'phone', text: null }]);
    const { text } = await requests.get(concerned, `complaints/${id}`).expect(200);
    expect(text).not.toContain('Dear Mr Chen');
    await write(concerned, id, internal).expect(403);
  });
});
