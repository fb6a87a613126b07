import type { ContactAnswers } from '@forecall/contracts';
import { gapDimensions, gapSides, highestScore, type SurveyMeasure, surveyMeasures } from '@forecall/domain';
import type { Say } from '../../platform/i18n/texts.js';

export type Answer = ContactAnswers['answers'][number];

const measureOf = (kind: string): SurveyMeasure => surveyMeasures.find((one) => one === kind) ?? 'item';

/** The highest score of its scale: "4 of 5", "9 of 10". */
export const highestOf = ({ kind, scale }: Pick<Answer, 'kind' | 'scale'>): number => highestScore(kind, scale);

/** What was measured: satisfaction, or of a key account's form the dimension and its side. */
export function measuredBy({ kind, item }: Pick<Answer, 'kind' | 'item'>, t: Say): string {
  const measure = measureOf(kind);
  if (measure !== 'item') return t(`survey-entry.measure.${measure}`);
  const dimension = gapDimensions.find((one) => item?.startsWith(`${one}-`));
  const side = gapSides.find((one) => item?.endsWith(`-${one}`));
  if (!dimension || !side) return t('survey-entry.measure.item');
  return t('survey-entry.of-dimension', {
    dimension: t(`survey-entry.dimension.${dimension}`),
    side: t(`survey-entry.side.${side}`),
  });
}

/** Those that count first, the newest on top; then what was changed or taken out since. */
export const inOrder = (answers: readonly Answer[]): Answer[] =>
  answers.toSorted(
    (a, b) => Number(isPast(a)) - Number(isPast(b)) || Date.parse(b.at) - Date.parse(a.at) || (a.id < b.id ? -1 : 1),
  );

export const isPast = ({ supersededBy, voidedAt }: Answer): boolean => supersededBy !== null || voidedAt !== null;
