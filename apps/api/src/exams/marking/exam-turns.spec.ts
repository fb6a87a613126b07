import type { Marking } from '@forecall/contracts';
import type { Response } from 'supertest';
import { v7 as uuid } from 'uuid';
import type { Sql } from '../../platform/database/database.js';
import { createExamDesk, type ExamDesk, exampleMarks } from '../../testing/exam-desk.js';
import { addSteps, lockExam, moveExam } from '../booking/exam-write.query.js';
import { lockCampaign } from '../campaigns/campaign.query.js';

const { best, bad } = exampleMarks;

describe('two who act on an exam at once', () => {
  let world: ExamDesk;
  beforeAll(async () => {
    world = await createExamDesk();
  });
  afterAll(() => world.test.close());

  const campaignOf = async (examId: string) =>
    (await world.test.database.first<{ id: string; candidate: string; revision: number }>(
      `SELECT c.id, e.candidate_id AS candidate, c.revision FROM exam e JOIN campaign c ON c.id = e.campaign_id WHERE e.id = $1`,
      [examId],
    ))!;

  /** Asks in the midst of a transaction, and goes on with that once the request waits for it or is answered. */
  async function amid(
    before: (sql: Sql) => Promise<unknown>,
    ask: () => PromiseLike<Response>,
    after: (sql: Sql) => Promise<unknown> = () => Promise.resolve(),
  ): Promise<Response> {
    const { database } = world.test;
    const waiting = `SELECT FROM pg_stat_activity WHERE datname = current_database() AND wait_event_type = 'Lock'`;
    let answer: Promise<Response> | undefined;
    await database.transaction(async (sql) => {
      await before(sql);
      const turn = { isAnswered: false };
      answer = Promise.resolve(ask()).finally(() => (turn.isAnswered = true));
      while (!turn.isAnswered && !(await database.first(waiting)));
      await after(sql);
    });
    return answer!;
  }

  it('never wait for each other: who moves and who signs, decides or decides a dispute', async () => {
    const { desk, second, call, result, exam, marked, signed } = world;
    const whileMoved = async (id: string, ask: () => PromiseLike<Response>) => {
      const campaign = await campaignOf(id);
      const answer = await amid(
        (sql) => lockCampaign(sql, campaign.id),
        ask,
        (sql) => lockExam(sql, id),
      );
      expect([answer.status, answer.body]).toMatchObject([200, {}]);
    };
    const alone = await exam();
    const { revision } = await marked(alone, best);
    await whileMoved(alone, () => call('post', `${alone}/sign`, world.assessor, { revision }));
    const two = await exam({ secondId: second.staffId });
    await signed(two, bad, second);
    await signed(two, best);
    const word = { revision: (await result(two, desk.head)).exam.revision, why: 'The recording shows it' };
    await whileMoved(two, () => call('post', `${two}/decide`, desk.head, { ...word, outcome: 'passed' }));
    const third = await exam();
    await signed(third, bad);
    const settled = (await result(third)).exam.revision;
    await call('post', `${third}/dispute`, desk.rep, { revision: settled, why: 'I did listen' }).expect(200);
    const decision = { revision: settled + 1, decision: 'passed', why: 'Heard again' };
    await whileMoved(third, () => call('post', `${third}/dispute/decide`, desk.head, decision));
  });

  it('see what the other did: begun it is neither moved nor cancelled, and moved or cancelled it is not begun', async () => {
    const { test, desk, assessor, second, call, exam, written } = world;
    const { database } = test;
    const state = (id: string) => database.first('SELECT state, assessor_id AS by FROM exam WHERE id = $1', [id]);
    const ownLock = (id: string) => (sql: Sql) => sql.change('SELECT FROM exam WHERE id = $1 FOR UPDATE', [id]);
    const begins = (id: string) => async (sql: Sql) => {
      await ownLock(id)(sql);
      await sql.change('INSERT INTO marking (id, exam_id, assessor_id, marks) VALUES ($1, $2, $3, $4)', [
        ...[uuid(), id, assessor.staffId, '{"safe":1}'],
      ]);
    };
    const first = await exam();
    const slot = { revision: 1, startsAt: '2199-11-05T02:00:00Z', assessorId: second.staffId, secondId: null };
    const moved = await amid(begins(first), () => call('put', `${first}/slot`, desk.head, slot));
    expect([moved.status, moved.body]).toMatchObject([409, { code: 'exam-not-ahead' }]);
    const other = await exam();
    const { id, candidate } = await campaignOf(other);
    const excused = await amid(begins(other), () =>
      test.http
        .post(`/api/campaigns/${id}/candidates/${candidate}/excuse`)
        .set('Cookie', desk.head.cookie)
        .send({ outOn: '2026-02-01', why: 'Parental leave' }),
    );
    expect(excused.status).toBe(204);
    for (const one of [first, other]) expect(await state(one)).toEqual({ state: 'booked', by: assessor.staffId });

    const away = await exam();
    const gone = await exam();
    const save = (one: string) => () => call('put', `${one}/marking`, assessor, written(best));
    const whileMoved = await amid(async (sql) => {
      const at = { startsAt: new Date(), secondId: null };
      await ownLock(away)(sql);
      await moveExam(sql, away, { ...at, assessorId: second.staffId });
      const data = { before: { ...at, assessorId: assessor.staffId }, after: { ...at, assessorId: second.staffId } };
      await addSteps(sql, [{ examId: away, step: 'moved', byStaffId: desk.head.staffId, data }]);
    }, save(away));
    expect([whileMoved.status, whileMoved.body]).toMatchObject([409, { code: 'exam-taken-off' }]);
    const whileGone = await amid(
      (sql) => sql.change(`UPDATE exam SET state = 'cancelled' WHERE id = $1`, [gone]),
      save(gone),
    );
    expect([whileGone.status, whileGone.body]).toMatchObject([409, { code: 'exam-over' }]);
    const markings = await database.rows<Marking>('SELECT FROM marking WHERE exam_id = ANY ($1)', [[away, gone]]);
    expect(markings).toEqual([]);
  });

  it('do not close a campaign over a dispute, and reopen nothing of one that is closed', async () => {
    const { test, desk, call, result, exam, signed } = world;
    const close = async (examId: string) => {
      const { id, revision } = await campaignOf(examId);
      return test.http.post(`/api/campaigns/${id}/close`).set('Cookie', desk.head.cookie).send({ revision });
    };
    const disputed = async () => {
      const id = await exam();
      await signed(id, best);
      const { revision } = (await result(id)).exam;
      await call('post', `${id}/dispute`, desk.rep, { revision, why: 'I want more' }).expect(200);
      return { id, word: { revision: revision + 1, decision: 'again', why: 'Fire alarm' } };
    };
    const one = await disputed();
    const refused = await close(one.id);
    expect([refused.status, refused.body]).toMatchObject([409, { code: 'disputes-open', values: { open: 1 } }]);
    await call('post', `${one.id}/dispute/decide`, desk.head, { ...one.word, decision: 'stands' }).expect(200);
    expect(await close(one.id)).toMatchObject({ status: 200, body: { state: 'closed', passed: 1, eligible: 1 } });

    const other = await disputed();
    const { id } = await campaignOf(other.id);
    const late = await amid(
      async (sql) => {
        await lockCampaign(sql, id);
        await sql.change('UPDATE campaign SET closed_at = now() WHERE id = $1', [id]);
      },
      () => call('post', `${other.id}/dispute/decide`, desk.head, other.word),
    );
    expect([late.status, late.body]).toMatchObject([409, { code: 'campaign-closed' }]);
    await call('post', `${other.id}/dispute/decide`, desk.head, { ...other.word, decision: 'failed' }).expect(409);
    await call('post', `${other.id}/dispute/decide`, desk.head, { ...other.word, decision: 'stands' }).expect(200);
    const third = await exam();
    await signed(third, best);
    expect((await close(third)).status).toBe(200);
    const { revision } = (await result(third)).exam;
    expect((await result(third)).may.dispute).toBe(false);
    const after = await call('post', `${third}/dispute`, desk.rep, { revision, why: 'I want more' }).expect(409);
    expect(after.body).toMatchObject({ code: 'campaign-closed' });
  });

  it('leave no exam booked for whom a dispute, or all who passed, need none', async () => {
    const { test, desk, assessor, dutiesAbout, call, result, exam, signed } = world;
    const resitOf = async (examId: string) => {
      const { id, candidate } = await campaignOf(examId);
      const resit = uuid();
      await test.database.change(
        `INSERT INTO exam (id, campaign_id, candidate_id, staff_id, attempt, starts_at, minutes, assessor_id)
         VALUES ($1, $2, $3, $4, 2, now() + interval '3 days', 40, $5)`,
        [resit, id, candidate, desk.rep.staffId, assessor.staffId],
      );
      return resit;
    };
    const became = (examId: string) =>
      test.database.first(
        `SELECT e.state, x.by_staff_id AS by, x.data, count(n.id)::int AS told FROM exam e
         LEFT JOIN exam_step x ON x.exam_id = e.id LEFT JOIN notification n ON n.source_id = e.id AND n.kind = 'exam-cancelled'
         WHERE e.id = $1 GROUP BY e.id, x.id`,
        [examId],
      );
    const cancelled = { state: 'cancelled', by: desk.head.staffId, data: { out: 'passed' }, told: 2 };
    const first = await exam();
    await signed(first, bad);
    const resit = await resitOf(first);
    const { revision } = (await result(first)).exam;
    await call('post', `${first}/dispute`, desk.rep, { revision, why: 'I did listen' }).expect(200);
    const word = { revision: revision + 1, decision: 'passed', why: 'Heard the recording' };
    await call('post', `${first}/dispute/decide`, desk.head, word).expect(200);
    expect(await became(resit)).toEqual(cancelled);

    const spare = await resitOf(first);
    const { id, revision: at } = await campaignOf(first);
    const path = `/api/campaigns/${id}/close`;
    await test.http.post(path).set('Cookie', desk.head.cookie).send({ revision: at }).expect(200);
    expect(await became(spare)).toEqual(cancelled);

    // What was practised once is not practised again for the same exam.
    const failed = await exam();
    await signed(failed, bad);
    await test.database.change(
      `UPDATE duty SET done_at = now(), outcome = 'done' WHERE source_id = $1 AND kind = 'exam-coaching'`,
      [failed],
    );
    const settled = (await result(failed)).exam.revision;
    await call('post', `${failed}/dispute`, desk.rep, { revision: settled, why: 'I did listen' }).expect(200);
    const stands = { revision: settled + 1, decision: 'stands', why: 'Heard the recording' };
    await call('post', `${failed}/dispute/decide`, desk.head, stands).expect(200);
    expect(await dutiesAbout(failed, desk.supervisor)).toEqual([]);
  });
});
