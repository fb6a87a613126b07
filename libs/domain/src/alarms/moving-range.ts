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

/** Their mean. Without two neighbours there is none. */
export function meanMovingRange(values: readonly (number | null)[]): number {
  const ranges = movingRanges(values);
  if (ranges.length === 0) throw new RangeError('A moving range needs two neighbouring points in the baseline');
  return ranges.reduce((sum, range) => sum + range, 0) / ranges.length;
}
