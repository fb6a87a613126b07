import type { FigureReply, ReceiptReply } from '@forecall/contracts';
import { careMetrics, localDay, type MetricId, startOfDay } from '@forecall/domain';
import {
  aDepartment,
  anAccount,
  anOrganisation,
  aReason,
  aSignIn,
  aStaff,
  aSupervisorOf,
  aTeam,
  type SignedIn,
} from '../testing/builders.js';
import {
  aClass,
  aPlannedCall,
  aPromise,
  aRepInCare,
  aTraining,
  type PlannedCallToBe,
  type PromiseToBe,
} from '../testing/care-rows.js';
import { aComplaint, aContact, anAnswer, type ContactToBe } from '../testing/stored-rows.js';
import { createTestApp, type TestApp } from '../testing/test-app.js';

const zone = 'Asia/Shanghai';
const day = 86_400_000;
const now = Date.now();
const ago = (days: number) => new Date(now - days * day);
/** The day so long ago where the organisation is, and its noon. */
const on = (days: number) => localDay(ago(days), zone);
const noon = (days: number) => new Date(startOfDay(on(days), zone).getTime() + day / 2);

describe('figures of the care for key accounts', () => {
  let test: TestApp;
  let executive: SignedIn;
  let departments: string[];
  let teams: string[];
  let reps: string[];
  let supervisor: string;
  let signIns: SignedIn[];
  let loyal: string;
  let fast: string;
  beforeAll(async () => {
    test = await createTestApp();
    const sql = test.database;
    await anOrganisation(sql, { zone });
    departments = [await aDepartment(sql), await aDepartment(sql)];
    teams = await Promise.all(departments.map((id) => aTeam(sql, id)));
    reps = await Promise.all(teams.map((teamId) => aStaff(sql, { teamId })));
    supervisor = await aStaff(sql);
    await aSupervisorOf(sql, teams[1] ?? '', supervisor);
    executive = await aSignIn(sql, { role: 'executive' });
    signIns = await Promise.all(reps.map((staffId) => aSignIn(sql, { role: 'rep', staffId })));
    [loyal, fast] = [await anAccount(sql), await anAccount(sql)];
    await aClass(sql, loyal, 'loyal', { from: ago(400) });
    await aClass(sql, fast, 'fast-growing', { from: ago(400) });
    await aRepInCare(sql, loyal, reps[0] ?? '', ago(400));
    await aRepInCare(sql, fast, reps[1] ?? '', ago(400));
  });
  afterAll(() => test.close());

  const asked = { from: on(150), to: on(-100) };
  const read = async <Reply>(address: string, query: object, who = executive) => {
    const request = test.http.get(`/api/figures/${address}`).query({ ...asked, ...query });
    return (await request.set('Cookie', who.cookie).expect(200)).body as Reply;
  };
  const figure = async (metric: MetricId, query: object = {}, who = executive) =>
    (await read<FigureReply>(metric, query, who)).total;
  /** "loyal 3/5" of each group. */
  const groups = async (metric: MetricId, by: string, query: object = {}) =>
    (await read<FigureReply>(metric, { by, ...query })).groups.map(
      ({ keys: [key], figure: { numerator, denominator } }) => `${key} ${numerator}/${denominator}`,
    );
  const receipt = async (metric: MetricId, query: object = {}, who = executive) =>
    read<ReceiptReply>(`${metric}/receipt`, { part: 'denominator', ...query }, who);

  it('calls in time: reached by the end of the grace, of those due; owned by the due day', async () => {
    const sql = test.database;
    const contactOf = (endedAt: Date) =>
      aContact(sql, {
        ...{ accountId: loyal, direction: 'out', purpose: 'internal', endedAt, careClass: 'loyal' },
        ...{ repId: reps[0] ?? null, teamId: teams[0] ?? null, departmentId: departments[0] ?? '' },
      });
    const call = (told: Omit<PlannedCallToBe, 'accountId'>) =>
      aPlannedCall(sql, {
        ...{ accountId: loyal, staffId: reps[0] ?? null, teamId: teams[0] ?? null },
        ...{ departmentId: departments[0] ?? null, ...told },
      });
    const reached = async (told: Omit<PlannedCallToBe, 'accountId'> & { endedAt: Date }) =>
      call({ state: 'reached', contactId: await contactOf(told.endedAt), ...told });
    await reached({ dueOn: on(20), graceUntil: on(17), endedAt: noon(17) });
    await reached({ dueOn: on(40), graceUntil: on(37), endedAt: noon(36) });
    // Before it is due, and without a grace by the last moment of the due day, and after it.
    await reached({ dueOn: on(-20), graceUntil: on(-23), endedAt: noon(2) });
    await reached({ dueOn: on(5), endedAt: new Date(startOfDay(on(4), zone).getTime() - 1) });
    await reached({ dueOn: on(6), endedAt: startOfDay(on(5), zone) });
    await call({ dueOn: on(50), state: 'dropped', endedAt: noon(45) });
    const ofFast = { accountId: fast, staffId: reps[1] ?? null, careClass: 'fast-growing' };
    const past = { teamId: teams[1] ?? null, departmentId: departments[1] ?? null };
    await aPlannedCall(sql, { ...ofFast, ...past, dueOn: on(20), state: 'missed', endedAt: noon(10) });
    // Open: its grace over, and on the last day of it.
    await aPlannedCall(sql, { ...ofFast, dueOn: on(3), graceUntil: on(1) });
    await aPlannedCall(sql, { ...ofFast, dueOn: on(1), graceUntil: on(0) });

    expect(await figure('cadence-compliance')).toMatchObject({
      ...{ numerator: 3, denominator: 7, excluded: { 'not due yet': 1 }, beside: { call_open_late: 1 } },
      interval: { method: 'wilson' },
    });
    expect(await groups('cadence-compliance', 'care-class')).toEqual(['fast-growing 0/2', 'loyal 3/5']);
    expect(await groups('cadence-compliance', 'rep')).toEqual([`${reps[0]} 3/5`, `${reps[1]} 0/2`].toSorted());
    expect(await groups('cadence-compliance', 'team')).toEqual([`${teams[0]} 3/5`, `${teams[1]} 0/2`].toSorted());
    expect(await groups('cadence-compliance', 'department')).toHaveLength(2);
    expect(await groups('cadence-compliance', 'supervisor')).toEqual([' 3/5', `${supervisor} 0/2`]);
    expect(await figure('cadence-compliance', { scope: 'care-class:loyal' })).toMatchObject({ denominator: 5 });
    expect(await figure('cadence-compliance', { from: on(20), to: on(19) })).toMatchObject({ numerator: 1, n: 2 });
    const { rows } = await receipt('cadence-compliance');
    expect(rows.map(({ kind, contactId }) => `${kind} ${contactId !== null}`).toSorted()).toEqual([
      ...Array<string>(2).fill('planned-call false'),
      ...Array<string>(5).fill('planned-call true'),
    ]);
    expect(rows[0]).toMatchObject({ at: startOfDay(on(-20), zone).toISOString(), channel: null });
    const came = rows.map((row) => row.came?.as).toSorted();
    expect(came.join(' ')).toBe('in-time in-time in-time late late missed open');
    expect(rows[0]?.came).toEqual({ as: 'in-time', at: noon(2).toISOString() });
    // A rep sees their own calls and those of accounts in their care, and their figure is of these.
    expect(await figure('cadence-compliance', {}, signIns[1])).toMatchObject({ numerator: 0, denominator: 2 });
    expect((await receipt('cadence-compliance', {}, signIns[1])).rows).toHaveLength(2);
    const head = await aSignIn(sql, { role: 'head', unitId: departments[0] ?? '' });
    expect((await receipt('cadence-compliance', {}, head)).rows).toHaveLength(5);
  });

  it('problems: caught by us of all; how long before the customer said so; by how many calls', async () => {
    const sql = test.database;
    const [team, reasonId, otherId] = [
      await aTeam(sql, departments[0] ?? ''),
      await aReason(sql, departments[0] ?? ''),
      await aReason(sql, departments[0] ?? ''),
    ];
    const scope = `team:${team}`;
    const contact = (days: number, told: Partial<ContactToBe> = {}) =>
      aContact(sql, {
        ...{ departmentId: departments[0] ?? '', teamId: team, repId: reps[0] ?? null, endedAt: ago(days) },
        ...{ accountId: loyal, careClass: 'loyal', reasonId, ...told },
      });
    const ours = { direction: 'out', purpose: 'proactive' } as const;
    const ofFast = { accountId: fast, careClass: 'fast-growing' };
    const found = async (days: number, told: Partial<ContactToBe> = {}, repeatOf?: string) =>
      aComplaint(sql, await contact(days, { ...ours, ...told }), { foundByUs: true, ...(repeatOf && { repeatOf }) });
    const own = async (days: number, told: Partial<ContactToBe> = {}, repeatOf?: string) =>
      aComplaint(sql, await contact(days, told), { ...(repeatOf && { repeatOf }) });

    await own(70);
    await found(60);
    await own(50);
    await own(45);
    // Linked, of another reason; 95 days later for the same, which is another matter; merged into ours.
    await own(20, {}, await found(50, { reasonId: otherId }));
    const early = await found(120, ofFast);
    await own(25, ofFast);
    await found(110, ofFast, early);
    const whole = await found(40, { ...ofFast, reasonId: otherId });
    const set = (id: string, assignments: string, ...values: string[]) =>
      sql.change(`UPDATE complaint SET ${assignments} WHERE id = $1`, [id, ...values]);
    await set(await own(35, { ...ofFast, reasonId: otherId }), 'merged_into = $2', whole);
    await set(await own(38, { ...ofFast, reasonId: otherId }), `voided_at = now(), void_reason = 'None'`);
    await own(30, { accountId: null, careClass: null });
    for (const days of [10, 9, 8]) await contact(days, ours);
    await contact(8, { ...ours, outcome: 'not-reached' });
    await sql.change(`UPDATE contact SET voided_at = now(), void_reason = 'None' WHERE id = $1`, [
      await contact(7, ours),
    ]);

    // Of the customers' own: 70, 50, 45 and 25 days ago; of ours 60, 50, 120 and 40 days ago.
    expect(await figure('proactive-catch-rate', { scope })).toMatchObject({ numerator: 4, denominator: 8, value: 0.5 });
    expect(await groups('proactive-catch-rate', 'care-class', { scope })).toEqual(['fast-growing 2/3', 'loyal 2/5']);
    // 10, 30 and 5 days: 15 on average, squares of the deviations 25 + 225 + 100.
    const lead = await read<FigureReply>('lead-time', { scope, quantiles: 'yes' });
    expect(lead.total).toMatchObject({
      ...{ numerator: 45 * 86_400, denominator: 3, value: 15 * 86_400, median: 10 * 86_400 },
      excluded: { 'never complained of': 1 },
    });
    expect(lead.total.standardDeviation).toBeCloseTo(Math.sqrt(350 / 2) * 86_400, 3);
    expect(await groups('lead-time', 'care-class', { scope })).toEqual([
      `fast-growing ${5 * 86_400}/1`,
      `loyal ${40 * 86_400}/2`,
    ]);
    // Four catches by chance: 1.0899 to 10.2416 of them.
    const calls = await figure('calls-per-catch', { scope });
    expect(calls).toMatchObject({
      numerator: 8,
      denominator: 4,
      n: 4,
      value: 2,
      interval: { method: 'exact-poisson' },
    });
    expect(calls.interval?.low).toBeCloseTo(8 / 10.2416, 3);
    expect(calls.interval?.high).toBeCloseTo(8 / 1.0899, 3);

    // Contacts, complaints and answers go by the class that they were frozen with.
    await anAnswer(sql, await contact(5, ofFast), 5);
    expect(await groups('csat', 'care-class', { scope })).toEqual(['fast-growing 1/1']);
    expect(await groups('complaint-rate', 'care-class', { scope: `department:${departments[0]}` })).toEqual([
      ' 1/1',
      'fast-growing 1/4',
      'loyal 4/4',
    ]);
    expect(await figure('open-complaints', { scope: [scope, 'care-class:loyal'] })).toMatchObject({ numerator: 6 });
    expect(await figure('customer-attribute', { scope: 'care-class:loyal', attribute: 'x' })).toMatchObject({
      excluded: { 'no such value': 1 },
    });
    // To whom it concerns the class of who complained is as little told as the name.
    await set(await own(3), 'rep_concerned_id = $2', reps[0] ?? '');
    const last = { from: ago(3.5).toISOString(), to: ago(2.5).toISOString(), by: 'care-class' };
    expect((await read<FigureReply>('complaints', last, signIns[0])).groups).toMatchObject([{ keys: [''] }]);
  });

  it('promises: kept by the original due time, of those due; renegotiated in time is a class of its own', async () => {
    const sql = test.database;
    const promised = (dueAt: Date, told: Partial<PromiseToBe> = {}) =>
      aPromise(sql, {
        ...{ accountId: loyal, ownerId: reps[0] ?? '', teamId: teams[0] ?? null, departmentId: departments[0] ?? null },
        ...{ madeAt: ago(60), dueAt, ...told },
      });
    await promised(ago(30), { keptAt: ago(31) });
    await promised(ago(30), { keptAt: ago(30) });
    await promised(ago(30), { keptAt: new Date(ago(30).getTime() + 1) });
    await promised(ago(30));
    await promised(ago(30), { voidedAt: ago(35) });
    await promised(ago(30), { renegotiated: { at: ago(31), to: ago(20) }, keptAt: ago(21) });
    await promised(ago(30), { renegotiated: { at: ago(29), to: ago(20) }, keptAt: ago(21), accountId: fast });
    await promised(ago(-5), { renegotiated: { at: ago(1), to: ago(-9) } });
    await promised(ago(-5));
    await promised(ago(-5), { keptAt: ago(1) });
    expect(await figure('promise-kept-rate')).toMatchObject({
      ...{ numerator: 2, denominator: 5, value: 0.4, beside: { promise_open_late: 1 } },
      excluded: { 'renegotiated before due': 2, void: 1, 'not due yet': 2 },
    });
    expect(await groups('promise-kept-rate', 'care-class')).toEqual(['fast-growing 0/1', 'loyal 2/4']);
    expect(await groups('promise-kept-rate', 'rep')).toEqual([`${reps[0]} 2/5`]);
    const { rows } = await receipt('promise-kept-rate');
    expect(rows).toHaveLength(5);
    expect(rows[0]).toMatchObject({ kind: 'promise', contactId: null, at: ago(30).toISOString() });
    const came = rows.map((row) => row.came?.as).toSorted();
    expect(came.join(' ')).toBe('kept kept kept-late kept-late open-late');
    expect(rows[0]?.what).toBeTruthy();
  });

  it('training: key accounts at the end of the period, trained in the 12 months before', async () => {
    const sql = test.database;
    const [former, later, young] = [await anAccount(sql), await anAccount(sql), await anAccount(sql)];
    await aClass(sql, former, 'dormant', { from: ago(400), to: ago(9) });
    await aClass(sql, later, 'dormant', { from: ago(-10) });
    await aClass(sql, young, 'loyal', { from: ago(5) });
    await aTraining(sql, loyal, on(30));
    await aTraining(sql, fast, on(366));
    await aTraining(sql, fast, on(5), true);
    await aTraining(sql, young, on(-3));
    // On the first of the 12 months before a day 12 days ago.
    await aTraining(sql, former, on(376));
    expect(await figure('training-coverage')).toMatchObject({ numerator: 1, denominator: 3, excluded: {} });
    expect(await groups('training-coverage', 'care-class', { to: on(11) })).toEqual([
      'dormant 1/1',
      'fast-growing 1/1',
      'loyal 1/1',
    ]);
    expect(await groups('training-coverage', 'rep')).toEqual([
      ' 0/1',
      ...[`${reps[0]} 1/1`, `${reps[1]} 0/1`].toSorted(),
    ]);
    expect(await figure('training-coverage', {}, signIns[1])).toMatchObject({ numerator: 0, denominator: 1 });
    const { rows } = await receipt('training-coverage');
    expect(rows.map(({ kind, contactId }) => ({ kind, contactId }))).toEqual(
      Array(3).fill({ kind: 'account', contactId: null }),
    );
    for (const [by, instead] of [
      ['month', 'cadence-compliance'],
      ['channel', 'calls-per-catch'],
    ] as const) {
      const refused = await test.http
        .get('/api/figures/training-coverage')
        .query({ ...asked, by })
        .set('Cookie', executive.cookie)
        .expect(400);
      expect(refused.body).toMatchObject({ code: 'metric-not-by', values: { instead } });
    }
  });

  it('the rows of every receipt, summed anew, give the figure', async () => {
    for (const metric of Object.keys(careMetrics) as (keyof typeof careMetrics)[]) {
      const whole = await figure(metric);
      expect(whole.n).toBeGreaterThan(0);
      for (const part of ['numerator', 'denominator'] as const) {
        const { rows, figure: told } = await receipt(metric, { part, limit: 200 });
        expect(rows.reduce((sum, row) => sum + row[part], 0)).toBe(whole[part]);
        expect(told.numerator).toBe(whole.numerator);
      }
    }
  });
});
