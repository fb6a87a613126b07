import { addDays, endOfDay, localDay, weekdayOf } from '@forecall/domain';
import { anOrganisation } from '../../testing/builders.js';
import { aColleague, aDesk, type Desk } from '../../testing/desk-builders.js';
import { anExam, aRunningCampaign } from '../../testing/exam-builders.js';
import { createTestApp, type TestApp } from '../../testing/test-app.js';
import { CandidateService } from '../campaigns/candidate.service.js';

const zone = 'Asia/Shanghai';
const hour = 3_600_000;

describe('reminders of exams', () => {
  let test: TestApp;
  let desk: Desk;
  let neighbour: Desk;
  beforeAll(async () => {
    test = await createTestApp();
    await anOrganisation(test.database, { zone });
    desk = await aDesk(test.database);
    neighbour = await aDesk(test.database);
  });
  afterAll(() => test.close());

  const look = () => test.app.get(CandidateService).look();
  const dutiesOf = (source: string) =>
    test.database.rows<{
      kind: string;
      owner: string | null;
      dueAt: Date;
      remindAt: Date | null;
      outcome: string | null;
    }>(
      `SELECT kind, owner_id AS owner, due_at AS "dueAt", remind_at AS "remindAt", outcome FROM duty
       WHERE source_id = $1 ORDER BY kind, created_at, owner_id = $2 DESC`,
      [source, neighbour.supervisor.staffId],
    );
  const move = (exam: string, told: object) =>
    test.http.put(`/api/exams/${exam}/slot`).set('Cookie', desk.head.cookie).send(told);

  it('stand in the day of everybody who takes part, end when it is over, and begin anew for another time', async () => {
    const campaignId = await aRunningCampaign(test.database, {
      ...{ departmentId: desk.departmentId, teamId: desk.teamId, candidateIds: [desk.rep.staffId] },
    });
    const [rep, first, second] = [desk.rep.staffId, neighbour.supervisor.staffId, neighbour.rep.staffId];
    const startsAt = new Date(Date.now() + hour);
    const id = await anExam(test.database, { campaignId, staffId: rep, assessorId: first, startsAt });
    await test.database.change('UPDATE exam SET second_id = $2 WHERE id = $1', [id, second]);
    await look();
    await look();
    const overAt = new Date(startsAt.getTime() + (40 / 60) * hour);
    const remindAt = new Date(startsAt.getTime() - hour / 2);
    expect(await dutiesOf(id)).toEqual([
      { kind: 'exam-give', owner: first, dueAt: overAt, remindAt, outcome: null },
      { kind: 'exam-give', owner: second, dueAt: overAt, remindAt, outcome: null },
      { kind: 'exam-sit', owner: rep, dueAt: startsAt, remindAt, outcome: null },
    ]);
    // Who examines reads when it begins.
    const starts = `SELECT DISTINCT kind, parameters ->> 'startsAt' AS at FROM duty WHERE source_id = $1 ORDER BY kind`;
    expect(await test.database.rows(starts, [id])).toEqual([
      { kind: 'exam-give', at: startsAt.toISOString() },
      { kind: 'exam-sit', at: null },
    ]);
    // It is over: who marks it still has it to do.
    await test.database.change(`UPDATE exam SET starts_at = now() - interval '2 hours' WHERE id = $1`, [id]);
    await look();
    expect((await dutiesOf(id)).map(({ outcome }) => outcome)).toEqual([null, 'done', 'done']);

    // Far away nobody is reminded; moved, what was said of the old time is taken back.
    const today = localDay(new Date(), zone);
    const monday = addDays(today, 28 - weekdayOf(today));
    await test.database.change(`UPDATE exam SET starts_at = now() + interval '1 hour' WHERE id = $1`, [id]);
    await look();
    const told = { startsAt: new Date(`${monday}T10:00:00+08:00`).toISOString(), assessorId: first, secondId: null };
    await test.database.change('INSERT INTO campaign_assessor (campaign_id, staff_id) VALUES ($1, $2)', [
      campaignId,
      first,
    ]);
    await move(id, { revision: 1, ...told }).expect(200);
    expect((await dutiesOf(id)).filter(({ outcome }) => outcome === null)).toEqual([]);
    await look();
    expect((await dutiesOf(id)).filter(({ outcome }) => outcome === null)).toEqual([]);
  });

  it('the head has to book who still waits when the campaign nears its end', async () => {
    const colleague = await aColleague(test.database, desk);
    const campaignId = await aRunningCampaign(test.database, {
      ...{ departmentId: desk.departmentId, teamId: desk.teamId, candidateIds: [colleague.staffId] },
    });
    await look();
    expect(await dutiesOf(campaignId)).toEqual([]);
    const endsOn = addDays(localDay(new Date(), zone), 10);
    await test.database.change('UPDATE campaign SET ends_on = $2 WHERE id = $1', [campaignId, endsOn]);
    await look();
    await look();
    expect(await dutiesOf(campaignId)).toEqual([
      { kind: 'exam-book', owner: null, dueAt: endOfDay(addDays(endsOn, -7), zone), remindAt: null, outcome: null },
    ]);
    const assessorId = neighbour.supervisor.staffId;
    const startsAt = new Date(Date.now() + 5 * 24 * hour);
    await test.database.change(
      `UPDATE candidate SET out_kind = 'excused', out_on = in_on WHERE campaign_id = $1 AND staff_id <> $2`,
      [...[campaignId, colleague.staffId]],
    );
    await anExam(test.database, { campaignId, staffId: colleague.staffId, assessorId, startsAt });
    await look();
    expect(await dutiesOf(campaignId)).toMatchObject([{ outcome: 'done' }]);
  });

  it('the head has to plan the next exam before passes of a closed campaign run out, and hears of it once', async () => {
    const colleague = await aColleague(test.database, desk);
    const { staffId } = colleague;
    const campaignId = await aRunningCampaign(test.database, {
      ...{ departmentId: desk.departmentId, teamId: desk.teamId, candidateIds: [staffId] },
    });
    const assessorId = neighbour.supervisor.staffId;
    const examId = await anExam(test.database, { campaignId, staffId, assessorId, startsAt: new Date() });
    const today = localDay(new Date(), zone);
    const untilOn = addDays(today, 46);
    await test.database.change(
      `INSERT INTO certificate (id, staff_id, campaign_id, exam_id, from_on, until_on) VALUES ($1, $2, $3, $1, $4, $5)`,
      [...[examId, staffId, campaignId, today, untilOn]],
    );
    await look();
    await test.database.change('UPDATE campaign SET closed_at = now() WHERE id = $1', [campaignId]);
    await look();
    expect(await dutiesOf(campaignId)).toEqual([]);
    await test.database.change('UPDATE certificate SET until_on = $2 WHERE campaign_id = $1', [
      campaignId,
      addDays(today, 45),
    ]);
    await look();
    await look();
    const due = { dueAt: endOfDay(addDays(today, 45), zone), remindAt: null, owner: null };
    expect(await dutiesOf(campaignId)).toEqual([{ kind: 'exam-renew', ...due, outcome: null }]);
    await test.database.change(`UPDATE duty SET done_at = now(), outcome = 'done' WHERE source_id = $1`, [campaignId]);
    await look();
    expect(await dutiesOf(campaignId)).toEqual([{ kind: 'exam-renew', ...due, outcome: 'done' }]);
  });
});
