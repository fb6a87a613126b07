import type { ContactList, CustomerHistory } from '@forecall/contracts';
import { v7 as uuid } from 'uuid';
import { anAccount, anOrganisation, aSignIn, type SignedIn } from '../../testing/builders.js';
import {
  aColleague,
  aContactBody,
  aCustomerWithReason,
  aDesk,
  type ContactBody,
  type Desk,
  minutesAgo,
} from '../../testing/desk-builders.js';
import { anAccountAnswer } from '../../testing/satisfaction-rows.js';
import { createTestApp, type TestApp } from '../../testing/test-app.js';

describe('GET /api/contacts', () => {
  let test: TestApp;
  let desk: Desk;
  let other: Desk;
  let colleague: SignedIn;
  beforeAll(async () => {
    test = await createTestApp();
    await anOrganisation(test.database);
    desk = await aDesk(test.database);
    other = await aDesk(test.database);
    colleague = await aColleague(test.database, desk);
  });
  afterAll(() => test.close());

  async function aLogged(who: SignedIn, changes: Partial<ContactBody> = {}) {
    const body = aContactBody(changes);
    await test.http.post('/api/contacts').set('Cookie', who.cookie).send(body).expect(201);
    return body.id;
  }
  const list = (who: SignedIn, query: Record<string, string | number> = {}) =>
    test.http.get('/api/contacts').query(query).set('Cookie', who.cookie);
  const pageOf = async (who: SignedIn, query: Record<string, string | number> = {}) =>
    (await list(who, query).expect(200)).body as ContactList;
  const idsOf = async (who: SignedIn, query: Record<string, string | number> = {}) =>
    (await pageOf(who, query)).contacts.map(({ id }) => id);

  it('shows everybody what is within reach, and nothing else, whatever the filter', async () => {
    const { accountId, personId, reasonId, answerableDepartmentId } = await aCustomerWithReason(test.database);
    const caring = await aSignIn(test.database, { role: 'rep' });
    await test.database.change(
      `INSERT INTO account_care (id, account_id, staff_id, part, "from") VALUES ($1, $2, $3, 'support', '2020-01-01')`,
      [uuid(), accountId, caring.staffId],
    );
    const own = await aLogged(desk.rep, { accountId, reasonId });
    const colleagues = await aLogged(colleague, { accountId, personId });
    const others = await aLogged(other.rep, { accountId, answerableDepartmentId: desk.departmentId });
    const far = await aLogged(other.rep, { channel: 'chat' });
    const answerableHead = await aSignIn(test.database, { role: 'head', unitId: answerableDepartmentId });
    const executive = await aSignIn(test.database, { role: 'executive' });
    const stranger = await aSignIn(test.database, { role: 'rep' });

    const reach = new Map<SignedIn, string[]>([
      [desk.rep, [own]],
      [colleague, [colleagues]],
      [desk.supervisor, [own, colleagues]],
      [desk.head, [own, colleagues, others]],
      [other.supervisor, [others, far]],
      [answerableHead, [own]],
      [caring, [own, colleagues, others]],
      [executive, [own, colleagues, others, far]],
      [stranger, []],
    ]);
    const filters: Record<string, string>[] = [
      {},
      { accountId },
      { personId },
      { reasonId },
      { repId: desk.rep.staffId },
      { repId: other.rep.staffId },
      { teamId: desk.teamId },
      { teamId: other.teamId },
      { departmentId: desk.departmentId },
      { departmentId: desk.departmentId, side: 'answerable' },
      { departmentId: other.departmentId, channel: 'chat' },
      { conversationId: others },
      { complaint: 'no' },
      { outcome: 'handled', direction: 'in', purpose: 'service' },
      { from: minutesAgo(30), to: minutesAgo(-1) },
    ];
    const all = await test.database.rows<Record<string, string>>('SELECT * FROM contact');
    const fits = (row: Record<string, string>, filter: Record<string, string>) =>
      Object.entries(filter).every(([name, value]) => {
        if (name === 'departmentId') return row[`${filter['side'] ?? 'handling'}_department_id`] === value;
        if (['side', 'complaint', 'from', 'to'].includes(name)) return true;
        return row[name.replace(/Id$/, '_id')] === value;
      });
    for (const [who, visible] of reach)
      for (const filter of filters) {
        const expected = all.filter((row) => visible.includes(row['id']!) && fits(row, filter)).map(({ id }) => id!);
        expect((await idsOf(who, filter)).toSorted()).toEqual(expected.toSorted());
      }
  });

  it('pages from the last ended to the first, each row once, also where many end at the same moment', async () => {
    const accountId = await anAccount(test.database);
    const endedAt = minutesAgo(2);
    const logged = [
      ...(await Promise.all(Array.from({ length: 8 }, () => aLogged(desk.rep, { accountId, endedAt })))),
      await aLogged(desk.rep, { accountId, endedAt: minutesAgo(1) }),
    ];
    for (const filter of [{ accountId }, { from: minutesAgo(3) }] as Record<string, string>[]) {
      const expected = await idsOf(desk.rep, { ...filter, limit: 200 });
      const seen: string[] = [];
      let after: string | null = null;
      do {
        const page: ContactList = await pageOf(desk.rep, { ...filter, limit: 4, ...(after === null ? {} : { after }) });
        seen.push(...page.contacts.map(({ id }) => id));
        after = page.next;
      } while (after);
      expect(seen).toEqual(expected);
      expect(new Set(seen).size).toBe(seen.length);
      for (const id of logged) expect(seen).toContain(id);
    }
  });

  it('shows names, and the complaint that was received', async () => {
    const { accountId, personId, reasonId } = await aCustomerWithReason(test.database);
    const id = await aLogged(desk.rep, { accountId, personId, reasonId, complaint: { summary: 'Late' } });
    const { body } = await list(desk.supervisor, { accountId, complaint: 'yes' }).expect(200);
    expect(body.contacts).toMatchObject([
      {
        id,
        account: { id: accountId },
        person: { id: personId, name: 'Chen Guodong' },
        reason: { id: reasonId },
        rep: { id: desk.rep.staffId },
        handlingDepartment: { id: desk.departmentId },
        complaint: { number: expect.stringMatching(/^C-\d\d-\d{5}$/), isOpen: true },
      },
    ]);
    expect(await idsOf(desk.supervisor, { accountId, complaint: 'no' })).toEqual([]);
  });

  it('leaves out what was voided, unless asked for', async () => {
    const accountId = await anAccount(test.database);
    const id = await aLogged(desk.rep, { accountId });
    await test.http
      .post(`/api/contacts/${id}/void`)
      .set('Cookie', desk.head.cookie)
      .send({ revision: 1, why: 'A test call' })
      .expect(200);
    expect(await idsOf(desk.rep, { accountId })).toEqual([]);
    expect(await idsOf(desk.rep, { accountId, voided: 'yes' })).toEqual([id]);
  });

  it('looks 28 days back, or all the way for a named account, and says which', async () => {
    const accountId = await anAccount(test.database);
    const id = await aLogged(desk.supervisor, { accountId });
    const old = { startedAt: minutesAgo(30 * 24 * 60), endedAt: minutesAgo(30 * 24 * 60) };
    await test.database.change('UPDATE contact SET started_at = $2, ended_at = $3 WHERE id = $1', [
      id,
      old.startedAt,
      old.endedAt,
    ]);
    const recent = await pageOf(desk.supervisor, { limit: 200 });
    expect(recent.contacts.map((contact) => contact.id)).not.toContain(id);
    expect((Date.now() - Date.parse(recent.from!)) / 86_400_000).toBeCloseTo(28, 2);
    expect(await pageOf(desk.supervisor, { accountId })).toMatchObject({ contacts: [{ id }], from: null });
    expect(await idsOf(desk.supervisor, { to: minutesAgo(29 * 24 * 60) })).toContain(id);
  });

  it('refuses what is no cursor and what is no filter', async () => {
    expect((await list(desk.rep, { after: 'bm9uZQ' }).expect(400)).body).toMatchObject({
      code: 'bad-cursor',
      fields: [{ path: 'after', code: 'bad-cursor' }],
    });
    await list(desk.rep, { colour: 'red' }).expect(400);
    await list(desk.rep, { limit: 201 }).expect(400);
  });
});

describe('the short history of a customer', () => {
  let test: TestApp;
  beforeAll(async () => {
    test = await createTestApp();
    await anOrganisation(test.database);
  });
  afterAll(() => test.close());

  it('is for everybody who logs contacts, with notes only within reach', async () => {
    const desk = await aDesk(test.database);
    const other = await aDesk(test.database);
    const { accountId, personId, reasonId } = await aCustomerWithReason(test.database);
    const bodies = [
      aContactBody({ accountId, personId, reasonId, note: 'First', endedAt: minutesAgo(3) }),
      aContactBody({ accountId, note: 'Second', endedAt: minutesAgo(2), complaint: { summary: 'Twice' } }),
    ];
    for (const body of bodies)
      await test.http.post('/api/contacts').set('Cookie', desk.rep.cookie).send(body).expect(201);
    const history = async (who: SignedIn, path: string) =>
      (await test.http.get(`/api/${path}/history`).set('Cookie', who.cookie).expect(200)).body as CustomerHistory;

    const [near, far] = [
      await history(desk.rep, `accounts/${accountId}`),
      await history(other.rep, `accounts/${accountId}`),
    ];
    expect(near.contacts.map(({ note }) => note)).toEqual(['Second', 'First']);
    expect(far.contacts.map(({ note }) => note)).toEqual([null, null]);
    expect(far.contacts[1]).toMatchObject({
      id: bodies[0]!.id,
      channel: 'phone',
      reason: { id: reasonId },
      complaint: null,
    });
    expect(far.openComplaints).toMatchObject([{ number: expect.stringMatching(/^C-/), reason: null }]);
    expect((await history(other.rep, `people/${personId}`)).contacts).toHaveLength(1);

    await test.http.get(`/api/accounts/${uuid()}/history`).set('Cookie', desk.rep.cookie).expect(404);
    const executive = await aSignIn(test.database, { role: 'executive' });
    await test.http.get(`/api/accounts/${accountId}/history`).set('Cookie', executive.cookie).expect(403);
  });

  it('says what was answered last time', async () => {
    const desk = await aDesk(test.database);
    const { accountId, personId } = await aCustomerWithReason(test.database);
    const lastAnswer = async (path: string) => {
      const { body } = await test.http.get(`/api/${path}/history`).set('Cookie', desk.rep.cookie).expect(200);
      return (body as CustomerHistory).lastAnswer;
    };
    expect(await lastAnswer(`accounts/${accountId}`)).toBeNull();
    const [first, second] = [
      aContactBody({ accountId, personId, endedAt: minutesAgo(3) }),
      aContactBody({ accountId, endedAt: minutesAgo(2) }),
    ];
    for (const [body, score] of [
      [first, 2],
      [second, 5],
    ] as const) {
      await test.http.post('/api/contacts').set('Cookie', desk.rep.cookie).send(body).expect(201);
      const answers = test.http.post(`/api/contacts/${body.id}/answers`).set('Cookie', desk.rep.cookie);
      await answers.send({ score, text: `Said ${score}` }).expect(201);
    }
    expect(await lastAnswer(`accounts/${accountId}`)).toMatchObject({
      ...{ kind: 'csat', about: 'contact', scale: 5, score: 5, text: 'Said 5', isEntered: true },
    });
    const elsewhere = await aDesk(test.database);
    const { body } = await test.http.get(`/api/accounts/${accountId}/history`).set('Cookie', elsewhere.rep.cookie);
    expect((body as CustomerHistory).lastAnswer).toMatchObject({ score: 5, text: null });
    expect(await lastAnswer(`people/${personId}`)).toMatchObject({ score: 2 });
    const { departmentId } = desk;
    await anAccountAnswer(test.database, { accountId, departmentId, kind: 'nps', score: 9, at: new Date() });
    expect(await lastAnswer(`accounts/${accountId}`)).toMatchObject({ kind: 'nps', about: 'relationship' });
  });

  it('ends at 20 contacts', async () => {
    const desk = await aDesk(test.database);
    const accountId = await anAccount(test.database);
    for (let n = 0; n < 22; n += 1)
      await test.http
        .post('/api/contacts')
        .set('Cookie', desk.rep.cookie)
        .send(aContactBody({ accountId }))
        .expect(201);
    const { body } = await test.http
      .get(`/api/accounts/${accountId}/history`)
      .set('Cookie', desk.rep.cookie)
      .expect(200);
    expect(body.contacts).toHaveLength(20);
  });
});
