import { aSignIn, type SignedIn } from '../../testing/builders.js';
import { createExamDesk, type ExamDesk, exampleMarks } from '../../testing/exam-desk.js';

const { best, bad } = exampleMarks;

describe('an exam that is decided', () => {
  let world: ExamDesk;
  beforeAll(async () => {
    world = await createExamDesk();
  });
  afterAll(() => world.test.close());

  it('goes to the head where two marks differ', async () => {
    const { desk, second, call, result, dutiesAbout, exam, signed } = world;
    const id = await exam({ secondId: second.staffId });
    await signed(id, bad, second);
    expect((await result(id, desk.head)).exam.state).toBe('booked');
    await signed(id, best);
    const { exam: course, markings, may } = await result(id, desk.head);
    expect([course.state, markings.length, may.decide]).toEqual(['head', 2, true]);
    expect((await result(id)).markings).toEqual([]);
    expect(await dutiesAbout(id, desk.head)).toEqual(['exam-decide']);
    const told = { revision: course.revision, outcome: 'failed', why: 'The recording shows it' };
    await call('post', `${id}/decide`, desk.supervisor, told).expect(403);
    await call('post', `${id}/decide`, desk.head, { ...told, revision: 1 }).expect(409);
    await call('post', `${id}/decide`, desk.head, told).expect(200);
    expect(await result(id)).toMatchObject({
      exam: { state: 'settled', outcome: 'failed' },
      decided: { by: { id: desk.head.staffId }, why: 'The recording shows it' },
    });
    expect(await dutiesAbout(id, desk.supervisor)).toEqual(['exam-coaching']);
    // Whoever decided it is no judge of a dispute about it.
    const { revision } = (await result(id)).exam;
    await call('post', `${id}/dispute`, desk.rep, { revision, why: 'I did say it' }).expect(200);
    const word = { revision: revision + 1, decision: 'passed', why: 'Heard again' };
    await call('post', `${id}/dispute/decide`, desk.head, word).expect(403);
  });

  it('is disputed in time, decided by somebody else; the first score stays and the certificate follows', async () => {
    const { test, desk, call, result, dutiesAbout, exam, signed } = world;
    const id = await exam();
    await signed(id, bad);
    let { exam: course } = await result(id);
    await call('post', `${id}/dispute`, desk.supervisor, { revision: course.revision, why: 'Unfair' }).expect(403);
    await call('post', `${id}/dispute`, desk.rep, { revision: course.revision, why: '  ' }).expect(400);
    await call('post', `${id}/dispute`, desk.rep, { revision: course.revision, why: 'I did listen' }).expect(200);
    await call('post', `${id}/dispute`, desk.rep, { revision: course.revision + 1, why: 'Again' }).expect(409);
    expect(await dutiesAbout(id, desk.head)).toEqual(['exam-dispute']);
    const before = course.score;
    ({ exam: course } = await result(id, desk.head));
    const word = { revision: course.revision, decision: 'passed', why: 'Heard the recording' };
    await call('post', `${id}/dispute/decide`, desk.supervisor, word).expect(403);
    await call('post', `${id}/dispute/decide`, desk.head, word).expect(200);
    expect(await result(id)).toMatchObject({
      exam: { outcome: 'passed', score: before, dispute: 'passed' },
      markings: [{ outcome: 'failed', marks: bad }],
      disputed: { why: 'I did listen', decision: 'passed', decidedBy: { id: desk.head.staffId } },
    });
    expect((await result(id)).exam.validUntil).not.toBeNull();
    expect(await dutiesAbout(id, desk.supervisor)).toEqual([]);
    await call('post', `${id}/dispute/decide`, desk.head, { ...word, revision: course.revision + 1 }).expect(409);
    const steps = await test.database.rows<{ step: string }>(
      'SELECT step FROM exam_step WHERE exam_id = $1 ORDER BY at',
      [id],
    );
    expect(steps.map(({ step }) => step)).toEqual(['marked', 'settled', 'disputed', 'dispute-decided']);

    // A pass that does not count takes its certificate with it; too late nobody disputes.
    const again = await exam();
    await signed(again, best);
    const { revision } = (await result(again)).exam;
    await call('post', `${again}/dispute`, desk.rep, { revision, why: 'Interrupted' }).expect(200);
    await call('post', `${again}/dispute/decide`, desk.head, {
      revision: revision + 1,
      decision: 'again',
      why: 'Fire alarm',
    }).expect(200);
    expect((await result(again)).exam).toMatchObject({ outcome: 'passed', dispute: 'again', validUntil: null });
    const late = await exam();
    await signed(late, bad);
    await test.database.change(`UPDATE exam SET settled_at = now() - interval '7 days' WHERE id = $1`, [late]);
    const then = await result(late);
    expect(then.may).toMatchObject({ accept: true, dispute: false });
    const refused = await call('post', `${late}/dispute`, desk.rep, {
      revision: then.exam.revision,
      why: 'Too low',
    }).expect(409);
    expect(refused.body).toMatchObject({ code: 'dispute-late' });
  });

  it('that nobody came to is not assessed, and not failed', async () => {
    const { desk, neighbour, assessor, call, result, exam, written } = world;
    const id = await exam();
    const missed = (who: SignedIn, kind = 'absent') =>
      call('post', `${id}/missed`, who, { revision: 1, kind, why: 'Ill' });
    await missed(neighbour.rep).expect(404);
    await missed(desk.rep).expect(403);
    await missed(assessor).expect(200);
    await missed(assessor).expect(409);
    expect((await result(id)).exam).toMatchObject({ state: 'absent', outcome: null });
    await call('put', `${id}/marking`, assessor, written(best)).expect(409);
    const later = await exam({ startsAt: new Date(Date.now() + 3_600_000) });
    const early = { revision: 1, kind: 'absent', why: 'Ill' };
    await call('post', `${later}/missed`, assessor, early).expect(409);
    await call('post', `${later}/missed`, desk.head, { ...early, kind: 'cancelled' }).expect(200);
  });

  it('is decided by whoever neither marked nor decided; if nobody is left, by an executive all the same', async () => {
    const { test, desk, second, call, result, dutiesAbout, exam, signed } = world;
    const executive = await aSignIn(test.database, { role: 'executive' });
    const id = await exam({ secondId: second.staffId });
    await test.database.change('UPDATE exam SET assessor_id = $2 WHERE id = $1', [id, desk.head.staffId]);
    await signed(id, best, desk.head);
    await signed(id, bad, second);
    const who = async () => [await dutiesAbout(id, desk.head), await dutiesAbout(id, executive)];
    expect(await who()).toEqual([[], ['exam-decide']]);
    const decided = { revision: (await result(id, desk.head)).exam.revision, outcome: 'failed', why: 'Heard it' };
    await call('post', `${id}/decide`, desk.head, decided).expect(403);
    await call('post', `${id}/decide`, executive, decided).expect(200);
    const { revision } = (await result(id)).exam;
    await call('post', `${id}/dispute`, desk.rep, { revision, why: 'I did say it' }).expect(200);
    expect(await who()).toEqual([[], ['exam-dispute']]);
    const may = async (whose: SignedIn) => (await result(id, whose)).may.decideDispute;
    expect([await may(desk.head), await may(executive)]).toEqual([false, true]);
    const word = { revision: revision + 1, decision: 'stands', why: 'Heard again' };
    const fresh = await aSignIn(test.database, { role: 'executive' });
    // While somebody is left who did neither, it is theirs.
    await call('post', `${id}/dispute/decide`, executive, word).expect(403);
    await test.database.change('UPDATE sign_in SET disabled_at = now() WHERE id = $1', [fresh.signInId]);
    await call('post', `${id}/dispute/decide`, desk.head, word).expect(403);
    await call('post', `${id}/dispute/decide`, executive, word).expect(200);
    const steps = await test.database.rows<{ data: object }>(
      `SELECT data FROM exam_step WHERE exam_id = $1 AND step = 'dispute-decided'`,
      [id],
    );
    expect(steps).toMatchObject([{ data: { decision: 'stands', involved: 'decided' } }]);
  });
});
