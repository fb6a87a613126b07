import type { SurveyContent, SurveyQuestion } from '@forecall/contracts';
import { lowestOf } from '@forecall/domain';

/** By the id of the question: a score, the id of an option, or words. */
export type Told = Readonly<Record<string, number | string>>;

/** The scores of a question as answers to pick; a digit picks its score, ten has none. */
export function scoresOf(
  question: Extract<SurveyQuestion, { kind: 'scale' }>,
  words: (text: SurveyQuestion['text']) => string,
): { value: string; label: string; press?: string }[] {
  const lowest = lowestOf(question.measure);
  return Array.from({ length: question.steps }, (_, n) => {
    const score = String(lowest + n);
    const end = n === 0 ? words(question.low) : n === question.steps - 1 ? words(question.high) : '';
    return { value: score, label: end ? `${score} · ${end}` : score, ...(score.length === 1 && { press: score }) };
  });
}

/** What was chosen or typed, as the server takes it: nothing of what was left empty. */
export function toldOf({ questions }: SurveyContent, typed: Readonly<Record<string, string>>): Told {
  return Object.fromEntries(
    questions.flatMap((question): [string, number | string][] => {
      const text = (typed[question.id] ?? '').trim();
      return text === '' ? [] : [[question.id, question.kind === 'scale' ? Number(text) : text]];
    }),
  );
}

/** The questions that have to be answered and are not. */
export const missingIn = ({ questions }: SurveyContent, told: Told): ReadonlySet<string> =>
  new Set(questions.filter(({ id, isRequired }) => isRequired && told[id] === undefined).map(({ id }) => id));
