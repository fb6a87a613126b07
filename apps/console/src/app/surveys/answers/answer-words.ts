import type { ContactAnswers, SurveyReplyLine } from '@forecall/contracts';
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

export interface TellingAnswer {
  readonly answer: Answer;
  /** All that was told with it, where it came by a form; its words are among that. */
  readonly lines: readonly SurveyReplyLine[];
}

/**
 * Those that count first; what one form asked stands together, under the first measure that counts of it. What was
 * changed or taken out since stands by itself.
 */
export function byAsking({ answers, replies }: ContactAnswers): TellingAnswer[] {
  const told = new Map(replies.map(({ askId, lines }) => [askId, lines]));
  const heads = new Map<string, Answer>();
  for (const answer of answers) {
    if (isPast(answer) || answer.askId === null || !told.get(answer.askId)?.length) continue;
    const head = heads.get(answer.askId);
    if (!head || (head.kind === 'item' && answer.kind !== 'item')) heads.set(answer.askId, answer);
  }
  return inOrder(answers).flatMap((answer) => {
    const head = answer.askId === null || isPast(answer) ? undefined : heads.get(answer.askId);
    if (head === undefined) return [{ answer, lines: [] }];
    return head === answer ? [{ answer, lines: told.get(answer.askId ?? '') ?? [] }] : [];
  });
}

/** Those that count first, the newest on top; then what was changed or taken out since. */
const inOrder = (answers: readonly Answer[]): Answer[] =>
  answers.toSorted(
    (a, b) => Number(isPast(a)) - Number(isPast(b)) || Date.parse(b.at) - Date.parse(a.at) || (a.id < b.id ? -1 : 1),
  );

export const isPast = ({ supersededBy, voidedAt }: Answer): boolean => supersededBy !== null || voidedAt !== null;
