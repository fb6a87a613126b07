import type { ListCount, PromiseDetail, PromiseEntry, PromiseList } from '@forecall/contracts';
import { Jobs } from '../platform/jobs/jobs.js';
import { anAccount, anOrganisation, type SignedIn } from '../testing/builders.js';
import { aColleague, aContactBody, aDesk, aPerson, type Desk } from '../testing/desk-builders.js';
import { aMailServer, type MailServer } from '../testing/mail-server.js';
import { createTestApp, type TestApp } from '../testing/test-app.js';

const inHours = (hours: number) => new Date(Date.now() + hours * 3_600_000).toISOString();

describe('promises', () => {
  let test: TestApp;
  let desk: Desk;
  let colleague: SignedIn;
  let stranger: SignedIn;
  let accountId: string;
  let personId: string;
  beforeAll(async () => {
    test = await createTestApp();
    await anOrganisation(test.database);
    desk = await aDesk(test.database);
    colleague = await aColleague(test.database, desk);
    stranger = await aColleague(test.database, await aDesk(test.database));
    accountId = await anAccount(test.database, { name: 'Harbour Bank' });
    personId = await aPerson(test.database, accountId);
  });
  afterAll(() => test.close());

  const post = (who: SignedIn, path: string, body: object) =>
    test.http.post(`/api/${path}`).set('Cookie', who.cookie).send(body);
  const list = async (query: string, who: SignedIn = desk.rep) =>
    ((await test.http.get(`/api/promises?${query}`).set('Cookie', who.cookie).expect(200)).body as PromiseList)
      .promises;
  const one = async (id: string) =>
    (await test.http.get(`/api/promises/${id}`).set('Cookie', desk.rep.cookie).expect(200)).body as PromiseDetail;
  const duties = (id: string) =>
    test.database.rows<{ owner: string; outcome: string | null; due: Date }>(
      `SELECT owner_id AS owner, outcome, due_at AS due FROM duty WHERE source_entity = 'promise' AND source_id = $1 ORDER BY created_at, id`,
      [id],
    );
  const made = async (what: string, dueAt = inHours(48)): Promise<PromiseEntry> => {
    const contact = aContactBody({ accountId, personId });
    await post(desk.rep, 'contacts', { ...contact, promise: { what, dueAt } }).expect(201);
    return (await list('')).find((promise) => promise.what === what)!;
  };

  it('are made in the wrap-up of any contact, and are a duty of whoever keeps them', async () => {
    const promise = await made('A written note');
    expect(promise).toMatchObject({
      ...{ account: { name: 'Harbour Bank' }, person: { id: personId }, owner: { id: desk.rep.staffId } },
      ...{ state: 'open', isRenegotiated: false, mayWork: true, revision: 1 },
    });
    expect(await duties(promise.id)).toMatchObject([{ owner: desk.rep.staffId, outcome: null }]);
    // Whoever answers when the customer calls sees it, and cannot work on it.
    expect((await list(`of=account&accountId=${accountId}`, stranger))[0]).toMatchObject({
      what: 'A written note',
      mayWork: false,
    });
    await post(stranger, `promises/${promise.id}/keep`, { revision: 1 }).expect(403);
  });

  it('are kept, and what was ended by mistake is open again', async () => {
    const { id } = await made('Keep me');
    await post(desk.rep, `promises/${id}/keep`, { revision: 1, note: 'Sent at noon' }).expect(200);
    expect(await one(id)).toMatchObject({
      state: 'kept',
      steps: [{ act: 'kept', why: 'Sent at noon' }, { act: 'made' }],
    });
    expect(await duties(id)).toMatchObject([{ outcome: 'done' }]);
    expect((await post(desk.rep, `promises/${id}/keep`, { revision: 2 }).expect(409)).body.code).toBe('promise-ended');
    await post(desk.rep, `promises/${id}/reopen`, { revision: 2 }).expect(200);
    expect((await one(id)).state).toBe('open');
    expect((await duties(id)).map(({ outcome }) => outcome)).toEqual(['done', null]);
  });

  it('are moved before they are due only; after it they are broken, and kept late', async () => {
    const { id } = await made('Move me');
    const later = inHours(72);
    await post(desk.rep, `promises/${id}/renegotiate`, { revision: 1, dueAt: later, why: 'Part is late' }).expect(200);
    expect(await one(id)).toMatchObject({
      isRenegotiated: true,
      state: 'open',
      dueAt: expect.stringContaining(later.slice(0, 19)),
    });
    expect((await duties(id)).at(-1)).toMatchObject({ outcome: null, due: new Date(later) });
    await test.database.change(`UPDATE promise SET due_at = now() - interval '1 hour' WHERE id = $1`, [id]);
    expect((await one(id)).state).toBe('broken');
    const { body } = await post(desk.rep, `promises/${id}/renegotiate`, {
      revision: 2,
      dueAt: later,
      why: 'Too late',
    }).expect(409);
    expect(body.code).toBe('promise-over');
    await post(desk.rep, `promises/${id}/keep`, { revision: 2 }).expect(200);
    expect((await one(id)).state).toBe('kept-late');
  });

  it('go to somebody else, who has the duty then', async () => {
    const { id } = await made('Hand me');
    await post(desk.supervisor, `promises/${id}/hand`, { revision: 1, ownerId: colleague.staffId }).expect(200);
    expect(await duties(id)).toMatchObject([{ outcome: 'cancelled' }, { owner: colleague.staffId, outcome: null }]);
    expect((await list('', colleague)).map(({ what }) => what)).toEqual(['Hand me']);
    expect((await list('of=reach', desk.supervisor)).map(({ what }) => what)).toContain('Hand me');
    await post(desk.supervisor, `promises/${id}/hand`, { revision: 1, ownerId: colleague.staffId }).expect(409);
  });

  it('are void with a reason, and with the contact that is taken back', async () => {
    const { id } = await made('Void me');
    await post(desk.rep, `promises/${id}/void`, { revision: 1, why: 'no' }).expect(400);
    await post(desk.rep, `promises/${id}/void`, { revision: 1, why: 'They do not want it any more' }).expect(200);
    expect(await one(id)).toMatchObject({ state: 'void', voidWhy: 'They do not want it any more' });
    expect((await list('state=ended')).map(({ what }) => what)).toContain('Void me');

    const taken = await made('With a contact');
    await post(desk.rep, `contacts/${taken.contactId}/undo`, { revision: 1 }).expect(200);
    expect((await one(taken.id)).state).toBe('void');
    expect(await duties(taken.id)).toMatchObject([{ outcome: 'cancelled' }]);
  });

  it('are given up with a reason, before they are due or after it, and taken up again', async () => {
    const { id } = await made('Give me up');
    await post(desk.rep, `promises/${id}/break`, { revision: 1, why: '' }).expect(400);
    await post(stranger, `promises/${id}/break`, { revision: 1, why: 'The part is not made any more' }).expect(403);
    await post(desk.rep, `promises/${id}/break`, { revision: 1, why: 'The part is not made any more' }).expect(200);
    expect(await one(id)).toMatchObject({
      ...{ state: 'broken', brokenAt: expect.any(String), brokenWhy: 'The part is not made any more', letter: null },
      steps: [{ act: 'broken' }, { act: 'made' }],
    });
    expect(await duties(id)).toMatchObject([{ outcome: 'cancelled' }]);
    expect((await list('')).map(({ what }) => what)).not.toContain('Give me up');
    expect((await list('state=ended')).map(({ what }) => what)).toContain('Give me up');
    await post(desk.rep, `promises/${id}/void`, { revision: 2, why: 'Not twice' }).expect(409);
    await post(desk.rep, `promises/${id}/reopen`, { revision: 2 }).expect(200);
    expect(await one(id)).toMatchObject({ state: 'open', brokenAt: null, brokenWhy: '' });
  });

  it('are counted as they are listed, the late ones and those of a department too', async () => {
    const count = async (query: string) =>
      (await test.http.get(`/api/promises/count?${query}`).set('Cookie', desk.rep.cookie).expect(200))
        .body as ListCount;
    const { id } = await made('Late');
    await test.database.change(`UPDATE promise SET due_at = now() - interval '1 hour' WHERE id = $1`, [id]);
    expect((await list('state=late')).map(({ what }) => what)).toEqual(['Late']);
    expect(await count('state=late')).toMatchObject({ count: 1, isMore: false });
    expect((await count('')).count).toBe((await list('limit=200')).length);
    const ofDepartment = `departmentId=${desk.departmentId}`;
    expect((await count(ofDepartment)).count).toBe((await list(`${ofDepartment}&limit=200`)).length);
    expect((await list(`departmentId=${accountId}`)).length).toBe(0);
    expect(await count(`departmentId=${accountId}&state=late`)).toMatchObject({
      count: 0,
      without: [{ filter: 'departmentId', count: 1 }],
    });
    expect((await count(`of=account&accountId=${accountId}`)).count).toBeGreaterThan(0);
    await test.http.get('/api/promises/count?of=account').set('Cookie', desk.rep.cookie).expect(400);
  });

  it('can be made without a contact, to a person of that account', async () => {
    const told = { accountId, personId, what: 'A visit', dueAt: inHours(100) };
    await post(desk.rep, 'promises', told).expect(201);
    await post(desk.rep, 'promises', { ...told, dueAt: '2026-01-01T00:00:00Z' }).expect(400);
    const other = await anAccount(test.database);
    await post(desk.rep, 'promises', { ...told, accountId: other }).expect(400);

    // In one line that shows something, within three years.
    const fault = async (changes: object, path = 'promises') =>
      ((await post(desk.rep, path, { ...told, ...changes }).expect(400)).body as { fields: object[] }).fields;
    expect(await fault({ what: '\u200b\u2800' })).toMatchObject([{ path: 'what', code: 'invisible' }]);
    expect(await fault({ what: 'A visit\non Monday' })).toMatchObject([{ path: 'what', code: 'line-break' }]);
    const far = inHours(24 * 366 * 3 + 24);
    expect(await fault({ dueAt: far })).toMatchObject([{ path: 'dueAt', code: 'promised-too-far' }]);
    const contact = { ...aContactBody({ accountId, personId }), promise: { what: 'A visit', dueAt: far } };
    const { body } = await post(desk.rep, 'contacts', contact).expect(400);
    expect(body.fields).toMatchObject([{ path: 'promise.dueAt', code: 'promised-too-far' }]);
    const { id } = await made('Not so far');
    const moved = await post(desk.rep, `promises/${id}/renegotiate`, { revision: 1, dueAt: far, why: 'Later' }).expect(
      400,
    );
    expect(moved.body.fields).toMatchObject([{ path: 'dueAt', code: 'promised-too-far' }]);
  });

  it('are told to the customer by mail only where there is an address and a server', async () => {
    const { id } = await made('Tell me');
    const told = { revision: 1, subject: 'What we promised', text: 'The note comes on Monday.' };
    expect((await post(desk.rep, `promises/${id}/tell`, told).expect(409)).body.code).toBe('no-address');
    expect((await one(id)).letter).toMatchObject({ to: null, language: 'en', refusal: 'no-address' });
    await test.database.change(`UPDATE person SET email = 'chen@harbour.example' WHERE id = $1`, [personId]);
    expect((await post(desk.rep, `promises/${id}/tell`, told).expect(409)).body.code).toBe('no-mail-server');
    // The wording to begin with is in the language of whoever it was made to.
    await test.database.change(`UPDATE person SET language = 'zh', name_zh = '陈国栋' WHERE id = $1`, [personId]);
    expect((await one(id)).letter).toMatchObject({
      ...{ to: 'chen@harbour.example', language: 'zh', refusal: 'no-mail-server' },
      ...{
        subject: '我们对您的承诺：Tell me',
        text: expect.stringMatching(/^尊敬的陈国栋：[^]*前为您办妥[^]*Tell me/),
      },
    });
    // By their clock: of the person, else of the account; it is named where it is not ours.
    const saidAs = async (dueAt: string) => {
      await test.database.change('UPDATE promise SET due_at = $2, original_due_at = $2 WHERE id = $1', [id, dueAt]);
      return (await one(id)).letter?.text;
    };
    const dueAt = '2027-03-01T17:30:00Z';
    expect(await saidAs(dueAt)).toContain('3月2日周二 01:30前');
    await test.database.change(`UPDATE account SET zone = 'America/New_York' WHERE id = $1`, [accountId]);
    expect(await saidAs(dueAt)).toContain('3月1日周一 12:30（北美东部时间）前');
    await test.database.change(`UPDATE person SET language = 'en', zone = 'Europe/Berlin' WHERE id = $1`, [personId]);
    expect(await saidAs(dueAt)).toContain('by Mon 1 March at 18:30 (Central European Time):');
    await test.database.change(`UPDATE person SET zone = 'Asia/Shanghai' WHERE id = $1`, [personId]);
    expect(await saidAs(dueAt)).toContain('by Tue 2 March at 01:30:');
    await test.database.change('UPDATE account SET zone = NULL WHERE id = $1', [accountId]);
    await test.database.change('UPDATE person SET zone = NULL WHERE id = $1', [personId]);
    const { body } = await test.http.get(`/api/promises/${id}`).set('Cookie', stranger.cookie).expect(200);
    expect((body as PromiseDetail).letter).toBeNull();
  });

  it('go page by page, the earliest due first', async () => {
    const found: string[] = [];
    for (let after = ''; ;) {
      const { promises, next } = (
        await test.http.get(`/api/promises?limit=2${after}`).set('Cookie', desk.rep.cookie).expect(200)
      ).body as PromiseList;
      found.push(...promises.map(({ dueAt }) => dueAt));
      if (next === null) break;
      after = `&after=${next}`;
    }
    expect(found.length).toBeGreaterThan(2);
    expect(found.map((dueAt) => Date.parse(dueAt))).toEqual(
      found.map((dueAt) => Date.parse(dueAt)).toSorted((a, b) => a - b),
    );
    await test.http.get('/api/promises?of=account').set('Cookie', desk.rep.cookie).expect(400);
  });
});

describe('the wording of a promise, where mail is sent', () => {
  let server: MailServer;
  let test: TestApp;
  beforeAll(async () => {
    server = await aMailServer();
    test = await createTestApp({ SMTP_URL: server.url, MAIL_FROM: 'forecall@beichen.test' });
    await anOrganisation(test.database);
  });
  afterAll(async () => {
    await test.close();
    await server.close();
  });

  it('goes to whoever it was made to as somebody has changed it, once, and is a step', async () => {
    const { rep } = await aDesk(test.database);
    const accountId = await anAccount(test.database, { name: 'Harbour Bank' });
    const personId = await aPerson(test.database, accountId);
    await test.database.change(`UPDATE person SET email = 'chen@harbour.example' WHERE id = $1`, [personId]);
    const asked = (path: string, body: object) =>
      test.http
        .post(`/api/promises${path}`)
        .set('Cookie', rep.cookie)
        .set('Idempotency-Key', `told-once${path}`)
        .send(body);
    const { body } = await asked('', { accountId, personId, what: 'A visit', dueAt: inHours(48) }).expect(201);
    const { id } = body as { id: string };
    const detail = async () =>
      (await test.http.get(`/api/promises/${id}`).set('Cookie', rep.cookie).expect(200)).body as PromiseDetail;
    const { letter } = await detail();
    expect(letter).toMatchObject({
      to: 'chen@harbour.example',
      subject: 'What we promised you: A visit',
      refusal: null,
    });
    const told = { revision: 1, subject: letter!.subject, text: `${letter!.text}\nBring the drawings.` };
    await asked(`/${id}/tell`, told).expect(200);
    await asked(`/${id}/tell`, told).expect(200);
    await test.app.get(Jobs).runDue({ later: true });
    expect(server.taken).toHaveLength(1);
    expect(server.taken[0]).toMatchObject({ subject: told.subject, to: { text: 'chen@harbour.example' } });
    expect(server.taken[0]?.text).toContain('Bring the drawings.');
    // It says "I am there for your questions", so an answer goes to whoever keeps it.
    const { email } = (await test.database.first<{ email: string }>('SELECT email FROM sign_in WHERE id = $1', [
      rep.signInId,
    ]))!;
    expect(server.taken[0]?.replyTo?.text).toBe(email);
    expect(server.taken[0]?.headers.has('auto-submitted')).toBe(false);
    expect((await detail()).steps.map(({ act }) => act)).toEqual(['told', 'made']);
  });
});
