import type { SurveyAskCounts } from '@forecall/contracts';

/** Under this many nothing is said in percent. */
const leastForRate = 5;

type Letters = SurveyAskCounts['letters'];

export interface AnsweredOf {
  readonly of: keyof Letters;
  readonly answered: number;
  readonly delivered: number;
  /** null: of too few */
  readonly rate: number | null;
}

/** Of the letters that arrived how many were answered, of contacts and of the relationship apart; none where none arrived. */
export const answeredOf = (letters: Letters): AnsweredOf[] =>
  (['contacts', 'relationship'] as const)
    .map((of) => ({ of, ...letters[of] }))
    .filter(({ delivered }) => delivered > 0)
    .map((one) => ({ ...one, rate: one.delivered < leastForRate ? null : one.answered / one.delivered }));
