import { v7 as uuid } from 'uuid';
import { anAccount, anOrganisation, type SignedIn } from '../../testing/builders.js';
import { aContactBody, aDesk, type ContactBody, type Desk } from '../../testing/desk-builders.js';
import { createTestApp, type TestApp } from '../../testing/test-app.js';

describe('a contact that is handed over', () => {
  let test: TestApp;
  let desk: Desk;
  let other: Desk;
  beforeAll(async () => {
    test = await createTestApp();
    await anOrganisation(test.database);
    desk = await aDesk(test.database);
    other = await aDesk(test.database);
  });
  afterAll(() => test.close());

  const post = (who: SignedIn, path: string, body: object = {}) =>
    test.http.post(`/api/${path}`).set('Cookie', who.cookie).send(body);
  const get = (who: SignedIn, path: string) => test.http.get(`/api/${path}`).set('Cookie', who.cookie);
  async function handedOver(handOver: ContactBody['handOver'], changes: Partial<ContactBody> = {}): Promise<string> {
    const body = aContactBody({ note: 'Wants to know when they come', handOver, ...changes });
    await post(desk.rep, 'contacts', body).expect(201);
    return body.id;
  }
  const waits = async (who: SignedIn) =>
    ((await get(who, 'duties').expect(200)).body.duties as { kind: string; source: { id: string } }[])
      .filter(({ kind }) => kind === 'hand-over')
      .map(({ source }) => source.id);

  it('is in the day of whom it was handed to, who goes on with it in the same conversation', async () => {
    const accountId = await anAccount(test.database);
    const id = await handedOver({ staffId: other.rep.staffId }, { accountId });
    expect(await waits(other.rep)).toEqual([id]);
    const { body } = await get(other.rep, `contacts/${id}/handed-over`).expect(200);
    expect(body).toMatchObject({ contactId: id, conversationId: id, accountId, note: 'Wants to know when they come' });
    await get(desk.rep, `contacts/${id}/handed-over`).expect(404);

    const { conversationId, contactId } = body as { conversationId: string; contactId: string };
    const next = aContactBody({ accountId, conversationId, transferredFrom: contactId });
    await post(other.rep, 'contacts', next).expect(201);
    await post(other.rep, 'contacts', next).expect(200);
    expect(await waits(other.rep)).toEqual([]);
    await get(other.rep, `contacts/${id}/handed-over`).expect(404);
    expect((await get(other.rep, `contacts/${next.id}`).expect(200)).body).toMatchObject({
      conversationId: id,
      transferredFrom: id,
    });
  });

  it('to a department is in the day of who leads it', async () => {
    const id = await handedOver({ departmentId: other.departmentId });
    expect(await waits(other.head)).toEqual([id]);
    expect(await waits(other.rep)).toEqual([]);
  });

  it('and undone is in nobody’s day', async () => {
    const id = await handedOver({ staffId: other.rep.staffId });
    await post(desk.rep, `contacts/${id}/undo`).expect(200);
    expect(await waits(other.rep)).toEqual([]);
  });

  it('goes to somebody, and to one only', async () => {
    const send = (handOver: object) => post(desk.rep, 'contacts', { ...aContactBody(), handOver });
    const { body } = await send({ staffId: uuid() }).expect(400);
    expect(body.fields).toMatchObject([{ path: 'handOver', code: 'unknown-owner' }]);
    await send({}).expect(400);
    await send({ staffId: other.rep.staffId, departmentId: other.departmentId }).expect(400);
  });

  it('does not go to whom its complaint is about, and tells them nothing where that is found out later', async () => {
    const complaint = { summary: 'Was rude', severity: 'small' as const, repConcernedId: other.rep.staffId };
    const handOver = { staffId: other.rep.staffId };
    const { body } = await post(desk.rep, 'contacts', aContactBody({ complaint, handOver })).expect(400);
    expect(body.fields).toMatchObject([{ path: 'handOver', code: 'handed-to-concerned' }]);

    const id = await handedOver(handOver);
    await get(other.rep, `contacts/${id}/handed-over`).expect(200);
    await post(desk.rep, `contacts/${id}/complaint`, complaint).expect(201);
    await get(other.rep, `contacts/${id}/handed-over`).expect(404);
  });
});
