import { waitBeforeTry } from './backoff.js';

describe('the wait before the next try', () => {
  it.each([
    [0, 2_000],
    [1, 2_000],
    [2, 4_000],
    [4, 16_000],
    [5, 30_000],
    [500, 30_000],
  ])('after %i failures is %i ms', (failures, milliseconds) => {
    expect(waitBeforeTry(failures, 0.5)).toBe(milliseconds);
  });

  it('is spread by a quarter to both sides', () => {
    expect(waitBeforeTry(1, 0)).toBe(1_500);
    expect(waitBeforeTry(1, 1)).toBe(2_500);
  });
});
