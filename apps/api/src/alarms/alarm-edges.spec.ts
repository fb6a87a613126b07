import { addDays, localDay } from '@forecall/domain';
import { Jobs } from '../platform/jobs/jobs.js';
import { foldAll } from '../tallies/fold.query.js';
import { anAlarm, anEvenPast, aWatchedDepartment, contactsAt } from '../testing/alarm-builders.js';
import { anOrganisation, aReason } from '../testing/builders.js';
import { aDesk, type Desk } from '../testing/desk-builders.js';
import { createTestApp, type TestApp } from '../testing/test-app.js';
import { baselineInForce } from './baselines/baseline.query.js';
import { BaselineService } from './baselines/baseline.service.js';
import { putUnderWatch } from './baselines/put-under-watch.js';
import { AlarmFeedService } from './feed/alarm-feed.service.js';
import { addInputs, lockWatched } from './feed/watched.query.js';

/** Fewer than ask at once. */
const connections = 4;

describe('alarms at their edges', () => {
  let test: TestApp;
  let desk: Desk;
  beforeAll(async () => {
    test = await createTestApp({ DATABASE_POOL: `${connections}` });
    await anOrganisation(test.database);
    desk = await aDesk(test.database);
    await aWatchedDepartment(test.database, desk.departmentId);
  });
  afterAll(() => test.close());

  const folded = () => test.database.transaction(foldAll);
  const somebodyWaits = async () => {
    while (!(await test.database.first('SELECT FROM pg_locks WHERE NOT granted')))
      await new Promise((resolve) => setTimeout(resolve, 20));
  };

  it('leaves what is usual as it is where the rise has ebbed by itself, whatever is said of it', async () => {
    const { departmentId, head } = await aDesk(test.database);
    const id = await anAlarm(test.database, { departmentId });
    await test.database.change('UPDATE alarm SET ebbed_at = now() WHERE id = $1', [id]);
    const explain = (lasts: boolean) =>
      test.http
        .post(`/api/alarms/${id}/explain`)
        .set('Cookie', head.cookie)
        .send({ revision: 1, cause: 'process', lasts });
    expect((await explain(true).expect(409)).body).toMatchObject({ code: 'alarm-ebbed' });
    expect((await explain(false).expect(200)).body).toMatchObject({ state: 'explained', lasts: false });
    expect(await test.database.rows('SELECT FROM chart_baseline WHERE department_id = $1', [departmentId])).toEqual([]);
  });

  it('sets a budget while contacts come in, and neither undoes the other', async () => {
    const { departmentId, head } = desk;
    let setting: Promise<unknown> | undefined;
    await test.database.transaction(async (sql) => {
      await lockWatched(sql, [departmentId]);
      setting = test.http
        .put(`/api/alarms/watches/${departmentId}`)
        .set('Cookie', head.cookie)
        .send({ budgetDays: 7, revision: 0 })
        .expect(200)
        .then((reply) => reply);
      await somebodyWaits();
      await addInputs(sql, [{ departmentId, n: 2, kind: 'contacts', minute: new Date(), contacts: 3 }]);
      await sql.change('UPDATE alarm_evidence SET n = 2 WHERE department_id = $1', [departmentId]);
      await sql.change('UPDATE alarm_baseline SET usual = 0.03 WHERE department_id = $1', [departmentId]);
    });
    await setting;
    const inputs = await test.database.rows('SELECT n::int AS n, kind FROM alarm_input ORDER BY n');
    expect(inputs).toEqual([
      { n: 1, kind: 'baseline' },
      { n: 2, kind: 'contacts' },
      { n: 3, kind: 'baseline' },
    ]);
    // What was read anew meanwhile is what the budget is for.
    expect(
      await test.database.first('SELECT usual, budget_days AS days FROM alarm_baseline WHERE until IS NULL'),
    ).toEqual({ usual: 0.03, days: 7 });
  });

  it('counts on by a baseline that comes into force while contacts wait to be counted', async () => {
    const { departmentId } = await aDesk(test.database);
    await aWatchedDepartment(test.database, departmentId);
    const at = new Date(Math.floor(Date.now() / 60_000) * 60_000 - 5 * 60_000);
    await contactsAt(test.database, { departmentId, at, contacts: 3, complaints: 1 });
    await folded();
    const { id: _, ...told } = (await baselineInForce(test.database, departmentId))!;
    let looking: Promise<boolean> | undefined;
    await test.database.transaction(async (sql) => {
      await lockWatched(sql, [departmentId]);
      looking = test.app.get(AlarmFeedService).look();
      await somebodyWaits();
      await putUnderWatch(sql, { ...told, usual: 0.03 }, { why: 'renewed', by: null, at: new Date() });
    });
    await looking;
    const kept = await test.database.first<{ sum: number }>(
      'SELECT sum, n::int AS n, contacts, complaints FROM alarm_evidence WHERE department_id = $1',
      [departmentId],
    );
    expect(kept).toMatchObject({ n: 3, contacts: 3, complaints: 1 });
    expect(kept!.sum).toBeGreaterThan(0.5);
  });

  it('answers however many act at once', async () => {
    const { departmentId, head } = desk;
    const key = await aReason(test.database, departmentId);
    const [taken, explained] = [
      await anAlarm(test.database, { departmentId }),
      await anAlarm(test.database, { departmentId }),
    ];
    const factor = { dimension: 'reason', key, complaints: 40, expected: 4, share: 0.9, within: null };
    const finding = { until: new Date().toISOString(), contacts: 1057, complaints: 56, factors: [factor] };
    await test.database.change('UPDATE alarm SET finding = $1', [JSON.stringify(finding)]);
    // Which queues there are is known to a program that does jobs.
    await test.app.get(Jobs).runDue();
    const act = (id: string, what: string, body: object) =>
      test.http
        .post(`/api/alarms/${id}/${what}`)
        .set('Cookie', head.cookie)
        .send({ revision: 1, ...body })
        .then(({ status }) => status);
    const acts = Array.from({ length: 2 * connections }, () => [
      act(taken, 'take', {}),
      act(explained, 'explain', { cause: 'process' }),
    ]);
    const statuses = (await Promise.all(acts.flat())).toSorted();
    expect(statuses).toEqual([200, 200, ...Array.from({ length: 4 * connections - 2 }, () => 409)]);
  });

  it('takes no budget for a department that is no more', async () => {
    const { departmentId, head } = await aDesk(test.database);
    await aWatchedDepartment(test.database, departmentId);
    await test.database.change('UPDATE department SET "to" = now() WHERE id = $1', [departmentId]);
    await test.http
      .put(`/api/alarms/watches/${departmentId}`)
      .set('Cookie', head.cookie)
      .send({ budgetDays: 7, revision: 0 })
      .expect(404);
    expect(await test.database.rows('SELECT * FROM alarm_rule WHERE department_id = $1', [departmentId])).toEqual([]);
  });

  it('reads all of the past where another level began before it', async () => {
    const { departmentId } = await aDesk(test.database);
    await anEvenPast(test.database, { departmentId, contacts: 20, complaints: 3 }, { days: 40 });
    await folded();
    const zone = 'Asia/Shanghai';
    const now = new Date();
    const today = localDay(now, zone);
    const pastOf = (restartedOn: string | null) =>
      test.app.get(BaselineService).pastOf(departmentId, { today, zone, now, restartedOn });
    expect(await pastOf(addDays(today, -190))).toEqual(await pastOf(null));
  });

  it('reads a level anew after a month, whatever budget was chosen meanwhile', async () => {
    const { departmentId, head } = await aDesk(test.database);
    await anEvenPast(test.database, { departmentId, contacts: 20, complaints: 3 }, { days: 40 });
    await folded();
    const baselines = test.app.get(BaselineService);
    await baselines.renewDue(new Date());
    await test.database.change(
      `UPDATE alarm_baseline SET since = since - interval '29 days', past_from = past_from - 29, past_to = past_to - 29
       WHERE department_id = $1`,
      [departmentId],
    );
    await test.http
      .put(`/api/alarms/watches/${departmentId}`)
      .set('Cookie', head.cookie)
      .send({ budgetDays: 7, revision: 0 })
      .expect(200);
    await baselines.renewDue(new Date());
    await baselines.renewDue(new Date());
    expect(
      await test.database.rows('SELECT why FROM alarm_baseline WHERE department_id = $1 ORDER BY since', [
        departmentId,
      ]),
    ).toEqual([{ why: 'first' }, { why: 'budget' }, { why: 'renewed' }]);
  });
});
