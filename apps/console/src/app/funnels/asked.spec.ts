import { askedIn, questionOf } from './asked.js';

const today = '2026-11-28';

describe('the question of a funnel in an address', () => {
  it('is taken as it stands', () => {
    const asked = askedIn(
      { metric: 'complaints-concerning', of: 'company', by: 'team', judged: 'as-counted', period: 'last-month' },
      today,
    );
    expect(asked).toEqual({
      metric: 'complaints-concerning',
      of: 'company',
      by: 'team',
      judged: 'as-counted',
      period: 'last-month',
    });
    expect(questionOf(asked, today)).toEqual({
      ...{ metric: 'complaints-concerning', of: 'company', by: 'team', judged: 'as-counted' },
      ...{ from: '2026-10-01', to: '2026-11-01' },
    });
  });

  it('is the usual one where the address says nothing, or nothing that can be asked', () => {
    const usual = { metric: 'csat', of: undefined, by: undefined, judged: 'like-for-like', period: 'last-3-months' };
    expect(askedIn({}, today)).toEqual(usual);
    expect(askedIn({ metric: 'nps', by: 'month', judged: 'kindly', period: '2026-02-30..2026-03-01' }, today)).toEqual(
      usual,
    );
    expect(askedIn({ metric: ['csat', 'nps'] }, today)).toEqual(usual);
  });
});
