import { z95 } from './interval.js';
import type { Limits } from './proportion-limits.js';
import { mustBePositive, mustBeWhole } from './sound-input.js';

export interface NetPromoterAnswers {
  /** Answers of 9 and 10. */
  readonly promoters: number;
  /** Answers of 7 and 8. */
  readonly passives: number;
  /** Answers of 0 to 6. */
  readonly detractors: number;
}

export interface NetPromoterScore extends Limits {
  /** The share of promoters less that of detractors, -1..1; shown times 100. */
  readonly value: number;
  /** Of one answer that counts 1, 0 or -1, over all of them (divisor n). */
  readonly variance: number;
  readonly standardError: number;
  /** Half the width of the interval before it is cut off at -1 and 1. */
  readonly margin: number;
}

/**
 * The net promoter score with its normal interval, 95 % by default. Everybody alike gives an error of 0, which says more
 * of the formula than of the customers. Source: the definition of `nps`, SE = sqrt((P + D - (P - D)^2) / n).
 */
export function netPromoterScore(answers: NetPromoterAnswers, z = z95): NetPromoterScore {
  const { promoters, passives, detractors } = answers;
  mustBeWhole('The promoters', promoters);
  mustBeWhole('The passives', passives);
  mustBeWhole('The detractors', detractors);
  const n = promoters + passives + detractors;
  mustBeWhole('The answers', n, 1);
  mustBePositive('z', z);
  const value = (promoters - detractors) / n;
  const variance = Math.max(0, (promoters + detractors) / n - value * value);
  const standardError = Math.sqrt(variance / n);
  const margin = z * standardError;
  return {
    ...{ value, variance, standardError, margin },
    ...{ low: Math.max(-1, value - margin), high: Math.min(1, value + margin) },
  };
}
