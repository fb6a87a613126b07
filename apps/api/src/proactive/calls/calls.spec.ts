import type { AccountCadence, CallerCapacities, CallRules, CallsOfDay, Problem, TimeLine } from '@forecall/contracts';
import { addDays, localDay, localInstant, weekdayOf } from '@forecall/domain';
import { v7 as uuid } from 'uuid';
import { anAccount, anOrganisation, type SignedIn } from '../../testing/builders.js';
import { aColleague, aContactBody, aDesk, aPerson, type Desk } from '../../testing/desk-builders.js';
import { morningZone } from '../../testing/morning-zone.js';
import { createTestApp, type TestApp } from '../../testing/test-app.js';
import { LateCallsService } from './late-calls.service.js';
import { planIfAsked } from '../planning/plan-if-asked.js';

const zone = morningZone();

describe('planned calls, made', () => {
  let test: TestApp;
  let desk: Desk;
  let colleague: SignedIn;
  let accountId: string;
  let personId: string;
  const today = localDay(new Date(), zone);
  beforeAll(async () => {
    test = await createTestApp();
    await anOrganisation(test.database, { zone });
    desk = await aDesk(test.database);
    colleague = await aColleague(test.database, desk);
    // Around the clock and every day, so that the specs hold whenever they run.
    await test.database.change(`INSERT INTO calendar (id, week) VALUES ($1, $2)`, [
      uuid(),
      JSON.stringify(Array.from({ length: 7 }, () => [{ fromMinute: 0, toMinute: 1440 }])),
    ]);
    accountId = await anAccount(test.database, { name: 'Harbour Bank' });
    personId = await aPerson(test.database, accountId);
    await test.database.change(
      `INSERT INTO account_class (id, account_id, class, "from") VALUES ($1, $2, 'loyal', now() - interval '14 days')`,
      [uuid(), accountId],
    );
    await test.database.change(
      `INSERT INTO account_care (id, account_id, staff_id, part, "from") VALUES ($1, $2, $3, 'rep', now() - interval '14 days')`,
      [uuid(), accountId, desk.rep.staffId],
    );
    await plan();
  });
  afterAll(() => test.close());

  const plan = () => planIfAsked(test.database, new Date());
  const send = (who: SignedIn, method: 'post' | 'put', path: string, body: object) =>
    test.http[method](`/api/${path}`).set('Cookie', who.cookie).send(body);
  const day = async (who: SignedIn = desk.rep, query = '') =>
    (await test.http.get(`/api/planned-calls/today${query}`).set('Cookie', who.cookie).expect(200)).body as CallsOfDay;
  const aCall = (call: { id: string }, changes: object = {}, made: object = {}) =>
    aContactBody({
      ...{ accountId, personId, direction: 'out', purpose: 'proactive', ...changes },
      plannedCall: { id: call.id, score: null, nextOn: null, ...made },
    });
  const open = (of = accountId) =>
    test.database.rows<{ id: string; dueOn: string; onDay: string; slotAt: Date; staffId: string; revision: number }>(
      `SELECT id, due_on::text AS "dueOn", on_day::text AS "onDay", slot_at AS "slotAt", staff_id AS "staffId", revision
       FROM planned_call WHERE account_id = $1 AND state = 'planned' ORDER BY due_on`,
      [of],
    );

  it('stand in the day of their caller with whom to call, until when, and why', async () => {
    const { calls } = await day();
    expect(calls).toMatchObject([
      {
        ...{ account: { name: 'Harbour Bank', careClass: 'loyal' }, person: { id: personId }, dueOn: today },
        ...{ isNow: true, reasons: ['due'], workingDaysLate: 0, state: 'planned', tries: [] },
      },
    ]);
    expect((await day(colleague)).calls).toEqual([]);
    expect((await day(desk.supervisor, `?staffId=${desk.rep.staffId}`)).calls).toHaveLength(1);
    await test.http
      .get(`/api/planned-calls/today?staffId=${desk.rep.staffId}`)
      .set('Cookie', colleague.cookie)
      .expect(404);
  });

  it('are tried again where nobody was reached, which is no contact, then another person is', async () => {
    const other = await aPerson(test.database, accountId, { name: 'Zhou Qiang' });
    const [call] = (await day()).calls;
    for (let times = 0; times < 2; times += 1)
      await send(desk.rep, 'post', 'contacts', aCall(call!, { outcome: 'not-reached' })).expect(201);
    await plan();
    const [again] = await day().then(({ calls }) => calls);
    expect(again).toMatchObject({ id: call?.id, state: 'planned', isNow: false, person: { id: other } });
    expect(again?.tries.map(({ person }) => person?.id)).toEqual([personId, personId]);
    const retry = await test.database.first<{ minutes: number }>(
      `SELECT (extract(epoch FROM retry_at - now()) / 60)::float8 AS minutes FROM planned_call WHERE id = $1`,
      [call?.id],
    );
    expect(retry?.minutes).toBeGreaterThan(150);
  });

  it('are made by one contact with satisfaction, what was found, a promise and the next day', async () => {
    const [call] = (await day()).calls;
    const nextOn = addDays(today, 9);
    const dueAt = new Date(Date.now() + 86_400_000).toISOString();
    const body = {
      ...aCall(call!, {}, { score: 4, nextOn }),
      complaint: { summary: 'The invoice came twice', foundByUs: true },
      promise: { what: 'A credit note', dueAt },
    };
    await send(desk.rep, 'post', 'contacts', body).expect(201);
    await send(desk.rep, 'post', 'contacts', body).expect(200);
    await plan();
    // Nothing is left for today: what comes next can be prepared.
    const { calls, day: ownDay } = await day();
    expect(calls).toMatchObject([
      { state: 'planned', dueOn: nextOn },
      { id: call?.id, state: 'reached', foundComplaint: true, score: 4, contactId: body.id },
    ]);
    expect(calls[0]?.onDay && calls[0].onDay > ownDay).toBe(true);
    const later = await open();
    expect(later[0]?.dueOn).toBe(nextOn);
    expect(later[1]?.dueOn).toBe(addDays(nextOn, 14));
    const stored = await test.database.first(
      `SELECT (SELECT score FROM answer WHERE contact_id = $1) AS score, (SELECT found_by_us FROM complaint WHERE contact_id = $1) AS found,
         (SELECT what FROM promise WHERE contact_id = $1) AS promised, (SELECT count(*)::int FROM call_attempt WHERE contact_id = $1) AS tries`,
      [body.id],
    );
    expect(stored).toEqual({ score: 4, found: true, promised: 'A credit note', tries: 1 });
    const ask = { revision: 1, on: nextOn };
    expect((await send(desk.rep, 'post', `planned-calls/${call!.id}/ask`, ask).expect(409)).body.code).toBe(
      'call-ended',
    );
  });

  it('are there again when the contact is taken back', async () => {
    const before = await open();
    await test.database.change('UPDATE planned_call SET earliest_on = $2 WHERE id = $1', [before[0]?.id, today]);
    const body = { ...aCall(before[0]!, {}, { score: 5 }), complaint: { summary: 'Charged twice', foundByUs: true } };
    await send(desk.rep, 'post', 'contacts', body).expect(201);
    expect((await open()).map(({ id }) => id)).not.toContain(before[0]?.id);
    await send(desk.rep, 'post', `contacts/${body.id}/undo`, { revision: 1 }).expect(200);
    expect((await open()).map(({ id }) => id)).toContain(before[0]?.id);
    const live = await test.database.rows('SELECT FROM answer WHERE contact_id = $1 AND voided_at IS NULL', [body.id]);
    expect(live).toEqual([]);
  });

  it.each([
    ['to another account', { isOther: true }, 'plannedCall'],
    ['as a service contact', { purpose: 'service' }, 'plannedCall'],
    ['with an answer of nobody', { outcome: 'not-reached', plannedCall: { score: 5 } }, 'plannedCall'],
    ['with a promise for yesterday', { promise: { what: 'x', dueAt: '2026-01-01T00:00:00Z' } }, 'promise.dueAt'],
  ])('are refused %s, and nothing is stored', async (_, changes, path) => {
    const [call] = await open();
    const body = aCall(call!);
    const told = {
      ...body,
      ...changes,
      plannedCall: { ...body.plannedCall, ...('plannedCall' in changes ? changes.plannedCall : {}) },
    };
    if ('isOther' in changes)
      Object.assign(told, { accountId: await anAccount(test.database), personId: null, isOther: undefined });
    const { body: problem } = await send(desk.rep, 'post', 'contacts', told).expect(400);
    expect((problem as Problem).fields?.map((field) => field.path)).toContain(path);
    expect(await test.database.first('SELECT FROM contact WHERE id = $1', [body.id])).toBeUndefined();
  });

  it('are moved by us with their due day as it was, and by the customer with another', async () => {
    const [call] = await open();
    const monday = Array.from({ length: 7 }, (_, n) => addDays(today, n + 2)).find((each) => weekdayOf(each) === 0)!;
    const startAt = new Date(localInstant(monday, 600, zone)).toISOString();
    const move = { revision: call!.revision, startAt, staffId: colleague.staffId, why: 'Their own day is full' };
    await send(desk.supervisor, 'post', `planned-calls/${call!.id}/move`, move).expect(200);
    expect((await send(desk.supervisor, 'post', `planned-calls/${call!.id}/move`, move).expect(409)).body.code).toBe(
      'changed-meanwhile',
    );
    await plan();
    const [moved] = await open();
    expect(moved).toMatchObject({ dueOn: call?.dueOn, staffId: colleague.staffId, slotAt: new Date(startAt) });

    const on = addDays(today, 20);
    const ask = { revision: moved!.revision, on, why: 'After their audit' };
    await send(desk.rep, 'post', `planned-calls/${call!.id}/ask`, ask).expect(200);
    await plan();
    const [asked, next] = await open();
    expect([asked?.id, asked?.dueOn, next?.dueOn]).toEqual([call?.id, on, addDays(on, 14)]);
    const moves = await test.database.rows(
      'SELECT asked_by AS by FROM planned_call_move WHERE planned_call_id = $1 ORDER BY at',
      [call?.id],
    );
    // The day of this call was asked for by the customer before.
    expect(moves).toEqual([{ by: 'customer' }, { by: 'us' }, { by: 'customer' }]);
    await send(desk.rep, 'post', `planned-calls/${call!.id}/ask`, {
      ...ask,
      revision: asked!.revision,
      on: '2026-01-01',
    }).expect(400);
  });

  it('are prepared: why, what to say, what to do', async () => {
    const [call] = await open();
    const told = { revision: call!.revision, why: 'Health fell', say: 'We saw it first', doing: 'A date for training' };
    await send(desk.rep, 'put', `planned-calls/${call!.id}/preparation`, told).expect(200);
    await send(colleague, 'put', `planned-calls/${call!.id}/preparation`, told).expect(404);
  });

  it('follow the rules that are set', async () => {
    const read = async () =>
      (await test.http.get('/api/call-rules').set('Cookie', desk.head.cookie).expect(200)).body as CallRules;
    const cadence = async (who = desk.supervisor) =>
      (await test.http.get(`/api/accounts/${accountId}/cadence`).set('Cookie', who.cookie).expect(200))
        .body as AccountCadence;
    const { cadences, ...rules } = await read();
    expect([rules, cadences]).toMatchObject([{ callsPerDay: 12, slotMinutes: 20, graceDays: 3 }, []]);
    await send(desk.head, 'put', 'call-rules', { ...rules, retryMinutes: 60 }).expect(200);
    await send(desk.head, 'put', 'call-rules', { ...rules, retryMinutes: 90 }).expect(409);
    const ofClass = { class: 'loyal', tier: null, days: 10, was: null };
    await send(desk.head, 'put', 'call-rules/cadence', ofClass).expect(200);
    await send(desk.rep, 'put', 'call-rules/cadence', ofClass).expect(403);
    const stale = await send(desk.head, 'put', 'call-rules/cadence', { ...ofClass, days: 20 }).expect(409);
    expect(stale.body.code).toBe('changed-meanwhile');
    expect(await cadence()).toMatchObject({ days: 10, from: 'class', own: null, ofClass: 10, ofStrategy: 14 });
    await plan();
    const byClass = await open();
    expect(byClass[1]?.dueOn).toBe(addDays(byClass[0]!.dueOn, 10));

    const setOwn = (told: object) => send(desk.supervisor, 'put', `accounts/${accountId}/cadence`, told);
    expect((await setOwn({ days: 5, was: null }).expect(400)).body.fields).toMatchObject([{ path: 'why' }]);
    const own = { days: 5, why: 'They asked for it', was: null };
    await setOwn(own).expect(204);
    await setOwn({ ...own, days: 6 }).expect(409);
    await plan();
    expect((await open())[1]?.dueOn).toBe(addDays(byClass[0]!.dueOn, 5));
    expect(await cadence()).toMatchObject({
      ...{ days: 5, from: 'account', class: 'loyal', ofClass: 10 },
      own: { days: 5, why: 'They asked for it', by: { id: desk.supervisor.staffId } },
    });
    const stranger = await aColleague(test.database, await aDesk(test.database));
    const next = { id: (await open())[0]?.id, staff: { id: desk.rep.staffId } };
    expect([await cadence(), await cadence(desk.rep)]).toMatchObject([{ next }, { next }]);
    expect(await cadence(stranger)).toMatchObject({ own: { days: 5, why: '', by: null }, next: null });

    const callers = async (query = '') =>
      (await test.http.get(`/api/callers${query}`).set('Cookie', desk.supervisor.cookie).expect(200))
        .body as CallerCapacities;
    const before = await callers();
    expect(before.usual).toBe(12);
    expect(before.callers.map(({ staff }) => staff.id)).toContain(desk.rep.staffId);
    const first = await callers('?limit=1');
    expect([first.callers, first.isMore]).toEqual([before.callers.slice(0, 1), true]);
    expect((await callers(`?limit=1&after=${first.callers[0]?.staff.id}`)).callers).toEqual(before.callers.slice(1, 2));
    expect((await callers('?q=nobody%25')).callers).toEqual([]);
    const setCapacity = (told: object) => send(desk.supervisor, 'put', `callers/${desk.rep.staffId}/capacity`, told);
    await setCapacity({ callsPerDay: 0, was: null }).expect(204);
    await setCapacity({ callsPerDay: 4, was: null }).expect(409);
    expect((await callers()).callers.find(({ staff }) => staff.id === desk.rep.staffId)).toMatchObject({
      own: { callsPerDay: 0, by: { id: desk.supervisor.staffId } },
    });
    await plan();
    expect(new Set((await open()).map(({ staffId }) => staffId)).has(desk.rep.staffId)).toBe(false);
  });

  it('become a duty of their caller when they are late, which ends when they are made', async () => {
    const { duty } = await lateDuty();
    expect(duty).toMatchObject({
      kind: 'proactive-call',
      owner_id: colleague.staffId,
      parameters: { what: 'Harbour Bank' },
    });
    const [call] = await open();
    await send(colleague, 'post', 'contacts', aCall(call!)).expect(201);
    expect((await lateDuty()).ended).toMatchObject([{ outcome: 'done' }]);
  });

  async function lateDuty() {
    await test.database.change(
      `UPDATE planned_call SET due_on = due_on - 30, earliest_on = earliest_on - 60, staff_id = $2
       WHERE id = (SELECT id FROM planned_call WHERE account_id = $1 AND state = 'planned' ORDER BY due_on LIMIT 1)
         AND NOT EXISTS (SELECT FROM duty WHERE kind = 'proactive-call')`,
      [accountId, colleague.staffId],
    );
    await test.app.get(LateCallsService).look();
    await test.app.get(LateCallsService).look();
    return {
      duty: await test.database.first(
        `SELECT kind, owner_id, parameters FROM duty WHERE done_at IS NULL AND kind = 'proactive-call'`,
      ),
      ended: await test.database.rows(`SELECT outcome FROM duty WHERE done_at IS NOT NULL AND kind = 'proactive-call'`),
    };
  }

  it('stand in the account’s time line as our calls', async () => {
    const { entries } = (
      await test.http
        .get(`/api/accounts/${accountId}/time-line?kind=contact`)
        .set('Cookie', desk.rep.cookie)
        .expect(200)
    ).body as TimeLine;
    expect(entries.map(({ purpose, outcome }) => [purpose, outcome])).toEqual([
      ['proactive', 'handled'],
      ['proactive', 'not-reached'],
      ['proactive', 'not-reached'],
    ]);
  });
});
