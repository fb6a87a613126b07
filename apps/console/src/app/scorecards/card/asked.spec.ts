import { daysIn } from './asked.js';

describe('the period of a card', () => {
  const today = '2026-11-22';

  it('is the running month where the address says nothing sensible, or more than a year', () => {
    const usual = { period: 'this-month', from: '2026-11-01', to: '2026-11-23' };
    for (const period of [undefined, '', 'soon', 'last-3-years', '2024-01-01..2026-01-01', '2026-02-02..2026-02-01'])
      expect(daysIn({ period }, today)).toEqual(usual);
  });

  it('is what the address says, also two days of one’s own', () => {
    expect(daysIn({ period: 'last-quarter' }, today)).toEqual({
      ...{ period: 'last-quarter', from: '2026-07-01', to: '2026-10-01' },
    });
    expect(daysIn({ period: ['2026-03-02..2026-03-08'] }, today)).toMatchObject({
      from: '2026-03-02',
      to: '2026-03-09',
    });
    expect(daysIn({ period: 'last-12-months' }, today).from).toBe('2025-11-01');
  });
});
