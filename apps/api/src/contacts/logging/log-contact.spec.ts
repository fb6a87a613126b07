import { createHash, randomBytes } from 'node:crypto';
import { v7 as uuid } from 'uuid';
import { anAccount, anOrganisation, aReason, aSignIn, type SignedIn } from '../../testing/builders.js';
import {
  aColleague,
  aContactBody,
  aCustomerWithReason,
  aDesk,
  aPerson,
  type ContactBody,
  type Desk,
  minutesAgo,
} from '../../testing/desk-builders.js';
import { createTestApp, type TestApp } from '../../testing/test-app.js';

describe('POST /api/contacts', () => {
  let test: TestApp;
  let desk: Desk;
  beforeAll(async () => {
    test = await createTestApp();
    await anOrganisation(test.database);
    desk = await aDesk(test.database);
  });
  afterAll(() => test.close());

  const log = (who: SignedIn, body: object) => test.http.post('/api/contacts').set('Cookie', who.cookie).send(body);
  const stored = (id: string) =>
    test.database.first<Record<string, unknown>>('SELECT * FROM contact WHERE id = $1', [id]);
  const countAll = async () => (await test.database.first<{ n: string }>('SELECT count(*) AS n FROM contact'))!.n;

  it('stores a call with everything it says and whose it is', async () => {
    const { accountId, personId, reasonId, answerableDepartmentId } = await aCustomerWithReason(test.database);
    const body = aContactBody({
      accountId,
      personId,
      reasonId,
      waitSeconds: 14,
      talkSeconds: 222,
      wrapSeconds: 30,
      resolved: true,
      note: 'November invoice taken twice 十一月发票',
      attributes: { product: 'terminal', pages: 3, urgent: true },
    });
    await log(desk.rep, body).expect(201, { id: body.id, revision: 1, complaint: null });
    expect(await stored(body.id)).toMatchObject({
      account_id: accountId,
      person_id: personId,
      rep_id: desk.rep.staffId,
      team_id: desk.teamId,
      supervisor_id: desk.supervisor.staffId,
      handling_department_id: desk.departmentId,
      answerable_department_id: answerableDepartmentId,
      conversation_id: body.id,
      purpose: 'service',
      outcome: 'handled',
      wait_seconds: 14,
      hold_seconds: null,
      resolved: true,
      note: 'November invoice taken twice 十一月发票',
      attributes: { product: 'terminal', pages: 3, urgent: true },
      ended_at: new Date(body.endedAt),
      source: 'console',
      created_by: desk.rep.signInId,
      complaint_mark: 0,
      revision: 1,
    });
  });

  it('knows the account from the person', async () => {
    const accountId = await anAccount(test.database);
    const body = aContactBody({ personId: await aPerson(test.database, accountId) });
    await log(desk.rep, body).expect(201);
    expect(await stored(body.id)).toMatchObject({ account_id: accountId });
  });

  it('takes the department chosen at wrap-up before that of the reason', async () => {
    const { reasonId } = await aCustomerWithReason(test.database);
    const body = aContactBody({ reasonId, answerableDepartmentId: desk.departmentId });
    await log(desk.rep, body).expect(201);
    expect(await stored(body.id)).toMatchObject({ answerable_department_id: desk.departmentId });
  });

  describe('sent again', () => {
    it('gives the same answer, however its fields are ordered and its instants written', async () => {
      const body = aContactBody({ note: 'Once', attributes: { b: 1, a: 2 } });
      const first = await log(desk.rep, body).expect(201);
      const { attributes: _, ...rest } = body;
      const reordered = {
        attributes: { a: 2, b: 1 },
        ...rest,
        purpose: 'service',
        endedAt: body.endedAt.replace('Z', '+00:00'),
      };
      const second = await log(desk.rep, reordered).expect(200);
      expect(second.body).toEqual(first.body);
    });

    it('is the same in capital letters, beside others as alone', async () => {
      const body = aContactBody({ accountId: await anAccount(test.database) });
      const capitals = { ...body, id: body.id.toUpperCase(), accountId: body.accountId?.toUpperCase() };
      const answers = await Promise.all([capitals, aContactBody(), aContactBody()].map((each) => log(desk.rep, each)));
      expect(answers.map(({ status }) => status)).toEqual([201, 201, 201]);
      await log(desk.rep, body).expect(200, { id: body.id, revision: 1, complaint: null });
    });

    it('is refused with other content, or by another, without showing anything', async () => {
      const body = aContactBody({ note: 'Secret' });
      await log(desk.rep, body).expect(201);
      for (const attempt of [
        log(desk.rep, { ...body, note: 'Other' }),
        log(await aColleague(test.database, desk), body),
      ]) {
        const { body: problem } = await attempt.expect(409);
        expect(problem.code).toBe('contact-exists');
        expect(JSON.stringify(problem)).not.toContain('Secret');
      }
      expect(await stored(body.id)).toMatchObject({ note: 'Secret' });
    });

    it('is stored once when it comes many times at once', async () => {
      const body = aContactBody();
      const answers = await Promise.all(Array.from({ length: 20 }, () => log(desk.rep, body)));
      expect(answers.map(({ status }) => status).toSorted()).toEqual([...Array<number>(19).fill(200), 201]);
      expect(new Set(answers.map((answer) => JSON.stringify(answer.body))).size).toBe(1);
    });

    it('lets one of two different ones with the same id win', async () => {
      const id = uuid();
      const answers = await Promise.all(
        Array.from({ length: 10 }, (_, n) => log(desk.rep, aContactBody({ id, note: `Version ${n}` }))),
      );
      expect(answers.filter(({ status }) => status === 201)).toHaveLength(1);
      expect(answers.filter(({ status }) => status === 409)).toHaveLength(9);
    });

    it('gives the same answer even when it would be refused by now', async () => {
      const reasonId = await aReason(test.database, desk.departmentId);
      const body = aContactBody({ reasonId });
      await log(desk.rep, body).expect(201);
      await test.database.change(`UPDATE reason SET "from" = now() WHERE id = $1`, [reasonId]);
      await log(desk.rep, body).expect(200);
      await log(desk.rep, { ...body, id: uuid() }).expect(400);
    });
  });

  it.each<[string, Partial<ContactBody> & Record<string, unknown>, string, string]>([
    ['an unknown field', { colour: 'red' }, '', 'unrecognized_keys'],
    ['no channel', { channel: undefined }, 'channel', 'invalid_value'],
    ['an id of another version', { id: '6ba7b810-9dad-41d1-80b4-00c04fd430c8' }, 'id', 'invalid_format'],
    ['a time without an offset', { endedAt: '2026-11-20T14:30:00' }, 'endedAt', 'invalid_format'],
    [
      'an end before the start',
      { startedAt: minutesAgo(1), endedAt: minutesAgo(2) },
      'endedAt',
      'ended-before-started',
    ],
    ['more talk than time', { talkSeconds: 600 }, 'endedAt', 'longer-than-contact'],
    ['an inbound call not reached', { outcome: 'not-reached' }, 'outcome', 'outcome-of-outbound'],
    ['a NUL in the note', { note: 'a\0b' }, 'note', 'invalid_format'],
    ['a note of 4001 characters', { note: 'x'.repeat(4001) }, 'note', 'too_big'],
    ['an attribute that is a list', { attributes: { a: [1] } as never }, 'attributes.a', 'invalid_union'],
    ['nobody for a handled call', { repId: null }, 'handlingDepartmentId', 'rep-or-department'],
    ['an unknown account', { accountId: uuid() }, 'accountId', 'unknown-account'],
    ['an unknown person', { personId: uuid() }, 'personId', 'unknown-person'],
    ['an unknown reason', { reasonId: uuid() }, 'reasonId', 'unknown-reason'],
    ['an unknown department', { answerableDepartmentId: uuid() }, 'answerableDepartmentId', 'unknown-department'],
    ['an unknown transfer', { transferredFrom: uuid() }, 'transferredFrom', 'unknown-transfer'],
  ])('refuses %s, names the field and changes nothing', async (_, changes, path, code) => {
    const before = await countAll();
    const { body: problem } = await log(desk.rep, { ...aContactBody(), ...changes }).expect(400);
    expect(problem.fields).toContainEqual(expect.objectContaining({ path, code }));
    expect(await countAll()).toBe(before);
  });

  it('refuses a person of another account, and a reason that was not in use when the contact ended', async () => {
    const { accountId, reasonId } = await aCustomerWithReason(test.database);
    const personId = await aPerson(test.database, await anAccount(test.database));
    const person = await log(desk.rep, aContactBody({ accountId, personId })).expect(400);
    expect(person.body.code).toBe('person-of-another-account');
    await test.database.change(`UPDATE reason SET "to" = now() - interval '3 minutes' WHERE id = $1`, [reasonId]);
    const reason = await log(desk.rep, aContactBody({ reasonId })).expect(400);
    expect(reason.body.code).toBe('reason-not-in-use');
    await log(desk.rep, aContactBody({ reasonId, endedAt: minutesAgo(4) })).expect(201);
  });

  describe('times', () => {
    const endingIn = (minutes: number) =>
      aContactBody({ startedAt: minutesAgo(-minutes + 5), endedAt: minutesAgo(-minutes) });

    it('may be a minute ahead of the server, not three', async () => {
      await log(desk.rep, endingIn(1)).expect(201);
      const { body } = await log(desk.rep, endingIn(3)).expect(400);
      expect(body).toMatchObject({ code: 'ahead-of-time', fields: [{ path: 'endedAt', code: 'ahead-of-time' }] });
    });

    it('are compared as they are stored, to the millisecond', async () => {
      const at = minutesAgo(3).replace('Z', '');
      const body = aContactBody({ startedAt: `${at}900Z`, endedAt: `${at}100Z` });
      await log(desk.rep, body).expect(201);
      const endedAt = `${at}000Z`;
      await test.http
        .patch(`/api/contacts/${body.id}`)
        .set('Cookie', desk.rep.cookie)
        .send({ revision: 1, why: 'Again', changes: { endedAt } })
        .expect(200);
      await test.database.change(`UPDATE contact SET ended_at = ended_at + interval '1 second' WHERE id = $1`, [
        body.id,
      ]);
      await test.database.change(
        `UPDATE contact SET started_at = started_at + interval '7 microseconds' WHERE id = $1`,
        [body.id],
      );
      const { body: problem } = await test.http
        .patch(`/api/contacts/${body.id}`)
        .set('Cookie', desk.rep.cookie)
        .send({ revision: 2, why: 'Again', changes: { endedAt } })
        .expect(400);
      expect(problem.fields).toMatchObject([{ path: 'changes.endedAt', code: 'ended-before-started' }]);
    });

    it('may be a week ago; longer ago, a supervisor or head logs it', async () => {
      const day = 24 * 60;
      await log(desk.rep, endingIn(-6.9 * day)).expect(201);
      const { body } = await log(desk.rep, endingIn(-7.1 * day)).expect(400);
      expect(body.code).toBe('too-long-ago');
      await log(desk.supervisor, { ...endingIn(-7.1 * day), repId: desk.rep.staffId }).expect(201);
    });
  });

  describe('for somebody else', () => {
    it('a supervisor logs for the team, a head for the department, both not beyond', async () => {
      const other = await aDesk(test.database);
      for (const leader of [desk.supervisor, desk.head]) {
        const body = aContactBody({ repId: desk.rep.staffId });
        await log(leader, body).expect(201);
        expect(await stored(body.id)).toMatchObject({ rep_id: desk.rep.staffId, created_by: leader.signInId });
        const beyond = await log(leader, aContactBody({ repId: other.rep.staffId })).expect(403);
        expect(beyond.body.code).toBe('rep-out-of-reach');
        await log(leader, aContactBody({ repId: uuid() })).expect(403);
      }
    });

    it('a rep does not', async () => {
      const { staffId } = await aColleague(test.database, desk);
      await log(desk.rep, aContactBody({ repId: staffId })).expect(403);
    });

    it('tells a head who is in no team that own contacts have nowhere to go', async () => {
      const { body } = await log(desk.head, aContactBody()).expect(400);
      expect(body.code).toBe('rep-without-team');
    });

    it('an abandoned call has nobody, and the department that the leader names', async () => {
      const abandoned = { repId: null, outcome: 'abandoned-in-queue', waitSeconds: 40 } as const;
      const body = aContactBody({ ...abandoned, handlingDepartmentId: desk.departmentId });
      await log(desk.supervisor, body).expect(201);
      expect(await stored(body.id)).toMatchObject({
        rep_id: null,
        team_id: null,
        handling_department_id: desk.departmentId,
        answerable_department_id: desk.departmentId,
      });
      const { departmentId } = await aDesk(test.database);
      await log(desk.supervisor, aContactBody({ ...abandoned, handlingDepartmentId: departmentId })).expect(403);
      await log(desk.rep, aContactBody({ ...abandoned, handlingDepartmentId: desk.departmentId })).expect(403);
    });

    it('a token names whom its owner may, and nobody else', async () => {
      const secret = randomBytes(32).toString('base64url');
      await test.database.change(
        `INSERT INTO api_token (id, token_sha256, sign_in_id, name, scopes, expires_at)
         VALUES ($1, $2, $3, 'Telephone', '{contacts:write}', now() + interval '1 day')`,
        [uuid(), createHash('sha256').update(secret).digest(), desk.supervisor.signInId],
      );
      const byToken = (body: object) =>
        test.http.post('/api/contacts').set('Authorization', `Bearer ${secret}`).send(body);
      const body = aContactBody({ repId: desk.rep.staffId });
      await byToken(body).expect(201);
      expect(await stored(body.id)).toMatchObject({ rep_id: desk.rep.staffId, source: 'api' });
      const other = await aDesk(test.database);
      await byToken(aContactBody({ repId: other.rep.staffId })).expect(403);
    });
  });

  it('continues the conversation of the contact it was transferred from', async () => {
    const first = aContactBody();
    await log(desk.rep, first).expect(201);
    const second = aContactBody({ transferredFrom: first.id });
    await log(await aColleague(test.database, desk), second).expect(201);
    expect(await stored(second.id)).toMatchObject({ conversation_id: first.id, transferred_from: first.id });
  });

  it('is not for an executive or an administrator', async () => {
    for (const role of ['executive', 'admin'] as const)
      await log(await aSignIn(test.database, { role }), aContactBody()).expect(403);
  });
});
