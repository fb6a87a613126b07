import { standingOf } from './exam-state.js';

describe('standingOf', () => {
  it('is booked until it begins, and being marked from then until it counts', () => {
    const exam = { state: 'booked', outcome: null, dispute: null } as const;
    const [startsAt, at] = ['2026-11-30T02:00:00.000Z', Date.parse('2026-11-30T02:00:00.000Z')];
    const words = [at - 1, at].map((nowMs) => standingOf({ ...exam, startsAt }, nowMs).word);
    expect(words).toEqual(['booked', 'being-marked']);
    // A plan says who is booked, whenever that is.
    expect(standingOf(exam).word).toBe('booked');
    expect(standingOf({ ...exam, startsAt, state: 'settled', outcome: 'passed' }, at).word).toBe('passed');
  });
});
