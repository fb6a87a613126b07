import { anOrganisation, aStaff } from '../../testing/builders.js';
import { aCycle, anAppraisal } from '../../testing/appraisal-builders.js';
import { aDesk, type Desk } from '../../testing/desk-builders.js';
import { createTestApp, type TestApp } from '../../testing/test-app.js';
import { AppraisalDuties } from './appraisal-duties.js';

describe('what appraisals give people to do', () => {
  let test: TestApp;
  let desk: Desk;
  beforeAll(async () => {
    test = await createTestApp();
    await anOrganisation(test.database);
    desk = await aDesk(test.database);
  });
  afterAll(() => test.close());

  it('is done when the last ones are given or signed at the same moment', async () => {
    const { database: sql, http } = test;
    const { supervisor, head, teamId, departmentId } = desk;
    const cycleId = await aCycle(sql);
    const ids: string[] = [];
    for (let n = 0; n < 5; n += 1) {
      const subjectId = await aStaff(sql, { teamId });
      ids.push(await anAppraisal(sql, { cycleId, subjectId, appraiserId: supervisor.staffId, teamId, departmentId }));
    }
    const cycle = { id: cycleId, kind: 'month', from: '1950-01-01' } as const;
    const to = { ownerId: supervisor.staffId, writeBy: '2199-12-01' };
    await sql.transaction((open) => test.app.get(AppraisalDuties).openWriting(open, cycle, to, head.signInId));
    const open = async (kind: string) =>
      (await sql.rows('SELECT FROM duty WHERE kind = $1 AND source_id = $2 AND done_at IS NULL', [kind, cycleId]))
        .length;
    const act = (id: string, what: 'give' | 'sign', who: { cookie: string }, revision: number) =>
      http.post(`/api/appraisals/${id}/${what}`).set('Cookie', who.cookie).send({ revision }).expect(200);
    expect(await open('appraisals-write')).toBe(1);
    await Promise.all(ids.map((id) => act(id, 'give', supervisor, 1)));
    expect(await open('appraisals-write')).toBe(0);

    await sql.change(`UPDATE appraisal SET answer_by = '2020-01-01' WHERE cycle_id = $1`, [cycleId]);
    await sql.transaction((all) => test.app.get(AppraisalDuties).openUnanswered(all));
    expect(await open('appraisals-sign')).toBe(1);
    await Promise.all(ids.map((id) => act(id, 'sign', head, 2)));
    expect(await open('appraisals-sign')).toBe(0);
  });
});
