import type { AccountPage, DossierVersions, TemperamentHistory, TimeLine } from '@forecall/contracts';
import { anAccount, anOrganisation, aDepartment, aSignIn, aTeam, type SignedIn } from '../testing/builders.js';
import { aPlannedCall, aPromise, aTraining } from '../testing/care-rows.js';
import { aColleague, aContactBody, aDesk, aPerson, type Desk } from '../testing/desk-builders.js';
import { createTestApp, type TestApp } from '../testing/test-app.js';

describe('a key account', () => {
  let test: TestApp;
  let desk: Desk;
  /** Leads another department: sees the account, directs nothing of it. */
  let stranger: SignedIn;
  let accountId: string;
  let personId: string;
  beforeAll(async () => {
    test = await createTestApp();
    await anOrganisation(test.database);
    desk = await aDesk(test.database);
    const elsewhere = await aDepartment(test.database);
    await aTeam(test.database, elsewhere);
    stranger = await aSignIn(test.database, { role: 'head', unitId: elsewhere });
    accountId = await anAccount(test.database, { name: 'Harbour Bank' });
    personId = await aPerson(test.database, accountId);
    await send(desk.supervisor, 'post', 'care', { staffId: desk.rep.staffId, part: 'rep' }).expect(200);
  });
  afterAll(() => test.close());

  const send = (who: SignedIn, method: 'post' | 'put' | 'patch', path: string, body: object) =>
    test.http[method](`/api/accounts/${accountId}/${path}`.replace(/\/$/, '')).set('Cookie', who.cookie).send(body);
  const person = (who: SignedIn, method: 'post' | 'patch', path: string, body: object) =>
    test.http[method](`/api/people/${personId}/${path}`.replace(/\/$/, '')).set('Cookie', who.cookie).send(body);
  const get = async <Body>(who: SignedIn, path: string) =>
    (await test.http.get(`/api/${path}`).set('Cookie', who.cookie).expect(200)).body as Body;
  const page = (who: SignedIn) => get<AccountPage>(who, `accounts/${accountId}/page`);

  it('is classed by hand, with reason and history', async () => {
    await send(desk.supervisor, 'put', 'class', { class: 'loyal', why: 'Ten years with us' }).expect(200);
    const { body } = await send(desk.supervisor, 'put', 'class', { class: 'loyal', why: 'Again' }).expect(409);
    expect(body.code).toBe('care-is-so');
    await send(desk.supervisor, 'put', 'class', { class: 'fast-growing', why: 'Six new shops' }).expect(200);
    const { account, inside } = await page(desk.rep);
    expect(account.careClass).toBe('fast-growing');
    expect(inside?.classes.map((held) => [held.class, held.why, held.to === null, held.by?.id])).toEqual([
      ['fast-growing', 'Six new shops', true, desk.supervisor.staffId],
      ['loyal', 'Ten years with us', false, desk.supervisor.staffId],
    ]);
  });

  it('is directed by those who lead its rep in care, and is known to those who care for it', async () => {
    for (const who of [stranger, desk.rep]) {
      const { body } = await send(who, 'put', 'class', { class: 'dormant', why: 'No orders' }).expect(403);
      expect(['account-not-yours', 'forbidden']).toContain(body.code);
    }
    expect(await page(desk.supervisor)).toMatchObject({ mayDirect: true, inside: {} });
    expect(await page(desk.rep)).toMatchObject({ mayDirect: false, inside: {} });
    expect(await page(stranger)).toMatchObject({ mayDirect: false, inside: null });
    const colleague = await aColleague(test.database, desk);
    await send(colleague, 'put', 'dossier/gain', { text: 'Much', after: 0 }).expect(403);
    await test.http.get(`/api/accounts/${accountId}/dossier/gain`).set('Cookie', colleague.cookie).expect(403);
  });

  it('goes from one rep to another, with support staff beside them', async () => {
    const colleague = await aColleague(test.database, desk);
    await send(desk.supervisor, 'post', 'care', { staffId: colleague.staffId, part: 'support' }).expect(200);
    await send(desk.supervisor, 'post', 'care', { staffId: colleague.staffId, part: 'support' }).expect(409);
    await send(desk.supervisor, 'post', 'care', { staffId: colleague.staffId, part: 'rep' }).expect(200);
    await send(desk.supervisor, 'post', 'care', { staffId: desk.rep.staffId, part: 'rep' }).expect(200);
    const { account, inside } = await page(desk.rep);
    expect([account.repInCare?.id, account.support.map(({ id }) => id)]).toEqual([
      desk.rep.staffId,
      [colleague.staffId],
    ]);
    const support = inside?.care.find(({ part }) => part === 'support');
    await send(desk.supervisor, 'post', `care/${support?.id}/end`, {}).expect(200);
    expect((await page(desk.rep)).account.support).toEqual([]);
    const { body } = await send(desk.supervisor, 'post', 'care', {
      staffId: '00000000-0000-7000-8000-000000000000',
      part: 'support',
    }).expect(400);
    expect(body.fields).toMatchObject([{ path: 'staffId', code: 'unknown-staff' }]);
  });

  it('takes a class or care back that was just set, as if it had not been; later, or after others, no more', async () => {
    type Undo = { undo: { made: string | null; ended: string | null } };
    const before = (await page(desk.supervisor)).inside;
    const put = async (path: 'class' | 'care', body: object) =>
      (await send(desk.supervisor, path === 'class' ? 'put' : 'post', path, body).expect(200)).body as Undo;
    const undo = (path: 'class' | 'care', { undo: body }: Undo, who = desk.supervisor) =>
      send(who, 'post', `${path}/undo`, body);
    const classed = await put('class', { class: 'dormant', why: 'No orders' });
    expect((await page(desk.supervisor)).account.careClass).toBe('dormant');
    await undo('class', classed, stranger).expect(403);
    expect((await undo('class', classed, desk.head).expect(409)).body.code).toBe('undo-too-late');
    await undo('class', classed).expect(204);
    expect((await undo('class', classed).expect(409)).body.code).toBe('undo-too-late');
    const none = await put('class', { class: null, why: 'Gone' });
    expect((await page(desk.supervisor)).account.careClass).toBeNull();
    await undo('class', none).expect(204);
    const given = await put('care', { staffId: desk.supervisor.staffId, part: 'rep' });
    await undo('care', given).expect(204);
    const [held] = (await page(desk.supervisor)).inside?.care ?? [];
    const ended = (await send(desk.supervisor, 'post', `care/${held?.id}/end`, {}).expect(200)).body as Undo;
    await undo('care', ended).expect(204);
    expect((await page(desk.supervisor)).inside).toEqual(before);

    const acts = await test.database.rows<{ act: string }>(
      `SELECT act FROM audit_entry WHERE entity_id = $1 ORDER BY n DESC LIMIT 4`,
      [accountId],
    );
    expect(acts.map(({ act }) => act)).toEqual([
      ...['account.care-undone', 'account.care-ended', 'account.care-undone', 'account.care-given'],
    ]);

    const first = await put('class', { class: 'dormant', why: 'No orders' });
    const second = await put('class', { class: 'loyal', why: 'They are back' });
    expect((await undo('class', first).expect(409)).body.code).toBe('undo-too-late');
    expect((await page(desk.supervisor)).account.careClass).toBe('loyal');
    await undo('class', second).expect(204);
    // An undo ends the right to undo: what the one before made stands.
    expect((await undo('class', first).expect(409)).body.code).toBe('undo-too-late');
    await test.database.change('DELETE FROM account_class WHERE id = $1', [first.undo.made]);
    await test.database.change('UPDATE account_class SET "to" = NULL WHERE id = $1', [first.undo.ended]);
    expect((await page(desk.supervisor)).inside).toEqual(before);
    await send(desk.supervisor, 'post', 'class/undo', { made: null, ended: null }).expect(400);
  });

  it('keeps every version of its dossier, and overwrites nothing unread', async () => {
    const write = (text: string, after: number) => send(desk.rep, 'put', 'dossier/competitors', { text, after });
    await write('Wanda, pilot in 3 branches', 0).expect(204);
    await write('Wanda has left', 1).expect(204);
    expect((await write('Something else', 1).expect(409)).body.code).toBe('changed-meanwhile');
    const { versions } = await get<DossierVersions>(desk.rep, `accounts/${accountId}/dossier/competitors`);
    expect(versions.map(({ n, text, by }) => [n, text, by?.id])).toEqual([
      [2, 'Wanda has left', desk.rep.staffId],
      [1, 'Wanda, pilot in 3 branches', desk.rep.staffId],
    ]);
    expect((await page(desk.rep)).inside?.dossier).toMatchObject([{ part: 'competitors', n: 2 }]);
  });

  it('has hours, a zone and a tier of its own, set on what was read', async () => {
    const { revision } = (await page(desk.supervisor)).account;
    const week = [...Array.from({ length: 5 }, () => [{ fromMinute: 540, toMinute: 1020 }]), [], []];
    const told = { revision, zone: 'Europe/Berlin', country: 'DE', tier: 'A', callingWeek: week };
    await send(desk.supervisor, 'patch', '', told).expect(200);
    expect((await page(desk.rep)).account).toMatchObject({ ...told, revision: revision + 1 });
    expect((await send(desk.supervisor, 'patch', '', told).expect(409)).body.code).toBe('changed-meanwhile');
    const wrong = { revision: revision + 1, callingWeek: [[{ fromMinute: 600, toMinute: 540 }]] };
    await send(desk.supervisor, 'patch', '', wrong).expect(400);
  });

  it('has people whose calls have their own rules, and who may not be called', async () => {
    const { revision } = (await page(desk.rep)).account.people[0]!;
    const told = { influence: 'decides', callOrder: 1, language: 'zh', zone: 'Asia/Shanghai', position: 'Head of IT' };
    await person(desk.rep, 'patch', '', { revision, ...told, phones: ['+86 20 8755 3102'] }).expect(200);
    await person(desk.rep, 'patch', '', { revision: revision + 1, doNotCall: { why: 'Asked on 3 May' } }).expect(200);
    const [known] = (await page(desk.rep)).account.people;
    expect(known).toMatchObject({ ...told, phones: ['+862087553102'], doNotCall: { why: 'Asked on 3 May' } });
    const { body } = await person(desk.rep, 'patch', '', { revision: revision + 2, phones: ['none'] }).expect(400);
    expect(body.fields).toMatchObject([{ path: 'phones.0', code: 'no-phone-number' }]);
  });

  it('knows how each is to be treated, by what was observed, when, by whom and how surely', async () => {
    const observe = (behaviours: string[], confidence = 'likely') =>
      person(desk.rep, 'post', 'temperaments', { behaviours, confidence });
    await observe(['comes-to-the-point', 'decides-at-once'], 'guess').expect(200);
    const { body } = await observe(['asks-for-data-and-proof', 'reads-everything']).expect(200);
    expect((body as TemperamentHistory).observed).toMatchObject([
      { type: 'professor', confidence: 'likely', by: { id: desk.rep.staffId } },
      { type: 'results', confidence: 'guess', behaviours: ['comes-to-the-point', 'decides-at-once'] },
    ]);
    expect((await page(desk.rep)).account.people[0]?.temperament).toBe('professor');
    expect((await observe(['decides-at-once']).expect(400)).body.fields).toMatchObject([
      { path: 'behaviours', code: 'temperament-undecided' },
    ]);
    await observe(['is-nice']).expect(400);
  });

  it('shows everything on one line, page by page, each with what these eyes may read', async () => {
    const contact = aContactBody({ accountId, personId, note: 'Wants a visit' });
    const complaint = aContactBody({ accountId, complaint: { summary: 'Charged twice' } });
    for (const body of [contact, complaint])
      await test.http.post('/api/contacts').set('Cookie', desk.rep.cookie).send(body).expect(201);
    await test.http
      .post(`/api/contacts/${contact.id}/answers`)
      .set('Cookie', desk.rep.cookie)
      .send({ score: 4, text: 'Kind' })
      .expect(201);

    const all: TimeLine['entries'] = [];
    for (let after: string | null = ''; after !== null;) {
      const line: TimeLine = await get(
        desk.rep,
        `accounts/${accountId}/time-line?limit=3${after && `&after=${after}`}`,
      );
      all.push(...line.entries);
      after = line.next;
    }
    expect(all.map(({ at }) => Date.parse(at))).toEqual(all.map(({ at }) => Date.parse(at)).toSorted((a, b) => b - a));
    const kinds = all.map(({ kind, isOver }) => (isOver ? `${kind} over` : kind)).toSorted();
    expect(kinds).toEqual(
      [
        ...['answer', 'care', 'care', 'care', 'care', 'care over', 'care over', 'care over'],
        ...['class', 'class', 'class over', 'complaint', 'contact', 'dossier', 'dossier'],
      ].toSorted(),
    );
    expect(all.find(({ kind }) => kind === 'contact')).toMatchObject({
      text: 'Wants a visit',
      person: { id: personId },
    });
    expect(all.find(({ kind }) => kind === 'complaint')).toMatchObject({ text: 'Charged twice', isOpen: true });

    expect(all.find(({ kind }) => kind === 'answer')).toMatchObject({
      ...{ text: 'Kind', isEntered: true, contactId: contact.id },
    });

    const { entries } = await get<TimeLine>(stranger, `accounts/${accountId}/time-line`);
    expect(entries.map(({ kind, text }) => [kind, text]).toSorted()).toEqual([
      ['answer', null],
      ['complaint', null],
      ['contact', null],
    ]);
    expect((await get<TimeLine>(desk.rep, `accounts/${accountId}/time-line?kind=dossier`)).entries).toHaveLength(2);
  });

  it('shows on it what is planned, promised and taught: ahead what is to come, then what came of it', async () => {
    const sql = test.database;
    const day = (days: number) => new Date(Date.now() + days * 86_400_000);
    const dayOf = (days: number) => day(days).toISOString().slice(0, 10);
    const owner = { accountId, ownerId: desk.rep.staffId };
    const moved = { at: day(-4), to: day(4) };
    await aPromise(sql, { ...owner, madeAt: day(-9), dueAt: day(-3), renegotiated: moved });
    await aPromise(sql, { ...owner, madeAt: day(-8), dueAt: day(-6), keptAt: day(-5) });
    await aPromise(sql, { ...owner, madeAt: day(-7), dueAt: day(-2) });
    await aPromise(sql, { ...owner, madeAt: day(-7), dueAt: day(6), voidedAt: day(-1) });
    const givenUp = await aPromise(sql, { ...owner, madeAt: day(-7.5), dueAt: day(5) });
    await sql.change(`UPDATE promise SET broken_at = $2, broken_why = 'No longer made' WHERE id = $1`, [
      ...[givenUp, day(-0.5)],
    ]);
    await aTraining(sql, accountId, dayOf(8));
    await aTraining(sql, accountId, dayOf(-20));
    await aTraining(sql, accountId, dayOf(-20), true);
    await aPlannedCall(sql, { accountId, dueOn: dayOf(-30), state: 'missed', endedAt: day(-16) });
    await aPlannedCall(sql, { accountId, dueOn: dayOf(-16), state: 'reached', endedAt: day(-15) });
    const planned = await aPlannedCall(sql, { accountId, dueOn: dayOf(2) });
    await sql.change(
      `INSERT INTO planned_call_move (id, planned_call_id, asked_by, at, before, after, why)
       VALUES ($1, $1, 'customer', $2, '{}', $3, 'Stock-taking')`,
      [planned, day(-1.5), JSON.stringify({ dueOn: dayOf(2) })],
    );

    const line = async (who: SignedIn, kind: string) => {
      const all: TimeLine['entries'] = [];
      for (let after: string | null = ''; after !== null;) {
        const page: TimeLine = await get(
          who,
          `accounts/${accountId}/time-line?limit=2&kind=${kind}${after && `&after=${after}`}`,
        );
        all.push(...page.entries);
        after = page.next;
      }
      return all.map(({ what, isAhead }) => (isAhead ? `${what}, ahead` : what));
    };
    expect(await line(desk.rep, 'promise')).toEqual([
      ...['due, ahead', 'given-up', 'void', 'broken', 'renegotiated', 'kept-late', 'broken'],
      ...['made', 'made', 'made', 'made', 'made'],
    ]);
    expect(await line(desk.rep, 'call')).toEqual(['planned, ahead', 'asked', 'reached', 'missed']);
    expect(await line(desk.rep, 'training')).toEqual(['planned, ahead', 'held']);
    const { entries } = await get<TimeLine>(desk.rep, `accounts/${accountId}/time-line?limit=200`);
    expect(entries.slice(0, 3).map(({ kind, isAhead }) => [kind, isAhead])).toEqual([
      ['training', true],
      ['promise', true],
      ['call', true],
    ]);
    // What a contact tells already is told once.
    expect(entries.filter(({ what }) => what === 'reached')).toEqual([]);
    expect(entries.find(({ what }) => what === 'asked')).toMatchObject({ id: planned, why: 'Stock-taking' });

    expect(await line(stranger, 'call')).toEqual([]);
    expect((await line(stranger, 'promise')).toSorted()).toEqual([
      'broken',
      'due, ahead',
      'made',
      'made',
      'renegotiated',
    ]);
    expect(await line(stranger, 'training')).toEqual(['planned, ahead', 'held']);
  });
});
