import type { SurveyContent } from '@forecall/contracts';
import type { Told } from './judge-reply.js';

/** A row for each score; the words go with the first. */
export function scored({ content, formId }: { readonly content: SurveyContent; readonly formId: string }, told: Told) {
  const scales = content.questions.filter((question) => question.kind === 'scale');
  const text = textOf(content, told);
  return scales
    .flatMap(({ id, measure: kind, steps: scale, gap }) => {
      const score = told[id];
      if (typeof score !== 'number') return [];
      const item = kind !== 'item' ? null : gap ? `${gap.dimension}-${gap.side}` : `${formId}.${id}`;
      return [{ kind, item, scale, score }];
    })
    .map((answer, n) => ({ ...answer, text: n === 0 ? text : '' }));
}

const mostCharacters = 2_000;

const textOf = ({ questions }: SurveyContent, told: Told): string =>
  questions
    .flatMap(({ kind, id }) => (kind === 'text' && told[id] !== undefined ? [String(told[id])] : []))
    .join('\n\n')
    .slice(0, mostCharacters);
