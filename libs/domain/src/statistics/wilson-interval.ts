import { type Interval, z95 } from './interval.js';

/**
 * Wilson's score interval of a proportion, without continuity correction, 95 % by default; 0..1.
 * `trials` must be positive and `successes` within 0..trials. Source: Wilson, JASA 22 (1927) 209.
 */
export function wilsonInterval(successes: number, trials: number, z = z95): Interval {
  const p = successes / trials;
  const spread = z * Math.sqrt((p * (1 - p)) / trials + (z * z) / (4 * trials * trials));
  const centre = p + (z * z) / (2 * trials);
  const scale = 1 + (z * z) / trials;
  return {
    low: successes === 0 ? 0 : Math.max(0, (centre - spread) / scale),
    high: successes === trials ? 1 : Math.min(1, (centre + spread) / scale),
    method: 'wilson',
  };
}
