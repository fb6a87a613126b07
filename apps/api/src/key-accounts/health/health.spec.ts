import type { AccountHealthReply } from '@forecall/contracts';
import { localDay, weekdayOf } from '@forecall/domain';
import { v7 as uuid } from 'uuid';
import { anAccount, anOrganisation, aSignIn, type SignedIn } from '../../testing/builders.js';
import { aDesk, aPerson, type Desk } from '../../testing/desk-builders.js';
import { aClock, aComplaint, aContact, anAnswer } from '../../testing/stored-rows.js';
import { createTestApp, type TestApp } from '../../testing/test-app.js';
import { keepHealth } from './health.service.js';

const dayMs = 86_400_000;
const daysAgo = (days: number) => new Date(Date.now() - days * dayMs);

describe('the health of a key account', () => {
  let test: TestApp;
  let desk: Desk;
  let executive: SignedIn;
  let unwell: string;
  let bare: string;
  beforeAll(async () => {
    test = await createTestApp();
    await anOrganisation(test.database);
    desk = await aDesk(test.database);
    // Every day is worked, so that the specs hold whenever they run.
    await week(() => true);
    executive = await aSignIn(test.database, { role: 'executive' });
    unwell = await aKeyAccount();
    bare = await aKeyAccount();
    await makeUnwell();
  });
  afterAll(() => test.close());

  const week = async (isWorked: (weekday: number) => boolean) => {
    await test.database.change('DELETE FROM calendar');
    const hours = [{ fromMinute: 0, toMinute: 1440 }];
    await test.database.change('INSERT INTO calendar (id, week) VALUES ($1, $2)', [
      uuid(),
      JSON.stringify(Array.from({ length: 7 }, (_, weekday) => (isWorked(weekday) ? hours : []))),
    ]);
  };
  const aKeyAccount = async () => {
    const id = await anAccount(test.database);
    await test.database.change(
      `INSERT INTO account_class (id, account_id, class, "from") VALUES ($1, $2, 'loyal', now() - interval '2 years')`,
      [uuid(), id],
    );
    return id;
  };
  const contact = async (accountId: string, days: number) => {
    const id = await aContact(test.database, {
      ...{ departmentId: desk.departmentId, teamId: desk.teamId, repId: desk.rep.staffId, accountId },
      endedAt: daysAgo(days),
    });
    await test.database.change(`UPDATE contact SET account_class = 'loyal' WHERE id = $1`, [id]);
    return id;
  };

  /** Every signal at once, and by hand what each of them costs. */
  async function makeUnwell(): Promise<void> {
    const { database } = test;
    // Contacts 105, 95, 85, 75, 65 and 50 days ago: gaps 10, 10, 10, 10, 15, median 10; silent for 50 days, more than 30.
    const contacts: string[] = [];
    for (const days of [105, 95, 85, 75, 65, 50]) contacts.push(await contact(unwell, days));
    // Answers 1, 5, 5, 4 in the last 90 days, and 1 before, which counts no more.
    for (const [n, score] of [
      [1, 1],
      [2, 5],
      [3, 5],
      [4, 4],
    ] as const)
      await anAnswer(database, contacts[n]!, score, daysAgo(60));
    await anAnswer(database, contacts[0]!, 1, daysAgo(100));
    await database.change(`UPDATE answer SET account_class = 'loyal'`);
    const complaint = await aComplaint(database, contacts[5]!);
    await aClock(database, complaint, { kind: 'answer', startedAt: daysAgo(50), seconds: 30 * 86_400 });
    // 210 against 300: down by 30 %.
    for (const [from, amount] of [
      [3, 70],
      [15, 100],
    ] as const)
      for (let month = 0; month < 3; month += 1)
        await database.change(
          `INSERT INTO revenue_month (account_id, month, amount)
           SELECT $1, (date_trunc('month', now() AT TIME ZONE zone) - make_interval(months => $2))::date, $3 FROM organisation`,
          [unwell, from - month, amount],
        );
    for (const [due, kept] of [
      [20, null],
      [30, 25],
      [40, 45],
      [120, null],
    ] as const)
      await database.change(
        `INSERT INTO promise (id, account_id, what, original_due_at, due_at, owner_id, kept_at, made_at)
         VALUES ($1, $2, 'A written note', $3, $3, $4, $5, $6)`,
        [uuid(), unwell, daysAgo(due), desk.rep.staffId, kept === null ? null : daysAgo(kept), daysAgo(due + 5)],
      );
    const person = await aPerson(database, unwell, { name: 'Lin Fang' });
    await database.change(`UPDATE person SET call_order = 1, left_on = now() - interval '9 days' WHERE id = $1`, [
      person,
    ]);
    await database.change(
      `INSERT INTO training_session (id, account_id, topic, held_on) VALUES ($1, $2, 'Reconciling', now() - interval '400 days')`,
      [uuid(), unwell],
    );
  }

  const health = async (id: string, who = executive) =>
    (await test.http.get(`/api/accounts/${id}/health`).set('Cookie', who.cookie).expect(200))
      .body as AccountHealthReply;

  it('is 100 less what speaks against it, each with its evidence', async () => {
    const { health: value, band, signals } = await health(unwell);
    // Low answers: (1 + 4 * 1/4) / (4 + 4) * 30 = 7.5. The promises due 20 and 30 days ago were broken: 20.
    expect(signals.map(({ signal, points }) => [signal, Number(points.toFixed(6))])).toEqual([
      ['overdue-complaints', 15],
      ['low-answers', 7.5],
      ['silence', 20],
      ['revenue', 10],
      ['broken-promises', 20],
      ['person-gone', 5],
      ['no-training', 5],
    ]);
    expect([Number(value.toFixed(6)), band]).toEqual([17.5, 'at-risk']);
    const evidence = Object.assign({}, ...signals.map((signal) => signal.evidence)) as (typeof signals)[0]['evidence'];
    expect(evidence).toMatchObject({
      answers: { low: 1, n: 4, lowShareOfAll: 0.25 },
      revenue: { now: 210, yearBefore: 300 },
      person: { name: 'Lin Fang' },
    });
    expect(evidence.complaints?.map(({ number }) => number)).toEqual([expect.stringMatching(/^C-/)]);
    // The one that is open, and the one that was kept five days late.
    expect(evidence.promises?.map(({ keptAt }) => keptAt === null)).toEqual([true, false]);
    expect([evidence.silence?.days, evidence.silence?.medianGapDays]).toEqual([
      expect.closeTo(50, 1),
      expect.closeTo(10, 1),
    ]);
  });

  it('takes no points for what is not known, and says so', async () => {
    const { health: value, signals } = await health(bare);
    expect(value).toBe(95);
    expect(signals.filter(({ hasData }) => hasData).map(({ signal, points }) => [signal, points])).toEqual([
      ['overdue-complaints', 0],
      ['no-training', 5],
    ]);
  });

  it('takes a habit from different days only, and no free day for silence', async () => {
    const silence = async (id: string) => (await health(id)).signals.find(({ signal }) => signal === 'silence');
    const oneMatter = await aKeyAccount();
    for (const days of [30, 30.01, 30.02, 30.03, 28, 27, 26]) await contact(oneMatter, days);
    expect(await silence(oneMatter)).toMatchObject({ hasData: false, points: 0 });
    const daily = await aKeyAccount();
    for (const days of [14, 13, 12, 7, 6, 5]) await contact(daily, days);
    expect(await silence(daily)).toMatchObject({ points: 20, evidence: { silence: { days: 5, medianGapDays: 1 } } });
    // Had the last four days been free, only today were silent.
    const today = weekdayOf(localDay(new Date(), 'Asia/Shanghai'));
    await week((weekday) => ![1, 2, 3, 4].includes((today - weekday + 7) % 7));
    expect(await silence(daily)).toMatchObject({ points: 0, evidence: { silence: { days: 1 } } });
    await week(() => true);
    await test.database.change('DELETE FROM account_class WHERE account_id = ANY ($1)', [[oneMatter, daily]]);
  });

  it('counts the points that are set', async () => {
    await test.database.change(`UPDATE call_setting SET health_points = '{"noTraining": 50}'`);
    expect((await health(bare)).health).toBe(50);
    await test.database.change('UPDATE call_setting SET health_points = NULL');
  });

  it('is for those who care for the account and those who lead them', async () => {
    await health(unwell, desk.supervisor);
    await test.http.get(`/api/accounts/${unwell}/health`).set('Cookie', desk.rep.cookie).expect(403);
  });

  it('is kept day by day, and shows what its bands were worth', async () => {
    expect(await test.database.transaction((sql) => keepHealth(sql, new Date()))).toBe(2);
    await test.database.transaction((sql) => keepHealth(sql, new Date()));
    const { line, calibration } = await health(unwell);
    expect(line.at(-1)).toMatchObject({ health: 17.5, band: 'at-risk' });
    // A dozen days 30 apart (or 13, as they fall), the one before 30 days ago at most left out; 50 days ago they complained.
    const accounts = calibration.reduce((sum, each) => sum + each.accounts, 0);
    expect([22, 24, 26]).toContain(accounts);
    expect(calibration.reduce((sum, each) => sum + each.complained, 0)).toBe(1);
  });
});
