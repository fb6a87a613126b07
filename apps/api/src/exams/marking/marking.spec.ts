import type { ExamsToMark, Marking, MarkingSheet, OwnExams } from '@forecall/contracts';
import { v7 as uuid } from 'uuid';
import { exampleRubric } from '../../testing/exam-builders.js';
import { createExamDesk, type ExamDesk, exampleMarks } from '../../testing/exam-desk.js';

const { best, near, bad } = exampleMarks;

describe('marking an exam', () => {
  let world: ExamDesk;
  beforeAll(async () => {
    world = await createExamDesk();
  });
  afterAll(() => world.test.close());

  it('is kept whole at every change, by its assessors alone, and refuses what the rubric does not know', async () => {
    const { desk, neighbour, assessor, call, get, exam, written } = world;
    const id = await exam();
    const open = await get<ExamsToMark>('mine', assessor);
    expect(open.exams.find((one) => one.id === id)).toMatchObject({ role: 'first', isBegun: false, signedAt: null });
    await get(id, neighbour.rep, 404);
    await get(id, desk.rep, 404);
    await call('put', `${id}/marking`, neighbour.rep, written(best)).expect(403);

    const refused = async (body: object, path: string) => {
      const answer = await call('put', `${id}/marking`, assessor, body).expect(400);
      expect(answer.body).toMatchObject({ fields: [{ path }] });
    };
    await refused(written({ sings: 1 }), 'marks.sings');
    await refused(written({ listens: 2 }), 'marks.listens');
    await refused(written({ safe: 'not-applicable' }), 'marks.safe');
    await refused(written({}, { notes: { sings: 'Well' } }), 'notes.sings');
    const evidence = {
      id: uuid(),
      item: 'listens',
      seconds: 95,
      text: 'Says it back',
      link: 'https://calls.example/7',
    };
    await refused(written({}, { evidence: [{ ...evidence, item: 'sings' }] }), 'evidence.0.item');
    await refused(written({}, { evidence: [evidence, { ...evidence, text: 'Once more' }] }), 'evidence.1.id');
    await call(
      'put',
      `${id}/marking`,
      assessor,
      written({}, { evidence: [{ ...evidence, link: 'javascript:alert(1)' }] }),
    ).expect(400);

    // Two tabs: who was later is refused, and what is stored stays.
    const told = written({ listens: 4 }, { notes: { listens: 'Ask once more' }, evidence: [evidence] });
    const stored = (await call('put', `${id}/marking`, assessor, told).expect(200)).body as Marking;
    expect(stored).toMatchObject({ revision: 1, marks: { listens: 4 }, evidence: [evidence] });
    await call('put', `${id}/marking`, assessor, { ...told, revision: 1, marks: { listens: 5 } }).expect(200);
    const late = await call('put', `${id}/marking`, assessor, { ...told, revision: 1, marks: {} }).expect(409);
    expect(late.body).toMatchObject({ code: 'marking-changed', values: { revision: 2 } });
    await call('put', `${id}/marking`, assessor, written({})).expect(409);
    const sheet = await get<MarkingSheet>(id, assessor);
    expect(sheet).toMatchObject({ mayMark: true, marking: { revision: 2, marks: { listens: 5 }, seconds: 60 } });

    const unfinished = await call('post', `${id}/sign`, assessor, { revision: 2 }).expect(409);
    expect(unfinished.body).toMatchObject({ code: 'marking-open', values: { open: 2 } });
    const later = await exam({ startsAt: new Date(Date.now() + 3 * 86_400_000) });
    await call('put', `${later}/marking`, assessor, written(best)).expect(409);
    expect((await get<ExamsToMark>('mine', assessor)).exams.map((one) => one.id)).not.toContain(later);
    const ahead = (await get<ExamsToMark>('mine?state=ahead', assessor)).exams.map((one) => one.id);
    expect([ahead.includes(later), ahead.includes(id)]).toEqual([true, false]);
  });

  it('signed counts once, never changes, and is told with a certificate', async () => {
    const { test, desk, neighbour, assessor, second, call, get, result, dutiesAbout, exam, written, marked } = world;
    const id = await exam();
    const own = (await get<OwnExams>('own', desk.rep)).exams.find((one) => one.id === id);
    expect(own).toMatchObject({ state: 'booked', outcome: null });
    const { revision } = await marked(id, best, assessor, { feedback: 'Well led', notes: { listens: 'Good' } });
    expect((await result(id)).markings).toEqual([]);
    // A double press: one signs, the other is told so.
    const both = await Promise.all([1, 2].map(() => call('post', `${id}/sign`, assessor, { revision })));
    expect(both.map(({ status }) => status).toSorted()).toEqual([200, 409]);
    await call('put', `${id}/marking`, assessor, written(bad)).expect(409);
    await expect(test.database.change(`UPDATE marking SET feedback = 'x' WHERE exam_id = $1`, [id])).rejects.toThrow(
      'A signed marking is not changed',
    );
    expect(await result(id)).toMatchObject({
      exam: { state: 'settled', outcome: 'passed', score: 100, passMark: 80 },
      markings: [{ assessor: { id: assessor.staffId }, feedback: 'Well led', notes: { listens: 'Good' }, marks: best }],
      may: { accept: true, dispute: true, decide: false },
    });
    expect((await get<ExamsToMark>('mine?state=signed', assessor)).exams.map((one) => one.id)).toContain(id);
    expect(await dutiesAbout(id, desk.rep)).toEqual(['exam-result']);
    expect(await dutiesAbout(id, desk.supervisor)).toEqual([]);
    await get(`${id}/result`, second, 404);
    const { exam: course } = await result(id);
    expect(course.validUntil).not.toBeNull();
    await call('post', `${id}/accept`, neighbour.rep, { revision: course.revision }).expect(404);
    await call('post', `${id}/accept`, desk.rep, { revision: course.revision }).expect(200);
    await call('post', `${id}/dispute`, desk.rep, { revision: course.revision + 1, why: 'Too low' }).expect(409);
    expect(await dutiesAbout(id, desk.rep)).toEqual([]);
  });

  it('fails 79.96 under a mark of 80, and whoever fails a critical item, with the raw score beside it', async () => {
    const { desk, result, duties, exam, signed } = world;
    const item = exampleRubric.groups[0]!.items[0]!;
    const fine = {
      ...exampleRubric,
      groups: [
        {
          ...exampleRubric.groups[0]!,
          items: [
            { ...item, id: 'most', weight: 79.96, isCritical: false },
            { ...item, id: 'rest', weight: 20.04, isCritical: false },
          ],
        },
      ],
    };
    const under = await exam({ rubric: fine, rules: { nearMark: 0 } });
    await signed(under, { most: 1, rest: 0 });
    const { exam: course } = await result(under);
    expect(course).toMatchObject({ outcome: 'failed', state: 'settled' });
    expect(course.score).toBeCloseTo(79.96, 10);

    const unsafe = await exam();
    await signed(unsafe, { ...best, safe: 0 });
    expect(await result(unsafe)).toMatchObject({
      exam: { outcome: 'failed', validUntil: null },
      markings: [{ failedCritical: ['safe'], numerator: 1000, denominator: 1100 }],
    });
    const [coaching] = (await duties(desk.supervisor)).filter(({ source }) => source?.id === unsafe);
    expect(coaching).toMatchObject({
      kind: 'exam-coaching',
      isByHand: true,
      parameters: { items: 'Promises what we can keep' },
    });

    const nothing = await exam({
      rubric: {
        ...fine,
        groups: [{ ...fine.groups[0]!, items: [{ ...item, id: 'most', isCritical: false, mayNotApply: true }] }],
      },
    });
    await signed(nothing, { most: 'not-applicable' });
    expect((await result(nothing)).exam).toMatchObject({ outcome: 'not-assessed', score: null });
    const weightless = [
      { ...item, id: 'must', weight: 0 },
      { ...item, id: 'rest', isCritical: false, mayNotApply: true },
    ];
    const scoreless = await exam({ rubric: { ...fine, groups: [{ ...fine.groups[0]!, items: weightless }] } });
    await signed(scoreless, { must: 0, rest: 'not-applicable' });
    expect((await result(scoreless)).exam).toMatchObject({ outcome: 'failed', score: null });
  });

  it('near the mark needs a second assessor, who sees nothing of the first', async () => {
    const { test, desk, neighbour, assessor, second, call, get, result, duties, dutiesAbout, exam, signed } = world;
    const id = await exam();
    await signed(id, near, assessor, { feedback: 'SECRET-FEEDBACK', notes: { closes: 'SECRET-NOTE' } });
    expect(await dutiesAbout(id, desk.head)).toEqual(['exam-name-second']);
    const asked = await result(id, desk.head);
    expect(asked).toMatchObject({
      exam: { state: 'second', outcome: null, score: null },
      markings: [],
      may: { nameSecond: true },
    });
    const { revision } = asked.exam;
    const name = (staffId: string, who = desk.head) => call('post', `${id}/second`, who, { revision, staffId });
    for (const [staffId, code] of [
      [desk.rep.staffId, 'is-candidate'],
      [assessor.staffId, 'is-first-assessor'],
      [desk.supervisor.staffId, 'is-own-leader'],
      [uuid(), 'unknown-staff'],
    ] as const)
      expect((await name(staffId).expect(400)).body).toMatchObject({ fields: [{ path: 'staffId', code }] });
    await name(second.staffId, neighbour.head).expect(404);
    await name(second.staffId).expect(200);
    await name(second.staffId).expect(409);
    expect(await dutiesAbout(id, desk.head)).toEqual([]);
    expect(await dutiesAbout(id, second)).toEqual(['exam-mark']);

    // Blind: in all that the second can ask there is nothing of the first, and the first has not changed hands.
    const first = await test.database.first<{ id: string }>('SELECT id FROM marking WHERE exam_id = $1', [id]);
    const answers = await Promise.all(
      ['mine', 'mine?state=signed', 'own', id, `${id}/result`].map((path) => get<object>(path, second)),
    );
    const campaign = `campaigns/${asked.exam.campaign.id}`;
    await test.database.change('INSERT INTO campaign_assessor (campaign_id, staff_id) VALUES ($1, $2)', [
      ...[asked.exam.campaign.id, second.staffId],
    ]);
    const elsewhere = [
      ...['campaigns', campaign, `${campaign}/coverage`, `${campaign}/exams`, 'gold-sessions/mine', 'notifications'],
      ...['duties?of=reach', 'duties?state=ended'],
    ];
    for (const path of elsewhere)
      answers.push((await test.http.get(`/api/${path}`).set('Cookie', second.cookie).expect(200)).body as object);
    const feed = await test.http.post('/api/calendar-feed').set('Cookie', second.cookie).expect(201);
    const { address } = feed.body as { address: string };
    const calendar = await test.http.get(new URL(address).pathname).expect(200);
    const said = JSON.stringify([answers, await duties(second), calendar.text]);
    for (const secret of ['SECRET', first!.id, '"numerator":900', '"score":8', '"outcome":"passed"'])
      expect(said).not.toContain(secret);
    expect(await get<MarkingSheet>(id, second)).toMatchObject({
      exam: { role: 'second' },
      mayMark: true,
      marking: null,
    });

    const after = await signed(id, { ...near, closes: 5 }, second);
    expect(after.marking).toMatchObject({ outcome: 'passed' });
    const { exam: course, markings } = await result(id);
    expect(course).toMatchObject({ state: 'settled', outcome: 'passed' });
    expect(course.score).toBeCloseTo(((9 + 10) / 22) * 100, 10);
    expect(markings.map(({ role }) => role)).toEqual(['first', 'second']);
    expect(await dutiesAbout(id, second)).toEqual([]);
  });
});
