import type { ContactDetail, ContactList, DeskCall, DeskCalls, OpenedPhoneLine } from '@forecall/contracts';
import { v7 as uuid } from 'uuid';
import { verifyTallies } from '../../tallies/verify.js';
import { aDepartment, anOrganisation, aSignIn, type SignedIn } from '../../testing/builders.js';
import { aColleague, aContactBody, aDesk, type Desk } from '../../testing/desk-builders.js';
import { createTestApp, type TestApp } from '../../testing/test-app.js';

describe('what a telephone system tells of its calls', () => {
  let test: TestApp;
  let desk: Desk;
  let colleague: SignedIn;
  let admin: SignedIn;
  let address: string;
  let calls = 0;

  beforeAll(async () => {
    test = await createTestApp();
    await anOrganisation(test.database);
    await test.database.change(`UPDATE organisation SET country = 'CN'`);
    desk = await aDesk(test.database);
    colleague = await aColleague(test.database, desk);
    admin = await aSignIn(test.database, { role: 'admin' });
    await test.database.change(`UPDATE staff SET extension = '42', email = 'Li.Yan@beichen.example' WHERE id = $1`, [
      desk.rep.staffId,
    ]);
    await test.database.change(`UPDATE staff SET name = '王琳' WHERE id = $1`, [colleague.staffId]);
    address = (await open()).address;
  });
  afterAll(() => test.close());

  const post = (who: SignedIn, path: string, body: object = {}) =>
    test.http.post(`/api/${path}`).set('Cookie', who.cookie).send(body);
  const open = async (departmentId = desk.departmentId) =>
    (await post(admin, 'phone-lines', { name: 'Exchange', departmentId }).expect(201)).body as OpenedPhoneLine;
  const path = () => new URL(address).pathname;

  /** A call from a number of its own. */
  function aCall(told: object = {}) {
    const callId = `call-${++calls}`;
    const from = `0755260${10_000 + calls}`;
    const all = { callId, direction: 'in', from, to: '075526010000', ...told };
    const tell = (event: string, more: object = {}) => test.http.post(path()).send({ ...all, event, ...more });
    return { callId, from, e164: `+86755260${10_000 + calls}`, tell };
  }
  const mine = async (who: SignedIn = desk.rep) =>
    ((await test.http.get('/api/calls/mine').set('Cookie', who.cookie).expect(200)).body as DeskCalls).calls;
  const myCall = async ({ from }: { from: string }, who: SignedIn = desk.rep): Promise<DeskCall | undefined> =>
    (await mine(who)).find(({ phone }) => phone === from);
  const contacts = async (query: string) =>
    ((await test.http.get(`/api/contacts?${query}`).set('Cookie', desk.head.cookie).expect(200)).body as ContactList)
      .contacts;
  const contact = async (id: string) =>
    (await test.http.get(`/api/contacts/${id}`).set('Cookie', desk.head.cookie).expect(200)).body as ContactDetail;
  const abandoned = async ({ callId }: { callId: string }) =>
    test.database.rows<{ id: string; wait: number; voided: boolean; revision: number }>(
      `SELECT c.id, c.wait_seconds AS wait, c.voided_at IS NOT NULL AS voided, c.revision
       FROM contact c JOIN phone_call p ON p.id::text = $1 OR c.id = p.contact_id WHERE p.call_id = $1`,
      [callId],
    );
  const moveBack = (call: { callId: string }, column: string, seconds: number) =>
    test.database.change(`UPDATE phone_call SET ${column} = ${column} - make_interval(secs => $2) WHERE call_id = $1`, [
      call.callId,
      seconds,
    ]);
  async function aCustomer(e164: string, people = 1) {
    const { body } = await post(desk.rep, 'accounts', {
      name: `Customer ${e164}`,
      people: Array.from({ length: people }, (_, n) => ({ name: `Caller ${n}`, phones: [e164] })),
    }).expect(201);
    return body as { id: string; personIds: string[] };
  }

  it('rings at the desks that are named, by extension, e-mail address or name', async () => {
    const call = aCall();
    const { id, personIds } = await aCustomer(call.e164);
    await call
      .tell('newCall', { user: ['li.yan@BEICHEN.example', '王琳', 'nobody we know'], queue: 'Support' })
      .expect(200, {});
    expect(await myCall(call)).toMatchObject({
      state: 'ringing',
      direction: 'in',
      queue: 'Support',
      e164: call.e164,
      people: [{ id: personIds[0], account: { id } }],
      waitSeconds: null,
    });
    expect(await myCall(call, colleague)).toMatchObject({ state: 'ringing' });
    await call.tell('answer', { answeringNumber: '42' }).expect(200);
    expect(await myCall(call)).toMatchObject({ state: 'talking', waitSeconds: 0 });
    expect(await myCall(call, colleague)).toBeUndefined();
  });

  it('as a form too', async () => {
    const call = aCall();
    const form = (event: string) =>
      test.http
        .post(path())
        .type('form')
        .send(`event=${event}&callId=${call.callId}&direction=in&from=${call.from}&to=1&user[]=nobody&user[]=42`);
    await form('newCall').expect(200);
    expect(await myCall(call)).toMatchObject({ state: 'ringing' });
  });

  it('is logged with its wait and talk', async () => {
    const call = aCall();
    await call.tell('newCall', { user: ['42'] }).expect(200);
    await call.tell('answer', { user: ['42'] }).expect(200);
    await call.tell('hangup', { cause: 'normalClearing' }).expect(200);
    await moveBack(call, 'new_at', 254);
    await moveBack(call, 'answered_at', 240);
    const shown = await myCall(call);
    expect(shown).toMatchObject({ state: 'ended', waitSeconds: 14, talkSeconds: 240 });
    const body = aContactBody({
      callId: shown?.id,
      startedAt: shown?.startedAt,
      endedAt: shown?.endedAt ?? undefined,
    });
    await post(desk.rep, 'contacts', body).expect(201);
    await post(desk.rep, 'contacts', body).expect(200);
    expect(await contact(body.id)).toMatchObject({ waitSeconds: 14, talkSeconds: 240, revision: 1 });
    expect(await myCall(call)).toBeUndefined();
  });

  it('completes the contact that was saved before they hung up', async () => {
    const call = aCall();
    await call.tell('newCall', { user: ['42'] }).expect(200);
    await call.tell('answer', { user: ['42'] }).expect(200);
    await moveBack(call, 'new_at', 65);
    await moveBack(call, 'answered_at', 60);
    const shown = await myCall(call);
    const body = aContactBody({ callId: shown?.id, startedAt: shown?.startedAt, endedAt: new Date().toISOString() });
    await post(desk.rep, 'contacts', body).expect(201);
    expect(await contact(body.id)).toMatchObject({ talkSeconds: null, waitSeconds: 5 });
    await call.tell('hangup').expect(200);
    await call.tell('hangup').expect(200);
    const stored = await contact(body.id);
    expect(stored).toMatchObject({ waitSeconds: 5, talkSeconds: 60, revision: 2 });
    expect(Date.parse(stored.endedAt)).toBeGreaterThanOrEqual(Date.parse(body.endedAt));
    expect(await verifyTallies(test.database)).toEqual([]);
  });

  it('hung up unanswered is an abandoned contact of its caller, once', async () => {
    const call = aCall();
    const { id, personIds } = await aCustomer(call.e164);
    await call.tell('newCall', { queue: 'Support' }).expect(200);
    await moveBack(call, 'new_at', 31);
    await Promise.all([1, 2, 3].map(() => call.tell('hangup', { cause: 'cancel' }).expect(200)));
    const found = await contacts(`accountId=${id}`);
    expect(found).toMatchObject([
      {
        outcome: 'abandoned-in-queue',
        direction: 'in',
        channel: 'phone',
        person: { id: personIds[0] },
        rep: null,
        handlingDepartment: { id: desk.departmentId },
      },
    ]);
    expect((await contact(found[0]!.id)).waitSeconds).toBe(31);
    expect(await verifyTallies(test.database)).toEqual([]);
  });

  it('goes to the department that its queue is named after', async () => {
    const departmentId = await aDepartment(test.database, { name: 'Key desk' });
    const call = aCall({ queue: 'key desk' });
    await call.tell('newCall').expect(200);
    await call.tell('hangup').expect(200);
    const [row] = await test.database.rows<{ department: string; account: string | null }>(
      `SELECT c.handling_department_id AS department, c.account_id AS account FROM phone_call p
       JOIN contact c ON c.id = p.contact_id WHERE p.call_id = $1`,
      [call.callId],
    );
    expect(row).toEqual({ department: departmentId, account: null });
  });

  it('knows the account where several of its people have the number, and nobody where it is several accounts’', async () => {
    const [shared, strange] = [aCall(), aCall()];
    const { id } = await aCustomer(shared.e164, 2);
    await aCustomer(strange.e164);
    await aCustomer(strange.e164);
    for (const call of [shared, strange]) {
      await call.tell('newCall').expect(200);
      await call.tell('hangup').expect(200);
    }
    const rows = await test.database.rows<{ account: string | null; person: string | null }>(
      `SELECT c.account_id AS account, c.person_id AS person FROM phone_call p JOIN contact c ON c.id = p.contact_id
       WHERE p.call_id = ANY ($1) ORDER BY p.created_at`,
      [[shared.callId, strange.callId]],
    );
    expect(rows).toEqual([
      { account: id, person: null },
      { account: null, person: null },
    ]);
  });

  it.each([
    ['forwarded on', { cause: 'forwarded' }, {}],
    ['from us', {}, { direction: 'out', user: ['42'] }],
  ])('%s is not abandoned', async (_name, hangup, told) => {
    const call = aCall(told);
    await call.tell('newCall').expect(200);
    await call.tell('hangup', hangup).expect(200);
    expect(await abandoned(call)).toEqual([]);
  });

  it('from us waits at the desk of the caller, answered or not', async () => {
    const call = aCall({ direction: 'out', from: '42', to: '0755 2601 9999', user: ['42'] });
    await call.tell('newCall').expect(200);
    expect((await mine()).at(-1)).toMatchObject({ direction: 'out', phone: '0755 2601 9999', e164: '+8675526019999' });
    await call.tell('hangup', { cause: 'busy' }).expect(200);
    const shown = (await mine()).at(-1);
    expect(shown).toMatchObject({ state: 'unanswered', waitSeconds: null, talkSeconds: null });
    await post(desk.rep, `calls/${shown?.id}/dismiss`).expect(200, { id: shown?.id });
    expect((await mine()).some(({ id }) => id === shown?.id)).toBe(false);
  });

  it('may come in any order: an answer after the hang-up takes the abandoned contact back', async () => {
    const call = aCall();
    await call.tell('hangup').expect(200);
    await call.tell('newCall').expect(200);
    const before = await abandoned(call);
    expect(before).toMatchObject([{ wait: null, voided: false }]);
    await call.tell('answer', { answeringNumber: '42' }).expect(200);
    expect(await abandoned(call)).toEqual([]);
    const [voided] = await test.database.rows<{ void_reason: string }>(
      'SELECT void_reason FROM contact WHERE id = $1',
      [before[0]?.id],
    );
    expect(voided?.void_reason).toBe('answered');
    expect(await myCall(call)).toMatchObject({ state: 'ended', waitSeconds: null, talkSeconds: null });
    expect(await verifyTallies(test.database)).toEqual([]);
  });

  it('in every order, each event twice, comes to the same call', async () => {
    const events = ['newCall', 'answer', 'hangup'];
    const orders = events
      .flatMap((a) => events.flatMap((b) => events.map((c) => [a, b, c])))
      .filter((o) => new Set(o).size === 3);
    for (const order of orders) {
      const call = aCall();
      for (const event of [...order, ...order]) await call.tell(event, { answeringNumber: '42' }).expect(200);
      expect(await myCall(call)).toMatchObject({ state: 'ended' });
      expect(await abandoned(call)).toEqual([]);
    }
  });

  it('is nobody else’s to log or to dismiss', async () => {
    const call = aCall();
    await call.tell('newCall', { user: ['42'] }).expect(200);
    await call.tell('answer', { user: ['42'] }).expect(200);
    const shown = await myCall(call);
    await post(colleague, `calls/${shown?.id}/dismiss`).expect(404);
    const body = aContactBody({ callId: shown?.id });
    await post(colleague, 'contacts', body).expect(201);
    expect((await myCall(call))?.id).toBe(shown?.id);
    await post(desk.rep, 'contacts', aContactBody({ callId: uuid() })).expect(201);
  });

  it('is refused where it makes no sense, and at an address that is none or was revoked', async () => {
    const call = aCall();
    const { body } = await call.tell('ring').expect(400);
    expect(body.fields).toMatchObject([{ path: 'event' }]);
    await call.tell('newCall', { callId: 'x'.repeat(251) }).expect(400);
    await call.tell('newCall', { direction: 'up' }).expect(400);
    await test.http.post('/api/cti/not-a-secret').send({ event: 'newCall', callId: '1', direction: 'in' }).expect(404);
    const { line, address: other } = await open();
    const event = { event: 'newCall', callId: '1', direction: 'in', from: '1', to: '2', more: 'is let pass' };
    await test.http.post(new URL(other).pathname).send(event).expect(200);
    expect((await post(admin, `phone-lines/${line.id}/revoke`).expect(200)).body.heardAt).not.toBeNull();
    await test.http.post(new URL(other).pathname).send(event).expect(404);
    await post(desk.supervisor, 'phone-lines', { name: 'x', departmentId: desk.departmentId }).expect(403);
    await post(admin, 'phone-lines', { name: 'x', departmentId: uuid() }).expect(400);
  });

  it('comes without our console’s header and without a session', async () => {
    const event = { event: 'newCall', callId: 'bare', direction: 'in', from: 'anonymous', to: '2', user: ['42'] };
    const answer = await fetch(new URL(path(), test.url), {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify(event),
    });
    expect([answer.status, await answer.json()]).toEqual([200, {}]);
    expect((await mine()).find(({ phone }) => phone === 'anonymous')).toMatchObject({ e164: null, people: [] });
  });
});
