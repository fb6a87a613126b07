/**
 * Sample standard deviation (divisor n - 1) from a count, a sum and a sum of squares. Null for fewer than two values.
 * Whole-number sums keep it exact to about 15 digits; a rounding below zero counts as zero.
 */
export function standardDeviationFromSums(count: number, sum: number, sumOfSquares: number): number | null {
  if (count < 2) return null;
  return Math.sqrt(Math.max(0, (sumOfSquares - (sum * sum) / count) / (count - 1)));
}
