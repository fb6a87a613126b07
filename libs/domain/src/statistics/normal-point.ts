import normalQuantile from '@stdlib/stats-base-dists-normal-quantile';
import { z95 } from './interval.js';
import { mustBeInside } from './sound-input.js';

/** How many standard deviations a two-sided interval of this level reaches to each side: 1.96 for 0.95. */
export function zOfLevel(level: number): number {
  mustBeInside('The level', level);
  return level === 0.95 ? z95 : normalQuantile((1 + level) / 2, 0, 1);
}

/** The point below which the standard normal distribution has the probability `p`. */
export function normalPoint(p: number): number {
  mustBeInside('The probability', p);
  return normalQuantile(p, 0, 1);
}
