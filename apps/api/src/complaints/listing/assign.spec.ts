import { v7 as uuid } from 'uuid';
import { anOrganisation } from '../../testing/builders.js';
import { type ComplaintRequests, complaintRequests } from '../../testing/complaint-requests.js';
import { aColleague, aDesk, type Desk } from '../../testing/desk-builders.js';
import { createTestApp, type TestApp } from '../../testing/test-app.js';

describe('many complaints get their owners at once', () => {
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

  const ownerOf = async (id: string) =>
    (await test.database.first<{ owner: string | null; revision: number }>(
      'SELECT owner_id AS owner, revision FROM complaint WHERE id = $1',
      [id],
    ))!;
  const assign = (complaints: object[], key: string = uuid()) =>
    requests.post(desk.supervisor, 'complaints/assign', { complaints }).set('Idempotency-Key', key);

  it('each judged on its own, what was there kept, and the answer says the way back', async () => {
    const colleague = await aColleague(test.database, desk);
    const ownerId = colleague.staffId;
    const [good, stale, voided] = [
      await requests.aComplaint(),
      await requests.aComplaint(),
      await requests.aComplaint(),
    ];
    const stranger = await aDesk(test.database);
    const out = await complaintRequests(test, stranger).aComplaint();
    await requests.post(desk.rep, `complaints/${stale.complaintId}/acknowledge`).expect(200);
    await requests
      .post(desk.head, `complaints/${voided.complaintId}/void`, { revision: 1, why: 'Mistaken' })
      .expect(200);
    const told = [good, stale, voided, out].map(({ complaintId: id }) => ({ id, revision: 1, ownerId }));
    const { body } = await assign(told).expect(200);
    expect(body).toEqual({
      assigned: [{ id: good.complaintId, revision: 2, ownerIdBefore: desk.rep.staffId }],
      refused: [
        { id: stale.complaintId, number: stale.number, code: 'revised-meanwhile' },
        { id: voided.complaintId, number: voided.number, code: 'voided' },
        { id: out.complaintId, number: null, code: 'not-found' },
      ],
    });
    expect(await ownerOf(good.complaintId)).toEqual({ owner: ownerId, revision: 2 });
    expect(await ownerOf(stale.complaintId)).toEqual({ owner: desk.rep.staffId, revision: 2 });
    const logged = await test.database.first<{ owner: string }>(
      `SELECT before ->> 'owner_id' AS owner FROM revision_log WHERE entity = 'complaint' AND entity_id = $1`,
      [good.complaintId],
    );
    expect(logged?.owner).toBe(desk.rep.staffId);
    await assign([{ id: good.complaintId, revision: 2, ownerId: body.assigned[0].ownerIdBefore }]).expect(200);
    expect(await ownerOf(good.complaintId)).toEqual({ owner: desk.rep.staffId, revision: 3 });
  });

  it('sent again with its key it is done once; the same owner is no change', async () => {
    const { complaintId: id } = await requests.aComplaint();
    const key = uuid();
    const first = await assign([{ id, revision: 1, ownerId: null }], key).expect(200);
    const again = await assign([{ id, revision: 1, ownerId: null }], key).expect(200);
    expect(again.body).toEqual(first.body);
    expect(await ownerOf(id)).toEqual({ owner: null, revision: 2 });
    await assign([{ id, revision: 2, ownerId: null }]).expect(200);
    expect(await ownerOf(id)).toEqual({ owner: null, revision: 2 });
  });

  it('refuses nobody known, one’s own case, and a bad request as a whole', async () => {
    const { complaintId: id } = await requests.aComplaint();
    expect((await assign([{ id, revision: 1, ownerId: uuid() }]).expect(200)).body.refused).toMatchObject([
      { code: 'unknown-owner' },
    ]);
    const concerned = await aColleague(test.database, desk);
    const about = await requests.aComplaint({ repConcernedId: concerned.staffId });
    const own = await requests
      .post(concerned, 'complaints/assign', {
        complaints: [{ id: about.complaintId, revision: 1, ownerId: concerned.staffId }],
      })
      .expect(200);
    expect(own.body.refused).toMatchObject([{ code: 'forbidden' }]);
    await assign([]).expect(400);
    await assign(Array.from({ length: 501 }, () => ({ id: uuid(), revision: 1, ownerId: null }))).expect(400);
    const twice = { id, revision: 1, ownerId: null };
    expect((await assign([twice, twice]).expect(400)).body.fields).toMatchObject([{ path: 'complaints' }]);
    expect(await ownerOf(id)).toMatchObject({ revision: 1 });
  });
});
