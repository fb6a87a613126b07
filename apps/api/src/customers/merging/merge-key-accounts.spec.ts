import type { CustomerMerged } from '@forecall/contracts';
import { addDays, localDay } from '@forecall/domain';
import { v7 as uuid } from 'uuid';
import { planIfAsked } from '../../proactive/planning/plan-if-asked.js';
import { anAccount, anOrganisation, aStaff } from '../../testing/builders.js';
import { aContactBody, aDesk, aPerson, type Desk } from '../../testing/desk-builders.js';
import { createTestApp, type TestApp } from '../../testing/test-app.js';

const zone = 'Asia/Shanghai';
const today = localDay(new Date(), zone);

/** Rows of a table by what a spec wants to compare. */
type Row = Record<string, unknown>;

describe('key accounts that turn out to be the same', () => {
  let test: TestApp;
  let desk: Desk;
  beforeAll(async () => {
    test = await createTestApp();
    await anOrganisation(test.database, { zone });
    desk = await aDesk(test.database);
    await planIfAsked(test.database, new Date());
  });
  afterAll(() => test.close());

  const post = (path: string, body: object = {}) =>
    test.http.post(`/api/${path}`).set('Cookie', desk.supervisor.cookie).send(body);
  const merge = async (kind: 'accounts' | 'people', goneId: string, into: string) =>
    ((await post(`${kind}/${goneId}/merge`, { into, why: 'The same bank' }).expect(200)).body as CustomerMerged)
      .mergeId;
  const undo = (mergeId: string) => post(`customer-merges/${mergeId}/undo`).expect(200);
  const rows = (text: string, ...values: unknown[]) => test.database.rows<Row>(text, values);
  const insert = async (table: string, row: Row): Promise<string> => {
    const id = uuid();
    const told = { id, ...row };
    const columns = Object.keys(told).map((column) => `"${column}"`);
    const text = `INSERT INTO ${table} (${columns.join()}) VALUES (${columns.map((_, n) => `$${n + 1}`).join()})`;
    await test.database.change(text, Object.values(told));
    return id;
  };
  const daysAgo = (days: number) => new Date(Date.now() - days * 86_400_000);
  const classed = (accountId: string, careClass: string, from: number, to?: number) =>
    insert('account_class', {
      ...{ account_id: accountId, class: careClass, from: daysAgo(from), to: to === undefined ? null : daysAgo(to) },
      why: 'Grows',
    });
  const caredFor = (accountId: string, part: 'rep' | 'support', staffId: string) =>
    insert('account_care', { account_id: accountId, part, staff_id: staffId, from: daysAgo(100) });
  const plannedCall = (accountId: string, inDays: number, more: Row = {}) =>
    insert('planned_call', {
      ...{ account_id: accountId, due_on: addDays(today, inDays), earliest_on: addDays(today, inDays) },
      ...{ staff_id: desk.rep.staffId, class: 'loyal' },
      ...more,
    });
  const ended = (state: string) => ({ state, ended_at: new Date() });
  const dossier = (accountId: string, part: string, n: number, text: string) =>
    insert('dossier_version', { account_id: accountId, part, n, text });
  const health = (accountId: string, days: number, value: number) =>
    test.database.change(`INSERT INTO account_health VALUES ($1, $2, $3, 'good')`, [
      accountId,
      addDays(today, -days),
      value,
    ]);
  const promise = (accountId: string, personId: string | null = null, contactId: string | null = null) =>
    insert('promise', {
      ...{ account_id: accountId, person_id: personId, contact_id: contactId, what: 'A note' },
      ...{ original_due_at: daysAgo(-3), due_at: daysAgo(-3), owner_id: desk.rep.staffId },
    });
  const training = (accountId: string) =>
    insert('training_session', { account_id: accountId, topic: 'Reports', held_on: addDays(today, -20) });
  const attended = (sessionId: string, personId: string) =>
    test.database.change('INSERT INTO training_attendance (session_id, person_id) VALUES ($1, $2)', [
      sessionId,
      personId,
    ]);
  const two = async (name: string) =>
    [
      await anAccount(test.database, { name: `${name} gone` }),
      await anAccount(test.database, { name: `${name} kept` }),
    ] as const;

  /** Everything that refers to one of two accounts, so that nothing is forgotten by a merge or its undo. */
  const everything = async (ids: readonly string[]) => {
    const tables = await test.database.rows<{ name: string }>(
      `SELECT c.conrelid::regclass::text AS name FROM pg_constraint c
       WHERE c.confrelid = 'account'::regclass AND c.contype = 'f' AND c.conrelid <> 'account'::regclass ORDER BY 1`,
    );
    const told: Record<string, unknown> = {};
    for (const { name } of tables)
      told[name] = await rows(
        `SELECT to_jsonb(t) - 'revision' - 'account_search' AS row FROM ${name} t WHERE account_id = ANY ($1) ORDER BY to_jsonb(t)::text`,
        ids,
      );
    return told;
  };

  it('give the one that stays all they have, where it has nothing; taken back all is as it was', async () => {
    const [gone, kept] = await two('Alone');
    await classed(gone, 'dormant', 90, 60);
    await classed(gone, 'loyal', 60);
    await caredFor(gone, 'rep', desk.rep.staffId);
    await caredFor(gone, 'support', await aStaff(test.database));
    await insert('cadence', { account_id: gone, days: 9 });
    await dossier(gone, 'background', 1, 'A bank');
    await dossier(gone, 'background', 2, 'A harbour bank');
    const [reached, open] = [
      await plannedCall(gone, -10, ended('reached')),
      await plannedCall(gone, 5, { is_asked_for: true }),
    ];
    const tried = { planned_call_id: reached, staff_id: desk.rep.staffId, at: daysAgo(10), is_reached: true };
    await insert('call_attempt', tried);
    await health(gone, 1, 77);
    await promise(gone);
    await training(gone);
    await test.database.change(`INSERT INTO revenue_month VALUES ($1, '2026-01-01', 500)`, [gone]);
    const before = await everything([gone, kept]);
    const tables = Object.keys(before).filter((table) => !['contact', 'answer', 'person'].includes(table));

    const mergeId = await merge('accounts', gone, kept);
    for (const table of tables)
      expect([table, await rows(`SELECT FROM ${table} WHERE account_id = $1`, gone)]).toEqual([table, []]);
    expect(await rows('SELECT class, "to" FROM account_class WHERE account_id = $1 ORDER BY "from"', kept)).toEqual([
      { class: 'dormant', to: expect.any(Date) },
      { class: 'loyal', to: null },
    ]);
    const line = (id: string) => test.http.get(`/api/accounts/${id}/health`).set('Cookie', desk.supervisor.cookie);
    expect((await line(gone).expect(200)).body.line).toEqual((await line(kept).expect(200)).body.line);

    // Planned again: its own cadence, from the last call; the day that the customer asked for stays.
    await planIfAsked(test.database, new Date());
    const calls = await rows(
      `SELECT id, due_on::text AS "dueOn" FROM planned_call WHERE account_id = $1 AND state = 'planned' ORDER BY due_on`,
      kept,
    );
    expect(calls[0]).toEqual({ id: open, dueOn: addDays(today, 5) });
    await test.database.change('DELETE FROM planned_call WHERE account_id = $1 AND due_on > $2', [
      kept,
      addDays(today, 5),
    ]);
    await test.database.change('DELETE FROM account_health WHERE account_id = $1 AND day = $2', [kept, today]);
    await test.database.change(
      `UPDATE planned_call SET slot_at = NULL, on_day = NULL, unplaced = NULL, health = NULL, band = NULL, grace_until = NULL,
         earliest_on = due_on, staff_id = $2 WHERE id = $1`,
      [open, desk.rep.staffId],
    );

    await undo(mergeId);
    expect(await everything([gone, kept])).toEqual(before);
  });

  it('leave the one that stays as it is where both have one, and no two calls for one time', async () => {
    const [gone, kept] = await two('Both');
    const supporter = await aStaff(test.database);
    await classed(gone, 'dormant', 400, 300);
    const overlapping = await classed(gone, 'dormant', 90);
    await classed(kept, 'loyal', 200);
    const goneRep = await caredFor(gone, 'rep', desk.supervisor.staffId);
    await caredFor(gone, 'support', supporter);
    await caredFor(kept, 'rep', desk.rep.staffId);
    for (const [id, days] of [
      [gone, 9],
      [kept, 12],
    ] as const)
      await insert('cadence', { account_id: id, days });
    await dossier(gone, 'project', 1, 'Old plan');
    await dossier(gone, 'project', 2, 'Their plan');
    await dossier(kept, 'project', 1, 'Our plan');
    await dossier(gone, 'gain', 1, 'Much');
    await dossier(kept, 'gain', 1, '');
    await plannedCall(kept, -1);
    await plannedCall(kept, 11);
    const sameDay = await plannedCall(gone, -1);
    const overdue = await plannedCall(gone, -2);
    const asked = await plannedCall(gone, 4, { is_asked_for: true });
    const made = await plannedCall(gone, -30, ended('reached'));
    await plannedCall(kept, -40, ended('reached'));
    const sameDayMade = await plannedCall(gone, -40, ended('missed'));
    await health(gone, 1, 40);
    await health(gone, 2, 50);
    await health(kept, 1, 90);
    for (const id of [gone, kept])
      await test.database.change(`INSERT INTO revenue_month VALUES ($1, '2026-01-01', 500)`, [id]);
    const before = await everything([gone, kept]);

    const mergeId = await merge('accounts', gone, kept);
    const of = (text: string) => rows(text, kept);
    expect(await of('SELECT class FROM account_class WHERE account_id = $1 ORDER BY "from"')).toEqual([
      { class: 'dormant' },
      { class: 'loyal' },
    ]);
    expect(
      await of('SELECT staff_id AS staff, part FROM account_care WHERE account_id = $1 AND "to" IS NULL ORDER BY part'),
    ).toEqual([
      { staff: desk.rep.staffId, part: 'rep' },
      { staff: supporter, part: 'support' },
    ]);
    expect(await rows('SELECT FROM account_class WHERE id = $1 AND "to" IS NOT NULL', overlapping)).toHaveLength(1);
    expect(await rows('SELECT FROM account_care WHERE id = $1 AND "to" IS NOT NULL', goneRep)).toHaveLength(1);
    expect(await of('SELECT days FROM cadence WHERE account_id = $1')).toEqual([{ days: 12 }]);
    expect(await of('SELECT part, n, text FROM dossier_version WHERE account_id = $1 ORDER BY part, n')).toEqual([
      { part: 'gain', n: 1, text: '' },
      { part: 'gain', n: 2, text: 'Much' },
      { part: 'project', n: 1, text: 'Old plan' },
      { part: 'project', n: 2, text: 'Their plan' },
      { part: 'project', n: 3, text: 'Our plan' },
    ]);
    const states = (id: string) =>
      rows('SELECT account_id = $2 AS "isKept", state FROM planned_call WHERE id = $1', id, kept);
    expect(await states(sameDay)).toEqual([{ isKept: false, state: 'dropped' }]);
    expect(await states(overdue)).toEqual([{ isKept: false, state: 'dropped' }]);
    expect(await states(asked)).toEqual([{ isKept: true, state: 'planned' }]);
    expect(await states(made)).toEqual([{ isKept: true, state: 'reached' }]);
    expect(await states(sameDayMade)).toEqual([{ isKept: false, state: 'missed' }]);
    expect(await of('SELECT health::int AS health FROM account_health WHERE account_id = $1 ORDER BY day')).toEqual([
      { health: 50 },
      { health: 90 },
    ]);

    await undo(mergeId);
    expect(await everything([gone, kept])).toEqual(before);
  });

  it('give what only they had from now on to one that had other things before; what was made of it meanwhile stays', async () => {
    const [gone, kept] = await two('Since');
    await classed(gone, 'loyal', 200);
    await classed(kept, 'dormant', 100, 50);
    await caredFor(gone, 'rep', desk.rep.staffId);
    const person = await aPerson(test.database, gone);
    const mergeId = await merge('accounts', gone, kept);
    const classes = (id: string) =>
      rows('SELECT class, "to" IS NULL AS "isNow" FROM account_class WHERE account_id = $1 ORDER BY "from"', id);
    expect(await classes(kept)).toEqual([
      { class: 'dormant', isNow: false },
      { class: 'loyal', isNow: true },
    ]);
    expect(await classes(gone)).toEqual([{ class: 'loyal', isNow: false }]);

    // Logged for the one that is gone by a console that has not heard of it: the call went over, too.
    const call = await plannedCall(kept, 0);
    const contact = aContactBody({ accountId: gone, personId: person, direction: 'out', purpose: 'proactive' });
    const told = {
      plannedCall: { id: call, score: null, nextOn: null },
      promise: { what: 'A note', dueAt: daysAgo(-2) },
    };
    await test.http
      .post('/api/contacts')
      .set('Cookie', desk.rep.cookie)
      .send({ ...contact, ...told })
      .expect(201);
    const late = await promise(kept, person);

    await undo(mergeId);
    expect(await classes(gone)).toEqual([{ class: 'loyal', isNow: true }]);
    expect(await classes(kept)).toEqual([
      { class: 'dormant', isNow: false },
      { class: 'loyal', isNow: false },
    ]);
    // Contacts follow their person back, and so do promises.
    expect(
      await rows('SELECT account_id AS id FROM promise WHERE contact_id = $1 OR id = $2', contact.id, late),
    ).toEqual([{ id: gone }, { id: gone }]);
    expect(await rows('SELECT account_id AS id FROM planned_call WHERE id = $1', call)).toEqual([{ id: gone }]);
  });

  it('are people of one: promises, tries, trainings and their word not to be called go over, and back', async () => {
    const accountId = await anAccount(test.database, { name: 'One bank' });
    const [gone, kept, boss] = [
      await aPerson(test.database, accountId),
      await aPerson(test.database, accountId),
      await aPerson(test.database, accountId),
    ];
    await test.database.change(`UPDATE person SET do_not_call_since = now(), do_not_call_why = 'Asked' WHERE id = $1`, [
      gone,
    ]);
    await test.database.change('UPDATE person SET reports_to = $2 WHERE id = $1', [boss, gone]);
    const promised = await promise(accountId, gone);
    const call = await plannedCall(accountId, -3);
    const tried = await insert('call_attempt', {
      ...{ planned_call_id: call, person_id: gone, staff_id: desk.rep.staffId, at: daysAgo(3), is_reached: false },
    });
    const [alone, together] = [await training(accountId), await training(accountId)];
    await attended(alone, gone);
    await attended(together, gone);
    await attended(together, kept);
    const seen = async () => ({
      promise: (await rows('SELECT person_id AS id FROM promise WHERE id = $1', promised))[0]?.['id'],
      tried: (await rows('SELECT person_id AS id FROM call_attempt WHERE id = $1', tried))[0]?.['id'],
      alone: (await rows('SELECT person_id AS id FROM training_attendance WHERE session_id = $1', alone))[0]?.['id'],
      together: (await rows('SELECT FROM training_attendance WHERE session_id = $1', together)).length,
      boss: (await rows('SELECT reports_to AS id FROM person WHERE id = $1', boss))[0]?.['id'],
      silent: (await rows('SELECT do_not_call_why AS why FROM person WHERE id = $1', kept))[0]?.['why'],
    });
    const before = await seen();
    const mergeId = await merge('people', gone, kept);
    expect(await seen()).toEqual({ promise: kept, tried: kept, alone: kept, together: 2, boss: kept, silent: 'Asked' });
    await undo(mergeId);
    expect(await seen()).toEqual(before);
    expect(before).toMatchObject({ promise: gone, boss: gone, silent: '' });
  });
});
