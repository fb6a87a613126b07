import type {
  CardLine,
  CardTrend,
  FigureReply,
  OwnScorecards,
  Problem,
  Scorecard,
  ScorecardList,
} from '@forecall/contracts';
import { addDays, groupRate, localDay, type MetricId, shiftDay, shrunkRate, unitStart } from '@forecall/domain';
import {
  aDepartment,
  anOrganisation,
  aSignIn,
  aStaff,
  aSupervisorOf,
  aTeam,
  type SignedIn,
} from '../../testing/builders.js';
import { anExam, aRunningCampaign } from '../../testing/exam-builders.js';
import { aComplaint, aContact, anAnswer } from '../../testing/stored-rows.js';
import { createTestApp, type TestApp } from '../../testing/test-app.js';
import { ScorecardService } from './scorecard.service.js';

const march = { from: '2026-03-01', to: '2026-04-01' };
/** Satisfied of answers in March; of Ada's 25 contacts two complaints concern her. */
const people = [
  { name: 'Ada', team: 'A', satisfied: 20, answers: 25, complaints: 2 },
  { name: 'Ben', team: 'A', satisfied: 38, answers: 40, complaints: 1 },
  { name: 'Cao', team: 'A', satisfied: 3, answers: 4, complaints: 0 },
  { name: 'Dai', team: 'A', satisfied: 15, answers: 30, complaints: 0 },
  { name: 'Eve', team: 'A', satisfied: 25, answers: 30, complaints: 0 },
  { name: 'Fan', team: 'B', satisfied: 10, answers: 30, complaints: 0 },
  { name: 'Gao', team: 'C', satisfied: 9, answers: 10, complaints: 0 },
] as const;

describe('scorecards', () => {
  let test: TestApp;
  let [billing, delivery] = ['', ''];
  const teams = new Map<string, string>();
  const staff = new Map<string, string>();
  let supervisor: SignedIn;
  let head: SignedIn;
  let executive: SignedIn;
  const rep = new Map<string, SignedIn>();
  const id = (name: string) => staff.get(name)!;

  beforeAll(async () => {
    test = await createTestApp();
    const sql = test.database;
    await anOrganisation(sql, { zone: 'UTC' });
    billing = await aDepartment(sql, { name: 'Billing' });
    delivery = await aDepartment(sql, { name: 'Delivery' });
    for (const name of ['A', 'B']) teams.set(name, await aTeam(sql, billing, { name: `Team ${name}` }));
    teams.set('C', await aTeam(sql, delivery, { name: 'Team C' }));
    supervisor = await aSignIn(sql, { role: 'supervisor', unitId: teams.get('A')! });
    await aSupervisorOf(sql, teams.get('A')!, supervisor.staffId);
    for (const one of people) {
      const [teamId, departmentId] = [teams.get(one.team)!, one.team === 'C' ? delivery : billing];
      const repId = await aStaff(sql, { name: one.name, teamId });
      staff.set(one.name, repId);
      rep.set(one.name, await aSignIn(sql, { role: 'rep', staffId: repId }));
      const supervisorId = one.team === 'A' ? supervisor.staffId : null;
      for (let n = 0; n < one.answers; n += 1) {
        const endedAt = new Date(Date.UTC(2026, 2, 2 + (n % 20), 10));
        const contactId = await aContact(sql, { departmentId, teamId, repId, supervisorId, endedAt });
        await anAnswer(sql, contactId, n < one.satisfied ? 5 : 2);
        if (n < one.complaints) {
          const complaintId = await aComplaint(sql, contactId, { repConcernedId: repId });
          await sql.change('UPDATE complaint SET team_concerned_id = $2 WHERE id = $1', [complaintId, teamId]);
        }
      }
    }
    head = await aSignIn(sql, { role: 'head', unitId: billing });
    executive = await aSignIn(sql, { role: 'executive' });
    for (const [card, metric, target, floor, weight, dial] of [
      ['rep', 'csat', 0.85, 0.6, 3, null],
      ['rep', 'complaints-concerning', 0.02, 0.1, 1, null],
      ['rep', 'promise-kept-rate', 0.95, 0.7, 2, null],
      ['rep', 'exam-pass-rate', 1, 0, 1, null],
      ['team', 'csat', 0.7, 0.5, 1, null],
      ['supervisor', 'csat', 0.7, 0.5, 1, 'targets'],
      ['supervisor', 'promise-kept-rate', 0.9, 0.5, 1, 'team'],
      ['supervisor', 'exam-pass-rate', 0.9, 0.5, 1, 'skills'],
      ['department', 'complaint-rate', 0.01, 0.05, 1, null],
      ['department', 'csat', 0.7, 0.5, 1, null],
    ] as const)
      await sql.change(
        `INSERT INTO indicator (id, card, metric, target, floor, weight, dial, from_day)
         VALUES (gen_random_uuid(), $1, $2, $3, $4, $5, $6, '2026-01-01')`,
        [card, metric, target, floor, weight, dial],
      );
  });
  afterAll(() => test.close());

  const asking = (who: SignedIn, path: string, query: object = {}) =>
    test.http.get(`/api/scorecards${path}`).query(query).set('Cookie', who.cookie);
  const card = async (who: SignedIn, kind: string, of: string, days: object = march) =>
    (await asking(who, `/${kind}/${of}`, days).expect(200)).body as Scorecard;
  const line = ({ lines }: Scorecard, metric: MetricId): CardLine => {
    const found = lines.find(({ indicator }) => indicator.metric === metric);
    if (!found) throw new Error(`${metric} is not on the card.`);
    return found;
  };
  const route = async (metric: MetricId, scope: string[]) => {
    const asked = test.http.get(`/api/figures/${metric}`).query({ ...march, scope });
    return ((await asked.set('Cookie', executive.cookie).expect(200)).body as FigureReply).total;
  };

  it('say the same as the figure route, of every kind of card and its group', async () => {
    const teamId = teams.get('A')!;
    const asked = [
      { kind: 'rep', of: id('Ada'), scope: [`rep:${id('Ada')}`], group: [`team:${teamId}`] },
      { kind: 'team', of: teamId, scope: [`team:${teamId}`], group: [`department:${billing}`] },
      { kind: 'supervisor', of: supervisor.staffId, scope: [`supervisor:${supervisor.staffId}`], group: [] },
      { kind: 'department', of: billing, scope: [`department:${billing}`], group: [] },
    ];
    for (const { kind, of, scope, group } of asked) {
      const { lines } = await card(executive, kind, of);
      expect(lines.length).toBeGreaterThan(1 - Number(kind === 'team'));
      for (const { indicator, figure, group: beside } of lines) {
        expect(figure).toEqual(await route(indicator.metric, scope));
        expect(beside).toEqual(await route(indicator.metric, group));
      }
    }
    // What is kept with an appraisal tells of no few colleagues, as the rep's own card of a whole month.
    const own = await test.app.get(ScorecardService).own({ kind: 'rep', id: id('Ada') }, march.from, march.to, 'few');
    const seen = await card(rep.get('Ada')!, 'rep', id('Ada'));
    expect({ ...own, asOf: '' }).toEqual({ ...seen, asOf: '' });
  });

  it('read a figure against its target, and weigh what is there', async () => {
    const ada = await card(executive, 'rep', id('Ada'));
    expect(ada.subject).toMatchObject({
      ...{ kind: 'rep', name: 'Ada', team: { name: 'Team A' }, department: { name: 'Billing' } },
      supervisors: [{ id: supervisor.staffId }],
    });
    // 20 of 25: 0.8, within whose interval the target lies; its score is 80 of 100.
    expect(line(ada, 'csat')).toMatchObject({ reading: 'close', minimumN: 20, figure: { value: 0.8, n: 25 } });
    expect(line(ada, 'csat').score).toBeCloseTo(80, 9);
    expect(line(ada, 'csat').indicator).toMatchObject({
      ...{ target: 0.85, from: '2026-01-01', audience: 'all' },
      // Nobody knew of it then.
      setOn: localDay(new Date(), 'UTC'),
    });
    // 2 of 25: 0.08, a quarter of the way up from the floor.
    expect(line(ada, 'complaints-concerning').score).toBeCloseTo(25, 9);
    expect(line(ada, 'promise-kept-rate')).toMatchObject({ reading: 'none', score: null, figure: { value: null } });
    expect(ada.total).toMatchObject({ present: 2, of: 4, weightPresent: 4, weightOf: 7 });
    expect(ada.total.score).toBeCloseTo((3 * 80 + 25) / 4, 9);
    expect(ada.dials).toBeNull();
    const few = line(await card(executive, 'rep', id('Cao')), 'csat');
    expect(few).toMatchObject({ reading: 'few', score: null, figure: { numerator: 3, n: 4 } });
    const dai = line(await card(executive, 'rep', id('Dai')), 'csat');
    expect(dai).toMatchObject({ reading: 'missed', score: 0 });
  });

  it('draw a rep towards the colleagues of the department, whom the team beside is a part of', async () => {
    const colleagues = people.filter(({ team }) => team !== 'C');
    const group = groupRate(colleagues.map(({ satisfied, answers }) => ({ successes: satisfied, trials: answers })));
    const ada = line(await card(head, 'rep', id('Ada')), 'csat');
    expect(ada.shrunk).toBeCloseTo(shrunkRate({ successes: 20, trials: 25 }, group).value, 9);
    expect(ada.group).toMatchObject({ numerator: 101, denominator: 129 });
    expect(line(await card(head, 'team', teams.get('A')!), 'csat').group).toMatchObject({ numerator: 111, n: 159 });
  });

  it('take an exam of one person as it is, passed, failed or not taken, and a team as a whole', async () => {
    const sql = test.database;
    const campaignId = await aRunningCampaign(sql, {
      ...{ departmentId: billing, teamId: teams.get('A')!, candidateIds: ['Ada', 'Ben', 'Cao'].map(id) },
    });
    const exam = { campaignId, assessorId: head.staffId };
    await anExam(sql, { ...exam, staffId: id('Ada'), outcome: 'passed' });
    await anExam(sql, { ...exam, staffId: id('Ben'), outcome: 'failed' });
    const today = localDay(new Date(), 'UTC');
    const read = async (name: string) =>
      line(await card(executive, 'rep', id(name), { from: today, to: addDays(today, 1) }), 'exam-pass-rate');
    expect(await read('Ada')).toMatchObject({
      reading: 'met',
      score: 100,
      minimumN: 1,
      shrunk: null,
      figure: { n: 1 },
    });
    expect(await read('Ada')).toMatchObject({ group: { numerator: 1, denominator: 2 } });
    expect(await read('Ben')).toMatchObject({ reading: 'missed', score: 0 });
    expect(await read('Cao')).toMatchObject({ reading: 'none', score: null, figure: { value: null } });
  });

  it('take the indicator in force at the end of the period, the narrower before the wider', async () => {
    const sql = test.database;
    const add = (target: number, from: string, to: string | null, teamId: string | null) =>
      sql.change(
        `INSERT INTO indicator (id, card, metric, team_id, target, floor, weight, from_day, to_day)
         VALUES (gen_random_uuid(), 'rep', 'csat', $4, $1, 0.5, 1, $2, $3)`,
        [target, from, to, teamId],
      );
    await add(0.7, '2026-03-10', '2026-03-20', teams.get('B')!);
    await add(0.75, '2026-03-20', null, teams.get('B')!);
    const fan = line(await card(executive, 'rep', id('Fan')), 'csat');
    expect(fan.indicator).toMatchObject({ target: 0.75, from: '2026-03-20', audience: 'team' });
    const earlier = { from: '2026-03-01', to: '2026-03-15' };
    expect(line(await card(executive, 'rep', id('Fan'), earlier), 'csat').indicator.target).toBe(0.7);
    expect(line(await card(executive, 'rep', id('Ada')), 'csat').indicator.target).toBe(0.85);
  });

  it('keep the three dials of a supervisor apart', async () => {
    const { dials, total } = await card(supervisor, 'supervisor', supervisor.staffId);
    // 101 of 129 lies above the target.
    expect(dials).toMatchObject({ targets: { score: 100, present: 1 }, team: { score: null, of: 1 } });
    expect(total).toMatchObject({ score: 100, present: 1, of: 3 });
  });

  it('are for whoever they are of, and for who leads there; for nobody else they are not there', async () => {
    const cards: [string, string, SignedIn[]][] = [
      ['rep', id('Ada'), [rep.get('Ada')!, supervisor, head, executive]],
      ['rep', id('Fan'), [rep.get('Fan')!, head, executive]],
      ['rep', id('Gao'), [rep.get('Gao')!, executive]],
      ['team', teams.get('A')!, [supervisor, head, executive]],
      ['team', teams.get('B')!, [head, executive]],
      ['supervisor', supervisor.staffId, [supervisor, head, executive]],
      ['department', billing, [head, executive]],
      ['department', delivery, [executive]],
    ];
    const all = [...rep.values(), supervisor, head, executive];
    for (const [kind, of, allowed] of cards)
      for (const who of all) {
        const status = allowed.includes(who) ? 200 : 404;
        await asking(who, `/${kind}/${of}`, march).expect(status);
        await asking(who, `/${kind}/${of}/trend`, { metric: 'csat', by: 'month', to: march.to }).expect(status);
      }
    await asking(await aSignIn(test.database, { role: 'admin' }), `/rep/${id('Ada')}`, march).expect(403);
    await asking(executive, `/team/${id('Ada')}`, march).expect(404);
  });

  it('are listed by name within reach, a page at a time, and one’s own apart', async () => {
    const list = async (who: SignedIn, query: object = {}) =>
      (await asking(who, '', query).expect(200)).body as ScorecardList;
    const names = async (who: SignedIn, query: object = {}) => (await list(who, query)).cards.map(({ name }) => name);
    expect(await names(rep.get('Ada')!)).toEqual(['Ada']);
    expect(await names(supervisor)).toEqual(['Ada', 'Ben', 'Cao', 'Dai', 'Eve']);
    expect(await names(head)).toEqual(['Ada', 'Ben', 'Cao', 'Dai', 'Eve', 'Fan']);
    expect(await names(head, { kind: 'team' })).toEqual(['Team A', 'Team B']);
    expect(await names(supervisor, { kind: 'department' })).toEqual([]);
    expect(await names(executive, { kind: 'department' })).toEqual(['Billing', 'Delivery']);
    expect(await names(head, { q: 'a', team: teams.get('A')! })).toEqual(['Ada', 'Cao', 'Dai']);
    const first = await list(executive, { limit: 4 });
    expect(first.cards.map(({ name }) => name)).toEqual(['Ada', 'Ben', 'Cao', 'Dai']);
    expect(await names(executive, { limit: 4, after: first.next })).toEqual(['Eve', 'Fan', 'Gao']);
    expect([(await list(supervisor)).kinds, (await list(rep.get('Ada')!)).kinds]).toEqual([
      ['rep', 'team', 'supervisor'],
      ['rep'],
    ]);
    const own = async (who: SignedIn) =>
      ((await asking(who, '/own').expect(200)).body as OwnScorecards).cards.map(({ kind, id: of }) => [kind, of]);
    expect(await own(rep.get('Ada')!)).toEqual([['rep', id('Ada')]]);
    expect(await own(supervisor)).toEqual([['supervisor', supervisor.staffId]]);
    expect(await own(head)).toEqual([['department', billing]]);
    expect(await own(executive)).toEqual([]);
  });

  it('tell a rep of the group over whole months that are over, and of four colleagues or more', async () => {
    const ada = await card(rep.get('Ada')!, 'rep', id('Ada'));
    expect(ada.isGroupWithheld).toBe(false);
    expect(line(ada, 'csat')).toEqual(line(await card(head, 'rep', id('Ada')), 'csat'));
    const short = await card(rep.get('Ada')!, 'rep', id('Ada'), { from: '2026-03-01', to: '2026-03-31' });
    expect(short.isGroupWithheld).toBe(true);
    expect(line(short, 'csat')).toMatchObject({ group: null, shrunk: null, figure: { n: 25 } });
    const from = unitStart(localDay(new Date(), 'UTC'), 'month');
    const running = { from, to: shiftDay(from, 'month', 1) };
    expect((await card(rep.get('Ada')!, 'rep', id('Ada'), running)).isGroupWithheld).toBe(true);
    // Fan has no colleague in team B; of the department there are five.
    const fan = line(await card(rep.get('Fan')!, 'rep', id('Fan')), 'csat');
    expect(fan.group).toBeNull();
    expect(fan.shrunk).not.toBeNull();
    expect(line(await card(head, 'rep', id('Fan')), 'csat').group).toMatchObject({ n: 30 });
  });

  it('follow a figure over twelve weeks or months, with what is empty; a period that is none is refused', async () => {
    const path = `/rep/${id('Ada')}/trend`;
    const trend = async (query: object, status = 200): Promise<unknown> =>
      (await asking(head, path, { metric: 'csat', by: 'month', to: march.to, ...query }).expect(status)).body;
    const months = (await trend({})) as CardTrend;
    expect(months.points).toHaveLength(12);
    const days = { from: '2025-04-01', to: '2025-05-01' };
    expect(months.points[0]).toMatchObject({ key: '2025-04', ...days, figure: { value: null } });
    expect(months.points.at(-1)).toMatchObject({ key: '2026-03', figure: await route('csat', [`rep:${id('Ada')}`]) });
    const weeks = (await trend({ by: 'week' })) as CardTrend;
    expect(weeks.points).toHaveLength(12);
    expect(weeks.points.at(-1)).toMatchObject({ key: '2026-W14', from: '2026-03-30' });
    expect(weeks.points.reduce((sum, { figure }) => sum + figure.n, 0)).toBe(25);
    expect(await trend({ metric: 'training-coverage' }, 400)).toMatchObject({ fields: [{ code: 'no-trend' }] });
    expect(await trend({ metric: 'complaint-rate' }, 400)).toMatchObject({ fields: [{ code: 'no-trend' }] });
    // No days, and more than a year.
    const refused = async (days: object) =>
      ((await asking(head, `/rep/${id('Ada')}`, days).expect(400)).body as Problem).fields?.[0]?.code;
    expect(await refused({ from: '2026-03-01', to: '2026-03-01' })).toBe('period-empty');
    expect(await refused({ from: '2026-03-01', to: addDays('2026-03-01', 367) })).toBe('card-too-long');
  });
});
