import { mock } from 'node:test';
import type { AlarmPage, AlarmWatches, FunnelReply } from '@forecall/contracts';
import { AlarmFeedService } from '../alarms/feed/alarm-feed.service.js';
import { lastStep } from '../appraisals/appraising/stage.query.js';
import { verifyChain } from '../appraisals/chain/verify.js';
import { startClocks } from '../complaints/clocks/clocks.service.js';
import { attributionColumns, attributionJoins } from '../attribution/attribution.service.js';
import { verifyTallies } from '../tallies/verify.js';
import { anOrganisation, aSignIn } from '../testing/builders.js';
import { filledTables } from '../testing/filled-tables.js';
import { createTestApp, type TestApp } from '../testing/test-app.js';
import { knownStaff } from './company/make-staff.js';
import { demoPassword, demoSignInLines } from './demo-sign-ins.js';
import { DemoRefused, loadDemo } from './load-demo.js';

const loadWithinMs = 240_000;

/** The afternoon of an ordinary Friday; the board looks at this clock, everything else runs by the real one. */
const now = Date.parse('2026-11-20T06:30:00Z');

describe('the demo, loaded', () => {
  let test: TestApp;
  let before: unknown;
  const shape = () =>
    test.database.rows(`
      SELECT 'index' AS kind, indexname AS name, indexdef AS definition FROM pg_indexes WHERE schemaname = 'public'
      UNION ALL SELECT 'constraint', conrelid::regclass || '.' || conname, pg_get_constraintdef(oid) || convalidated FROM pg_constraint
        WHERE connamespace = 'public'::regnamespace
      UNION ALL SELECT 'trigger', tgrelid::regclass || '.' || tgname, tgenabled::text FROM pg_trigger WHERE NOT tgisinternal
      ORDER BY 1, 2`);
  beforeAll(async () => {
    mock.timers.enable({ apis: ['Date'], now });
    test = await createTestApp();
    before = await shape();
    await loadDemo(test.database, { nowMs: now });
  }, loadWithinMs);
  afterAll(async () => {
    await test.close();
    mock.timers.reset();
  });

  const signIn = async (name: string): Promise<string> => {
    const { headers } = await test.http
      .post('/api/session')
      .send({ login: `${name}@beichen.example`, password: demoPassword })
      .expect(200);
    return (headers['set-cookie'] as unknown as string[])[0]!.split(';')[0]!;
  };

  it('leaves indexes, constraints and triggers as they were', async () => {
    expect(await shape()).toEqual(before);
  });

  it('is tallied as a recount would', async () => {
    expect(await verifyTallies(test.database)).toEqual([]);
  }, 180_000);

  it('has a month of appraisals that was closed, and one in which people are at work', async () => {
    expect(await verifyChain(test.database)).toMatchObject({ first: null });
    const stood = await test.database.rows<{ what: string; count: number; li: string | null }>(
      `SELECT (c.closed_at IS NOT NULL) || ' ' || coalesce(last.step, 'draft') AS what, count(*)::int,
         max(a.id::text) FILTER (WHERE s.name = '${knownStaff.billingRep}') AS li
       FROM appraisal a JOIN appraisal_cycle c ON c.id = a.cycle_id JOIN staff s ON s.id = a.subject_id ${lastStep} GROUP BY 1`,
    );
    const count = Object.fromEntries(stood.map((one) => [one.what, one.count]));
    expect(count).toMatchObject({
      'true signed': expect.any(Number) as number,
      'true missing': expect.any(Number) as number,
    });
    expect(Object.keys(count)).toHaveLength(2 + ['draft', 'given', 'agreed', 'disputed', 'signed'].length);
    const id = stood.find(({ what }) => what === 'false given')?.li ?? '';
    const get = test.http.get(`/api/appraisals/${id}`).set('Cookie', await signIn('li.yan'));
    expect((await get.expect(200)).body).toMatchObject({ isFrozen: true, may: { answer: true } });
  });

  it('is attributed as the organisation was at the time of each contact, those who moved included', async () => {
    const differences = await test.database.rows(
      `SELECT c.id, c.ended_at FROM (
         SELECT c.*, c.ended_at AS at FROM contact c
       ) c JOIN LATERAL (
         SELECT ${attributionColumns('event')}
         FROM (SELECT c.rep_id, c.account_id, c.reason_id, c.at, c.handling_department_id, NULL::uuid AS answerable_department_id) event
         ${attributionJoins('event')}
       ) resolved ON true
       WHERE (c.team_id, c.supervisor_id, c.handling_department_id, c.answerable_department_id, c.account_class, c.rep_in_care_id)
         IS DISTINCT FROM (resolved.team_id, resolved.supervisor_id, resolved.handling_department_id,
           resolved.answerable_department_id, resolved.account_class, resolved.rep_in_care_id)`,
    );
    expect(differences).toEqual([]);
    const teams = await test.database.rows<{ count: number }>(
      `SELECT count(DISTINCT c.team_id)::int AS count FROM contact c WHERE c.rep_id IS NOT NULL
       GROUP BY c.rep_id HAVING count(DISTINCT c.team_id) > 1`,
    );
    expect(teams).toEqual([{ count: 2 }, { count: 2 }]);
    const supervisors = await test.database.rows(
      'SELECT team_id FROM contact WHERE team_id IS NOT NULL GROUP BY team_id HAVING count(DISTINCT supervisor_id) > 1',
    );
    expect(supervisors).toHaveLength(1);
  });

  it('credits each answer to whom its contact is credited', async () => {
    const row = await test.database.first<{ answers: number; different: number }>(
      `SELECT count(*)::int AS answers, count(*) FILTER (WHERE
         (a.rep_id, a.team_id, a.supervisor_id, a.handling_department_id, a.answerable_department_id, a.reason_id, a.channel)
         IS DISTINCT FROM
         (c.rep_id, c.team_id, c.supervisor_id, c.handling_department_id, c.answerable_department_id, c.reason_id, c.channel)
       )::int AS different FROM answer a JOIN contact c ON c.id = a.contact_id`,
    );
    expect(row?.answers).toBeGreaterThan(5000);
    expect(row?.different).toBe(0);
  });

  it('prints sign-ins that open, each with its role, and none whose password was changed', async () => {
    const lines = await demoSignInLines(test.database);
    expect(lines).toHaveLength(10);
    expect(lines[0]).toContain(demoPassword);
    // Of those who call, two that have whom to call.
    const callers = lines.flatMap((line) => /^caller +(.*)@beichen\.example$/.exec(line)?.[1] ?? []);
    expect(callers).toHaveLength(2);
    const roles: [string, string][] = [
      ['sun.li', 'admin'],
      ['chen.guodong', 'executive'],
      ['mary.osei', 'head'],
      ['zhao.min', 'supervisor'],
      ['li.yan', 'rep'],
      ...callers.map((name): [string, string] => [name, 'rep']),
    ];
    for (const [name, role] of roles) {
      expect(lines.filter((line) => line.endsWith(` ${name}@beichen.example`))).toHaveLength(1);
      const { body } = await test.http
        .get('/api/session')
        .set('Cookie', await signIn(name))
        .expect(200);
      expect(body.grants).toEqual([expect.objectContaining({ role })]);
    }
    for (const name of callers) {
      const inCare = test.http.get('/api/accounts?inCare=me&limit=1').set('Cookie', await signIn(name));
      expect((await inCare.expect(200)).body.accounts).toHaveLength(1);
    }
    // Those who lead people who call find their calls in the plan.
    for (const role of ['supervisor', 'head']) {
      const found = lines.flatMap((line) => new RegExp(`^calls-${role} +(.*)@`).exec(line)?.[1] ?? []);
      expect(found).toHaveLength(1);
      const cookie = await signIn(found[0] ?? '');
      const grants = (await test.http.get('/api/session').set('Cookie', cookie).expect(200)).body.grants;
      expect(grants).toEqual([expect.objectContaining({ role })]);
      const load = await test.http.get('/api/call-plan/load?from=2026-11-23&to=2026-11-27').set('Cookie', cookie);
      expect(load.body.callers.length).toBeGreaterThan(0);
    }
    await test.database.change(`UPDATE sign_in SET argon2id = NULL WHERE email = 'sun.li@beichen.example'`);
    expect(await demoSignInLines(test.database)).toHaveLength(9);
  });

  it('works by a calendar, with the holidays of its year, and its complaints have the clocks they would get', async () => {
    const cookie = await signIn('chen.guodong');
    const { body } = await test.http.get('/api/calendars/year?year=2026').set('Cookie', cookie).expect(200);
    expect(body.dated.length).toBeGreaterThan(30);
    const counts = await test.database.first<{
      complaints: number;
      acknowledgements: number;
      late: number;
      open: number;
    }>(`
      SELECT (SELECT count(*)::int FROM complaint) AS complaints, count(*) FILTER (WHERE kind = 'acknowledgement')::int AS acknowledgements,
        count(*) FILTER (WHERE met_at >= due_at)::int AS late, count(*) FILTER (WHERE met_at IS NULL)::int AS open FROM clock`);
    expect(counts?.acknowledgements).toBe(counts?.complaints);
    expect(counts?.late).toBeGreaterThan(0);
    expect(counts?.open).toBeGreaterThan(0);
    const stored = () =>
      test.database.rows(
        'SELECT complaint_id, kind, started_at, due_soon_at, due_at, met_at FROM clock ORDER BY 1, 2, 3 LIMIT 400',
      );
    const loaded = await stored();
    const ids = [...new Set(loaded.map((row) => row['complaint_id'] as string))];
    await test.database.transaction(async (sql) => {
      await sql.change('DELETE FROM clock WHERE complaint_id = ANY ($1)', [ids]);
      await startClocks(sql, ids);
    });
    expect(await stored()).toEqual(loaded);
  });

  it('puts Billing above its usual level on the board', async () => {
    const cookie = await signIn('chen.guodong');
    const { body } = await test.http.get('/api/board?window=d7').set('Cookie', cookie).expect(200);
    const standings = (body.tiles as { name: { en: string }; standing: string }[]).map(({ name, standing }) => [
      name.en,
      standing,
    ]);
    expect(standings).toContainEqual(['Billing', 'above']);
    expect(standings).toHaveLength(6);
  });

  it('raises the alarm of Billing with its reason, and over the year no more alarms than the budget allows', async () => {
    await test.app.get(AlarmFeedService).look(new Date(now));
    const cookie = await signIn('chen.guodong');
    const { body } = await test.http.get('/api/alarms?limit=200').set('Cookie', cookie).expect(200);
    const { alarms } = body as AlarmPage;
    const of = (department: string) => alarms.filter((alarm) => alarm.department.name === department);
    const [trouble] = of('Billing');
    expect(trouble).toMatchObject({ state: 'open', ebbedAt: null });
    // The trouble began six days before today.
    expect(trouble!.since >= '2026-11-13' && trouble!.since < '2026-11-17').toBe(true);
    expect(trouble!.factors[0]).toMatchObject({ dimension: 'reason', name: { en: 'Charged twice' } });
    expect(trouble!.factors[0]!.share).toBeGreaterThan(0.6);
    const { body: watched } = await test.http.get('/api/alarms/watches').set('Cookie', cookie).expect(200);
    const { watches } = watched as AlarmWatches;
    expect(watches).toHaveLength(6);
    for (const { record, budgetDays } of watches) {
      expect(record.days).toBeGreaterThan(280);
      // One in 31 days; so many more in a year chance gives once in some hundred departments.
      const allowed = record.days / budgetDays;
      expect(record.raised).toBeLessThan(allowed + 3 * Math.sqrt(allowed));
    }
    for (const { name } of watches.map(({ department }) => department))
      if (name !== 'Billing') expect(of(name).filter(({ state }) => state === 'open').length).toBeLessThan(2);
  });

  it('has a rep whom complaints per contact, taken for themselves, put last', async () => {
    const cookie = await signIn('chen.guodong');
    const from = new Date(now - 364 * 86_400_000).toISOString();
    const query = `by=rep&from=${from}&to=${new Date(now).toISOString()}&limit=500`;
    const { body } = await test.http
      .get(`/api/figures/complaints-concerning?${query}`)
      .set('Cookie', cookie)
      .expect(200);
    const groups = body.groups as { names: { en: string }[]; figure: { value: number | null; denominator: number } }[];
    const ranking = groups
      .filter(({ figure }) => figure.denominator >= 20)
      .sort((a, b) => (b.figure.value ?? 0) - (a.figure.value ?? 0));
    expect(ranking.length).toBeGreaterThan(190);
    expect(ranking[0]?.names[0]?.en).toBe(knownStaff.hardCasesRep);
  });

  it('finds that rep within chance, in their department and in the company', async () => {
    const cookie = await signIn('chen.guodong');
    const ask = async (of: string) => {
      const query = `metric=complaints-concerning&by=rep&of=${of}&from=2025-11-21&to=2026-11-20`;
      const { body } = await test.http.get(`/api/funnels?${query}`).set('Cookie', cookie).expect(200);
      return body as FunnelReply;
    };
    const company = await ask('company');
    for (const of of company.groups.departments.map(({ id }) => id)) {
      const { units } = await ask(of);
      const unit = units.find(({ name }) => name?.en === knownStaff.hardCasesRep);
      if (unit)
        expect([of, unit.standing, unit.numerator, unit.n, unit.limits]).toEqual([
          of,
          'within-chance',
          unit.numerator,
          unit.n,
          unit.limits,
        ]);
    }
    const unit = company.units.find(({ name }) => name?.en === knownStaff.hardCasesRep);
    expect(unit).toMatchObject({ standing: 'within-chance' });
  });

  it('is refused where there is a company already', async () => {
    await expect(loadDemo(test.database, { nowMs: Date.now() })).rejects.toThrow(DemoRefused);
    const [{ count } = { count: 0 }] = await test.database.rows<{ count: number }>(
      'SELECT count(*)::int AS count FROM organisation',
    );
    expect(count).toBe(1);
  });

  it('can be left, whatever it holds', async () => {
    const { cookie } = await aSignIn(test.database, { role: 'admin' });
    const company = { organisationName: 'Own', zone: 'Asia/Shanghai', locale: 'en', demoName: 'Beichen Systems' };
    const person = { name: 'Lin', email: 'lin@own.test', password: 'a password of my own' };
    const asked = test.http.post('/api/set-up/own-company').set('Cookie', cookie);
    await asked.send({ ...company, ...person }).expect(200);
    const filled = await filledTables(test.database);
    for (const table of ['contact', 'tally_day', 'account', 'clock']) expect(filled).not.toContain(table);
    expect(await test.database.rows('SELECT email FROM sign_in')).toEqual([{ email: person.email }]);
    expect(await verifyTallies(test.database)).toEqual([]);
  });
});

describe('the demo, asked for where a real company is', () => {
  let test: TestApp;
  beforeAll(async () => {
    test = await createTestApp();
    await anOrganisation(test.database, { name: 'A real one' });
  });
  afterAll(() => test.close());

  it('is refused and leaves nothing behind', async () => {
    await expect(loadDemo(test.database, { nowMs: Date.now() })).rejects.toThrow('only into an empty database');
    expect(await test.database.rows('SELECT name FROM organisation')).toEqual([{ name: 'A real one' }]);
    expect(await test.database.rows('SELECT FROM staff')).toEqual([]);
    expect(await demoSignInLines(test.database)).toEqual([]);
  });
});
