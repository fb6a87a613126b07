import type { MarkingSheet, OwnExams } from '@forecall/contracts';
import { aColleague } from '../../testing/desk-builders.js';
import { aSignIn, aStaff, type SignedIn } from '../../testing/builders.js';
import { createExamDesk, type ExamDesk, exampleMarks } from '../../testing/exam-desk.js';

const { best, near, bad } = exampleMarks;

describe('who marks an exam', () => {
  let world: ExamDesk;
  beforeAll(async () => {
    world = await createExamDesk();
  });
  afterAll(() => world.test.close());

  const named = async (id: string, role: 'first' | 'second', { staffId }: { staffId: string }) => {
    const { revision } = (await world.result(id, world.desk.head)).exam;
    return world.call('post', `${id}/${role}`, world.desk.head, { revision, staffId });
  };
  const calendarOf = async ({ cookie }: SignedIn) => {
    const feed = await world.test.http.post('/api/calendar-feed').set('Cookie', cookie).expect(201);
    return (await world.test.http.get(new URL((feed.body as { address: string }).address).pathname).expect(200)).text;
  };

  it('second is somebody who may mark, and another one while they have not signed', async () => {
    const { test, desk, neighbour, second, call, get, result, duties, dutiesAbout, exam, signed, marked, written } =
      world;
    const fellow = await aColleague(test.database, desk);
    const other = await aColleague(test.database, neighbour);
    const id = await exam({ candidateIds: [desk.rep.staffId, fellow.staffId] });
    await signed(id, near);
    for (const [staffId, code] of [
      [(await aSignIn(test.database, { role: 'admin' })).staffId, 'may-not-mark'],
      [await aStaff(test.database), 'may-not-mark'],
      [fellow.staffId, 'examined-too'],
      [desk.supervisor.staffId, 'is-own-leader'],
    ] as const)
      expect(await named(id, 'second', { staffId })).toMatchObject({
        ...{ status: 400, body: { fields: [{ path: 'staffId', code }] } },
      });
    // The head examines every member in practice: they lead the department, not the team.
    expect((await named(id, 'second', desk.head)).status).toBe(200);
    expect((await named(id, 'second', second)).status).toBe(200);
    expect((await named(id, 'second', second)).body).toMatchObject({ fields: [{ code: 'is-second-assessor' }] });
    await marked(id, best, second);
    expect((await result(id, desk.head)).may.nameSecond).toBe(true);
    expect((await named(id, 'second', other)).status).toBe(200);
    expect([await dutiesAbout(id, second), await dutiesAbout(id, other)]).toEqual([[], ['exam-mark']]);
    await get(id, second, 404);
    await call('put', `${id}/marking`, second, written(best)).expect(403);

    // Handed on, the duty ends with the signature all the same.
    const [duty] = (await duties(other)).filter(({ source }) => source?.id === id);
    const handed = { revision: duty!.revision, ownerId: second.staffId, why: 'Away' };
    await test.http.post(`/api/duties/${duty!.id}/hand`).set('Cookie', other.cookie).send(handed).expect(200);
    expect(await dutiesAbout(id, second)).toEqual(['exam-mark']);
    await signed(id, { ...near, closes: 5 }, other);
    expect(await dutiesAbout(id, second)).toEqual([]);
    expect(await result(id, desk.head)).toMatchObject({
      exam: { state: 'settled', second: { id: other.staffId } },
      may: { nameSecond: false },
    });
    expect((await result(id)).markings).toHaveLength(2);
    expect(await named(id, 'second', second)).toMatchObject({ status: 409, body: { code: 'no-second-asked' } });
    const asked = await test.database.rows<{ data: object }>(
      `SELECT data FROM exam_step WHERE exam_id = $1 AND step = 'second-asked' ORDER BY at DESC LIMIT 1`,
      [id],
    );
    expect(asked).toMatchObject([
      { data: { before: expect.any(String) as string, second: expect.any(String) as string } },
    ]);
  });

  it('first is another one while they have not signed, though the second has', async () => {
    const { test, desk, neighbour, assessor, second, call, get, result, dutiesAbout, exam, signed } = world;
    const later = await exam({ startsAt: new Date(Date.now() + 3 * 86_400_000) });
    expect((await result(later, desk.head)).may).toMatchObject({ nameFirst: false, miss: true });
    // What is to come has a slot, which is looked at before somebody is put there.
    expect(await named(later, 'first', second)).toMatchObject({ status: 409, body: { code: 'no-first-asked' } });

    const id = await exam({ secondId: second.staffId });
    await signed(id, best, second);
    expect((await result(id, desk.head)).may).toMatchObject({ nameFirst: true, miss: false, nameSecond: false });
    expect((await result(id, assessor)).may).toMatchObject({ nameFirst: false, miss: false });
    expect((await named(id, 'first', second)).body).toMatchObject({ fields: [{ code: 'is-second-assessor' }] });
    const other = await aColleague(test.database, neighbour);
    await call('post', `${id}/first`, desk.rep, { revision: 2, staffId: other.staffId }).expect(403);
    expect((await named(id, 'first', other)).status).toBe(200);
    expect(await dutiesAbout(id, other)).toEqual(['exam-give']);
    await get(id, assessor, 404);
    await signed(id, best, other);
    expect(await dutiesAbout(id, other)).toEqual([]);
    const { exam: course, markings } = await result(id);
    expect(course).toMatchObject({ state: 'settled', outcome: 'passed', assessor: { id: other.staffId } });
    expect(markings.map(({ role }) => role).toSorted()).toEqual(['first', 'second']);
  });

  it('does not lead them by now, where that is excluded', async () => {
    const { test, desk, neighbour, call, get, result, exam, marked, written } = world;
    const led = await aColleague(test.database, neighbour);
    const pair = async (rules: object = {}) => {
      const id = await exam({ rules });
      await test.database.change('UPDATE exam SET assessor_id = $2 WHERE id = $1', [id, led.staffId]);
      return id;
    };
    const [id, free] = [await pair(), await pair({ excludesOwn: false })];
    const { revision } = await marked(id, best, led);
    await test.database.change('UPDATE leadership SET staff_id = $2 WHERE team_id = $1', [desk.teamId, led.staffId]);
    for (const answer of [
      await call('put', `${id}/marking`, led, { ...written(best), revision }),
      await call('post', `${id}/sign`, led, { revision }),
    ])
      expect(answer).toMatchObject({ status: 409, body: { code: 'assessor-leads' } });
    expect(await get<MarkingSheet>(id, led)).toMatchObject({ mayMark: false, isOwnLeader: true });
    expect(await get<MarkingSheet>(free, led)).toMatchObject({ mayMark: true, isOwnLeader: false });
    expect((await result(id, desk.head)).may.nameFirst).toBe(true);
  });

  it('tells the candidate nothing before it counts, and nobody that the other has signed', async () => {
    const { test, desk, neighbour, assessor, get, result, exam, signed } = world;
    const id = await exam();
    const whatTheyKnow = async () => {
      const own = (await get<OwnExams>('own', desk.rep)).exams.find((one) => one.id === id);
      const { exam: course } = await result(id);
      return [own, course].map((one) => [one?.state, one?.second]);
    };
    const untold = Array.from({ length: 2 }, () => ['booked', null]);
    await signed(id, near);
    expect((await result(id, desk.head)).exam.state).toBe('second');
    expect(await whatTheyKnow()).toEqual(untold);
    const last = await aColleague(test.database, neighbour);
    expect((await named(id, 'second', last)).status).toBe(200);
    expect(await whatTheyKnow()).toEqual(untold);
    expect(await calendarOf(last)).not.toContain('STATUS:CONFIRMED');
    expect(await calendarOf(assessor)).toContain('STATUS:CONFIRMED');
    const lastName = (await result(id, desk.head)).exam.second!.name;
    expect(await calendarOf(desk.rep)).not.toContain(lastName);
    await signed(id, bad, last);
    expect((await result(id, desk.head)).exam.state).toBe('head');
    expect(await whatTheyKnow()).toEqual(untold);
    expect(await calendarOf(last)).toContain('STATUS:CONFIRMED');
  });
});
