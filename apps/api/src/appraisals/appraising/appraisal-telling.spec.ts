import type { AppraisalPage, DutyDetail, NotificationList } from '@forecall/contracts';
import type { AppraisalStep } from '@forecall/domain';
import { aCycle, anAppraisal } from '../../testing/appraisal-builders.js';
import { anOrganisation, aSignIn, type SignedIn } from '../../testing/builders.js';
import { aColleague, aDesk, type Desk } from '../../testing/desk-builders.js';
import { createTestApp, type TestApp } from '../../testing/test-app.js';
import { AppraisalDuties } from './appraisal-duties.js';

describe('what people learn of appraisals', () => {
  let test: TestApp;
  let desk: Desk;
  let boss: SignedIn;
  beforeAll(async () => {
    test = await createTestApp();
    await anOrganisation(test.database);
    desk = await aDesk(test.database);
    boss = await aSignIn(test.database, { role: 'executive' });
  });
  afterAll(() => test.close());
  beforeEach(() => test.database.change('DELETE FROM notification'));

  const ofRep = (steps: AppraisalStep[], { cycleId, subject }: { cycleId?: string; subject?: SignedIn } = {}) => {
    const { departmentId, teamId, rep, supervisor } = desk;
    const who = { subjectId: (subject ?? rep).staffId, appraiserId: supervisor.staffId };
    return anAppraisal(test.database, { ...{ departmentId, teamId, steps }, ...who, ...(cycleId && { cycleId }) });
  };
  const act = (who: SignedIn, path: string, body: object, status = 200) =>
    test.http.post(`/api/${path}`).set('Cookie', who.cookie).send(body).expect(status);
  const bell = async (who: SignedIn) =>
    ((await test.http.get('/api/notifications').set('Cookie', who.cookie).expect(200)).body as NotificationList)
      .notifications;
  const kinds = async (who: SignedIn) => (await bell(who)).map(({ kind }) => kind);

  it('the appraiser of a dispute; they and the member of its decision, whatever it changes', async () => {
    const id = await ofRep(['given']);
    const { rep, supervisor, head } = desk;
    await act(rep, `appraisals/${id}/dispute`, { revision: 1, why: 'Two answers were not mine.' });
    expect(await bell(supervisor)).toMatchObject([
      {
        ...{ kind: 'appraisal-disputed', source: { entity: 'appraisal', id } },
        parameters: {
          subject: expect.stringMatching(/./) as string,
          period: expect.stringMatching(/ 19\d\d$/) as string,
        },
      },
    ]);
    expect(await kinds(rep)).toEqual([]);
    await act(head, `appraisals/${id}/decide`, { revision: 2, why: 'It stands.' });
    expect(await kinds(rep)).toEqual(['appraisal-decided']);
    expect(await kinds(supervisor)).toEqual(['appraisal-decided', 'appraisal-disputed']);
    expect(JSON.stringify([await bell(rep), await bell(supervisor)])).not.toMatch(/not mine|It stands/);
  });

  it('each whose cycle is closed without a signature, also where nothing was written', async () => {
    const cycleId = await aCycle(test.database);
    const unwritten = await aColleague(test.database, desk);
    const signed = await aColleague(test.database, desk);
    const agreed = await ofRep(['given', 'agreed'], { cycleId });
    const draft = await ofRep([], { cycleId, subject: unwritten });
    await ofRep(['given', 'agreed', 'signed'], { cycleId, subject: signed });
    await act(boss, `appraisal-cycles/${cycleId}/close`, { revision: 1 });
    expect(await bell(desk.rep)).toMatchObject([
      { kind: 'appraisal-closed', source: { entity: 'appraisal', id: agreed } },
    ]);
    expect(await bell(unwritten)).toMatchObject([
      { kind: 'appraisal-closed', source: { entity: 'appraisal-cycle', id: cycleId } },
    ]);
    expect(await kinds(signed)).toEqual([]);
    const own = await test.http.get('/api/appraisals?as=subject').set('Cookie', unwritten.cookie).expect(200);
    expect((own.body as AppraisalPage).appraisals).toMatchObject([{ id: draft, stage: 'missing', wasGiven: false }]);
    await test.http.get(`/api/appraisals/${draft}`).set('Cookie', unwritten.cookie).expect(404);
  });

  it('what was theirs to do waits at the bell no more once it is done', async () => {
    const id = await ofRep(['given']);
    const of = { id, subject: 'Lin Wei', subjectId: desk.rep.staffId };
    const cycle = { id: await aCycle(test.database), kind: 'month', from: '2026-10-01' } as const;
    const duties = test.app.get(AppraisalDuties);
    await test.database.transaction((sql) => duties.openReading(sql, { ...of, cycle }, '2199-12-01', boss.signInId));
    expect(await bell(desk.rep)).toMatchObject([{ kind: 'duty-opened', readAt: null, isOver: false }]);
    await act(desk.rep, `appraisals/${id}/agree`, { revision: 1 });
    expect(await bell(desk.rep)).toMatchObject([
      { kind: 'duty-opened', readAt: expect.any(String) as string, isOver: true },
    ]);
  });

  it('what is theirs to do is not handed on to somebody who may not open it', async () => {
    const id = await ofRep(['given', 'agreed', 'signed']);
    const goal = { id, appraisalId: id, dueOn: '2199-12-01', setBy: desk.supervisor.staffId, subject: 'Lin Wei' };
    await test.database.transaction((sql) => test.app.get(AppraisalDuties).openGoal(sql, goal, boss.signInId));
    const duty = await test.database.first<{ id: string }>(`SELECT id FROM duty WHERE kind = 'appraisal-goal'`);
    const path = `duties/${duty!.id}`;
    const { body } = await test.http.get(`/api/${path}`).set('Cookie', desk.supervisor.cookie).expect(200);
    expect((body as DutyDetail).mayHandOn).toBe(false);
    const refused = await act(desk.supervisor, `${path}/hand`, { revision: 1, ownerId: desk.rep.staffId }, 409);
    expect((refused.body as { code: string }).code).toBe('duty-stays');
  });
});
