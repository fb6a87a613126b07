/** The mean range of two neighbours in units of their standard deviation (d2 of n = 2). Source: ASTM STP 15D. */
export const meanRangeOfTwo = 1.128;

/** The upper limit of moving ranges of two, in mean ranges (D4 of n = 2). Source: ASTM STP 15D. */
export const upperRangeOfTwo = 3.267;

/** The distances of neighbours; a missing value has none to either side. */
export const movingRanges = (values: readonly (number | null)[]): number[] =>
  values.slice(1).flatMap((value, n) => {
    const before = values[n] ?? null;
    return value === null || before === null ? [] : [Math.abs(value - before)];
  });

/** Their mean; null without two neighbours. */
export function meanMovingRange(values: readonly (number | null)[]): number | null {
  const ranges = movingRanges(values);
  return ranges.length === 0 ? null : ranges.reduce((sum, range) => sum + range, 0) / ranges.length;
}
