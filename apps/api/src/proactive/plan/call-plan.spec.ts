import type { PlaceForCall, PlanDay, PlanLoad } from '@forecall/contracts';
import { addDays, localDay, localInstant, weekdayOf } from '@forecall/domain';
import { v7 as uuid } from 'uuid';
import { anAccount, anOrganisation, aSignIn, type SignedIn } from '../../testing/builders.js';
import { aColleague, aDesk, aPerson, type Desk } from '../../testing/desk-builders.js';
import { createTestApp, type TestApp } from '../../testing/test-app.js';

const zone = 'Asia/Shanghai';

describe('the plan as a picture', () => {
  let test: TestApp;
  let desk: Desk;
  let neighbour: Desk;
  let colleague: SignedIn;
  let executive: SignedIn;
  const today = localDay(new Date(), zone);
  /** Not this week: its days are all to come. */
  const monday = Array.from({ length: 7 }, (_, n) => addDays(today, n + 1)).find((day) => weekdayOf(day) === 0)!;
  const [tuesday, wednesday, thursday, sunday] = [1, 2, 3, 6].map((days) => addDays(monday, days)) as [
    string,
    string,
    string,
    string,
  ];
  const at = (day: string, minute: number) => new Date(localInstant(day, minute, zone)).toISOString();
  const inRow = (day: string, minute: number) => at(day, minute).replace('.000Z', '+00:00');
  const nine = 9 * 60;

  beforeAll(async () => {
    test = await createTestApp();
    const { database: sql } = test;
    await anOrganisation(sql, { zone });
    [desk, neighbour] = [await aDesk(sql), await aDesk(sql)];
    colleague = await aColleague(sql, desk);
    executive = await aSignIn(sql, { role: 'executive' });
    await sql.change(`INSERT INTO leave (id, staff_id, "from", "to", kind) VALUES ($1, $2, $3, $3, 'sick')`, [
      ...[uuid(), desk.rep.staffId, tuesday],
    ]);
    await sql.change(
      `INSERT INTO leave (id, staff_id, "from", "to", kind, until_midday) VALUES ($1, $2, $3, $3, 'sick', true)`,
      [uuid(), desk.rep.staffId, thursday],
    );
    const calendarId = uuid();
    await sql.change('INSERT INTO calendar (id) VALUES ($1)', [calendarId]);
    await sql.change(
      `INSERT INTO calendar_exception (id, calendar_id, day, kind, name_en, name_zh, source)
       VALUES ($1, $2, $3, 'holiday', 'Spring Festival', '春节', 'by-hand')`,
      [uuid(), calendarId, wednesday],
    );
    await sql.change('INSERT INTO caller_capacity VALUES ($1, 2)', [desk.rep.staffId]);
  });
  afterAll(() => test.close());

  interface CallToBe {
    readonly of?: Desk;
    readonly name?: string;
    readonly dueOn?: string;
    readonly staffId?: string | null;
    readonly slotAt?: string | null;
    readonly band?: string;
  }

  /** To an account in the care of the desk's rep. */
  async function aCall(call: CallToBe = {}): Promise<string> {
    const { of = desk, name = 'Harbour Bank', dueOn = monday, slotAt = at(monday, nine), band = 'good' } = call;
    const accountId = await anAccount(test.database, { name });
    const id = uuid();
    await test.database.change(
      `INSERT INTO account_class (id, account_id, class, "from") VALUES ($1, $2, 'loyal', now() - interval '9 days')`,
      [uuid(), accountId],
    );
    await test.database.change(
      `INSERT INTO account_care (id, account_id, staff_id, part, "from") VALUES ($1, $2, $3, 'rep', now() - interval '9 days')`,
      [uuid(), accountId, of.rep.staffId],
    );
    const personId = await aPerson(test.database, accountId);
    await test.database.change(`UPDATE person SET zone = 'Asia/Tokyo', calling_week = $2 WHERE id = $1`, [
      personId,
      JSON.stringify(Array.from({ length: 7 }, () => [{ fromMinute: 8 * 60, toMinute: 11 * 60 }])),
    ]);
    await test.database.change(
      `INSERT INTO planned_call (id, account_id, due_on, earliest_on, staff_id, slot_at, on_day, unplaced, health, band)
       VALUES ($1, $2, $3, $3, $4, $5, $6, $7, 80, $8)`,
      [
        ...[id, accountId, dueOn, slotAt === null ? null : (call.staffId ?? of.rep.staffId), slotAt],
        ...[slotAt === null ? null : localDay(new Date(slotAt), zone), slotAt === null ? 'no-capacity' : null, band],
      ],
    );
    return id;
  }

  const get = async <Body>(who: SignedIn, path: string): Promise<Body> =>
    (await test.http.get(`/api/${path}`).set('Cookie', who.cookie).expect(200)).body as Body;
  const load = (who: SignedIn, rest = '', from = monday, to = sunday) =>
    get<PlanLoad>(who, `call-plan/load?from=${from}&to=${to}${rest}`);
  const day = (who: SignedIn, on = monday, rest = '') => get<PlanDay>(who, `call-plan/day?on=${on}${rest}`);
  const post = (who: SignedIn, path: string, body: object) =>
    test.http.post(`/api/${path}`).set('Cookie', who.cookie).send(body);
  const idsIn = ({ callers }: { callers: readonly { staff: { id: string } }[] }) =>
    callers.map(({ staff }) => staff.id);
  const standing = (id: string) =>
    test.database.first<{ staffId: string; slotAt: Date; isFixed: boolean; dueOn: string; revision: number }>(
      `SELECT staff_id AS "staffId", slot_at AS "slotAt", is_fixed AS "isFixed", due_on::text AS "dueOn", revision
       FROM planned_call WHERE id = $1`,
      [id],
    );

  it('tells of each caller and day what stands against what can be done, and why less or nothing can', async () => {
    await aCall({ band: 'at-risk' });
    await aCall({ slotAt: at(monday, nine + 20) });
    await aCall({ slotAt: at(monday, nine + 40), dueOn: addDays(today, -7) });
    await aCall({ slotAt: null });
    const { callers, unplaced, hasMore, teams } = await load(desk.supervisor);
    expect([unplaced, hasMore, teams.map(({ id }) => id)]).toEqual([1, false, [desk.teamId]]);
    const own = callers.find(({ staff }) => staff.id === desk.rep.staffId);
    const nothing = { planned: 0, made: 0, missed: 0, late: 0, atRisk: 0 };
    expect(own?.days).toEqual([
      { day: monday, planned: 3, made: 0, missed: 0, late: 1, atRisk: 1, capacity: 2, away: null, holiday: null },
      { ...nothing, day: tuesday, capacity: 0, away: 'leave', holiday: null },
      {
        ...{ ...nothing, day: wednesday, capacity: 0, away: 'holiday' },
        holiday: { nameEn: 'Spring Festival', nameZh: '春节' },
      },
      { ...nothing, day: thursday, capacity: 2, away: 'leave', holiday: null },
      { ...nothing, day: addDays(monday, 4), capacity: 2, away: null, holiday: null },
      { ...nothing, day: addDays(monday, 5), capacity: 0, away: 'not-worked', holiday: null },
      { ...nothing, day: sunday, capacity: 0, away: 'not-worked', holiday: null },
    ]);
    const other = callers.find(({ staff }) => staff.id === colleague.staffId);
    expect(other?.days.map(({ capacity }) => capacity)).toEqual([12, 12, 0, 12, 12, 0, 0]);
  });

  it('tells of a day the calls in order, with their windows in the hours of their caller', async () => {
    const { callers, unplaced, slotMinutes } = await day(desk.supervisor);
    const own = callers.find(({ staff }) => staff.id === desk.rep.staffId);
    expect([slotMinutes, own?.hours]).toEqual([20, [{ from: at(monday, nine), to: at(monday, 18 * 60) }]]);
    // Eight to eleven in Tokyo.
    const windows = [{ from: at(monday, nine), to: at(monday, 10 * 60) }];
    const told = { account: { name: 'Harbour Bank', careClass: 'loyal' }, windows, zone: 'Asia/Tokyo', tries: 0 };
    expect(own?.calls).toMatchObject([
      { ...told, slotAt: inRow(monday, nine), band: 'at-risk', workingDaysLate: 0, state: 'planned' },
      { ...told, slotAt: inRow(monday, nine + 20) },
      // Late by today, not by the day on which it is to be made.
      { ...told, slotAt: inRow(monday, nine + 40), workingDaysLate: 5 },
    ]);
    expect(unplaced).toMatchObject([{ unplaced: 'no-capacity', staff: null, slotAt: null }]);
  });

  it('counts what is left from before as of today, and what was made on its day', async () => {
    const [left, made] = [
      await aCall({ slotAt: at(addDays(today, -2), nine), dueOn: addDays(today, -2) }),
      await aCall(),
    ];
    await test.database.change(`UPDATE planned_call SET state = 'reached', ended_at = now() WHERE id = $1`, [made]);
    const { callers } = await load(desk.rep, '', addDays(today, -3), addDays(today, 1));
    const days = new Map(callers[0]?.days.map((each) => [each.day, each]));
    expect(days.get(addDays(today, -2))).toMatchObject({ planned: 0, made: 0 });
    expect(days.get(today)).toMatchObject({ planned: 1, made: 1, late: 1 });
    const states = (await day(desk.rep, today)).callers[0]?.calls.map(({ id, state }) => [id, state]);
    expect(new Map(states as [string, string][])).toEqual(
      new Map([
        [left, 'planned'],
        [made, 'reached'],
      ]),
    );
    await test.database.change('DELETE FROM planned_call WHERE id = ANY ($1)', [[left, made]]);
  });

  it('is for whom one leads, for oneself, and for an executive of all', async () => {
    await aCall({ of: neighbour, name: 'Next door' });
    const team = [desk.supervisor.staffId, desk.rep.staffId, colleague.staffId].toSorted();
    expect(idsIn(await load(desk.rep))).toEqual([desk.rep.staffId]);
    expect(idsIn(await load(colleague))).toEqual([colleague.staffId]);
    for (const who of [desk.supervisor, desk.head]) expect(idsIn(await load(who)).toSorted()).toEqual(team);
    expect(idsIn(await day(executive))).toEqual(expect.arrayContaining([...team, neighbour.rep.staffId]));
    expect(idsIn(await load(executive, `&teamId=${neighbour.teamId}`))).not.toContain(desk.rep.staffId);
    expect(idsIn(await load(desk.head, `&staffId=${colleague.staffId}`))).toEqual([colleague.staffId]);
    for (const rest of [`&teamId=${neighbour.teamId}`, `&staffId=${neighbour.rep.staffId}`]) {
      expect(idsIn(await load(desk.head, rest))).toEqual([]);
      expect(await day(desk.head, monday, rest)).toMatchObject({ callers: [], unplaced: [] });
    }
  });

  it('is told for 35 days at most', async () => {
    await load(desk.rep, '', monday, addDays(monday, 34));
    for (const to of [addDays(monday, 35), addDays(monday, -1)]) {
      const { body } = await test.http
        .get(`/api/call-plan/load?from=${monday}&to=${to}`)
        .set('Cookie', desk.rep.cookie)
        .expect(400);
      expect(body).toMatchObject({ fields: [{ path: 'to', code: 'plan-period' }] });
    }
  });

  it('says where a call would stand elsewhere: at the same time, or near it, where they can be called', async () => {
    const id = await aCall({ slotAt: at(monday, 10 * 60), name: 'Later than its window' });
    const taken = await aCall({ slotAt: at(thursday, nine + 40), staffId: colleague.staffId });
    const place = (on: string, staffId: string, who = desk.supervisor) =>
      get<PlaceForCall>(who, `planned-calls/${id}/place?on=${on}&staffId=${staffId}`);
    expect(await place(thursday, colleague.staffId)).toMatchObject({
      ...{ startAt: at(thursday, nine + 20), isInWindow: true, zone, load: { planned: 1, capacity: 12 } },
    });
    // On the afternoon that is left of the half day nobody can be called: the nearest slot of the day is told all the same.
    expect(await place(thursday, desk.rep.staffId)).toMatchObject({ isInWindow: false, load: { capacity: 2 } });
    expect(await place(wednesday, colleague.staffId)).toMatchObject({ startAt: null, load: { away: 'holiday' } });
    for (const [who, staffId] of [
      [neighbour.head, neighbour.rep.staffId],
      [desk.head, neighbour.rep.staffId],
    ] as const)
      await test.http
        .get(`/api/planned-calls/${id}/place?on=${thursday}&staffId=${staffId}`)
        .set('Cookie', who.cookie)
        .expect(404);
    await test.database.change('DELETE FROM planned_call WHERE id = ANY ($1)', [[id, taken]]);
  });

  it('takes one’s own last move back, once, and finds the call another slot where its own was given away', async () => {
    const id = await aCall({ slotAt: at(monday, nine + 60) });
    const before = await standing(id);
    const move = (startAt: string, revision: number) =>
      post(desk.supervisor, `planned-calls/${id}/move`, {
        revision,
        startAt,
        staffId: colleague.staffId,
        why: 'Full day',
      });
    await move(at(thursday, nine), 1).expect(200);
    expect(await standing(id)).toMatchObject({ staffId: colleague.staffId, isFixed: true });
    expect((await post(desk.head, `planned-calls/${id}/move/undo`, {}).expect(409)).body.code).toBe('move-not-yours');
    await post(desk.supervisor, `planned-calls/${id}/move/undo`, {}).expect(200);
    expect(await standing(id)).toEqual({ ...before, revision: 3 });
    await post(desk.supervisor, `planned-calls/${id}/move/undo`, {}).expect(409);

    await move(at(thursday, nine), 3).expect(200);
    const other = await aCall({ slotAt: at(monday, nine + 60) });
    await post(desk.supervisor, `planned-calls/${id}/move/undo`, {}).expect(200);
    expect(await standing(id)).toMatchObject({
      staffId: desk.rep.staffId,
      slotAt: null,
      isFixed: false,
      dueOn: monday,
    });

    // The plan had the next call of the account on the very day that they ask for.
    const on = addDays(monday, 9);
    await test.database.change(
      `INSERT INTO planned_call (id, account_id, due_on, earliest_on) SELECT $1, account_id, $3, $3 FROM planned_call WHERE id = $2`,
      [uuid(), id, on],
    );
    await post(desk.rep, `planned-calls/${id}/ask`, { revision: 5, on }).expect(200);
    expect(await standing(id)).toMatchObject({ dueOn: on });
    await post(desk.rep, `planned-calls/${id}/move/undo`, {}).expect(200);
    expect(await standing(id)).toMatchObject({ dueOn: monday });
    await test.database.change('DELETE FROM planned_call WHERE id = ANY ($1)', [[id, other]]);
  });

  it('tells who leads a caller of a move in the weeks to come', async () => {
    const id = await aCall({ slotAt: at(monday, nine + 80) });
    await test.database.change('DELETE FROM personal_news');
    await test.database.change('UPDATE planned_call SET revision = revision + 1 WHERE id = $1', [id]);
    const told = await test.database.rows<{ id: string }>('SELECT DISTINCT staff_id AS id FROM personal_news');
    expect(told.map((row) => row.id).toSorted()).toEqual([desk.rep.staffId, desk.supervisor.staffId].toSorted());
  });
});
