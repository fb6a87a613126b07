import type { Appraisers } from '@forecall/contracts';
import { aCycle, anAppraisal } from '../../testing/appraisal-builders.js';
import { anOrganisation, aSignIn, aStaff, aSupervisorOf, aTeam, type SignedIn } from '../../testing/builders.js';
import { aColleague, aDesk, type Desk } from '../../testing/desk-builders.js';
import { createTestApp, type TestApp } from '../../testing/test-app.js';

describe('who may be named to write an appraisal', () => {
  let test: TestApp;
  let desk: Desk;
  let neighbours: Desk;
  let peer: SignedIn;
  let boss: SignedIn;
  let admin: SignedIn;
  beforeAll(async () => {
    test = await createTestApp();
    const sql = test.database;
    await anOrganisation(sql);
    desk = await aDesk(sql);
    neighbours = await aDesk(sql);
    const teamId = await aTeam(sql, desk.departmentId);
    peer = await aSignIn(sql, { role: 'supervisor', unitId: teamId, staffId: await aStaff(sql) });
    await aSupervisorOf(sql, teamId, peer.staffId);
    boss = await aSignIn(sql, { role: 'executive' });
    admin = await aSignIn(sql, { role: 'admin' });
  });
  afterAll(() => test.close());

  const ofRep = async (over: Partial<Parameters<typeof anAppraisal>[1]> = {}) => {
    const { departmentId, teamId, rep, supervisor } = desk;
    const unit = { departmentId, teamId };
    return anAppraisal(test.database, { ...unit, subjectId: rep.staffId, appraiserId: supervisor.staffId, ...over });
  };
  const offered = async (id: string, status = 200, who = desk.head) => {
    const { body } = await test.http.get(`/api/appraisals/${id}/appraisers`).set('Cookie', who.cookie).expect(status);
    return body as Appraisers;
  };
  const ids = async (id: string) => (await offered(id)).appraisers.map((one) => one.id).sort();
  const name = async (id: string, { staffId }: SignedIn) => {
    const told = { revision: 1, staffId, why: 'Is away' };
    const { status, body } = await test.http
      .put(`/api/appraisals/${id}/appraiser`)
      .set('Cookie', desk.head.cookie)
      .send(told);
    return status === 200 ? 'named' : (body as { fields: { path: string; code: string }[] }).fields;
  };
  const refused = [{ path: 'staffId', code: 'may-not-appraise', message: expect.any(String) as string }];

  it('are leaders of the department and executives; of a member also another supervisor', async () => {
    const id = await ofRep();
    expect(await ids(id)).toEqual([peer.staffId, desk.head.staffId, boss.staffId].sort());
    const roles = Object.fromEntries((await offered(id)).appraisers.map((one) => [one.id, one.roles]));
    expect(roles[peer.staffId]).toMatchObject([{ role: 'supervisor', unit: { name: expect.any(String) as string } }]);
    expect(roles[desk.head.staffId]).toMatchObject([{ role: 'head', unit: { id: desk.departmentId } }]);
    expect(roles[boss.staffId]).toEqual([{ role: 'executive', unit: null }]);
    for (const one of [await aColleague(test.database, desk), neighbours.supervisor, neighbours.head, admin])
      expect(await name(id, one)).toEqual(refused);
    expect(await name(id, peer)).toBe('named');
  });

  it('of a supervisor are the head and executives, whether they are appraised as that or as a member', async () => {
    const subject = { subjectId: desk.supervisor.staffId, appraiserId: desk.head.staffId };
    for (const kind of ['supervisor', 'rep'] as const) {
      const id = await ofRep({ ...subject, kind });
      expect(await ids(id)).toEqual([boss.staffId]);
      expect(await name(id, peer)).toEqual(refused);
      expect(await name(id, boss)).toBe('named');
    }
  });

  it('are neither whom it is about nor whoever they appraise', async () => {
    const id = await ofRep();
    expect(await name(id, desk.rep)).toMatchObject([{ path: 'staffId', code: 'is-subject' }]);
    const cycleId = await aCycle(test.database);
    const mutual = await ofRep({ cycleId });
    await ofRep({ cycleId, subjectId: peer.staffId, appraiserId: desk.rep.staffId });
    expect(await ids(mutual)).not.toContain(peer.staffId);
    expect(await name(mutual, peer)).toMatchObject([{ path: 'staffId', code: 'is-appraised-by' }]);
  });

  it('are shown to whoever leads the department, and not to whom it is about', async () => {
    await offered(await ofRep(), 404, neighbours.head);
    await offered(await ofRep({ subjectId: desk.head.staffId }), 404);
    await offered(await ofRep(), 403, desk.supervisor);
  });
});
