import type {
  BookedCampaign,
  BookingWeek,
  CampaignDetail,
  CampaignRules,
  ExamEntry,
  ExamPage,
  SlotCheck,
} from '@forecall/contracts';
import { addDays, localDay, weekdayOf } from '@forecall/domain';
import { v7 as uuid } from 'uuid';
import { anAccount, anOrganisation, type SignedIn } from '../../testing/builders.js';
import { aColleague, aDesk, type Desk } from '../../testing/desk-builders.js';
import { aPublishedRubric, aPublishedScenario, anExam } from '../../testing/exam-builders.js';
import { createTestApp, type TestApp } from '../../testing/test-app.js';

const rules: CampaignRules = {
  ...{ excludesOwn: true, coolOffDays: 2, mostAttempts: 1, takesOtherVariant: true },
  ...{ nearMark: 5, differenceLimit: 10, disputeDays: 5, validMonths: null },
};
const zone = 'Asia/Shanghai';
const today = localDay(new Date(), zone);
/** A Monday in the second week from now: nobody works at the weekend, and no day of it has begun. */
const monday = addDays(today, 14 - weekdayOf(today));
const at = (day: string, time: string) => new Date(`${day}T${time}:00+08:00`).toISOString();

describe('booking exams', () => {
  let test: TestApp;
  let desk: Desk;
  let neighbour: Desk;
  let reps: SignedIn[];
  let campaign: CampaignDetail;
  beforeAll(async () => {
    test = await createTestApp();
    await anOrganisation(test.database, { zone });
    desk = await aDesk(test.database);
    neighbour = await aDesk(test.database);
    reps = [desk.rep];
    for (let n = 0; n < 4; n += 1) reps.push(await aColleague(test.database, desk));
    campaign = await begun();
  });
  afterAll(() => test.close());

  const send = (method: 'post' | 'put', path: string, body: object, who: SignedIn = desk.head) =>
    test.http[method](`/api/${path}`).set('Cookie', who.cookie).send(body);
  const book = async (id: string, body: object = {}) =>
    (await send('post', `campaigns/${id}/book`, body).expect(200)).body as BookedCampaign;
  const examsOf = async (id: string, who: SignedIn = desk.head, query: object = {}) => {
    const path = `/api/campaigns/${id}/exams`;
    return ((await test.http.get(path).query(query).set('Cookie', who.cookie).expect(200)).body as ExamPage).exams;
  };
  async function begun(more: object = {}): Promise<CampaignDetail> {
    const { paperId } = await aPublishedRubric(test.database, desk.departmentId);
    const scenario = await aPublishedScenario(test.database, desk.departmentId, ['calm', 'angry']);
    const made = await send('post', 'campaigns', {
      ...{ departmentId: desk.departmentId, name: { en: 'Autumn', zh: '' }, rubricId: paperId, teamIds: [], rules },
      ...{ scenarioIds: [scenario.paperId], opensOn: monday, endsOn: addDays(monday, 30), minutes: 45 },
      assessorIds: [neighbour.supervisor.staffId, neighbour.rep.staffId, desk.supervisor.staffId],
      ...more,
    }).expect(201);
    const { id, revision } = made.body as CampaignDetail;
    return (await send('post', `campaigns/${id}/begin`, { revision }).expect(200)).body as CampaignDetail;
  }
  const onLeave = (staffId: string, day: string) =>
    test.database.change(`INSERT INTO leave (id, staff_id, kind, "from", "to") VALUES ($1, $2, 'annual', $3, $3)`, [
      ...[uuid(), staffId, day],
    ]);
  const weekOf = async (id: string, who: SignedIn = desk.head) => {
    const path = `/api/campaigns/${id}/booking`;
    return (
      await test.http
        .get(path)
        .query({ on: addDays(monday, 2) })
        .set('Cookie', who.cookie)
        .expect(200)
    ).body as BookingWeek;
  };
  const candidateOf = async (id: string, staffId: string) =>
    (await test.database.first<{ id: string }>('SELECT id FROM candidate WHERE campaign_id = $1 AND staff_id = $2', [
      ...[id, staffId],
    ]))!.id;

  it('gives everybody a slot in working time, evenly, not by who leads them; planned again nothing moves', async () => {
    await onLeave(reps[1]!.staffId, monday);
    await onLeave(neighbour.supervisor.staffId, addDays(monday, 1));
    const { booked, notBooked, perAssessor } = await book(campaign.id);
    expect({ booked, notBooked }).toEqual({ booked: 5, notBooked: [] });
    // The supervisor leads them all.
    expect(perAssessor.map(({ exams }) => exams).toSorted()).toEqual([0, 2, 3]);
    const exams = await examsOf(campaign.id);
    expect(exams.map(({ assessor }) => assessor.id)).not.toContain(desk.supervisor.staffId);
    const away = exams.find(({ staff }) => staff.id === reps[1]!.staffId)!;
    expect(localDay(new Date(away.startsAt), zone)).toBe(addDays(monday, 1));
    expect(away).toMatchObject({ attempt: 1, minutes: 45, assessor: { id: neighbour.rep.staffId }, isFixed: false });
    expect(new Set(exams.map(({ scenario }) => scenario?.variant.en))).toEqual(new Set(['calm', 'angry']));
    for (const { startsAt } of exams) expect(startsAt.slice(11, 16) >= '01:00').toBe(true);
    const slots = exams.flatMap(({ startsAt, assessor, staff }) => [startsAt + assessor.id, startsAt + staff.id]);
    expect(new Set(slots).size).toBe(10);

    expect((await book(campaign.id)).booked).toBe(0);
    expect(await examsOf(campaign.id)).toEqual(exams);
    const steps = await test.database.rows(
      'SELECT x.by_staff_id AS by FROM exam_step x JOIN exam e ON e.id = x.exam_id WHERE e.campaign_id = $1',
      [campaign.id],
    );
    expect(steps).toEqual(Array.from({ length: 5 }, () => ({ by: desk.head.staffId })));
  });

  it('is told to those who take part, stands in their calendars, and is seen by nobody else', async () => {
    const told = await test.database.rows<{ kind: string; n: number }>(
      `SELECT kind, count(*)::int AS n FROM notification WHERE kind LIKE 'exam%' GROUP BY kind ORDER BY kind`,
    );
    expect(told).toEqual([
      { kind: 'exam-booked', n: 5 },
      { kind: 'exams-to-give', n: 2 },
    ]);
    const events = async (who: SignedIn) => {
      const made = await test.http.post('/api/calendar-feed').set('Cookie', who.cookie).send({}).expect(201);
      const { pathname } = new URL((made.body as { address: string }).address);
      return (await test.http.get(pathname).expect(200)).text.match(/SUMMARY:Practical exam/g)?.length ?? 0;
    };
    expect(await events(desk.rep)).toBe(1);
    expect((await events(neighbour.rep)) + (await events(neighbour.supervisor))).toBe(5);
    // Who leads the team sees all, an assessor their own.
    expect(await examsOf(campaign.id, desk.supervisor)).toHaveLength(5);
    const seen = [await examsOf(campaign.id, neighbour.rep), await examsOf(campaign.id, neighbour.supervisor)];
    expect(seen.flat()).toHaveLength(5);
    const first = await examsOf(campaign.id, desk.head, { from: monday, to: monday });
    expect(first).toHaveLength(4);
    await test.http.get(`/api/campaigns/${campaign.id}/exams`).set('Cookie', neighbour.head.cookie).expect(404);
    await send('post', `campaigns/${campaign.id}/book`, {}, desk.supervisor).expect(403);
  });

  it('is moved by hand, and refuses what cannot be with the reason', async () => {
    const [exam, other] = (await examsOf(campaign.id)) as [ExamEntry, ExamEntry];
    const friday = addDays(monday, 4);
    const good = {
      revision: exam.revision,
      startsAt: at(friday, '10:00'),
      assessorId: neighbour.rep.staffId,
      secondId: null,
    };
    const move = (changes: object, status: number) =>
      send('put', `exams/${exam.id}/slot`, { ...good, ...changes }).expect(status);
    const check = async (changes: object) => {
      const {
        revision: _,
        secondId,
        ...slot
      } = { ...good, ...changes } as Omit<typeof good, 'secondId'> & { secondId: string | null };
      const query = { ...slot, ...(secondId && { secondId }), candidateId: exam.candidateId, examId: exam.id };
      const path = `/api/campaigns/${campaign.id}/slot`;
      return ((await test.http.get(path).query(query).set('Cookie', desk.head.cookie).expect(200)).body as SlotCheck)
        .fault;
    };
    /** What is said before it is put there is what refuses it. */
    const refusal = async (changes: object) => {
      const { code, values } = (await move(changes, 409)).body as { code: string; values?: object };
      if (!('revision' in changes)) expect(await check(changes)).toEqual({ code, ...(values && { values }) });
      return code;
    };
    expect(await check({})).toBeNull();
    expect(await check({ secondId: neighbour.rep.staffId })).toMatchObject({ fields: [{ path: 'secondId' }] });
    await test.http.get(`/api/campaigns/${campaign.id}/slot`).set('Cookie', desk.supervisor.cookie).expect(403);
    expect(await refusal({ revision: 9 })).toBe('changed-meanwhile');
    expect(await refusal({ assessorId: desk.supervisor.staffId })).toBe('assessor-leads');
    expect(await refusal({ startsAt: at(friday, '17:30') })).toBe('slot-outside-hours');
    expect(await refusal({ startsAt: at(addDays(monday, 31), '10:00') })).toBe('slot-outside-campaign');
    await onLeave(neighbour.rep.staffId, addDays(monday, 3));
    expect(await refusal({ startsAt: at(addDays(monday, 3), '10:00') })).toBe('slot-on-leave');
    expect(await refusal({ startsAt: other.startsAt, assessorId: other.assessor.id })).toBe('slot-clashes');
    expect(await refusal({ startsAt: at(friday, '10:00'), secondId: desk.supervisor.staffId })).toBe('assessor-leads');
    await move({ startsAt: '2020-01-06T10:00:00+08:00' }, 400);
    const half = (await move({ startsAt: at(friday, '10:00').replace('00.000Z', '30.000Z') }, 400)).body as object;
    expect(half).toMatchObject({ fields: [{ path: 'startsAt', code: 'whole-minute' }] });
    await move({ assessorId: desk.head.staffId }, 400);
    await move({ secondId: neighbour.rep.staffId }, 400);
    expect((await examsOf(campaign.id))[0]).toEqual(exam);

    const moved = (await move({}, 200)).body as ExamEntry;
    expect(moved).toMatchObject({ startsAt: good.startsAt, isFixed: true, revision: exam.revision + 1 });
    const step = await test.database.first(
      `SELECT data -> 'after' ->> 'startsAt' AS at FROM exam_step WHERE exam_id = $1 AND step = 'moved'`,
      [exam.id],
    );
    expect(step).toEqual({ at: good.startsAt });
    // What has come to stand against an exam is said in the picture of its week: to who leads it.
    const away = async (who?: SignedIn) => (await weekOf(campaign.id, who)).exams.find(({ id }) => id === exam.id)!;
    expect((await away()).fault).toBeNull();
    await onLeave(exam.staff.id, friday);
    expect((await away()).fault).toEqual({ code: 'slot-on-leave', values: { name: exam.staff.name } });
    expect((await away(neighbour.rep)).fault).toBeNull();
    const { from, exams, assessors } = await weekOf(campaign.id);
    expect({ from, exams: exams.length, assessors: assessors.length }).toEqual({
      from: monday,
      exams: 5,
      assessors: 3,
    });
    const examiner = assessors.find(({ staff }) => staff.id === neighbour.rep.staffId)!;
    expect(examiner).toMatchObject({ leave: [addDays(monday, 3)] });
    expect(examiner.hours.map((span) => localDay(new Date(span.from), zone))).not.toContain(addDays(monday, 3));
    expect(examiner.hours[0]!.from).toBe(at(monday, '09:00'));
    await test.http.get(`/api/campaigns/${campaign.id}/booking`).set('Cookie', neighbour.head.cookie).expect(404);
    // Before it opens one is out of it from its first day.
    const ahead = (await begun()).id;
    const excuse = `campaigns/${ahead}/candidates/${await candidateOf(ahead, exam.staff.id)}/excuse`;
    await send('post', excuse, { outOn: addDays(monday, 1), why: 'Parental leave' }).expect(400);
    await send('post', excuse, { outOn: monday, why: 'Parental leave' }).expect(204);

    await test.database.change(`UPDATE exam SET state = 'absent' WHERE id = $1`, [exam.id]);
    expect(await refusal({ revision: moved.revision })).toBe('exam-not-ahead');
    // Nobody came: they are due again, and the attempt keeps its number.
    expect((await book(campaign.id)).booked).toBe(1);
    const again = (await examsOf(campaign.id)).filter(({ staff }) => staff.id === exam.staff.id);
    expect(again.map(({ state, attempt }) => `${state} ${attempt}`).toSorted()).toEqual(['absent 1', 'booked 1']);
  });

  it('gives a resit after the days of practice in another variant, and a further attempt only by hand', async () => {
    const second = await begun({ rules: { ...rules, mostAttempts: 2 }, opensOn: today });
    const [rep, colleague] = [desk.rep.staffId, reps[1]!.staffId];
    const assessorId = neighbour.rep.staffId;
    const { id } = second;
    const failed = async (staffId: string, attempt: number, startsAt: Date) => {
      const exam = await anExam(test.database, {
        campaignId: id,
        staffId,
        assessorId,
        outcome: 'failed',
        attempt,
        startsAt,
      });
      await test.database.change(
        `UPDATE exam SET variant = 'calm', scenario_version_id = (SELECT version_id FROM campaign_scenario WHERE campaign_id = $2)
         WHERE id = $1`,
        [exam, id],
      );
    };
    const past = new Date(Date.now() - 3_600_000);
    await failed(rep, 1, past);
    await failed(colleague, 1, new Date(past.getTime() - 3_600_000));
    await failed(colleague, 2, past);
    const ids = [await candidateOf(id, rep), await candidateOf(id, colleague)];
    const { booked, notBooked } = await book(id, { candidateIds: ids, from: today });
    expect(booked).toBe(1);
    expect(notBooked).toMatchObject([{ staff: { id: colleague }, why: 'out-of-attempts' }]);
    const resit = (await examsOf(id)).find(({ staff, state }) => staff.id === rep && state === 'booked')!;
    expect(resit).toMatchObject({ attempt: 2, scenario: { variant: { en: 'angry' } } });
    expect(localDay(new Date(resit.startsAt), zone) >= addDays(today, 2)).toBe(true);
    await send('post', `campaigns/${id}/book`, { candidateIds: [uuid()] }).expect(400);
    await send('post', `campaigns/${id}/book`, { from: monday, to: addDays(monday, -1) }).expect(400);

    const body = {
      candidateId: ids[1],
      startsAt: at(addDays(monday, 7), '09:00'),
      assessorId,
      secondId: neighbour.supervisor.staffId,
    };
    const third = (await send('post', `campaigns/${id}/exams`, body).expect(201)).body as ExamEntry;
    expect(third).toMatchObject({ attempt: 3, isFixed: true, second: { id: neighbour.supervisor.staffId } });
    const refused = await send('post', `campaigns/${id}/exams`, { ...body, startsAt: at(addDays(monday, 8), '09:00') });
    expect(refused.body).toMatchObject({ status: 409, code: 'exam-not-due' });
    // What is booked in one campaign is taken in every other, and so is a call that somebody gave a time.
    const clash = {
      candidateId: await candidateOf(id, reps[2]!.staffId),
      startsAt: body.startsAt,
      assessorId,
      secondId: null,
    };
    expect((await send('post', `campaigns/${id}/exams`, clash)).body).toMatchObject({ code: 'slot-clashes' });
    const account = await anAccount(test.database);
    await test.database.change(
      `INSERT INTO planned_call (id, account_id, due_on, earliest_on, staff_id, slot_at, on_day, is_fixed)
       VALUES ($1, $2, $3, $3, $4, $5, $3, true)`,
      [uuid(), account, addDays(monday, 9), reps[2]!.staffId, at(addDays(monday, 9), '10:20')],
    );
    const onCall = { ...clash, startsAt: at(addDays(monday, 9), '10:00') };
    expect((await send('post', `campaigns/${id}/exams`, onCall)).body).toMatchObject({ code: 'slot-clashes' });
    await send('post', `campaigns/${id}/exams`, { ...clash, startsAt: at(addDays(monday, 9), '10:40') }).expect(201);
  });
});
