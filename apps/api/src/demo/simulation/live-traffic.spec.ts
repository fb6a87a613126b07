import { hash } from '@node-rs/argon2';
import { aSurveyForm } from '../../testing/surveys.js';
import { createTestApp, type TestApp } from '../../testing/test-app.js';
import { Draw } from '../chance/draw.js';
import { makeCompany } from '../company/make-company.js';
import { demoPassword } from '../demo-sign-ins.js';
import { companyRows } from '../rows/company-rows.js';
import { demoSeed } from '../rows/demo-rows.js';
import { insertRows } from '../writing/insert-rows.js';
import type { Line } from './agent.js';
import { CallCentre, NoDemo } from './call-centre.js';
import { LiveTraffic } from './live-traffic.js';
import { Tally } from './tally.js';

const enough = 300;

describe('live traffic', () => {
  let test: TestApp;
  beforeAll(async () => {
    test = await createTestApp();
    const draw = new Draw(demoSeed);
    const company = makeCompany(draw.stream('company'), Date.now());
    for (const { table, rows } of companyRows(company, draw.stream('rows'), await hash(demoPassword)))
      await insertRows(test.database, table, rows, () => undefined);
    await aSurveyForm(test.database);
  }, 60_000);
  afterAll(() => test.close());

  const settings = { speed: 20_000, minutes: 30, seed: 3, url: '' };
  const line = (fetching: typeof fetch, onResend: () => void = () => undefined): Line => ({
    ...{ url: test.url, password: demoPassword, fetch: fetching, onResend },
    signal: new AbortController().signal,
  });
  const count = async (what: string) =>
    (await test.database.first<{ count: number }>(`SELECT count(*)::int AS count FROM ${what}`))?.count;

  it('counts everything once, whatever answers are lost and whoever is signed out', async () => {
    const tally = new Tally();
    const stop = new AbortController();
    const times = new Map<unknown, number>();
    const losing: typeof fetch = async (target, request) => {
      const answer = await fetch(target, request);
      if (request?.method !== 'POST' || (target as URL).pathname === '/api/session') return answer;
      const tries = (times.get(request.body) ?? 0) + 1;
      times.set(request.body, tries);
      if (tries === 1 && times.size === 100) await test.database.change('DELETE FROM session');
      if (times.size === enough) stop.abort();
      // It was done, and nobody hears of it, or only half: for a third at first, for one again and again.
      const lost = tries === 1 ? times.size % 3 === 0 : tries < 5 && request.body === [...times.keys()][50];
      if (!lost) return answer;
      if (tries % 2 === 0) return new Response('{"id":', { status: 201 });
      throw new TypeError('The connection was cut.');
    };
    const centre = await CallCentre.open(
      line(losing, () => void (tally.resent += 1)),
      Date.now(),
    );
    expect(centre.size).toBe(30);
    await new LiveTraffic(centre, { ...settings, trouble: 'Billing' }, tally, Date.now()).play(stop.signal);

    expect([...tally.failed]).toEqual([]);
    expect(tally.resent).toBeGreaterThan(50);
    expect(tally.contacts).toBeGreaterThan(100);
    expect(await count('contact')).toBe(tally.contacts);
    expect(await count('complaint')).toBe(tally.complaints);
    expect(await count('answer')).toBe(tally.answers);
    // As customers do: none is entered for them.
    expect(await count(`answer WHERE entered_how = 'survey' AND created_by IS NULL`)).toBe(tally.answers);
    expect(tally.answers).toBeGreaterThan(5);
    expect(await count('complaint_step')).toBe(tally.complaints);

    const billing = await test.database.first<{ complaints: number; contacts: number }>(
      `SELECT count(*)::int AS contacts, count(*) FILTER (WHERE c.complaint_mark = 1)::int AS complaints
       FROM contact c JOIN department d ON d.id = c.answerable_department_id
       WHERE d.name = 'Billing' AND c.outcome = 'handled'`,
    );
    // Usual are 2 in 100; the trouble makes them more than 10.
    expect(billing!.complaints / billing!.contacts).toBeGreaterThan(0.05);
    expect(await count(`contact c JOIN staff s ON s.id = c.rep_id WHERE c.created_by IS NULL`)).toBe(0);
    expect(await count('contact WHERE account_id IS NOT NULL AND person_id IS NULL')).toBe(0);
  }, 180_000);

  it('has more to do by day than at night', async () => {
    const centre = await CallCentre.open(line(fetch), Date.now());
    const at = (moment: string) => {
      const ms = Date.parse(moment);
      return new LiveTraffic(centre, settings, new Tally(), ms).perMinute(ms);
    };
    expect(at('2026-11-20T02:30:00Z')).toBeGreaterThan(3 * at('2026-11-19T21:30:00Z'));
    expect(at('2026-11-20T02:30:00Z')).toBeGreaterThan(2 * at('2026-11-22T02:30:00Z'));
  });

  it('can play a busy hour at any time', async () => {
    const centre = await CallCentre.open(line(fetch), Date.now());
    const night = Date.parse('2026-11-19T21:30:00Z');
    const rate = (at?: string) => new LiveTraffic(centre, { ...settings, at }, new Tally(), night).perMinute(night);
    expect(rate('10:00')).toBeGreaterThan(3 * rate());
    expect(rate('10:00')).toBeGreaterThan(3 * rate('03:00'));
  });

  it('plays all its time, also where nothing arrives', async () => {
    const centre = await CallCentre.open(line(fetch), Date.now());
    const tally = new Tally();
    const beginMs = Date.now();
    const quiet = new LiveTraffic(centre, { ...settings, speed: 1e-6, minutes: 0.02 }, tally, beginMs);
    await quiet.play(new AbortController().signal);
    expect(Date.now() - beginMs).toBeGreaterThan(1_150);
    expect(tally.toString()).toBe('0 contacts, 0 complaints among them, 0 answers');
  });

  it('goes on with the next colleague where somebody has another password by now', async () => {
    await test.database.change(
      `UPDATE sign_in SET argon2id = (SELECT argon2id || 'x' FROM sign_in LIMIT 1) WHERE email = 'li.yan@beichen.example'`,
    );
    const centre = await CallCentre.open(line(fetch), Date.now());
    expect(centre.size).toBe(30);
    expect(centre.company.reps.map(({ email }) => email)).not.toContain('li.yan@beichen.example');
  });

  it('says so where nobody of the demo is', async () => {
    await test.database.change('UPDATE sign_in SET disabled_at = now()');
    await expect(CallCentre.open(line(fetch), Date.now())).rejects.toThrow(NoDemo);
  });
});
