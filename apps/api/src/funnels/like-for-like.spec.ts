import type { FunnelReply, FunnelUnit } from '@forecall/contracts';
import { aDepartment, anOrganisation, aReason, aSignIn, aStaff, aTeam, type SignedIn } from '../testing/builders.js';
import { aComplaint, aContact } from '../testing/stored-rows.js';
import { createTestApp, type TestApp } from '../testing/test-app.js';

/** Of two matters the hard one comes to Pia: she has the worst rate of all, and no more complaints than it brings everybody. */
const people = [
  { name: 'Pia', team: 'East', hard: [20, 100], easy: [0, 10] },
  { name: 'Qin', team: 'East', hard: [2, 10], easy: [1, 100] },
  { name: 'Rao', team: 'East', hard: [2, 10], easy: [1, 100] },
  { name: 'Sol', team: 'West', hard: [2, 10], easy: [1, 100] },
  { name: 'Tao', team: 'West', hard: [2, 10], easy: [1, 100] },
  { name: 'Uma', team: 'West', hard: [2, 10], easy: [1, 100] },
  // Far more of the easy one than it brings.
  { name: 'Vik', team: 'West', hard: [2, 10], easy: [17, 100] },
] as const;

describe('funnels like for like', () => {
  let test: TestApp;
  let field: string;
  const staff = new Map<string, string>();
  const teams = new Map<string, string>();
  let head: SignedIn;
  let supervisor: SignedIn;
  let pia: SignedIn;

  beforeAll(async () => {
    test = await createTestApp();
    const sql = test.database;
    await anOrganisation(sql, { zone: 'UTC' });
    field = await aDepartment(sql, { name: 'Field' });
    for (const name of ['East', 'West']) teams.set(name, await aTeam(sql, field, { name }));
    const reasons = { hard: await aReason(sql, field), easy: await aReason(sql, field) };
    for (const { name, team, ...handled } of people) {
      const teamId = teams.get(team)!;
      staff.set(name, await aStaff(sql, { name, teamId }));
      for (const matter of ['hard', 'easy'] as const) {
        const [complaints, n] = handled[matter];
        for (let i = 0; i < n; i += 1) {
          const contactId = await aHandled(name, teamId, reasons[matter]);
          if (i < complaints) await concerns(contactId, name, teamId);
        }
      }
    }
    head = await aSignIn(sql, { role: 'head', unitId: field });
    supervisor = await aSignIn(sql, { role: 'supervisor', unitId: teams.get('East')! });
    pia = await aSignIn(sql, { role: 'rep', staffId: staff.get('Pia')! });
  });
  afterAll(() => test.close());

  const aHandled = (name: string, teamId: string, reasonId: string | null) =>
    aContact(test.database, {
      ...{ departmentId: field, teamId, repId: staff.get(name)!, reasonId },
      endedAt: new Date('2026-03-12T10:00:00Z'),
    });

  async function concerns(contactId: string, name: string, teamId: string): Promise<void> {
    const id = await aComplaint(test.database, contactId, { repConcernedId: staff.get(name)! });
    await test.database.change('UPDATE complaint SET team_concerned_id = $2 WHERE id = $1', [id, teamId]);
  }

  async function funnel(who: SignedIn, query: Record<string, string> = {}): Promise<FunnelReply> {
    const asked = { metric: 'complaints-concerning', by: 'rep', from: '2026-03-01', to: '2026-04-01', ...query };
    const { body } = await test.http.get('/api/funnels').query(asked).set('Cookie', who.cookie).expect(200);
    return body as FunnelReply;
  }

  const unitOf = ({ units }: FunnelReply, name: string): FunnelUnit => {
    const found = units.find((unit) => unit.name?.en === name);
    if (!found) throw new Error(`${name} is not shown.`);
    return found;
  };

  it('judge by what the same matters bring all, and as counted where that is asked', async () => {
    const alike = await funnel(head);
    // hard: 32 of 160; easy: 22 of 610; of all 54 of 770.
    expect(alike).toMatchObject({ judged: 'like-for-like', target: { numerator: 54, n: 770 }, unshown: 0 });
    const [target, expected] = [54 / 770, 100 * (32 / 160) + 10 * (22 / 610)];
    const own = unitOf(alike, 'Pia');
    expect(own).toMatchObject({ standing: 'within-chance', numerator: 20, n: 110, raw: 20 / 110 });
    expect(own.alike?.expected).toBeCloseTo(expected, 9);
    expect(own.alike?.weight).toBeCloseTo(expected / target, 9);
    expect(own.alike?.rate).toBeCloseTo((target * 20) / expected, 9);
    expect(unitOf(alike, 'Vik').standing).toBe('look-worse');
    expect(alike.units.at(-1)?.name?.en).toBe('Pia');
    expect(alike.curve.at(-1)?.n).toBe(Math.ceil(expected / target));
    const allExpected = alike.units.reduce((sum, unit) => sum + (unit.alike?.expected ?? 0), 0);
    expect(allExpected).toBeCloseTo(54, 9);

    const plain = await funnel(head, { judged: 'as-counted' });
    expect(plain).toMatchObject({ judged: 'as-counted', target: alike.target, unshown: 0 });
    expect(unitOf(plain, 'Pia')).toMatchObject({ standing: 'look-worse', alike: null, numerator: 20, n: 110 });
    // Shares have no such measure; teams have.
    expect(await funnel(head, { metric: 'csat' })).toMatchObject({ judged: 'as-counted' });
    const ofTeams = await funnel(head, { by: 'team' });
    expect(unitOf(ofTeams, 'East').alike?.expected).toBeCloseTo(120 * (32 / 160) + 210 * (22 / 610), 9);
    expect(unitOf(ofTeams, 'East').standing).toBe('within-chance');
  });

  it('tell nothing of the matters of those without a name, and count them all the same', async () => {
    const seen = await funnel(pia);
    expect(seen.units.map(({ name }) => name?.en)).toEqual(['Pia']);
    expect(seen).toMatchObject({ unshown: 6, leftOut: null, target: { numerator: 54, n: 770 } });
    expect(seen.units[0]).toMatchObject({ ...unitOf(await funnel(head), 'Pia'), isOwn: true });
    expect((await funnel(pia, { judged: 'as-counted' })).units).toHaveLength(7);
    const led = await funnel(supervisor);
    expect(led.units.map(({ name }) => name?.en).toSorted()).toEqual(['Pia', 'Qin', 'Rao']);
    expect(led.unshown).toBe(4);
    for (const name of ['Sol', 'Tao', 'Uma', 'Vik']) expect(JSON.stringify(led)).not.toContain(staff.get(name)!);
  });

  it('make one of the matters that few handle, so that nobody is told of a single colleague', async () => {
    const odd = await aReason(test.database, field);
    for (let i = 0; i < 10; i += 1) {
      await aHandled('Pia', teams.get('East')!, odd);
      const contactId = await aHandled('Qin', teams.get('East')!, odd);
      if (i < 3) await concerns(contactId, 'Qin', teams.get('East')!);
    }
    // With the hard one, which has fewer contacts than the easy one: 35 of 180.
    const expected = 110 * (35 / 180) + 10 * (22 / 610);
    expect(unitOf(await funnel(pia), 'Pia').alike?.expected).toBeCloseTo(expected, 9);
    const reply = await test.http
      .get('/api/funnels?metric=csat&from=2026-03-01&to=2026-04-01&judged=fairly')
      .set('Cookie', head.cookie);
    expect(reply.status).toBe(400);
    expect(JSON.stringify(reply.body)).toContain('judged');
  });
});
