import { type ExamFacts, type ResitRules, standingOf } from './standing.js';

const rules: ResitRules = { coolOffDays: 7, mostAttempts: 3 };
let made = 0;
const exam = (on: string, more: Partial<ExamFacts> = {}): ExamFacts => ({
  ...{ id: `e${++made}`, state: 'settled', outcome: 'failed', on, settledOn: on, dispute: null, validUntil: null },
  ...more,
});
const booked = (on: string) => exam(on, { state: 'booked', outcome: null, settledOn: null });
const stand = (...exams: ExamFacts[]) => standingOf(exams, rules, '2026-11-20');

describe('where a candidate stands', () => {
  it('is due at first, then booked', () => {
    expect(stand()).toEqual({
      ...{ standing: 'due', examId: null, attempts: 0, mayFrom: null, isOutOfAttempts: false },
    });
    const one = booked('2026-11-24');
    expect(stand(one)).toMatchObject({ standing: 'booked', examId: one.id, attempts: 0 });
    for (const state of ['second', 'head'] as const)
      expect(stand(exam('2026-11-18', { state, outcome: null, settledOn: null }))).toMatchObject({
        standing: 'booked',
      });
  });

  it('is to sit again after the days of practice, until the attempts are used up', () => {
    const first = exam('2026-11-10', { settledOn: '2026-11-12' });
    expect(stand(first)).toMatchObject({
      standing: 'resit',
      attempts: 1,
      mayFrom: '2026-11-19',
      isOutOfAttempts: false,
    });
    expect(stand(first, booked('2026-11-21'))).toMatchObject({ standing: 'booked', attempts: 1 });
    const thrice = [first, exam('2026-11-13'), exam('2026-11-16')];
    expect(stand(...thrice)).toMatchObject({ attempts: 3, mayFrom: '2026-11-23', isOutOfAttempts: true });
    expect(standingOf(thrice, { ...rules, mostAttempts: null }, '2026-11-20')).toMatchObject({
      isOutOfAttempts: false,
    });
  });

  it('is absent, which is no attempt and no failure, and keeps the practice of a failure before', () => {
    const absent = exam('2026-11-17', { state: 'absent', outcome: null, settledOn: null });
    expect(stand(absent)).toMatchObject({ standing: 'absent', attempts: 0, mayFrom: null });
    expect(stand(absent, exam('2026-11-15'))).toMatchObject({ standing: 'absent', attempts: 1, mayFrom: '2026-11-22' });
    expect(stand(absent, booked('2026-11-24'))).toMatchObject({ standing: 'booked' });
    expect(stand(exam('2026-11-17', { outcome: 'not-assessed' }))).toMatchObject({ standing: 'due', attempts: 0 });
    expect(stand(booked('2026-11-24'), exam('2026-11-25', { state: 'cancelled', outcome: null }))).toMatchObject({
      standing: 'booked',
    });
  });

  it('has passed in whatever order the exams are told, until the certificate ends', () => {
    const passed = exam('2026-11-18', { outcome: 'passed' });
    expect(stand(passed, exam('2026-11-10'))).toMatchObject({ standing: 'passed', examId: passed.id, attempts: 2 });
    const ends = exam('2025-11-20', { outcome: 'passed', validUntil: '2026-11-20' });
    expect(stand(ends)).toMatchObject({ standing: 'passed' });
    const ended = { ...ends, validUntil: '2026-11-19' };
    expect(stand(exam('2025-10-01'), ended)).toMatchObject({ standing: 'due', attempts: 0 });
    expect(stand(ended, exam('2026-11-19'))).toMatchObject({ standing: 'resit', attempts: 1 });
  });

  it('is disputed until it is decided, and then as decided', () => {
    const failed = exam('2026-11-18');
    expect(stand({ ...failed, dispute: 'open' })).toMatchObject({ standing: 'disputed', examId: failed.id });
    expect(stand({ ...failed, dispute: 'stands' })).toMatchObject({ standing: 'resit', attempts: 1 });
    expect(stand({ ...failed, dispute: 'passed', outcome: 'passed' })).toMatchObject({ standing: 'passed' });
    // An attempt that does not count is followed by another at once.
    expect(stand({ ...failed, dispute: 'again' })).toMatchObject({ standing: 'due', attempts: 0, mayFrom: null });
  });
});
