import { mustBeFinite } from '../statistics/sound-input.js';

export interface CusumPlan {
  readonly target: number;
  /** What is taken off each deviation, in the unit of the values: half the shift to be found. */
  readonly allowance: number;
  /** A sum beyond this signals, in the unit of the values. */
  readonly threshold: number;
  /** Where both sums begin: 0, or half the threshold for a fast initial response. */
  readonly headStart?: number;
}

export interface CusumPoint {
  readonly position: number;
  readonly up: number;
  readonly down: number;
  /** For how many points the sum has been above 0. */
  readonly upFor: number;
  readonly downFor: number;
  readonly isUpSignal: boolean;
  readonly isDownSignal: boolean;
}

/** Rounding in the last digits makes no signal of a sum on the threshold. */
const isBeyond = (sum: number, threshold: number): boolean => sum - threshold > 1e-9 * Math.max(1, threshold);

/**
 * The tabular CUSUM of both sides; both sums are 0 or more. A sum on the threshold is no signal.
 * Source: Montgomery, Introduction to Statistical Quality Control (2009), section 9.1; Lucas and Crosier, Technometrics
 * 24 (1982) 199 for the head start.
 */
export function cusum(values: readonly number[], plan: CusumPlan): CusumPoint[] {
  const { target, allowance, threshold, headStart = 0 } = plan;
  mustBeFinite('The target', target);
  for (const [what, value] of Object.entries({ allowance, threshold, 'head start': headStart })) {
    if (!(value >= 0)) throw new RangeError(`The ${what} must be at least 0, and is ${value}`);
  }
  let [up, down, upFor, downFor] = [headStart, headStart, 0, 0];
  return values.map((value, n) => {
    mustBeFinite(`The value at point ${n + 1}`, value);
    up = Math.max(0, tidy(up + value - target - allowance));
    down = Math.max(0, tidy(down + target - value - allowance));
    upFor = up > 0 ? upFor + 1 : 0;
    downFor = down > 0 ? downFor + 1 : 0;
    return {
      ...{ position: n + 1, up, down, upFor, downFor },
      ...{ isUpSignal: isBeyond(up, threshold), isDownSignal: isBeyond(down, threshold) },
    };
  });
}

/** What is left of a sum that came to nothing but for the last digits is nothing, or it would count as a run. */
const tidy = (sum: number): number => (Math.abs(sum) < 1e-12 ? 0 : sum);

/** The last point before the change that a signal speaks of: since then the sum has been above 0. */
export const lastInControl = ({ position, upFor, downFor, isUpSignal }: CusumPoint): number =>
  position - (isUpSignal ? upFor : downFor);

/** The sums of all deviations from the target so far. */
export function plainCusum(values: readonly number[], target: number): number[] {
  let sum = 0;
  return values.map((value, n) => {
    mustBeFinite(`The value at point ${n + 1}`, value);
    return (sum += value - target);
  });
}
