import type { SurveyContent, SurveyQuestion } from '@forecall/contracts';
import type { Told } from './judge-reply.js';
import type { Typed } from './question-form.js';

/** The name of the box that takes away what was written before. No question's field has this name. */
export const goneField = ({ id }: Pick<SurveyQuestion, 'id'>): string => `gone-${id}`;

/**
 * What was answered by the same link before, for its page: scores and choices. What the customer wrote stays with us:
 * whoever else has the letter by now does not read it.
 */
export const chosenBefore = ({ questions }: SurveyContent, former: Told): Typed =>
  Object.fromEntries(
    questions.flatMap(({ id, kind }) =>
      kind === 'text' || former[id] === undefined ? [] : [[id, String(former[id])] as const],
    ),
  );

/** The questions whose words are to be taken away. */
export function goneIn({ questions }: SurveyContent, body: unknown): ReadonlySet<string> {
  const sent = typeof body === 'object' && body !== null ? body : {};
  return new Set(questions.filter((question) => Object.hasOwn(sent, goneField(question))).map(({ id }) => id));
}

/** Words that were left empty stay as they were before, unless they are to be taken away. */
export const withWordsBefore = (
  { questions }: SurveyContent,
  typed: Typed,
  { former, gone }: { readonly former: Told; readonly gone: ReadonlySet<string> },
): Typed => ({
  ...typed,
  ...Object.fromEntries(
    questions.flatMap(({ id, kind }) =>
      kind === 'text' && typed[id] === '' && former[id] !== undefined && !gone.has(id)
        ? [[id, String(former[id])] as const]
        : [],
    ),
  ),
});
