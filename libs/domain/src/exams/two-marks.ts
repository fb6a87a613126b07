import type { ExamOutcome } from './standing.js';

/** What one assessor's signed marks came to: weighted points over their maximum, in hundredths. */
export interface SignedScore {
  readonly numerator: number;
  readonly denominator: number;
  readonly outcome: ExamOutcome;
}

/** 0 to 100, unrounded; null: no item applied. */
export const signedScore = ({ numerator, denominator }: Pick<SignedScore, 'numerator' | 'denominator'>) =>
  denominator === 0 ? null : (numerator / denominator) * 100;

/** Two assessors agree: the same verdict, and scores no further apart than the limit, compared exactly. */
export function doAgree(first: SignedScore, second: SignedScore, limit: number): boolean {
  if (first.outcome !== second.outcome) return false;
  const cross = (a: SignedScore, b: SignedScore) => BigInt(a.numerator) * BigInt(b.denominator);
  const apart = cross(first, second) - cross(second, first);
  const size = BigInt(first.denominator) * BigInt(second.denominator);
  return (apart < 0n ? -apart : apart) * 10_000n <= BigInt(Math.round(limit * 100)) * size;
}

/** The mean of scores; null: no item applied to either. */
export function meanScore(signed: readonly SignedScore[]): number | null {
  const scores = signed.map(signedScore).filter((score) => score !== null);
  return scores.length === 0 ? null : scores.reduce((sum, score) => sum + score, 0) / scores.length;
}
