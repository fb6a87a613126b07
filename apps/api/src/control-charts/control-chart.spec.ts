import { v7 as uuid } from 'uuid';
import type { ChartBaseline, ControlChart, Problem } from '@forecall/contracts';
import { addDays, localDay, type MetricId, startOfDay } from '@forecall/domain';
import { aDepartment, anOrganisation, aSignIn, aStaff, aTeam, type SignedIn } from '../testing/builders.js';
import { createTestApp, type TestApp } from '../testing/test-app.js';
import { ChartBaselineService } from './chart-baseline.service.js';

const zone = 'Asia/Shanghai';
const reason = 'the new price list';

/** Of 100 contacts each: 5 % for four weeks, 20 % in the next two; the third is 12 %, and day 10 a holiday of 40 %. */
const complaintsOf = (n: number): number => (n === 2 ? 12 : n === 10 ? 40 : n < 28 ? 4 + (n % 3) : 19 + (n % 3));

describe('control charts', () => {
  let test: TestApp;
  let today: string;
  let department: string;
  let other: string;
  let swinging: string;
  let people: Record<'executive' | 'head' | 'neighbour' | 'supervisor' | 'rep' | 'admin', SignedIn>;
  const on = (n: number) => addDays(today, n - 42);
  const period = () => ({ from: on(0), to: addDays(today, 1) });

  beforeAll(async () => {
    test = await createTestApp();
    const sql = test.database;
    await anOrganisation(sql, { zone });
    today = localDay(new Date(), zone);
    department = await aDepartment(sql, { name: 'Billing' });
    [other, swinging] = [await aDepartment(sql), await aDepartment(sql)];
    people = {
      executive: await aSignIn(sql, { role: 'executive' }),
      head: await aSignIn(sql, { role: 'head', unitId: department }),
      neighbour: await aSignIn(sql, { role: 'head', unitId: other }),
      supervisor: await aSignIn(sql, { role: 'supervisor', unitId: await aTeam(sql, other) }),
      rep: await aSignIn(sql, { role: 'rep', staffId: await aStaff(sql) }),
      admin: await aSignIn(sql, { role: 'admin' }),
    };
    // Nothing at all on day 20, and too little on day 21.
    for (let n = 0; n < 42; n += 1) if (n !== 20) await contacts(n, n === 21 ? 3 : 100, n === 21 ? 3 : complaintsOf(n));
    for (let n = 0; n < 6; n += 1) await contacts(n, 100, n % 2 === 0 ? 10 : 50, swinging);
    const calendar = uuid();
    await sql.change('INSERT INTO calendar (id) VALUES ($1)', [calendar]);
    await sql.change(
      `INSERT INTO calendar_exception (id, calendar_id, day, kind, name_en, name_zh, source)
       VALUES ($1, $2, $3, 'holiday', 'Harbour day', '海港日', 'by-hand')`,
      [uuid(), calendar, on(10)],
    );
  });
  afterAll(() => test.close());
  afterEach(() => test.database.change('DELETE FROM chart_baseline'));

  const contacts = (n: number, size: number, complaints: number, departmentId = department) =>
    test.database.change(
      `INSERT INTO contact (id, conversation_id, channel, direction, purpose, outcome, started_at, ended_at,
         handling_department_id, answerable_department_id, first_sha256, complaint_mark)
       SELECT id, id, 'phone', 'in', 'service', 'handled', $2, $2, $1, $1, '\\x00', CASE WHEN n <= $3 THEN 1 ELSE 0 END
       FROM (SELECT gen_random_uuid() AS id, n FROM generate_series(1, $4::int) n) made`,
      [departmentId, new Date(startOfDay(on(n), zone).getTime() + 36e5 * 10), complaints, size],
    );

  const ask = (query: object, who = people.executive) =>
    test.http
      .get('/api/control-charts')
      .query({ metric: 'complaint-rate', department, ...period(), ...query })
      .set('Cookie', who.cookie);
  const chart = async (query: object = {}, who = people.executive) =>
    (await ask(query, who).expect(200)).body as ControlChart;
  const set = (body: object, who = people.head) =>
    test.http
      .post('/api/control-charts/baselines')
      .set('Cookie', who.cookie)
      .send({ departmentId: department, metric: 'complaint-rate', reason, ...body });
  const undo = (id: string, who = people.head) =>
    test.http.post(`/api/control-charts/baselines/${id}/undo`).set('Cookie', who.cookie);
  const fault = ({ body }: { body: Problem }) => [body.code, body.fields?.[0]?.path, body.fields?.[0]?.code];

  it('is a p chart by hand: a centre of the ratio of sums, limits that follow n', async () => {
    const { points, phases, kind, kinds, definition } = await chart({ to: on(28) });
    expect({ kind, kinds, definition }).toEqual({
      ...{ kind: 'p', kinds: ['p', 'laney-p'] },
      definition: { id: 'complaint-rate', version: 1 },
    });
    // 28 days less one without contacts; neither the holiday nor the day of three contacts makes limits.
    expect(points).toHaveLength(27);
    const inside = points.filter(({ excluded }) => excluded === null);
    const centre = inside.reduce((sum, { numerator }) => sum + numerator, 0) / (inside.length * 100);
    expect(phases).toEqual([
      expect.objectContaining({ baselineId: null, from: on(0), baselinePoints: 25, centre, sigmaZ: 1, reason: null }),
    ]);
    const width = 3 * Math.sqrt((centre * (1 - centre)) / 100);
    expect(points[0]).toMatchObject({ from: on(0), to: on(1), numerator: 4, denominator: 100, value: 0.04, lower: 0 });
    expect(points[0]!.upper).toBeCloseTo(centre + width, 12);
    // 12 lies beyond 5.16 + 3 x 2.21 = 11.8.
    expect(points.filter(({ rules }) => rules.includes(1)).map(({ from }) => from)).toEqual([on(2), on(10)]);
    expect(points.find(({ from }) => from === on(10))).toMatchObject({ excluded: 'holiday', value: 0.4 });
    expect(points.find(({ from }) => from === on(21))).toMatchObject({ excluded: 'too-few', value: null, upper: null });
  });

  it('has weeks, other rules, and limits after Laney that are never narrower', async () => {
    const weeks = await chart({ by: 'week' });
    expect(weeks.points.reduce((sum, { numerator }) => sum + numerator, 0)).toBe(
      [...Array(42).keys()].reduce((sum, n) => sum + (n === 20 ? 0 : n === 21 ? 3 : complaintsOf(n)), 0),
    );
    expect(new Date(weeks.from).getUTCDay()).toBe(1);
    const plain = await chart({ rules: 'nelson' });
    expect(plain.rules).toBe('nelson');
    expect(plain.points.at(-1)!.rules).toContain(2);
    // Neighbours are alike in the first department, and swing between 10 and 50 % in the other: z of ±4.37.
    expect((await chart({ kind: 'laney-p' })).points).toEqual((await chart()).points);
    const wide = await chart({ department: swinging, kind: 'laney-p' });
    expect(wide.phases[0]!.sigmaZ).toBeCloseTo((2 * 0.2) / Math.sqrt((0.3 * 0.7) / 100) / 1.128, 9);
    expect(wide.points.every(({ rules }) => rules.length === 0)).toBe(true);
    const [first] = (await chart({ department: swinging })).points;
    expect(first).toMatchObject({ centre: 0.3, rules: [1] });
  });

  it('begins anew and is frozen, the old limits kept, and an undone restart is told', async () => {
    const frozen = (await set({ from: on(0), to: on(27) }).expect(201)).body as ChartBaseline;
    expect(frozen).toMatchObject({ from: on(0), days: 28, reason, state: 'in-force', undone: null });
    // Shown from day 28 on, the limits are of the days before it.
    const after = await chart({ from: on(28) });
    expect(after.phases).toHaveLength(1);
    expect(after.phases[0]).toMatchObject({ baselineId: frozen.id, days: 28, baselinePoints: 25 });
    expect(after.points.every(({ rules }) => rules.includes(1))).toBe(true);

    const restarted = (await set({ from: on(28) }, people.executive).expect(201)).body as ChartBaseline;
    const both = await chart();
    expect(both.phases.map(({ baselineId, reason: why }) => [baselineId, why])).toEqual([
      [frozen.id, reason],
      [restarted.id, reason],
    ]);
    expect(both.points.filter(({ phase, rules }) => phase === 1 && rules.includes(1))).toEqual([]);
    expect(both.phases[1]!.centre).toBeCloseTo(0.2, 2);

    const undone = (await undo(restarted.id).expect(200)).body as ChartBaseline;
    expect(undone).toMatchObject({ state: 'undone', undone: { by: expect.any(String) } });
    const back = await chart();
    expect(back.phases).toHaveLength(1);
    expect(back.baselines.map(({ id, state }) => [id, state])).toEqual([
      [restarted.id, 'undone'],
      [frozen.id, 'in-force'],
    ]);
    expect((await undo(restarted.id).expect(409)).body).toMatchObject({ code: 'baseline-undone' });
    const acts = await test.database.rows<{ act: string }>(
      `SELECT act FROM audit_entry WHERE entity = 'chart_baseline' ORDER BY n`,
    );
    expect(acts.map(({ act }) => act)).toEqual([
      ...['chart-baseline.frozen', 'chart-baseline.restarted', 'chart-baseline.undone'],
    ]);
  });

  it('lets the last of one day hold, and gives it back when that is undone', async () => {
    const first = (await set({ from: on(28) }).expect(201)).body as ChartBaseline;
    expect((await set({ from: on(28) }).expect(409)).body).toMatchObject({
      ...{ code: 'baseline-there', values: { day: on(28) } },
    });
    const later = (await set({ from: on(28), to: on(36) }).expect(201)).body as ChartBaseline;
    expect((await chart()).baselines.map(({ state }) => state)).toEqual(['in-force', 'replaced']);
    await undo(later.id).expect(200);
    expect((await chart()).phases.map(({ baselineId }) => baselineId)).toEqual([null, first.id]);
    expect((await set({ from: on(20), to: on(30) }).expect(409)).body).toMatchObject({
      ...{ code: 'baseline-overlaps', values: { day: on(28) } },
    });
  });

  it('is restarted by what explains an alarm, in the transaction of that', async () => {
    const service = test.app.get(ChartBaselineService);
    const restart = {
      ...{ departmentId: department, metric: 'complaint-rate' as MetricId, day: on(30), reason: 'charged twice' },
      by: { signInId: people.supervisor.signInId, name: 'Somebody', address: '127.0.0.1' },
    };
    await expect(
      test.database.transaction(async (sql) => {
        await service.restartFrom(sql, restart);
        throw new Error('rolled back');
      }),
    ).rejects.toThrow('rolled back');
    expect((await chart()).baselines).toEqual([]);
    await test.database.transaction((sql) => service.restartFrom(sql, restart));
    await test.database.transaction((sql) => service.restartFrom(sql, { ...restart, reason: 'charged thrice' }));
    expect((await chart()).phases.at(-1)).toMatchObject({ from: on(30), reason: 'charged thrice' });
  });

  it('is read by every leader, of every department and with the same figures, and changed by its head and executives', async () => {
    const { points } = await chart({ metric: 'resolved-at-contact' });
    for (const who of [people.head, people.neighbour, people.supervisor])
      expect((await chart({ metric: 'resolved-at-contact' }, who)).points).toEqual(points);
    await ask({}, people.rep).expect(403);
    await ask({}, people.admin).expect(403);
    expect([(await chart({}, people.head)).mayChange, (await chart({}, people.neighbour)).mayChange]).toEqual([
      ...[true, false],
    ]);
    for (const who of [people.neighbour, people.supervisor, people.rep, people.admin])
      await set({ from: on(28) }, who).expect(403);
    const { id } = (await set({ from: on(28) }).expect(201)).body as ChartBaseline;
    await undo(id, people.neighbour).expect(403);
    expect((await chart()).baselines).toHaveLength(1);
  });

  it('refuses what makes no sense, naming it, and changes nothing', async () => {
    const bad = async (query: object) => fault(await ask(query).expect(400));
    expect(await bad({ kind: 'u' })).toEqual(['invalid', 'kind', 'kind-does-not-fit']);
    expect(await bad({ metric: 'complaints-concerning', kind: 'p' })).toEqual([
      ...['invalid', 'kind', 'kind-does-not-fit'],
    ]);
    expect(await bad({ metric: 'asa' })).toEqual(['invalid', 'metric', 'no-control-chart']);
    expect(await bad({ from: on(5), to: on(5) })).toEqual(['period-empty', 'from', 'period-empty']);
    expect(await bad({ from: addDays(today, 1), to: addDays(today, 9) })).toEqual([
      ...['period-empty', 'from', 'period-empty'],
    ]);
    expect((await ask({ from: addDays(today, -400) }).expect(400)).body).toMatchObject({
      ...{ code: 'chart-too-long', values: { most: 400 } },
    });
    expect((await chart({ from: addDays(today, -400), by: 'week' })).points.length).toBeGreaterThan(4);
    await ask({ department: uuid() }).expect(404);

    const wrong = async (body: object) => fault(await set(body).expect(400));
    expect(await wrong({ from: addDays(today, 1) })).toEqual(['invalid', 'from', 'day-to-come']);
    expect(await wrong({ from: on(30), to: addDays(today, 1) })).toEqual(['invalid', 'to', 'day-to-come']);
    expect(await wrong({ from: addDays(today, -1200) })).toEqual(['invalid', 'from', 'baseline-too-early']);
    expect(await wrong({ from: on(20), to: on(25) })).toEqual(['invalid', 'to', 'baseline-days']);
    expect(await wrong({ from: on(20), metric: 'handled' })).toEqual(['invalid', 'metric', 'no-control-chart']);
    expect((await wrong({ from: on(20), reason: ' ' }))[1]).toBe('reason');
    await set({ from: on(20), departmentId: uuid() }, people.executive).expect(404);
    await undo(uuid()).expect(404);
    expect((await chart()).baselines).toEqual([]);
    expect((await chart({ department: other })).points).toEqual([]);
  });
});
