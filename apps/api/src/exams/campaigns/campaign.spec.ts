import type { CampaignDetail, CampaignPage, CampaignRules, Coverage } from '@forecall/contracts';
import { addDays } from '@forecall/domain';
import { v7 as uuid } from 'uuid';
import { anOrganisation, aStaff, aTeam, type SignedIn } from '../../testing/builders.js';
import { aColleague, aDesk, type Desk } from '../../testing/desk-builders.js';
import { aPublishedRubric, anExam } from '../../testing/exam-builders.js';
import { createTestApp, type TestApp } from '../../testing/test-app.js';
import { CandidateService } from './candidate.service.js';

const rules: CampaignRules = {
  ...{ excludesOwn: true, coolOffDays: 7, mostAttempts: 3, takesOtherVariant: true },
  ...{ nearMark: 5, differenceLimit: 10, disputeDays: 5, validMonths: null },
};

describe('a campaign', () => {
  let test: TestApp;
  let desk: Desk;
  let neighbour: Desk;
  let colleague: SignedIn;
  let told: Record<string, unknown>;
  beforeAll(async () => {
    test = await createTestApp();
    await anOrganisation(test.database);
    desk = await aDesk(test.database);
    neighbour = await aDesk(test.database);
    colleague = await aColleague(test.database, desk);
    const { paperId } = await aPublishedRubric(test.database, desk.departmentId);
    told = {
      ...{
        departmentId: desk.departmentId,
        name: { en: 'Autumn', zh: '' },
        rubricId: paperId,
        scenarioIds: [],
        teamIds: [],
      },
      ...{
        assessorIds: [neighbour.supervisor.staffId],
        opensOn: '2026-01-05',
        endsOn: '2199-12-11',
        minutes: 40,
        rules,
      },
    };
  });
  afterAll(() => test.close());

  const ask = (method: 'post' | 'put', path: string, body: object = {}, who: SignedIn = desk.head) =>
    test.http[method](`/api/campaigns${path}`).set('Cookie', who.cookie).send(body);
  const get = async <Of>(path: string, who: SignedIn = desk.head): Promise<Of> =>
    (await test.http.get(`/api/campaigns${path}`).set('Cookie', who.cookie).expect(200)).body as Of;
  const begun = async (more: object = {}) => {
    const { id, revision } = (await ask('post', '', { ...told, ...more }).expect(201)).body as CampaignDetail;
    return (await ask('post', `/${id}/begin`, { revision }).expect(200)).body as CampaignDetail;
  };
  const people = ({ teams }: Coverage) => teams.flatMap((team) => team.people);
  const namesIn = (coverage: Coverage) => people(coverage).map(({ staff }) => staff.id);

  it('is for the members of the teams who do not lead, and names what is wrong with it', async () => {
    const campaign = await begun();
    expect(campaign).toMatchObject({ state: 'running', passed: 0, eligible: 2, mayLead: true });
    const coverage = await get<Coverage>(`/${campaign.id}/coverage`);
    expect(namesIn(coverage).toSorted()).toEqual([desk.rep.staffId, colleague.staffId].toSorted());
    expect(people(coverage).map(({ standing }) => standing)).toEqual(['due', 'due']);
    expect(coverage.teams).toMatchObject([{ supervisor: { id: desk.supervisor.staffId } }]);

    const bad = (more: object) => ask('post', '', { ...told, ...more }).expect(400);
    expect((await bad({ endsOn: '2026-01-04' })).body).toMatchObject({ fields: [{ path: 'endsOn' }] });
    expect((await bad({ rubricId: uuid() })).body).toMatchObject({ fields: [{ path: 'rubricId' }] });
    expect((await bad({ teamIds: [neighbour.teamId] })).body).toMatchObject({ fields: [{ path: 'teamIds' }] });
    await ask('post', '', told, neighbour.head).expect(403);
    await ask('post', `/${campaign.id}/begin`, { revision: campaign.revision }).expect(409);
  });

  it('is seen by who leads its people and who examines in it, and of others only their own', async () => {
    const { id } = await begun();
    const other = await aTeam(test.database, desk.departmentId);
    await aStaff(test.database, { teamId: other });
    await test.app.get(CandidateService).look();
    expect(people(await get<Coverage>(`/${id}/coverage`))).toHaveLength(3);
    expect(people(await get<Coverage>(`/${id}/coverage`, desk.supervisor))).toHaveLength(2);
    expect(people(await get<Coverage>(`/${id}/coverage`, neighbour.supervisor))).toHaveLength(0);
    await test.http.get(`/api/campaigns/${id}`).set('Cookie', neighbour.rep.cookie).expect(404);
    const page = await get<CampaignPage>('', neighbour.supervisor);
    expect(page.campaigns.map((one) => one.id)).toContain(id);
    await test.database.change('UPDATE team SET "to" = now() WHERE id = $1', [other]);
    await test.database.change('UPDATE membership SET "to" = now() WHERE team_id = $1', [other]);
  });

  it('keeps what it began with, and may end later, with other assessors', async () => {
    const { id, revision } = await begun();
    const { departmentId: _, ...rest } = told;
    await ask('put', `/${id}`, { ...rest, revision, minutes: 60 }).expect(409);
    await ask('put', `/${id}`, { ...rest, revision, rules: { ...rules, coolOffDays: 0 } }).expect(409);
    const longer = { ...rest, endsOn: '2199-12-31', assessorIds: [neighbour.rep.staffId] };
    const after = (await ask('put', `/${id}`, { ...longer, revision }).expect(200)).body as CampaignDetail;
    expect(after).toMatchObject({ endsOn: '2199-12-31', assessors: [{ id: neighbour.rep.staffId }] });
    await ask('put', `/${id}`, { ...longer, revision }).expect(409);
    // Though its rubric has a newer version by now.
    await test.database.change(
      `INSERT INTO exam_paper_version (id, paper_id, n, content, published_at)
       SELECT gen_random_uuid(), paper_id, 2, content, now() FROM exam_paper_version WHERE paper_id = $1`,
      [told['rubricId']],
    );
    // Or is kept no more: nobody can begin with it, and who has begun goes on.
    const archive = (at: string) => test.database.change(`UPDATE exam_paper SET archived_at = ${at}`);
    await archive('now()');
    const later = { ...longer, revision: after.revision, endsOn: '2200-01-05' };
    const last = (await ask('put', `/${id}`, later).expect(200)).body as CampaignDetail;
    expect(last).toMatchObject({ rubric: after.rubric });
    await archive('NULL');
    await ask('put', `/${id}`, { ...later, revision: last.revision, rubricId: uuid() }).expect(409);

    const bad = async (more: object, field: object) =>
      expect(
        (await ask('put', `/${id}`, { ...later, revision: last.revision, ...more }).expect(400)).body,
      ).toMatchObject({ fields: [field] });
    await bad({ assessorIds: [] }, { path: 'assessorIds', code: 'without-assessors' });
    const startsAt = new Date('2199-12-30T02:00:00Z');
    const assessorId = neighbour.supervisor.staffId;
    await anExam(test.database, { campaignId: id, staffId: desk.rep.staffId, assessorId, startsAt });
    await bad({ endsOn: '2199-12-29' }, { path: 'endsOn', code: 'exams-after-end' });
    await ask('put', `/${id}`, { ...later, revision: last.revision, endsOn: '2199-12-30' }).expect(200);
  });

  it('takes joiners in and leavers out with a date, by themselves; whom the head took out stays out', async () => {
    const { id } = await begun();
    const joiner = await aStaff(test.database, { teamId: desk.teamId });
    await test.app.get(CandidateService).look();
    let coverage = await get<Coverage>(`/${id}/coverage`);
    expect(namesIn(coverage)).toContain(joiner);
    const assessorId = neighbour.supervisor.staffId;
    const startsAt = new Date(Date.now() + 86_400_000);
    const whatBecame = async (exam: string) =>
      test.database.first(
        `SELECT e.state, x.step, x.by_staff_id AS by, x.note, x.data, count(n.id)::int AS told FROM exam e
         JOIN exam_step x ON x.exam_id = e.id LEFT JOIN notification n ON n.source_id = e.id AND n.kind = 'exam-cancelled'
         WHERE e.id = $1 GROUP BY e.id, x.id`,
        [exam],
      );
    const first = await anExam(test.database, { campaignId: id, staffId: joiner, assessorId, startsAt });
    await test.database.change('UPDATE membership SET "to" = now() WHERE staff_id = $1', [joiner]);
    await test.app.get(CandidateService).look();
    expect(await whatBecame(first)).toEqual({
      ...{ state: 'cancelled', step: 'cancelled', by: null, note: '', data: { out: 'moved' }, told: 2 },
    });
    coverage = await get<Coverage>(`/${id}/coverage`);
    expect(coverage.out).toMatchObject([{ staff: { id: joiner }, kind: 'moved' }]);
    // Back in the team, in the campaign again.
    await test.database.change(`INSERT INTO membership (id, staff_id, team_id, "from") VALUES ($1, $2, $3, now())`, [
      uuid(),
      joiner,
      desk.teamId,
    ]);
    await test.app.get(CandidateService).look();
    coverage = await get<Coverage>(`/${id}/coverage`);
    const candidate = people(coverage).find(({ staff }) => staff.id === joiner)!;

    const path = `/${id}/candidates/${candidate.candidateId}`;
    const second = await anExam(test.database, { campaignId: id, staffId: joiner, assessorId, startsAt });
    const outOn = coverage.today;
    await ask('post', `${path}/excuse`, { outOn: '2020-01-01', why: 'Parental leave' }).expect(400);
    const ahead = await ask('post', `${path}/excuse`, { outOn: addDays(outOn, 1), why: 'Parental leave' }).expect(400);
    expect(ahead.body).toMatchObject({ fields: [{ path: 'outOn', code: 'ahead-of-time' }] });
    await ask('post', `${path}/excuse`, { outOn, why: 'Parental leave' }, desk.supervisor).expect(403);
    await ask('post', `${path}/excuse`, { outOn, why: 'Parental leave' }).expect(204);
    await test.app.get(CandidateService).look();
    expect((await get<Coverage>(`/${id}/coverage`)).out).toMatchObject([
      { kind: 'excused', why: 'Parental leave', outOn },
    ]);
    expect(await whatBecame(second)).toEqual({
      ...{ state: 'cancelled', step: 'cancelled', by: desk.head.staffId, note: 'Parental leave', told: 2 },
      data: { out: 'excused' },
    });
    await ask('post', `${path}/put-back`).expect(204);
    expect(people(await get<Coverage>(`/${id}/coverage`)).find(({ staff }) => staff.id === joiner)?.standing).toBe(
      'due',
    );
    await ask('post', `${path}/put-back`).expect(409);
    await ask('post', `${path}/extend`, { untilOn: '2199-12-01', why: 'On leave' }).expect(400);
    await ask('post', `${path}/extend`, { untilOn: '2199-12-24', why: 'On leave' }).expect(204);
    coverage = await get<Coverage>(`/${id}/coverage`);
    expect(people(coverage).find(({ staff }) => staff.id === joiner)).toMatchObject({ untilOn: '2199-12-24' });
    await test.database.change('UPDATE membership SET "to" = now() WHERE staff_id = $1 AND "to" IS NULL', [joiner]);
  });

  it('ends only when everybody has passed', async () => {
    const { id } = await begun();
    const assessorId = neighbour.supervisor.staffId;
    await anExam(test.database, { campaignId: id, staffId: desk.rep.staffId, assessorId, outcome: 'passed' });
    await anExam(test.database, { campaignId: id, staffId: colleague.staffId, assessorId, outcome: 'failed' });
    let coverage = await get<Coverage>(`/${id}/coverage`);
    expect(coverage).toMatchObject({
      campaign: { passed: 1, eligible: 2 },
      firstAttempt: { numerator: 1, denominator: 2 },
      failedOnCritical: { numerator: 0, denominator: 1 },
      curve: [{ day: coverage.today, passed: 1 }],
      recentWeeks: [0, 0, 0, 2],
    });
    const standing = (staffId: string) => people(coverage).find(({ staff }) => staff.id === staffId)?.standing;
    expect([standing(desk.rep.staffId), standing(colleague.staffId)]).toEqual(['passed', 'resit']);
    const refused = await ask('post', `/${id}/close`, { revision: coverage.campaign.revision }).expect(409);
    expect(refused.body).toMatchObject({ code: 'not-everybody-passed', values: { left: 1 } });
    await anExam(test.database, {
      campaignId: id,
      staffId: colleague.staffId,
      assessorId,
      outcome: 'passed',
      attempt: 2,
    });
    coverage = await get<Coverage>(`/${id}/coverage`);
    expect(standing(colleague.staffId)).toBe('passed');
    const closed = await ask('post', `/${id}/close`, { revision: coverage.campaign.revision }).expect(200);
    expect(closed.body).toMatchObject({ state: 'closed', passed: 2, eligible: 2 });
    expect((await get<CampaignPage>('?state=closed')).campaigns.map((one) => one.id)).toEqual([id]);
  });
});
