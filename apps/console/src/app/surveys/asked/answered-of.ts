import type { SurveyAskCounts } from '@forecall/contracts';

/** Under this many nothing is said in percent. */
const leastForRate = 5;

/** Of the askings that arrived how many were answered; what bounced never arrived, what ended unanswered did. */
export function answeredOf({ sent, answered, expired }: SurveyAskCounts): {
  readonly answered: number;
  readonly delivered: number;
  /** null: of too few */
  readonly rate: number | null;
} {
  const delivered = sent + answered + expired;
  return { answered, delivered, rate: delivered < leastForRate ? null : answered / delivered };
}
