import { z95 } from './interval.js';
import { mustBePositive, mustBeWhole } from './sound-input.js';

/** Both ends of an interval, in the unit of what it is about. */
export interface Limits {
  readonly low: number;
  readonly high: number;
}

/**
 * Wilson's score interval with continuity correction, which covers at least about what it promises; 0..1.
 * Source: Newcombe, Statistics in Medicine 17 (1998) 857, method 4.
 */
export function wilsonCorrectedLimits(successes: number, trials: number, z = z95): Limits {
  mustBeProportion(successes, trials);
  mustBePositive('z', z);
  const p = successes / trials;
  const q = 1 - p;
  const twice = 2 * successes + z * z;
  const scale = 2 * (trials + z * z);
  const down = 1 + z * Math.sqrt(Math.max(0, z * z - 2 - 1 / trials + 4 * p * (trials * q + 1)));
  const up = 1 + z * Math.sqrt(Math.max(0, z * z + 2 - 1 / trials + 4 * p * (trials * q - 1)));
  return {
    low: successes === 0 ? 0 : Math.max(0, (twice - down) / scale),
    high: successes === trials ? 1 : Math.min(1, (twice + up) / scale),
  };
}

/**
 * The interval of every first textbook: the share with z standard errors at each side. It may leave 0..1 and is a single
 * point at 0 and 1, so nothing of ours shows it; it is here to be compared with.
 */
export function waldLimits(successes: number, trials: number, z = z95): Limits {
  mustBeProportion(successes, trials);
  mustBePositive('z', z);
  const p = successes / trials;
  const spread = z * Math.sqrt((p * (1 - p)) / trials);
  return { low: p - spread, high: p + spread };
}

export function mustBeProportion(successes: number, trials: number, of = ''): void {
  mustBeWhole(`The trials${of}`, trials, 1);
  mustBeWhole(`The successes${of}`, successes, 0, trials);
}
