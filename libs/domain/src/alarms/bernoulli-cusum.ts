import { mustBeInside, mustBePositive } from '../statistics/sound-input.js';

export interface BernoulliCusumPlan {
  /** The share of complaints in control, between 0 and 1. */
  readonly usual: number;
  /** By how much the odds have risen (above 1) or fallen (below 1) when it should be found. */
  readonly oddsRatio: number;
  /** The sum that raises the alarm; from a budget of false alarms. */
  readonly threshold: number;
}

/** Where the sum stands after some contacts; begins with `bernoulliStart`. */
export interface BernoulliCusum {
  readonly sum: number;
  /** Contacts seen. */
  readonly seen: number;
  /** How many had been seen when the sum last was 0: the estimate of the last contact before the change. */
  readonly lastAtZero: number;
  readonly isAlarm: boolean;
}

export const bernoulliStart: BernoulliCusum = { sum: 0, seen: 0, lastAtZero: 0, isAlarm: false };

/**
 * What a contact adds to the sum: the logarithm of how much likelier it is after the change than before.
 * Source: Steiner, Cook, Farewell and Treasure, Biostatistics 1 (2000) 441, without adjustment for risk.
 */
export function bernoulliWeights({ usual, oddsRatio }: Omit<BernoulliCusumPlan, 'threshold'>): {
  readonly complaint: number;
  readonly other: number;
} {
  mustBeInside('The usual share', usual);
  mustBePositive('The odds ratio', oddsRatio);
  if (oddsRatio === 1) throw new RangeError('The odds ratio must differ from 1: there is no change to find');
  const base = 1 - usual + oddsRatio * usual;
  return { complaint: Math.log(oddsRatio / base), other: -Math.log(base) };
}

/** The next contact. The sum never falls below 0; it raises the alarm at the threshold, and goes on. */
export function bernoulliCusum(before: BernoulliCusum, isComplaint: boolean, plan: BernoulliCusumPlan): BernoulliCusum {
  mustBePositive('The threshold', plan.threshold);
  const { complaint, other } = bernoulliWeights(plan);
  const sum = Math.max(0, before.sum + (isComplaint ? complaint : other));
  const seen = before.seen + 1;
  return { sum, seen, lastAtZero: sum === 0 ? seen : before.lastAtZero, isAlarm: sum >= plan.threshold };
}
