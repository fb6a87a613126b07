import { pastPeriods } from './past-periods.js';

describe('past periods', () => {
  it('are those that are over, the newest first', () => {
    expect(pastPeriods('quarter', '2026-11-29', 3)).toEqual(['2026-07-01', '2026-04-01', '2026-01-01']);
    expect(pastPeriods('half-year', '2026-07-01', 2)).toEqual(['2026-01-01', '2025-07-01']);
    expect(pastPeriods('month', '2026-01-31', 2)).toEqual(['2025-12-01', '2025-11-01']);
  });
});
