import type { Alarm, AlarmPage, AlarmWatches, BoardSnapshot } from '@forecall/contracts';
import { v7 as uuid } from 'uuid';
import { Jobs } from '../platform/jobs/jobs.js';
import { foldAll } from '../tallies/fold.query.js';
import { contactsAt, anEvenPast } from '../testing/alarm-builders.js';
import { anAccount, aReason, aSignIn, anOrganisation, type SignedIn } from '../testing/builders.js';
import { keptAlarms, playedAgain } from '../testing/alarm-replay.js';
import { aDesk, type Desk } from '../testing/desk-builders.js';
import { createTestApp, type TestApp } from '../testing/test-app.js';
import { BaselineService } from './baselines/baseline.service.js';
import { AlarmFeedService } from './feed/alarm-feed.service.js';

const minute = 60_000;
const ago = (minutes: number) => new Date(Math.floor(Date.now() / minute) * minute - minutes * minute);

describe('alarms', () => {
  let test: TestApp;
  let [billing, delivery] = [] as unknown as [Desk, Desk];
  let stranger: SignedIn;
  let reason: string;
  let other: string;
  beforeAll(async () => {
    test = await createTestApp();
    const sql = test.database;
    await anOrganisation(sql);
    [billing, delivery] = [await aDesk(sql), await aDesk(sql)];
    stranger = await aSignIn(sql, { role: 'head', unitId: delivery.departmentId });
    await sql.change(`INSERT INTO leadership (id, staff_id, role, department_id) VALUES ($1, $2, 'head', $3)`, [
      ...[uuid(), billing.head.staffId, billing.departmentId],
    ]);
    [reason, other] = [
      await aReason(sql, billing.departmentId, { name: 'Charged twice' }),
      await aReason(sql, billing.departmentId),
    ];
    for (const { departmentId } of [billing, delivery])
      await anEvenPast(sql, { departmentId, contacts: 200, complaints: 4, reasonId: other, channel: 'phone' });
  });
  afterAll(() => test.close());

  const folded = () => test.database.transaction(foldAll);
  /** As two processes that look at the same moment. */
  const look = async () => {
    await folded();
    await Promise.all([1, 2, 3].map(() => test.app.get(AlarmFeedService).look()));
  };
  const board = async (who: SignedIn) => {
    const { body } = await test.http.get('/api/board').set('Cookie', who.cookie).expect(200);
    const { tiles } = body as BoardSnapshot;
    return (desk: Desk) => tiles.find(({ departmentId }) => departmentId === desk.departmentId)!;
  };
  const alarms = async (who = billing.head) =>
    ((await test.http.get('/api/alarms').set('Cookie', who.cookie).expect(200)).body as AlarmPage).alarms;
  const act = (who: SignedIn, id: string, what: string, body: object) =>
    test.http.post(`/api/alarms/${id}/${what}`).set('Cookie', who.cookie).send(body);

  it('reads what is usual from the past of a department, and what each budget means', async () => {
    await folded();
    await test.app.get(BaselineService).renewDue(new Date());
    const { body } = await test.http.get('/api/alarms/watches').set('Cookie', billing.head.cookie).expect(200);
    const { watches } = body as AlarmWatches;
    const own = watches.find(({ department }) => department.id === billing.departmentId)!;
    expect(own).toMatchObject({ budgetDays: 31, evidence: 0, learnt: null, maySet: true, revision: 0 });
    expect(own.baseline).toMatchObject({ contactsPerDay: 200, oddsRatio: 2, pastContacts: 12_000, why: 'first' });
    expect(own.baseline!.usual).toBeCloseTo(0.02, 3);
    const { choices } = own.baseline!;
    expect(choices.map(({ budgetDays }) => budgetDays)).toEqual([7, 31, 92, 365]);
    // Fewer false alarms cost time.
    expect(choices.map(({ delayContacts }) => delayContacts)).toEqual(
      choices.map(({ delayContacts }) => delayContacts).toSorted((a, b) => a - b),
    );
    expect(watches.find(({ department }) => department.id === delivery.departmentId)).toMatchObject({ maySet: false });
    // There is nothing more to be done at the next look.
    const before = await test.database.rows('SELECT id FROM alarm_baseline ORDER BY id');
    await test.app.get(BaselineService).renewDue(new Date());
    expect(await test.database.rows('SELECT id FROM alarm_baseline ORDER BY id')).toEqual(before);
  });

  it('raises one alarm with its reason, tells the leaders, and stays quiet elsewhere', async () => {
    const sql = test.database;
    const { departmentId, teamId } = billing;
    const accountId = await anAccount(sql, { name: 'Harbour Bank' });
    for (let n = 0; n < 30; n += 1) {
      const at = ago(40 - n);
      await contactsAt(sql, {
        ...{ departmentId, at, contacts: 3, complaints: 1, reasonId: reason },
        teamId,
        accountId,
        channel: 'email',
      });
      await contactsAt(sql, { departmentId: delivery.departmentId, at, contacts: 3, complaints: n === 3 ? 1 : 0 });
    }
    await look();
    const [alarm, ...more] = await alarms();
    expect(more).toEqual([]);
    expect(alarm).toMatchObject({
      ...{ state: 'open', contacts: 90, complaints: 30, ebbedAt: null, takenBy: null, mayWork: true },
      since: ago(40).toISOString(),
      department: { id: departmentId },
    });
    expect(alarm!.expected).toBeCloseTo(90 * alarm!.usual, 10);
    expect(alarm!.factors[0]).toMatchObject({
      dimension: 'reason',
      key: reason,
      complaints: 30,
      name: { en: 'Charged twice' },
    });
    expect(alarm!.factors[0]!.within).toMatchObject({ complaints: 30 });
    // A customer is named to those who lead there, and to nobody else.
    expect(alarm!.factors.find(({ dimension }) => dimension === 'account')).toMatchObject({
      name: { en: 'Harbour Bank' },
    });
    expect(alarm!.hasHiddenFactor).toBe(false);
    const [seen] = await alarms(stranger);
    expect(seen).toMatchObject({ id: alarm!.id, hasHiddenFactor: true, mayWork: false });
    const tile = await board(stranger);
    expect(JSON.stringify([seen, tile(billing)])).not.toMatch(/Harbour|"account"/);
    expect(tile(billing)).toMatchObject({ alarm: { id: alarm!.id, complaints: 30 } });
    expect(tile(billing).evidence).toBeGreaterThan(0.9);
    expect(tile(delivery).alarm).toBeNull();
    expect(tile(delivery).evidence).toBeLessThan(0.5);
    const told = await sql.rows<{ who: string }>(
      `SELECT n.staff_id AS who, n.parameters FROM notification n WHERE n.kind = 'alarm-raised' ORDER BY who`,
    );
    expect(told.map(({ who }) => who)).toEqual([billing.head.staffId, billing.supervisor.staffId].toSorted());
    expect(told[0]).toMatchObject({ parameters: { complaints: '30', contacts: '90', factor: 'Charged twice' } });
    // The rows of the receipt are exactly those.
    const { body } = await test.http
      .get('/api/figures/complaint-rate')
      .query({ scope: [`department:${departmentId}`, `reason:${reason}`], from: alarm!.since, to: alarm!.until })
      .set('Cookie', billing.head.cookie)
      .expect(200);
    expect(body).toMatchObject({ total: { numerator: 30, denominator: 90 } });
  });

  it('is taken by who leads there, as a duty, and by nobody else', async () => {
    const [alarm] = await alarms();
    await act(stranger, alarm!.id, 'take', { revision: alarm!.revision }).expect(403);
    await act(billing.rep, alarm!.id, 'take', { revision: alarm!.revision }).expect(403);
    await act(billing.head, uuid(), 'take', { revision: 1 }).expect(404);
    await act(billing.head, alarm!.id, 'take', { revision: alarm!.revision + 7 }).expect(409);
    const taken = (await act(billing.supervisor, alarm!.id, 'take', { revision: alarm!.revision }).expect(200))
      .body as Alarm;
    expect(taken).toMatchObject({ state: 'taken', takenBy: { id: billing.supervisor.staffId } });
    const duties = () =>
      test.database.rows(`SELECT owner_id AS owner, outcome FROM duty WHERE kind = 'alarm' ORDER BY created_at`);
    expect(await duties()).toEqual([{ owner: billing.supervisor.staffId, outcome: null }]);
    // Somebody else takes over.
    const over = (await act(billing.head, alarm!.id, 'take', { revision: taken.revision }).expect(200)).body as Alarm;
    expect(over.takenBy).toMatchObject({ id: billing.head.staffId });
    expect(await duties()).toEqual([
      { owner: billing.supervisor.staffId, outcome: 'cancelled' },
      { owner: billing.head.staffId, outcome: null },
    ]);
  });

  it('stays one alarm while it goes on; explained, its level is usual from its beginning on', async () => {
    const { departmentId } = billing;
    await contactsAt(test.database, { departmentId, at: ago(5), contacts: 4, complaints: 2, reasonId: reason });
    await look();
    const [alarm, ...more] = await alarms();
    expect(more).toEqual([]);
    await act(billing.head, alarm!.id, 'explain', { revision: alarm!.revision, cause: 'nothing' }).expect(400);
    await act(billing.head, alarm!.id, 'false', { revision: alarm!.revision, why: ' ' }).expect(400);
    const told = { revision: alarm!.revision, cause: 'process', lasts: true, note: 'An invoice run was sent twice.' };
    // What is usual is not a supervisor's to say.
    await act(billing.supervisor, alarm!.id, 'explain', told).expect(403);
    const explained = (await act(billing.head, alarm!.id, 'explain', told).expect(200)).body as Alarm;
    expect(explained).toMatchObject({
      state: 'explained',
      cause: 'process',
      note: told.note,
      endedAt: expect.any(String),
    });
    expect((await board(billing.head))(billing)).toMatchObject({ alarm: null, evidence: 0 });
    expect(await test.database.rows('SELECT metric, reason FROM chart_baseline')).toEqual([
      { metric: 'complaint-rate', reason: 'alarm:process' },
    ]);
    expect(
      await test.database.first(`SELECT outcome FROM duty WHERE kind = 'alarm' AND owner_id = $1`, [
        billing.head.staffId,
      ]),
    ).toEqual({
      outcome: 'done',
    });
    await test.app.get(Jobs).runDue();
    const { body } = await test.http.get('/api/alarms/watches').set('Cookie', billing.head.cookie).expect(200);
    const own = (body as AlarmWatches).watches.find(({ department }) => department.id === departmentId)!;
    expect(own.baseline).toMatchObject({ why: 'restarted' });
    // 32 of 94 and what was believed before: 200 contacts of 2 %.
    expect(own.baseline!.usual).toBeGreaterThan(0.1);
    expect(own.baseline).toMatchObject({ pastContacts: 94, pastComplaints: 32 });
    expect(own.record).toMatchObject({ raised: 1, explained: 1, false: 0, unjudged: 0 });
    expect(
      await test.database.first('SELECT count(*)::int AS kept FROM alarm_baseline WHERE department_id = $1', [
        departmentId,
      ]),
    ).toEqual({
      kept: 2,
    });
  });

  it('is judged otherwise later: what is usual and the daily chart are as they were, and each judgement is told', async () => {
    const { departmentId } = billing;
    const usual = async () => {
      await test.app.get(Jobs).runDue();
      const { body } = await test.http.get('/api/alarms/watches').set('Cookie', billing.head.cookie).expect(200);
      return (body as AlarmWatches).watches.find(({ department }) => department.id === departmentId)!.baseline!.usual;
    };
    const [alarm] = await alarms();
    const passes = { revision: alarm!.revision, cause: 'outside', note: 'It has passed.' };
    const explained = (await act(billing.supervisor, alarm!.id, 'explain', passes).expect(200)).body as Alarm;
    expect(explained).toMatchObject({ state: 'explained', cause: 'outside', lasts: false, mayRestart: false });
    expect(await usual()).toBeCloseTo(0.02, 3);
    expect(await test.database.rows('SELECT undone_at IS NOT NULL AS undone FROM chart_baseline')).toEqual([
      { undone: true },
    ]);
    const judged = await act(billing.head, alarm!.id, 'false', { revision: explained.revision, why: 'A test.' }).expect(
      200,
    );
    expect((judged.body as Alarm).steps.map((step) => [step.act, step.cause, step.lasts, step.note])).toEqual([
      ['taken', null, false, ''],
      ['taken', null, false, ''],
      ['explained', 'process', true, 'An invoice run was sent twice.'],
      ['explained', 'outside', false, 'It has passed.'],
      ['false', null, false, 'A test.'],
    ]);
    // Who leads elsewhere knows that it was judged, and not what was written.
    expect((await alarms(stranger)).find(({ id }) => id === alarm!.id)).toMatchObject({ state: 'false', note: '' });
    const { body } = await test.http.get(`/api/alarms/${alarm!.id}`).set('Cookie', stranger.cookie).expect(200);
    expect(JSON.stringify(body)).not.toContain('A test.');
    expect(await usual()).toBeCloseTo(0.02, 3);
  });

  it('counts what became a complaint later as a step, and leaves out imports and what is older than a day', async () => {
    const sql = test.database;
    const { departmentId } = delivery;
    const last = () =>
      sql.rows(`SELECT minute, contacts, complaints FROM alarm_input WHERE department_id = $1 AND n > $2 ORDER BY n`, [
        departmentId,
        before,
      ]);
    const { n: before } = (await sql.first<{ n: number }>(
      'SELECT n::int AS n FROM alarm_evidence WHERE department_id = $1',
      [departmentId],
    ))!;
    const at = ago(20);
    await sql.change(
      `UPDATE contact SET complaint_mark = 1 WHERE id = (SELECT id FROM contact WHERE answerable_department_id = $1
         AND ended_at = $2 AND complaint_mark = 0 ORDER BY id LIMIT 1)`,
      [departmentId, at],
    );
    await contactsAt(sql, { departmentId, at: new Date(Date.now() - 25 * 3_600_000), contacts: 50, complaints: 50 });
    const batchId = uuid();
    await sql.change(
      `INSERT INTO import_batch (id, preset, file_name, file_sha256, state) VALUES ($1, 'switch', 'a.csv', '\\x01', 'done')`,
      [batchId],
    );
    await contactsAt(sql, { departmentId, at: ago(15), contacts: 50, complaints: 50, batchId });
    await look();
    expect(await last()).toEqual([{ minute: at, contacts: 0, complaints: 1 }]);
    // The running minute waits until it is over.
    await contactsAt(sql, { departmentId, at: new Date(), contacts: 2, complaints: 0 });
    await look();
    expect(await last()).toHaveLength(1);
  });

  it('is given again, every alarm and the evidence, by playing what fed it', async () => {
    const [again, kept] = [await playedAgain(test.database), await keptAlarms(test.database)];
    expect(kept.raised).not.toEqual([]);
    expect(again.raised).toEqual(kept.raised);
    expect(again.ends).toEqual(kept.ends.map((end) => ({ ...end, sum: expect.closeTo(end.sum, 9) })));
  });

  it('takes another budget from the head, with the evidence kept, and notes who chose it', async () => {
    const path = `/api/alarms/watches/${delivery.departmentId}`;
    const set = (who: SignedIn, body: object) => test.http.put(path).set('Cookie', who.cookie).send(body);
    await set(billing.head, { budgetDays: 92, revision: 0 }).expect(403);
    await set(delivery.supervisor, { budgetDays: 92, revision: 0 }).expect(403);
    await set(delivery.head, { budgetDays: 30, revision: 0 }).expect(400);
    await set(delivery.head, { budgetDays: 92, revision: 3 }).expect(409);
    await contactsAt(test.database, { departmentId: delivery.departmentId, at: ago(4), contacts: 2, complaints: 1 });
    await look();
    const share = (await board(delivery.head))(delivery).evidence!;
    const { body } = await set(delivery.head, { budgetDays: 92, revision: 0 }).expect(200);
    expect(body).toMatchObject({ budgetDays: 92, revision: 1, baseline: { why: 'budget' } });
    expect(share).toBeGreaterThan(0);
    expect((await board(delivery.head))(delivery).evidence).toBeCloseTo(share, 9);
    expect(await test.database.first(`SELECT act FROM audit_entry WHERE entity = 'alarm_rule'`)).toEqual({
      act: 'alarm-budget.set',
    });
  });
});
