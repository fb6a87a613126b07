import type { Appraisal, AppraisalPage, CycleOverview } from '@forecall/contracts';
import { addDays, lastPeriod, localDay } from '@forecall/domain';
import { v7 as uuid } from 'uuid';
import { Jobs } from '../platform/jobs/jobs.js';
import { Schedules } from '../platform/schedules/schedules.js';
import { anOrganisation, aSignIn, aStaff, type SignedIn } from '../testing/builders.js';
import { someIndicators } from '../testing/appraisal-builders.js';
import { aColleague, aDesk, type Desk } from '../testing/desk-builders.js';
import { aContact, anAnswer } from '../testing/stored-rows.js';
import { createTestApp, type TestApp } from '../testing/test-app.js';
import { unansweredName } from './appraising/unanswered.js';
import { unansweredQueue } from './appraising/unanswered-queue.js';

const zone = 'Asia/Shanghai';
const quarter = lastPeriod('quarter', localDay(new Date(), zone));
const within = new Date(`${quarter.from}T04:00:00Z`);

describe('appraisals', () => {
  let test: TestApp;
  let desk: Desk;
  let boss: SignedIn;
  let colleague: SignedIn;
  let cycle: CycleOverview;

  beforeAll(async () => {
    test = await createTestApp();
    const sql = test.database;
    await anOrganisation(sql, { zone });
    await someIndicators(sql);
    desk = await aDesk(sql);
    await sql.change(`INSERT INTO leadership (id, staff_id, role, department_id) VALUES ($1, $2, 'head', $3)`, [
      uuid(),
      desk.head.staffId,
      desk.departmentId,
    ]);
    boss = await aSignIn(sql, { role: 'executive' });
    colleague = await aColleague(sql, desk);
    await satisfied(30, 26);
  });
  afterAll(() => test.close());

  /** Contacts of the desk's rep in the period, each with an answer, so many of them satisfied. */
  async function satisfied(of: number, well: number): Promise<void> {
    const sql = test.database;
    const { departmentId, teamId, rep, supervisor } = desk;
    for (let n = 0; n < of; n += 1) {
      const contact = { departmentId, teamId, repId: rep.staffId, supervisorId: supervisor.staffId, endedAt: within };
      await anAnswer(sql, await aContact(sql, contact), n < well ? 5 : 2, within);
    }
  }

  const get = async <Body>(path: string, who: SignedIn, status = 200) =>
    (await test.http.get(`/api/${path}`).set('Cookie', who.cookie).expect(status)).body as Body;
  const send = async <Body = Appraisal>(
    method: 'post' | 'put',
    path: string,
    who: SignedIn,
    body: object,
    status = 200,
  ) => {
    const reply = await test.http[method](`/api/${path}`).set('Cookie', who.cookie).send(body);
    if (reply.status !== status) throw new Error(`${reply.status} instead of ${status}: ${reply.text}`);
    return reply.body as Body & { code: string; fields?: { path: string; code: string }[] };
  };
  const mine = async (who: SignedIn, as: 'appraiser' | 'subject' | 'leader') =>
    (await get<AppraisalPage>(`appraisals?as=${as}&cycleId=${cycle.cycle.id}`, who)).appraisals;
  const ofSubject = async (staffId: string, kind = 'rep') =>
    (await mine(boss, 'leader')).find((one) => one.subject.id === staffId && one.kind === kind)!;

  it('are opened for a period that is over, by executives, once', async () => {
    const told = { kind: 'quarter', from: quarter.from, writeBy: '2199-12-01' };
    await send('post', 'appraisal-cycles', desk.head, told, 403);
    const later = await send('post', 'appraisal-cycles', boss, { ...told, from: quarter.to }, 400);
    expect(later.fields).toMatchObject([{ path: 'from', code: 'period-not-over' }]);
    const off = await send('post', 'appraisal-cycles', boss, { ...told, from: `${quarter.from.slice(0, 8)}02` }, 400);
    expect(off.fields).toMatchObject([{ path: 'from', code: 'no-period' }]);
    cycle = await send<CycleOverview>('post', 'appraisal-cycles', boss, told, 201);
    expect((await send('post', 'appraisal-cycles', boss, told, 409)).code).toBe('cycle-there');
  });

  it('are of members by their supervisor, of the supervisor by the head, and nobody’s own', async () => {
    expect(cycle.cycle.counts.draft).toBe(4);
    const { rep, supervisor, head } = desk;
    expect((await mine(supervisor, 'appraiser')).map(({ subject }) => subject.id).sort()).toEqual(
      [rep.staffId, colleague.staffId].sort(),
    );
    const ofSupervisor = (await mine(head, 'appraiser')).filter(({ subject }) => subject.id === supervisor.staffId);
    expect(ofSupervisor.map(({ kind, how }) => `${kind} ${how}`).sort()).toEqual(['rep head', 'supervisor head']);
    expect(await mine(rep, 'subject')).toEqual([]);
    const duties = await test.database.rows<{ kind: string }>(
      `SELECT kind FROM duty WHERE owner_id = $1 AND done_at IS NULL`,
      [supervisor.staffId],
    );
    expect(duties.map(({ kind }) => kind)).toEqual(['appraisals-write']);
  });

  const text = (over: object = {}) => ({
    indicators: {},
    competencies: Object.fromEntries(
      ['conversation', 'knowledge', 'promises', 'temperaments'].map((id) => [id, { rating: 4, comment: '' }]),
    ),
    comment: 'Listens well; promises are kept.',
    goals: [],
    ...over,
  });

  it('are a draft that only the appraiser writes, saved by itself, and that the member does not see', async () => {
    const { id } = await ofSubject(desk.rep.staffId);
    const { supervisor, rep, head } = desk;
    expect((await get<Appraisal>(`appraisals/${id}`, supervisor)).may).toMatchObject({ write: true, give: true });
    await get(`appraisals/${id}`, rep, 404);
    await get(`appraisals/${id}`, colleague, 404);
    await send('put', `appraisals/${id}/draft`, head, { revision: 1, text: text() }, 403);
    const saved = await send<{ revision: number }>('put', `appraisals/${id}/draft`, supervisor, {
      revision: 1,
      text: text(),
    });
    expect(saved.revision).toBe(2);
    await send('put', `appraisals/${id}/draft`, supervisor, { revision: 1, text: text() }, 409);
    const strange = text({ competencies: { juggling: { rating: 5, comment: '' } } });
    await send('put', `appraisals/${id}/draft`, supervisor, { revision: 2, text: strange }, 400);
  });

  it('are given whole; from then on their figures stay, with the rows behind them', async () => {
    const { id } = await ofSubject(desk.rep.staffId);
    const { supervisor, rep } = desk;
    const draft = await get<Appraisal>(`appraisals/${id}`, supervisor);
    const csat = draft.lines.findIndex(({ indicator }) => indicator.metric === 'csat');
    const indicatorId = draft.lines[csat]!.indicator.id;
    expect(draft.lines[csat]).toMatchObject({ figure: { numerator: 26, denominator: 30 }, frozen: null });
    const unfinished = await send('post', `appraisals/${id}/give`, supervisor, { revision: 2 }, 400);
    expect(unfinished.fields).toEqual(
      expect.arrayContaining([expect.objectContaining({ path: `indicators.${indicatorId}`, code: 'not-rated' })]),
    );
    const lines = draft.lines.map(({ indicator }) => indicator.id);
    const rated = Object.fromEntries([...lines, uuid()].map((one) => [one, { rating: 4, comment: 'Good' }]));
    const goals = [{ id: uuid(), text: '当天回复客户', dueOn: addDays(localDay(new Date(), zone), 30) }];
    await send('put', `appraisals/${id}/draft`, supervisor, { revision: 2, text: text({ indicators: rated, goals }) });
    const given = await send('post', `appraisals/${id}/give`, supervisor, { revision: 3 });
    expect(given).toMatchObject({ isFrozen: true, appraisal: { stage: 'given' } });
    expect(Object.keys(given.text.indicators).sort()).toEqual(lines.sort());
    await satisfied(2, 0);
    const read = await get<Appraisal>(`appraisals/${id}`, rep);
    expect(read.lines[csat]).toMatchObject({
      figure: { numerator: 26, denominator: 30 },
      frozen: { rows: 30, areKept: true, question: { metric: 'csat', scope: [`rep:${rep.staffId}`] } },
    });
    expect(await get(`appraisals/${id}/figures/${csat}/since`, rep)).toMatchObject({
      ...{ then: { denominator: 30 }, now: { denominator: 32 }, came: 2, gone: 0, isSame: false },
      rows: [
        { then: null, now: { numerator: 0, denominator: 1 }, at: within.toISOString(), isVoided: false },
        { then: null, now: { numerator: 0, denominator: 1 } },
      ],
    });
    await send('put', `appraisals/${id}/draft`, supervisor, { revision: read.revision, text: text() }, 409);
  });

  it('are disputed by the member, decided by the head with a reason, and signed', async () => {
    const { id } = await ofSubject(desk.rep.staffId);
    const { rep, supervisor, head } = desk;
    const { revision } = await get<Appraisal>(`appraisals/${id}`, rep);
    expect((await send('post', `appraisals/${id}/sign`, head, { revision }, 409)).code).toBe('awaits-answer');
    await send('post', `appraisals/${id}/agree`, supervisor, { revision }, 403);
    const disputed = await send('post', `appraisals/${id}/dispute`, rep, {
      revision,
      why: 'Two answers were not mine.',
    });
    await send('post', `appraisals/${id}/sign`, head, { revision: disputed.revision }, 409);
    const why = 'The two were of another line.';
    const changes = [{ of: 'competencies', id: 'promises', rating: 5 }];
    await send('post', `appraisals/${id}/decide`, supervisor, { revision: disputed.revision, why, changes }, 403);
    const decided = await send('post', `appraisals/${id}/decide`, head, { revision: disputed.revision, why, changes });
    expect(decided.steps.at(-1)).toMatchObject({ step: 'decided', note: why, changes: [{ before: 4, after: 5 }] });
    const signed = await send('post', `appraisals/${id}/sign`, head, { revision: decided.revision });
    expect(signed).toMatchObject({ seal: { n: 1 }, goals: [{ text: '当天回复客户' }], may: { sign: false } });
    await send('post', `appraisals/${id}/sign`, head, { revision: signed.revision }, 409);
    for (const change of [
      `UPDATE appraisal SET text = '{}' WHERE id = $1`,
      `DELETE FROM appraisal_step WHERE appraisal_id = $1`,
      `UPDATE appraisal_figure SET line = '{}' WHERE appraisal_id = $1`,
      `INSERT INTO appraisal_step (appraisal_id, n, step) VALUES ($1, 99, 'given')`,
    ])
      await expect(test.database.change(change, [id])).rejects.toThrow(/signed appraisal|only added to/);
    const open = await test.database.rows<{ kind: string; owner: string }>(
      `SELECT kind, owner_id AS owner FROM duty WHERE done_at IS NULL AND kind LIKE 'appraisal%' ORDER BY kind`,
    );
    expect(open).toEqual([
      { kind: 'appraisal-goal', owner: supervisor.staffId },
      { kind: 'appraisals-write', owner: expect.any(String) as string },
      { kind: 'appraisals-write', owner: expect.any(String) as string },
    ]);
  });

  it('have goals that are looked at with the member, not by them', async () => {
    const { id } = await ofSubject(desk.rep.staffId);
    const { goals } = await get<Appraisal>(`appraisals/${id}`, desk.rep);
    expect(goals[0]?.mayLook).toBe(false);
    const path = `appraisals/goals/${goals[0]!.id}/looks`;
    await send('post', path, desk.rep, { outcome: 'reached' }, 404);
    await send('post', path, colleague, { outcome: 'reached' }, 404);
    const looked = await send<{ looks: object[] }>('post', path, desk.supervisor, { outcome: 'reached', note: 'Yes' });
    expect(looked.looks).toMatchObject([{ outcome: 'reached', note: 'Yes' }]);
  });

  it('are written by somebody else whom the head names, never by whom they are about', async () => {
    const { id } = await ofSubject(colleague.staffId);
    const why = 'Left for another department';
    await send('put', `appraisals/${id}/appraiser`, desk.supervisor, { revision: 1, staffId: boss.staffId, why }, 403);
    const own = await send(
      'put',
      `appraisals/${id}/appraiser`,
      desk.head,
      { revision: 1, staffId: colleague.staffId, why },
      400,
    );
    expect(own.fields).toMatchObject([{ code: 'is-subject' }]);
    const ofSupervisor = await ofSubject(desk.supervisor.staffId, 'supervisor');
    const mutual = { revision: 1, staffId: desk.rep.staffId, why };
    const under = await send('put', `appraisals/${ofSupervisor.id}/appraiser`, desk.head, mutual, 400);
    expect(under.fields).toMatchObject([{ code: 'is-appraised-by' }]);
    const stranger = await aStaff(test.database);
    await send('put', `appraisals/${id}/appraiser`, desk.head, { revision: 1, staffId: stranger, why }, 400);
    const handed = await send('put', `appraisals/${id}/appraiser`, desk.head, {
      revision: 1,
      staffId: desk.head.staffId,
      why,
    });
    expect(handed).toMatchObject({
      appraisal: { how: 'named', stage: 'draft' },
      steps: [{ step: 'handed', note: why }],
    });
    await get(`appraisals/${id}`, desk.supervisor, 404);
  });

  it('are judged by somebody else than who wrote them, as long as there is anybody', async () => {
    const { id } = await ofSubject(colleague.staffId);
    const { head } = desk;
    const { revision } = await send<{ revision: number }>('put', `appraisals/${id}/draft`, head, {
      revision: 2,
      text: text(),
    });
    const given = await send('post', `appraisals/${id}/give`, head, { revision });
    await test.database.change(`UPDATE appraisal SET answer_by = '2026-01-01' WHERE id = $1`, [id]);
    await test.app.get(Schedules).claim(unansweredName, 'day', unansweredQueue);
    await test.app.get(Jobs).runDue();
    const duties = await test.database.rows(
      `SELECT owner_id AS owner FROM duty WHERE kind = 'appraisals-sign' AND done_at IS NULL`,
    );
    expect(duties).toEqual([{ owner: boss.staffId }]);
    expect((await get<Appraisal>(`appraisals/${id}`, boss)).may.sign).toBe(true);
    const agreed = await send('post', `appraisals/${id}/agree`, colleague, { revision: given.revision, note: '' });
    expect((await get<Appraisal>(`appraisals/${id}`, head)).may.sign).toBe(false);
    await send('post', `appraisals/${id}/sign`, head, { revision: agreed.revision }, 403);
    const signed = await send('post', `appraisals/${id}/sign`, boss, { revision: agreed.revision });
    expect(signed.seal?.n).toBe(2);
  });

  it('end with their cycle, which names who is missing and keeps their figures', async () => {
    const { id } = await ofSubject(desk.supervisor.staffId, 'supervisor');
    await send('post', `appraisal-cycles/${cycle.cycle.id}/close`, desk.head, { revision: 1 }, 403);
    // By what was corrected since, the supervisor was no member: that appraisal is of nothing, and the others stay.
    const ofMember = await ofSubject(desk.supervisor.staffId);
    await test.database.change('DELETE FROM membership WHERE staff_id = $1', [desk.supervisor.staffId]);
    expect(await get<Appraisal>(`appraisals/${ofMember.id}`, desk.head)).toMatchObject({ isFrozen: false, lines: [] });
    const closed = await send<CycleOverview>('post', `appraisal-cycles/${cycle.cycle.id}/close`, boss, { revision: 1 });
    expect(closed.cycle.counts).toMatchObject({ draft: 0, signed: 2, missing: 2 });
    await test.app.get(Jobs).runDue();
    expect(await get<Appraisal>(`appraisals/${ofMember.id}`, desk.head)).toMatchObject({ isFrozen: true, lines: [] });
    const kept = await get<Appraisal>(`appraisals/${id}`, desk.head);
    expect(kept).toMatchObject({ isFrozen: true, appraisal: { stage: 'missing' } });
    expect(kept.lines.find(({ indicator }) => indicator.metric === 'csat')).toMatchObject({
      figure: { denominator: 32 },
    });
    await get(`appraisals/${id}`, desk.supervisor, 404);
    const { code } = await send('put', `appraisals/${id}/draft`, desk.head, { revision: 1, text: text() }, 409);
    expect(code).toBe('cycle-closed');
    const left = await test.database.rows(
      `SELECT kind FROM duty WHERE done_at IS NULL AND kind IN ('appraisals-write', 'appraisal-read', 'appraisals-sign')`,
    );
    expect(left).toEqual([]);
  });
});
