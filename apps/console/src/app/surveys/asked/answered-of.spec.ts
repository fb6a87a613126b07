import { answeredOf } from './answered-of.js';

describe('answered of delivered', () => {
  it('leaves out what is planned and what bounced, and keeps what ended unanswered', () => {
    const counts = { planned: 9, sent: 2, bounced: 7, answered: 3, expired: 5 };
    expect(answeredOf(counts)).toEqual({ answered: 3, delivered: 10, rate: 0.3 });
  });

  it('says no rate of fewer than five', () => {
    const counts = { planned: 0, sent: 1, bounced: 50, answered: 3, expired: 0 };
    expect(answeredOf(counts)).toEqual({ answered: 3, delivered: 4, rate: null });
    expect(answeredOf({ ...counts, sent: 2 }).rate).toBe(0.6);
  });
});
