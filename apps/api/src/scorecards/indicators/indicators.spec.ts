import type { Acted, IndicatorEntry, IndicatorList, Problem } from '@forecall/contracts';
import { addDays, type CardKind, localDay, readyMadeIndicators } from '@forecall/domain';
import { aDepartment, anOrganisation, aSignIn, aTeam, type SignedIn } from '../../testing/builders.js';
import { createTestApp, type TestApp } from '../../testing/test-app.js';

const zone = 'Asia/Shanghai';
const today = localDay(new Date(), zone);
const later = (days: number) => addDays(today, days);
const wanted = { metric: 'csat', card: 'rep', target: 0.85, floor: 0.6, weight: 2, from: today, inForce: null };

describe('indicators', () => {
  let test: TestApp;
  let executive: SignedIn;
  let billing: string;
  let team: string;
  beforeAll(async () => {
    test = await createTestApp();
    await anOrganisation(test.database, { zone });
    executive = await aSignIn(test.database, { role: 'executive' });
    billing = await aDepartment(test.database, { name: 'Billing' });
    team = await aTeam(test.database, billing, { name: 'Team 3' });
  });
  afterAll(() => test.close());
  beforeEach(() => test.database.change('TRUNCATE indicator'));

  const post = (path: string, body: object) =>
    test.http.post(`/api/indicators${path}`).set('Cookie', executive.cookie).send(body);
  const set = async (told: object = {}) => (await post('', { ...wanted, ...told }).expect(201)).body as Acted;
  const list = async (query: object = {}) =>
    (
      await test.http
        .get('/api/indicators')
        .query({ card: 'rep', past: 'yes', ...query })
        .set('Cookie', executive.cookie)
    ).body as IndicatorList;
  /** The one of all cards in force on a day, as it is seen now. */
  const seen = async (day: string) => {
    const one = (await list()).indicators.find(({ from, to }) => from <= day && (to === null || to > day));
    return { inForce: one ? { id: one.id, revision: one.revision } : null };
  };
  const told = ({ from, to, target, state }: IndicatorEntry) => [from, to, target, state];
  const stored = async (from: string, to: string | null, metric = 'csat') => {
    const row = await test.database.first<{ id: string }>(
      `INSERT INTO indicator (id, metric, card, target, floor, weight, from_day, to_day, set_at)
       VALUES (gen_random_uuid(), $3, 'rep', 0.8, 0.5, 1, $1, $2, least($1::date, now())) RETURNING id`,
      [from, to, metric],
    );
    return row?.id ?? '';
  };
  const at = async () => (await list()).indicators.map(told);

  it('change from a day on: the old one ends the day before, and what held before stays', async () => {
    await stored(later(-40), null);
    const { indicators } = await list();
    const { act } = await set({ from: later(3), ...(await seen(later(3))), target: 0.9 });
    expect(indicators.map(told)).toEqual([[later(-40), null, 0.8, 'present']]);
    const changed = [
      [later(-40), later(3), 0.8, 'present'],
      [later(3), null, 0.9, 'future'],
    ];
    expect(await at()).toEqual(changed);
    // Before it: a third one between, which ends where the next begins.
    await set({ from: later(1), ...(await seen(later(1))), target: 0.87 });
    expect(await at()).toEqual([
      [later(-40), later(1), 0.8, 'present'],
      [later(1), later(3), 0.87, 'future'],
      [later(3), null, 0.9, 'future'],
    ]);
    // The same day again corrects what has not begun.
    await set({ from: later(1), ...(await seen(later(1))), target: 0.88 });
    expect((await at())[1]).toEqual([later(1), later(3), 0.88, 'future']);
    const { body } = await post(`/acts/${act}/undo`, {}).expect(409);
    expect(body.code).toBe('undo-too-late');
    const audited = await test.database.rows(
      `SELECT act, entity_name AS name FROM audit_entry WHERE entity = 'indicator'`,
    );
    expect(audited).toContainEqual({ act: 'indicator.set', name: 'csat, rep' });
  });

  it('are undone for minutes by who set them, also from today on', async () => {
    await stored(later(-40), null);
    const { act } = await set({ ...(await seen(today)), target: 0.9 });
    expect(await at()).toHaveLength(2);
    expect((await list({ past: 'no' })).indicators.map(told)).toEqual([[today, null, 0.9, 'present']]);
    await post(`/acts/${act}/undo`, {}).expect(200);
    expect(await at()).toEqual([[later(-40), null, 0.8, 'present']]);
  });

  it('end from a day on; what has not begun is withdrawn, and what it had ended goes on', async () => {
    const id = await stored(later(-40), null);
    const { id: next, revision } = await set({ from: later(5), inForce: { id, revision: 1 } });
    await post(`/${next}/end`, { from: later(2), revision }).expect(200);
    expect(await at()).toEqual([[later(-40), null, 0.8, 'present']]);
    const { act } = (await post(`/${id}/end`, { from: later(2), revision: 3 }).expect(200)).body as Acted;
    expect(await at()).toEqual([[later(-40), later(2), 0.8, 'present']]);
    expect((await post(`/${id}/end`, { from: later(2), revision: 4 }).expect(409)).body.code).toBe('indicator-ended');
    expect((await post(`/${id}/end`, { from: later(1), revision: 3 }).expect(409)).body.code).toBe('changed-meanwhile');
    await post(`/acts/${act}/undo`, {}).expect(200);
    expect(await at()).toEqual([[later(-40), null, 0.8, 'present']]);
  });

  it('are refused with what is wrong and where', async () => {
    const refused = async (body: object) => {
      const problem = (await post('', { ...wanted, ...body }).expect(400)).body as Problem;
      return [problem.code, problem.fields?.[0]?.path, problem.fields?.[0]?.code, problem.values];
    };
    expect(await refused({ floor: 0.9 })).toEqual(['invalid', 'floor', 'floor-above-target', undefined]);
    expect(await refused({ metric: 'complaints-concerning', target: 0.1, floor: 0.02 })).toEqual([
      ...['invalid', 'floor', 'floor-below-target', undefined],
    ]);
    expect(await refused({ target: 85, floor: 60 })).toEqual([
      ...['goal-outside', 'target', 'goal-outside', { low: 0, high: 1 }],
    ]);
    expect(await refused({ metric: 'complaint-rate' })).toEqual([
      ...['metric-not-by', 'metric', 'metric-not-by'],
      { metric: 'complaint-rate', by: 'rep', instead: 'complaints-concerning' },
    ]);
    expect(await refused({ metric: 'aht' })).toEqual(['invalid', 'metric', 'indicator-no-direction', undefined]);
    expect(await refused({ card: 'supervisor' })).toEqual(['invalid', 'dial', 'dial-missing', undefined]);
    expect(await refused({ dial: 'team' })).toEqual(['invalid', 'dial', 'dial-of-supervisors', undefined]);
    expect(await refused({ departmentId: billing, teamId: team })).toEqual([
      'invalid',
      'teamId',
      'one-audience',
      undefined,
    ]);
    expect(await refused({ card: 'department', teamId: team })).toEqual([
      'invalid',
      'teamId',
      'department-card',
      undefined,
    ]);
    expect(await refused({ departmentId: team })).toEqual(['invalid', 'departmentId', 'unknown-department', undefined]);
    expect(await refused({ from: later(-9_000) })).toEqual(['invalid', 'from', 'indicator-too-early', undefined]);
    expect(await refused({ from: later(900) })).toEqual(['invalid', 'from', 'indicator-too-late', undefined]);
    expect(await refused({ weight: 0 })).toMatchObject(['invalid', 'weight', 'too_small']);
    expect(await at()).toEqual([]);
    const { id } = await set();
    const ended = (await post(`/${id}/end`, { from: later(-1), revision: 1 }).expect(400)).body as Problem;
    expect(ended.fields).toMatchObject([{ path: 'from', code: 'day-past' }]);
    const { body } = await post('', { ...wanted, from: later(2) }).expect(409);
    expect(body).toMatchObject({ code: 'indicator-in-force', values: { day: today, id } });
  });

  it('of a narrower audience stand beside the wider one, and the list goes from wide to narrow', async () => {
    await set();
    await set({ departmentId: billing, target: 0.9 });
    await set({ teamId: team, target: 0.95 });
    await set({ metric: 'promise-kept-rate' });
    const { indicators, isEmpty } = await list();
    expect(isEmpty).toBe(false);
    expect(indicators.map(({ metric, department, team: of }) => [metric, department?.name, of?.name])).toEqual([
      ['csat', undefined, undefined],
      ['promise-kept-rate', undefined, undefined],
      ['csat', 'Billing', undefined],
      ['csat', undefined, 'Team 3'],
    ]);
    const first = await list({ limit: 3 });
    expect([...first.indicators, ...(await list({ limit: 3, after: first.next })).indicators]).toEqual(indicators);
  });

  it('are changed by who has seen the one in force, also where another one of the same number is by now', async () => {
    const first = await set();
    const inForce = { id: first.id, revision: first.revision };
    await set({ from: later(5), inForce, target: 0.9 });
    for (const [day, target] of [
      [6, 0.8],
      [5, 0.8],
      [3, 0.8],
    ] as const)
      expect((await post('', { ...wanted, from: later(day), inForce, target }).expect(409)).body.code).toBe(
        'changed-meanwhile',
      );
    expect((await at()).map(([, , target]) => target)).toEqual([0.85, 0.9]);
  });

  it('that are withdrawn let their own predecessor go on, whatever else ends on that day', async () => {
    const audiences = [{}, { departmentId: billing }, { teamId: team }];
    for (const audience of audiences) {
      const { id } = await set(audience);
      await set({ ...audience, from: later(5), inForce: { id, revision: 1 }, target: 0.9 });
    }
    const ofUnit = ({ department, team: of }: IndicatorEntry) => of?.id ?? department?.id ?? null;
    const { indicators } = await list();
    for (const { id, revision } of indicators.filter(({ from }) => from === later(5)).toReversed())
      await post(`/${id}/end`, { from: later(5), revision }).expect(200);
    expect((await list()).indicators.map((one) => [ofUnit(one), ...told(one)])).toEqual(
      [null, billing, team].map((unit) => [unit, today, null, 0.85, 'present']),
    );
  });

  it('that were withdrawn come not back once the day on which they would have begun is over', async () => {
    await set();
    const [row] = (await list()).indicators;
    const { act } = (await post(`/${row!.id}/end`, { from: today, revision: 1 }).expect(200)).body as Acted;
    await test.database.change(
      `UPDATE organisation_act SET changes = replace(changes::text, $2, $3)::jsonb WHERE id = $1`,
      [act, today, later(-1)],
    );
    expect((await post(`/acts/${act}/undo`, {}).expect(409)).body).toMatchObject({ code: 'undo-too-late' });
    expect(await list()).toMatchObject({ isEmpty: true });
  });

  it('before today stay as they are in the table itself, and never overlap', async () => {
    const id = await stored(later(-40), null);
    const change = (sql: string) => test.database.change(sql, [id]);
    for (const attempt of [
      'UPDATE indicator SET target = 0.7 WHERE id = $1',
      `UPDATE indicator SET from_day = from_day + 1 WHERE id = $1`,
      `UPDATE indicator SET to_day = from_day + 10 WHERE id = $1`,
      'DELETE FROM indicator WHERE id = $1',
    ])
      await expect(change(attempt)).rejects.toMatchObject({ code: '23001' });
    await change(`UPDATE indicator SET to_day = (now() AT TIME ZONE '${zone}')::date + 3 WHERE id = $1`);
    await expect(stored(later(-50), later(-39))).rejects.toMatchObject({ code: '23P01' });
    await expect(stored(later(2), null)).rejects.toMatchObject({ code: '23P01' });
    await stored(later(3), null);
  });

  it('begin on an earlier day where the figure was never wanted of anybody, and are undone there too', async () => {
    const refused = async (body: object) =>
      ((await post('', { ...wanted, ...body }).expect(400)).body as Problem).fields?.[0]?.code;
    const { act } = await set({ from: later(-400) });
    expect(await at()).toEqual([[later(-400), null, 0.85, 'present']]);
    // Whoever is at it goes on: a narrower one of the same time.
    await set({ from: later(-300), departmentId: billing, target: 0.9 });
    await post(`/acts/${act}/undo`, {}).expect(200);
    expect(await at()).toEqual([[later(-300), null, 0.9, 'present']]);
    // Before one that holds from today it ends where that begins.
    await set({ metric: 'promise-kept-rate' });
    await set({ metric: 'promise-kept-rate', from: later(-100), target: 0.8 });
    const { indicators } = await list();
    expect(indicators.filter(({ metric }) => metric === 'promise-kept-rate').map(told)).toEqual([
      [later(-100), today, 0.8, 'past'],
      [today, null, 0.85, 'present'],
    ]);
    // Known for a day: what was wanted then is not rewritten, by a narrower one neither, nor taken back.
    await test.database.change(`ALTER TABLE indicator DISABLE TRIGGER past_stays`);
    await test.database.change(`UPDATE indicator SET set_at = set_at - interval '1 day'`);
    await test.database.change(`ALTER TABLE indicator ENABLE TRIGGER past_stays`);
    expect(await refused({ from: later(-1) })).toBe('day-past');
    expect(await refused({ from: later(-400), teamId: team })).toBe('day-past');
    await expect(test.database.change('DELETE FROM indicator')).rejects.toMatchObject({ code: '23001' });
  });

  it('begin on no day over which people are appraised', async () => {
    await test.database.change(
      `INSERT INTO appraisal_cycle (id, kind, from_on, to_on, write_by, answer_days, minimum_days, competencies)
       VALUES (gen_random_uuid(), 'month', $1, $2, $2, 5, 15, '{}')`,
      [later(-60), later(-30)],
    );
    const { body } = await post('', { ...wanted, from: later(-31) }).expect(400);
    expect((body as Problem).fields?.[0]?.code).toBe('indicator-judged');
    expect((await post('/ready-made', { from: later(-31) }).expect(400)).body).toMatchObject({ code: 'invalid' });
    await set({ from: later(-30) });
    await test.database.change('DELETE FROM appraisal_cycle');
  });

  it('are ready-made once, for every kind of card, on an empty list', async () => {
    expect(await list()).toMatchObject({ isEmpty: true, today, indicators: [] });
    const { act } = (await post('/ready-made', {}).expect(201)).body as Acted;
    const kinds: CardKind[] = ['rep', 'team', 'supervisor', 'department'];
    for (const card of kinds) {
      const { indicators } = await list({ card });
      expect(indicators).toHaveLength(readyMadeIndicators.filter((one) => one.card === card).length);
      expect(new Set(indicators.map(({ from }) => from))).toEqual(new Set([today]));
    }
    expect((await post('/ready-made', {}).expect(409)).body.code).toBe('indicators-there');
    await post(`/acts/${act}/undo`, {}).expect(200);
    expect(await list()).toMatchObject({ isEmpty: true });
    await post('/ready-made', { from: later(-90) }).expect(201);
    expect(new Set((await list()).indicators.map(({ from }) => from))).toEqual(new Set([later(-90)]));
  });
});
