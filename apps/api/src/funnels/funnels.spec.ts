import type { FigureReply, FunnelReply, FunnelUnit } from '@forecall/contracts';
import { type FunnelMetric, limitsFor } from '@forecall/domain';
import { aDepartment, anOrganisation, aSignIn, aStaff, aTeam, type SignedIn } from '../testing/builders.js';
import { aComplaint, aContact, anAnswer } from '../testing/stored-rows.js';
import { createTestApp, type TestApp } from '../testing/test-app.js';

const [from, to] = ['2026-03-01', '2026-04-01'];
const inMarch = new Date('2026-03-12T10:00:00Z');

/** Who handled how many contacts, in which team, and how many of them were resolved. */
type Handled = [name: string, team: 'A' | 'B' | 'C' | 'D', resolved: number, n: number];

const handledBy: Handled[] = [
  ['Ada', 'A', 52, 60],
  ['Ben', 'A', 44, 52],
  ['Cao', 'A', 60, 71],
  ['Dai', 'A', 39, 45],
  // The worst rate of all, of few contacts.
  ['Eva', 'A', 16, 23],
  ['Fan', 'B', 70, 80],
  ['Gao', 'B', 55, 64],
  // Far below what chance gives.
  ['Han', 'B', 60, 100],
  ['Ida', 'B', 48, 55],
  ['Jia', 'B', 3, 4],
  ['Kim', 'C', 40, 47],
  // Moved within the month.
  ['Lou', 'A', 20, 25],
  ['Lou', 'B', 10, 12],
  ['Mei', 'D', 30, 40],
  ['Niu', 'D', 25, 30],
  ['Oya', 'D', 11, 21],
];

describe('funnels of people and of teams', () => {
  let test: TestApp;
  let billing: string;
  let delivery: string;
  const teams = new Map<string, string>();
  const staff = new Map<string, string>();
  let executive: SignedIn;
  let head: SignedIn;
  let supervisor: SignedIn;
  let eva: SignedIn;
  let oya: SignedIn;

  const teamOf = (team: string) => teams.get(team) ?? '';
  const staffOf = (name: string) => staff.get(name) ?? '';

  beforeAll(async () => {
    test = await createTestApp();
    const sql = test.database;
    await anOrganisation(sql, { zone: 'UTC' });
    billing = await aDepartment(sql, { name: 'Billing' });
    delivery = await aDepartment(sql, { name: 'Delivery' });
    for (const name of ['A', 'B', 'C', 'D'])
      teams.set(name, await aTeam(sql, name === 'D' ? delivery : billing, { name: `Team ${name}` }));
    for (const [name, team, resolved, n] of handledBy) {
      if (!staff.has(name)) staff.set(name, await aStaff(sql, { name, teamId: teamOf(team) }));
      await handle(staffOf(name), team, resolved, n);
    }
    executive = await aSignIn(sql, { role: 'executive' });
    head = await aSignIn(sql, { role: 'head', unitId: billing });
    supervisor = await aSignIn(sql, { role: 'supervisor', unitId: teamOf('A') });
    eva = await aSignIn(sql, { role: 'rep', staffId: staffOf('Eva') });
    oya = await aSignIn(sql, { role: 'rep', staffId: staffOf('Oya') });
  });
  afterAll(() => test.close());

  const aHandled = (repId: string, team: string, resolved: boolean, endedAt = inMarch) =>
    aContact(test.database, {
      ...{ departmentId: team === 'D' ? delivery : billing, teamId: teamOf(team), repId, resolved, endedAt },
    });

  async function handle(repId: string, team: string, resolved: number, n: number): Promise<void> {
    for (let i = 0; i < n; i += 1) await aHandled(repId, team, i < resolved);
  }

  const asking = (who: SignedIn, query: Record<string, string>) =>
    test.http
      .get('/api/funnels')
      .query({ metric: 'resolved-at-contact', from, to, ...query })
      .set('Cookie', who.cookie);

  async function funnel(who: SignedIn, query: Record<string, string> = {}): Promise<FunnelReply> {
    return (await asking(who, query).expect(200)).body as FunnelReply;
  }

  const names = (units: readonly FunnelUnit[]) => units.flatMap(({ name }) => name?.en ?? []).toSorted();
  const unitOf = ({ units }: FunnelReply, name: string) => units.find((unit) => unit.name?.en === name);

  /** Whatever names a person or a team, of all but these. */
  const identities = (...but: string[]) =>
    [...staff, ...[...teams].map(([name, id]) => [`Team ${name}`, id] as const)]
      .filter(([name]) => !but.includes(name))
      .flatMap(([name, id]) => [`"${name}"`, id]);

  it('are made of the figures of the figure route', async () => {
    const reply = await funnel(executive, { of: billing, by: 'rep' });
    const { body } = await test.http
      .get('/api/figures/resolved-at-contact')
      .query({ from, to, scope: `department:${billing}`, by: 'rep' })
      .set('Cookie', executive.cookie)
      .expect(200);
    const figures = body as FigureReply;
    expect(new Map(reply.units.map(({ id, numerator, n }) => [id, [numerator, n]]))).toEqual(
      new Map(figures.groups.map(({ keys, figure }) => [keys[0], [figure.numerator, figure.denominator]])),
    );
    expect(reply.target).toEqual({
      value: figures.total.value,
      numerator: figures.total.numerator,
      n: figures.total.n,
    });
    const { interval, raw, limits } = unitOf(reply, 'Ada') ?? {};
    const ada = figures.groups.find(({ names: [name] }) => name?.en === 'Ada')?.figure;
    expect({ raw, interval }).toEqual({ raw: ada?.value, interval: ada?.interval });
    const { kind } = reply.definition;
    const drawn = { kind, direction: 'higher is better', fewest: 20, target: reply.target?.value ?? 0 } as const;
    const dispersion = reply.dispersion;
    expect(limits).toEqual(limitsFor({ ...drawn, dispersion, tellingUnits: 0 }, 60));
    expect(dispersion?.units).toBe(11);
    expect(reply.curve.at(-1)?.n).toBe(100);
  });

  it('flag who lies beyond chance, not who comes last by few contacts', async () => {
    const reply = await funnel(head, { by: 'rep' });
    const rates = reply.units.filter(({ n }) => n >= 20).map(({ raw, name }) => ({ raw: raw ?? 1, name: name?.en }));
    const byRate = rates.filter(({ name }) => name !== 'Han').toSorted((one, other) => one.raw - other.raw);
    expect(byRate[0]?.name).toBe('Eva');
    expect(unitOf(reply, 'Eva')).toMatchObject({ standing: 'within-chance', numerator: 16, n: 23 });
    expect(unitOf(reply, 'Eva')?.more).toBeGreaterThan(20);
    expect(unitOf(reply, 'Eva')?.shrunk?.value).toBeGreaterThan(16 / 23);
    expect(unitOf(reply, 'Jia')).toMatchObject({ standing: 'too-few', raw: null, more: null });
    expect(unitOf(reply, 'Han')).toMatchObject({ standing: 'look-worse', more: null });
    expect(unitOf(reply, 'Cao')).toMatchObject({ standing: 'within-chance' });
    const ofTeams = await funnel(head, { by: 'team' });
    expect(ofTeams).toMatchObject({ fewest: 5, dispersion: null });
    expect(unitOf(ofTeams, 'Team B')).toMatchObject({ standing: 'within-chance', n: 315 });
  });

  it('show reps themselves, and of the others nothing that tells who they are', async () => {
    const reply = await funnel(eva);
    expect(reply).toMatchObject({ by: 'rep', of: { id: billing, name: 'Billing' }, leftOut: null });
    expect(reply.groups).toEqual({
      departments: [{ id: billing, name: 'Billing', nameZh: null, mayTeams: false }],
      company: false,
    });
    expect(reply.units).toHaveLength(12);
    expect(names(reply.units)).toEqual(['Eva']);
    const text = JSON.stringify(reply);
    for (const identity of identities('Eva')) expect(text).not.toContain(identity);
    expect(reply.units.filter((unit) => unit.isOwn)).toEqual([expect.objectContaining({ id: staffOf('Eva'), n: 23 })]);
    const others = reply.units.filter((unit) => !unit.isOwn);
    expect(others.every((unit) => unit.id === null && unit.name === null && !unit.hasReceipts)).toBe(true);
    const ordered = reply.units.map(({ n }) => n);
    expect(ordered).toEqual(ordered.toSorted((one, other) => one - other));
    // What they see of themselves is what their head sees of them.
    const { more, shrunk, limits, standing } = unitOf(await funnel(head, { by: 'rep' }), 'Eva') ?? {};
    expect(unitOf(reply, 'Eva')).toMatchObject({ more, shrunk, limits, standing });
    await asking(eva, { by: 'team' }).expect(403);
    await asking(eva, { of: delivery }).expect(404);
    await asking(eva, { of: 'company' }).expect(404);
  });

  it('show no others where they are few, or of a few days: their sum would tell', async () => {
    const few = await funnel(oya);
    expect(few).toMatchObject({ target: null, dispersion: null, curve: [], leftOut: { units: 2, why: 'few' } });
    expect(few.units).toEqual([
      expect.objectContaining({
        name: { en: 'Oya', zh: 'Oya' },
        raw: 11 / 21,
        standing: null,
        shrunk: null,
        limits: null,
      }),
    ]);
    const short = await funnel(eva, { to: '2026-03-20' });
    expect(short).toMatchObject({ target: null, leftOut: { units: 11, why: 'short' } });
    expect(short.units).toHaveLength(1);
    // A day more than whole months: less the whole months it is that day of a colleague.
    expect((await funnel(eva, { to: '2026-04-02' })).leftOut).toMatchObject({ why: 'short' });
    // Two months of which the second is of two colleagues: less the first it is theirs.
    const inApril = new Date('2026-04-15T10:00:00Z');
    const late = await Promise.all(['Ada', 'Ben'].map((name) => aHandled(staffOf(name), 'A', true, inApril)));
    expect((await funnel(eva, { to: '2026-05-01' })).leftOut).toEqual({ units: 11, why: 'few' });
    await test.database.change('DELETE FROM contact WHERE id = ANY ($1::uuid[])', [late]);
    expect((await funnel(eva, { to: '2026-05-01' })).leftOut).toBeNull();
    // Whoever leads them all sees them all.
    const led = await funnel(head, { to: '2026-03-20' });
    expect([led.units.length, led.leftOut]).toEqual([12, null]);
  });

  it('name to supervisors the people of their teams, and no others', async () => {
    const reply = await funnel(supervisor, { by: 'rep' });
    expect(names(reply.units)).toEqual(['Ada', 'Ben', 'Cao', 'Dai', 'Eva']);
    expect(reply.units).toHaveLength(12);
    const text = JSON.stringify(reply);
    for (const name of ['Fan', 'Han', 'Kim', 'Lou', 'Mei']) {
      expect(text).not.toContain(`"${name}"`);
      expect(text).not.toContain(staffOf(name));
    }
    // Receipts are those of the same rows.
    const { body } = await test.http
      .get('/api/figures/resolved-at-contact/receipt')
      .query({ from, to, scope: [`rep:${staffOf('Ada')}`, `department:${billing}`] })
      .set('Cookie', supervisor.cookie)
      .expect(200);
    expect(body.figure).toMatchObject({ numerator: 52, denominator: 60 });
    await asking(supervisor, { of: delivery }).expect(404);
  });

  it('name teams to all who lead in the department, but a team of one', async () => {
    const reply = await funnel(supervisor, { by: 'team' });
    expect(names(reply.units)).toEqual(['Team A', 'Team B']);
    expect(reply.leftOut).toEqual({ units: 1, why: 'few' });
    expect(unitOf(reply, 'Team A')).toMatchObject({ isOwn: true, hasReceipts: true });
    expect(unitOf(reply, 'Team B')).toMatchObject({ isOwn: false, hasReceipts: false });
    expect(names((await funnel(head, { by: 'team' })).units)).toEqual(['Team A', 'Team B', 'Team C']);
    // A contact of nobody known does not make it two.
    await aContact(test.database, { departmentId: billing, teamId: teamOf('C'), endedAt: inMarch, resolved: true });
    expect(names((await funnel(supervisor, { by: 'team' })).units)).toEqual(['Team A', 'Team B']);
  });

  it('name everybody of a department to its head, and everybody to executives, as the figure route does', async () => {
    expect(names((await funnel(head, { by: 'rep' })).units)).toHaveLength(12);
    await asking(head, { of: delivery }).expect(404);
    await asking(head, { of: 'company' }).expect(404);
    const company = await funnel(executive);
    expect(company).toMatchObject({ by: 'team', of: null, groups: { company: true } });
    expect(names(company.units)).toEqual(['Team A', 'Team B', 'Team C', 'Team D']);
    expect(names((await funnel(executive, { of: 'company', by: 'rep' })).units)).toHaveLength(15);
    await asking(await aSignIn(test.database, { role: 'admin' }), {}).expect(403);
    await asking(await aSignIn(test.database, { role: 'rep' }), {}).expect(404);
  });

  it('count a complaint where those work whom it concerns, whoever received it', async () => {
    const received = await aHandled(staffOf('Mei'), 'D', true);
    const complaintId = await aComplaint(test.database, received, { repConcernedId: staffOf('Ada') });
    await test.database.change('UPDATE complaint SET team_concerned_id = $2 WHERE id = $1', [complaintId, teamOf('A')]);
    const metric: FunnelMetric = 'complaints-concerning';
    expect(unitOf(await funnel(head, { metric }), 'Ada')).toMatchObject({ numerator: 1, n: 60 });
    expect(await funnel(executive, { metric, of: delivery })).toMatchObject({ target: { numerator: 0, n: 92 } });
    const scope = `department:${billing}`;
    const asked = test.http.get(`/api/figures/${metric}`).query({ from, to, scope }).set('Cookie', head.cookie);
    expect((await asked.expect(200)).body.total).toMatchObject({ numerator: 1, definition: { version: 2 } });
    const answered = await aHandled(staffOf('Ada'), 'A', true);
    await anAnswer(test.database, answered, 5, inMarch);
    expect(unitOf(await funnel(head, { metric: 'csat' }), 'Ada')).toMatchObject({ numerator: 1, n: 1, raw: null });
  });

  it('are refused where the question makes none, or of too many people', async () => {
    expect((await asking(head, { to: from }).expect(400)).body).toMatchObject({ code: 'period-empty' });
    await asking(head, { metric: 'nps' }).expect(400);
    await test.database.change(
      `WITH added AS (
         INSERT INTO staff (id, name, external_id) SELECT gen_random_uuid(), 'P' || n, 'P' || n FROM generate_series(1, 2001) n
         RETURNING id)
       INSERT INTO contact (id, conversation_id, channel, direction, purpose, outcome, started_at, ended_at, rep_id, team_id,
         handling_department_id, answerable_department_id, first_sha256)
       SELECT id, id, 'phone', 'in', 'service', 'handled', $1, $1, id, $2, $3, $3, '\\x00' FROM added`,
      [inMarch, teamOf('D'), delivery],
    );
    const { body } = await asking(executive, { of: 'company', by: 'rep' }).expect(400);
    expect(body).toMatchObject({ code: 'too-many-units', values: { most: 2000 } });
    expect((await funnel(executive)).units).toHaveLength(4);
  });
});
