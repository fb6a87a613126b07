import type { Coverage, ExamReport, FigureReply, ItemExams, ReceiptReply } from '@forecall/contracts';
import { addDays, type MetricId } from '@forecall/domain';
import { v7 as uuid } from 'uuid';
import { anOrganisation, aStaff, aSupervisorOf, aTeam, type SignedIn } from '../../testing/builders.js';
import { aDesk, type Desk } from '../../testing/desk-builders.js';
import { anExam, aRunningCampaign, aMarking } from '../../testing/exam-builders.js';
import { createTestApp, type TestApp } from '../../testing/test-app.js';

const first = 'exam-first-attempt-pass-rate';
const byNow = 'exam-pass-rate';
const day = 86_400_000;

describe('the figures and the report of a campaign', () => {
  let test: TestApp;
  let desk: Desk;
  let neighbour: Desk;
  let otherTeam: string;
  let campaignId: string;
  const people: Record<string, string> = {};
  const exams: Record<string, string> = {};

  const get = async <Of>(path: string, query: object = {}, who: SignedIn = desk.head, status = 200): Promise<Of> =>
    (await test.http.get(`/api/${path}`).query(query).set('Cookie', who.cookie).expect(status)).body as Of;
  const coverage = (id = campaignId) => get<Coverage>(`campaigns/${id}/coverage`);
  const period = async () => ({ from: '2026-01-05', to: addDays((await coverage()).today, 1) });
  const figure = async (metric: MetricId, query: object = {}, who: SignedIn = desk.head) =>
    get<FigureReply>(`figures/${metric}`, { scope: `campaign:${campaignId}`, ...(await period()), ...query }, who);
  /** "3/5" of each group, by its key. */
  const groups = async (metric: MetricId, by: string) =>
    Object.fromEntries(
      (await figure(metric, { by })).groups.map(({ keys: [key = ''], figure: { numerator, denominator } }) => [
        key,
        `${numerator}/${denominator}`,
      ]),
    );

  /** So many days ago, with the marks and the score that the outcome stands for. */
  const sat = async (who: string, name: string, daysAgo: number, outcome: 'passed' | 'failed', attempt = 1) => {
    const assessorId = neighbour.supervisor.staffId;
    const startsAt = new Date(Date.now() - daysAgo * day);
    const told = { campaignId, staffId: people[who] ?? '', assessorId, attempt, startsAt, outcome };
    const id = await anExam(test.database, told);
    await aMarking(test.database, { examId: id, assessorId, outcome });
    await test.database.change('UPDATE exam SET score = $2 WHERE id = $1', [id, outcome === 'passed' ? 100 : 300 / 11]);
    exams[name] = id;
    return id;
  };
  const disputed = (id: string, decision: 'again' | null) =>
    test.database.change(
      `INSERT INTO dispute (id, exam_id, why, decision, decided_at)
       VALUES ($1, $2, 'Unfair', $3::text, CASE WHEN $3::text IS NOT NULL THEN now() END)`,
      [uuid(), id, decision],
    );

  beforeAll(async () => {
    test = await createTestApp();
    await anOrganisation(test.database);
    [desk, neighbour] = [await aDesk(test.database), await aDesk(test.database)];
    otherTeam = await aTeam(test.database, desk.departmentId);
    for (const name of ['ann', 'bo', 'cai', 'dai', 'feng', 'gu'])
      people[name] = await aStaff(test.database, { teamId: desk.teamId });
    for (const name of ['en', 'hua']) people[name] = await aStaff(test.database, { teamId: otherTeam });
    const ids = Object.values(people);
    campaignId = await aRunningCampaign(test.database, { ...desk, candidateIds: ids });
    const inOther = ['en', 'hua'].map((name) => people[name]);
    await test.database.change('UPDATE candidate SET team_id = $2 WHERE staff_id = ANY ($1)', [inOther, otherTeam]);

    await sat('ann', 'ann', 9, 'passed');
    await sat('bo', 'bo', 9, 'failed');
    await sat('bo', 'bo-again', 1, 'passed', 2);
    const critical = await sat('cai', 'cai', 8, 'failed');
    const safe = { marks: JSON.stringify({ safe: 0, listens: 1, closes: 1 }) };
    await test.database.change(`UPDATE exam SET failed_critical = '{safe}' WHERE id = $1`, [critical]);
    await test.database.change('ALTER TABLE marking DISABLE TRIGGER keep_signed');
    await test.database.change(`UPDATE marking SET marks = $2, failed_critical = '{safe}' WHERE exam_id = $1`, [
      ...[critical, safe.marks],
    ]);
    await test.database.change('ALTER TABLE marking ENABLE TRIGGER keep_signed');
    // Nobody came; taken back and passed then; left after passing; never booked; failed, and says that it is unfair.
    const missed = await anExam(test.database, {
      ...{ campaignId, staffId: people['dai'] ?? '', assessorId: neighbour.supervisor.staffId },
    });
    await test.database.change(`UPDATE exam SET state = 'absent' WHERE id = $1`, [missed]);
    await disputed(await sat('en', 'en-void', 9, 'failed'), 'again');
    await sat('en', 'en', 7, 'passed', 2);
    await sat('feng', 'feng', 9, 'passed');
    await test.database.change(
      `UPDATE candidate SET out_kind = 'excused', out_on = CURRENT_DATE + 1 WHERE staff_id = $1`,
      [people['feng']],
    );
    await disputed(await sat('hua', 'hua', 6, 'failed'), null);
  });
  afterAll(() => test.close());

  it('tell first attempts and passes apart, as the coverage does; absent is not assessed, leavers are named', async () => {
    const left = { 'not assessed': 2, 'out of the campaign': 1 };
    const [one, now] = [(await figure(first)).total, (await figure(byNow)).total];
    expect(one).toMatchObject({
      numerator: 2,
      denominator: 5,
      value: 0.4,
      excluded: left,
      beside: { exam_disputed: 1 },
    });
    expect(now).toMatchObject({ numerator: 3, denominator: 5, value: 0.6, excluded: left });
    // Wilson, by hand for 2 of 5: 0.1176 to 0.7693.
    expect(one.interval?.low).toBeCloseTo(0.1176, 4);
    expect(one.interval?.high).toBeCloseTo(0.7693, 4);
    const { campaign, firstAttempt, out } = await coverage();
    expect(firstAttempt).toEqual({ numerator: one.numerator, denominator: one.denominator });
    expect([campaign.passed, campaign.eligible]).toEqual([now.numerator, now.n + (now.excluded['not assessed'] ?? 0)]);
    expect(out).toHaveLength(now.excluded['out of the campaign'] ?? 0);

    expect(await groups(first, 'team')).toEqual({ [desk.teamId]: '1/3', [otherTeam]: '1/2' });
    expect(await groups(byNow, 'team')).toEqual({ [desk.teamId]: '2/3', [otherTeam]: '1/2' });
    expect(await groups(byNow, 'supervisor')).toEqual({ [desk.supervisor.staffId]: '2/3', '': '1/2' });
    expect(await groups(byNow, 'department')).toEqual({ [desk.departmentId]: '3/5' });
    expect(await groups(byNow, 'rep')).toMatchObject({ [people['bo'] ?? '']: '1/1', [people['cai'] ?? '']: '0/1' });
    expect((await figure(byNow, { by: 'campaign' })).groups).toMatchObject([
      { keys: [campaignId], names: [{ en: 'Autumn' }] },
    ]);
    const refused = await test.http
      .get(`/api/figures/${byNow}`)
      .query({ ...(await period()), by: 'account' })
      .set('Cookie', desk.head.cookie);
    expect(refused.body).toMatchObject({ code: 'metric-not-by', values: { instead: 'handled' } });
  });

  it('stay with the team of the day when somebody moves, and are of no other department', async () => {
    const mover = people['ann'];
    await test.database.change('UPDATE membership SET "to" = now() WHERE staff_id = $1', [mover]);
    await test.database.change('INSERT INTO membership (id, staff_id, team_id, "from") VALUES ($1, $2, $3, now())', [
      uuid(),
      mover,
      otherTeam,
    ]);
    await test.database.change('UPDATE candidate SET team_id = $2 WHERE staff_id = $1', [mover, otherTeam]);
    await aSupervisorOf(test.database, otherTeam, await aStaff(test.database));
    expect(await groups(byNow, 'team')).toEqual({ [desk.teamId]: '2/3', [otherTeam]: '1/2' });
    expect((await figure(byNow, {}, desk.supervisor)).total).toMatchObject({ numerator: 2, denominator: 3 });
    expect((await figure(byNow, {}, neighbour.head)).total).toMatchObject({ n: 0, value: null, excluded: {} });
  });

  it('open to the exams behind them, each with what came of it', async () => {
    const asked = { scope: `campaign:${campaignId}`, ...(await period()) };
    const receipt = (metric: MetricId, part: string, who?: SignedIn) =>
      get<ReceiptReply>(`figures/${metric}/receipt`, { ...asked, part }, who);
    const { rows, hidden } = await receipt(byNow, 'numerator');
    expect(rows.map(({ id }) => id).toSorted()).toEqual([exams['ann'], exams['bo-again'], exams['en']].toSorted());
    expect(rows.find(({ id }) => id === exams['bo-again'])).toMatchObject({
      ...{ kind: 'exam', numerator: 1, denominator: 1, account: null },
      exam: { attempt: 2, score: 100, outcome: 'passed', campaign: { en: 'Autumn' } },
    });
    expect(hidden).toBe(0);
    const below = await receipt(first, 'denominator');
    expect(below.rows.map(({ id }) => id).toSorted()).toEqual(
      ['ann', 'bo', 'cai', 'en', 'hua'].map((name) => exams[name]).toSorted(),
    );
    expect((await receipt(first, 'denominator', desk.supervisor)).rows).toHaveLength(3);
    const file = await test.http
      .get(`/api/figures/${byNow}/receipt.csv`)
      .query({ ...asked, part: 'denominator' })
      .set('Cookie', desk.head.cookie)
      .expect(200);
    expect(file.text.trim().split('\n')).toHaveLength(6);
    expect(file.text).toContain('Autumn,2,100,');
  });

  it('are the same in the report, which says where points were lost and how campaigns went before', async () => {
    const versionId = (await test.database.first<{ id: string }>(
      'SELECT rubric_version_id AS id FROM campaign WHERE id = $1',
      [campaignId],
    ))!.id;
    const before = await aRunningCampaign(test.database, { ...desk, candidateIds: [people['ann'] ?? ''] });
    await test.database.change(
      `UPDATE campaign SET rubric_version_id = $2, opens_on = '2025-03-03', name_en = 'Spring', begun_at = '2025-03-03' WHERE id = $1`,
      [before, versionId],
    );
    await anExam(test.database, {
      ...{ campaignId: before, staffId: people['ann'] ?? '', assessorId: neighbour.supervisor.staffId },
      outcome: 'failed',
    });
    const report = await get<ExamReport>(`campaigns/${campaignId}/report`);
    const { from, to } = report.question;
    expect(report.firstAttempt).toEqual((await figure(first, { from, to })).total);
    expect(report.byNow).toEqual((await figure(byNow, { from, to })).total);
    expect(report.teams.map(({ byNow: { numerator, n } }) => `${numerator}/${n}`).toSorted()).toEqual(['1/2', '2/3']);
    expect(report.trend.map(({ campaign, byNow: { numerator, n } }) => [campaign.name.en, numerator, n])).toEqual([
      ['Spring', 0, 1],
      ['Autumn', 3, 5],
    ]);
    expect(report).toMatchObject({
      ...{ isNarrowed: false, isCut: false, exams: 6 },
      attempts: [
        { attempt: 1, sat: 4, passed: 1 },
        { attempt: 2, sat: 2, passed: 2 },
      ],
      items: [
        { itemId: 'listens', n: 6, lost: 12, most: 30, share: 0.4, failed: 0 },
        { itemId: 'closes', n: 6, lost: 12, most: 30 },
        { itemId: 'safe', n: 6, lost: 1, most: 6, failed: 1 },
      ],
      two: { twice: 0, of: 6 },
      times: { timed: 0, resits: 1 },
    });
    expect(report.times.resitDays).toBeCloseTo(8, 3);
    expect(report.bins[0]).toEqual({ from: 25, to: 30, passed: 0, critical: 1, failed: 2 });
    expect(report.bins.at(-1)).toMatchObject({ from: 95, to: 100, passed: 3 });
    const item = await get<ItemExams>(`campaigns/${campaignId}/report/items/listens`);
    expect(item.exams.map(({ id }) => id).toSorted()).toEqual(
      ['bo', 'cai', 'hua'].map((name) => exams[name]).toSorted(),
    );
    expect(item).toMatchObject({ total: 3, exams: [{ marks: [1], lost: 4 }, {}, {}] });

    const own = await get<ExamReport>(`campaigns/${campaignId}/report`, {}, desk.supervisor);
    expect(own).toMatchObject({ isNarrowed: true, exams: 4, byNow: { numerator: 2, denominator: 3 } });
    expect((await get<ItemExams>(`campaigns/${campaignId}/report/items/listens`, {}, desk.supervisor)).total).toBe(2);
    await get(`campaigns/${campaignId}/report`, {}, neighbour.rep, 404);
    await get(`campaigns/${campaignId}/report/items/sings`, {}, desk.head, 404);
    await test.database.change('UPDATE campaign SET begun_at = NULL WHERE id = $1', [before]);
    expect(await get(`campaigns/${before}/report`, {}, desk.head, 409)).toMatchObject({ code: 'campaign-not-begun' });
  });
});
