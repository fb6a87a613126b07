import { tallyStanding } from './tally-standing.js';

const startedAt = '2026-11-27T19:17:00.000Z';
const hoursLater = (hours: number) => Date.parse(startedAt) + hours * 3_600_000;
const found = (differences: number) => ({ startedAt, finishedAt: '2026-11-27T19:18:00.000Z', differences, first: [] });

describe('what the last comparison of the tallies says', () => {
  it('is nothing before the first', () => {
    const none = { startedAt: null, finishedAt: null, differences: null, first: [] };
    expect(tallyStanding(none, Date.now())).toBe('never');
  });

  it('is that all agrees only where it ended without a difference', () => {
    expect(tallyStanding(found(0), hoursLater(1))).toBe('agrees');
    expect(tallyStanding(found(1), hoursLater(1))).toBe('differs');
  });

  it('is under way for a night, then broken off', () => {
    const begun = { startedAt, finishedAt: null, differences: null, first: [] };
    expect(tallyStanding(begun, hoursLater(5))).toBe('under-way');
    expect(tallyStanding(begun, hoursLater(7))).toBe('broken-off');
  });
});
