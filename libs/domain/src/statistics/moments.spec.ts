import { standardDeviationFromSums } from './moments.js';

describe('the standard deviation from sums', () => {
  it('divides by n - 1', () => {
    // 2, 4, 4, 4, 5, 5, 7, 9: sum of squared deviations 32.
    expect(standardDeviationFromSums(8, 40, 232)).toBeCloseTo(Math.sqrt(32 / 7), 12);
  });

  it('is 0 for equal values and unknown for fewer than two', () => {
    expect(standardDeviationFromSums(3, 21, 147)).toBe(0);
    expect(standardDeviationFromSums(1, 7, 49)).toBeNull();
    expect(standardDeviationFromSums(0, 0, 0)).toBeNull();
  });
});
