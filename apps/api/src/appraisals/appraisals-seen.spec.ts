import type { Appraisal, AppraisalPage, GoalSet } from '@forecall/contracts';
import { v7 as uuid } from 'uuid';
import { aCycle, anAppraisal } from '../testing/appraisal-builders.js';
import { anOrganisation, aSignIn, type SignedIn } from '../testing/builders.js';
import { aColleague, aDesk, type Desk } from '../testing/desk-builders.js';
import { createTestApp, type TestApp } from '../testing/test-app.js';

describe('appraisals as each of those concerned sees them', () => {
  let test: TestApp;
  let desk: Desk;
  beforeAll(async () => {
    test = await createTestApp();
    await anOrganisation(test.database);
    desk = await aDesk(test.database);
  });
  afterAll(() => test.close());

  const ofDesk = (told: {
    cycleId?: string;
    subjectId?: string;
    appraiserId?: string;
    steps?: ['given', 'agreed', 'signed'];
  }) =>
    anAppraisal(test.database, {
      ...{ subjectId: desk.rep.staffId, appraiserId: desk.supervisor.staffId },
      ...{ teamId: desk.teamId, departmentId: desk.departmentId, ...told },
    });
  const get = async <Body>(path: string, who: SignedIn) =>
    (await test.http.get(`/api/${path}`).set('Cookie', who.cookie).expect(200)).body as Body;

  it('are found again by whoever wrote them, and by whom they are about, at every step', async () => {
    const cycleId = await aCycle(test.database);
    const signed = await ofDesk({ cycleId, steps: ['given', 'agreed', 'signed'] });
    const draft = await ofDesk({ cycleId, subjectId: (await aColleague(test.database, desk)).staffId });
    const own = await ofDesk({
      ...{ cycleId, subjectId: desk.supervisor.staffId, appraiserId: desk.head.staffId },
      steps: ['given', 'agreed', 'signed'],
    });
    const found = async (who: SignedIn, stage = '') =>
      (await get<AppraisalPage>(`appraisals?as=reader&cycleId=${cycleId}${stage}`, who)).appraisals
        .map(({ id }) => id)
        .sort();
    expect(await found(desk.supervisor)).toEqual([signed, draft, own].sort());
    expect(await found(desk.supervisor, '&stage=draft')).toEqual([draft]);
    expect(await found(desk.head)).toEqual([signed, draft, own].sort());
    expect(await found(desk.rep)).toEqual([signed]);
    expect(await found(await aSignIn(test.database, { role: 'executive' }))).toEqual([signed, draft, own].sort());
    const elsewhere = await aDesk(test.database);
    expect(await found(elsewhere.supervisor)).toEqual([]);
  });

  it('keep one look at a goal where the same is said twice', async () => {
    const appraisalId = await ofDesk({ steps: ['given', 'agreed', 'signed'], cycleId: await aCycle(test.database) });
    const goalId = await aGoal(appraisalId);
    const look = async (outcome: string) => {
      const reply = await test.http
        .post(`/api/appraisals/goals/${goalId}/looks`)
        .set('Cookie', desk.supervisor.cookie)
        .send({ outcome, note: 'Together' })
        .expect(200);
      return (reply.body as GoalSet).looks.map((one) => one.outcome);
    };
    const both = await Promise.all([look('partly'), look('partly')]);
    expect(both).toEqual([['partly'], ['partly']]);
    expect(await look('reached')).toEqual(['partly', 'reached']);
  });

  /** Set by the supervisor, before anything was signed. */
  async function aGoal(appraisalId: string): Promise<string> {
    const id = uuid();
    await test.database.change('ALTER TABLE appraisal_goal DISABLE TRIGGER keep_signed');
    await test.database.change(
      `INSERT INTO appraisal_goal (id, appraisal_id, place, subject_id, set_by, text, due_on)
       VALUES ($1, $2, 0, $3, $4, 'Call back the same day', '2199-12-11')`,
      [id, appraisalId, desk.rep.staffId, desk.supervisor.staffId],
    );
    await test.database.change('ALTER TABLE appraisal_goal ENABLE TRIGGER keep_signed');
    return id;
  }

  it('tell whom they are about that they went to another appraiser, and not why', async () => {
    const subject = await aColleague(test.database, desk);
    const id = await ofDesk({ subjectId: subject.staffId });
    const why = 'Their supervisor is under investigation';
    const body = { revision: 1, staffId: desk.head.staffId, why };
    const path = `/api/appraisals/${id}/appraiser`;
    await test.http.put(path).set('Cookie', desk.head.cookie).send(body).expect(200);
    await test.database.change(`INSERT INTO appraisal_step (appraisal_id, n, step) VALUES ($1, 2, 'given')`, [id]);
    const seenBy = async (who: SignedIn) => (await get<Appraisal>(`appraisals/${id}`, who)).steps[0];
    const names = await test.database.first(
      'SELECT (SELECT name FROM staff WHERE id = $1) AS before, (SELECT name FROM staff WHERE id = $2) AS after',
      [...[desk.supervisor.staffId, desk.head.staffId]],
    );
    expect(await seenBy(desk.head)).toMatchObject({ step: 'handed', note: why, ...names });
    expect(await seenBy(subject)).toMatchObject({
      step: 'handed',
      note: '',
      ...names,
      at: expect.any(String) as string,
    });
  });

  it('are never each other’s, whichever of two is handed over first', async () => {
    const sql = test.database;
    for (let n = 0; n < 3; n += 1) {
      const cycleId = await aCycle(sql);
      // Only executives may be named for one another.
      const [one, other] = [await aSignIn(sql, { role: 'executive' }), await aSignIn(sql, { role: 'executive' })];
      const ids = [
        await ofDesk({ cycleId, subjectId: one.staffId, appraiserId: desk.head.staffId }),
        await ofDesk({ cycleId, subjectId: other.staffId, appraiserId: desk.head.staffId }),
      ];
      const to = [other.staffId, one.staffId];
      const replies = await Promise.all(
        ids.map((id, at) =>
          test.http
            .put(`/api/appraisals/${id}/appraiser`)
            .set('Cookie', desk.head.cookie)
            .send({ revision: 1, staffId: to[at], why: 'Away' }),
        ),
      );
      expect(replies.map(({ status }) => status).sort()).toEqual([200, 400]);
    }
  });
});
