import { type Interval, z95 } from './interval.js';

/** The 95 % interval of a mean by the normal approximation; undefined SD (fewer than two values) gives null. */
export function meanInterval(mean: number, standardDeviation: number | null, count: number): Interval | null {
  if (standardDeviation === null || count < 2) return null;
  const spread = (z95 * standardDeviation) / Math.sqrt(count);
  return { low: mean - spread, high: mean + spread, method: 'normal' };
}
