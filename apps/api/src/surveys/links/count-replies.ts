import type { OpenSurveyReplies, SurveyQuestion } from '@forecall/contracts';
import { lowestOf } from '@forecall/domain';
import type { AskedVersion, ToldCount } from './link-replies.query.js';

type Question = OpenSurveyReplies['questions'][number];

/**
 * What was told, question by question: of all versions, the newest first. A question whose scale became another is
 * another question; one that is asked no more stands after those that are.
 */
export function countedReplies(versions: readonly AskedVersion[], counts: readonly ToldCount[]): Question[] {
  const found = new Map<string, { question: SurveyQuestion; options: Map<string, Words>; told: ToldCount[] }>();
  for (const { versionId, content } of versions)
    for (const question of content.questions) {
      const told = counts.filter((one) => one.versionId === versionId && one.id === question.id);
      const before = found.get(keyOf(question));
      if (before) before.told.push(...told);
      else found.set(keyOf(question), { question, options: new Map(), told });
      if (question.kind !== 'choice') continue;
      const { options } = found.get(keyOf(question))!;
      for (const { id, text } of question.options) if (!options.has(id)) options.set(id, text);
    }
  return [...found.values()]
    .filter(({ question, told }) => told.length > 0 || versions[0]?.content.questions.includes(question))
    .map(({ question, options, told }) => ({
      ...{ id: question.id, kind: question.kind, text: question.text },
      answers: sumOf(told),
      counts: valuesOf(question, options).map(({ value, text }) => ({
        ...{ value, text },
        count: sumOf(told.filter((one) => one.value === value)),
      })),
    }));
}

type Words = SurveyQuestion['text'];

const keyOf = (question: SurveyQuestion): string =>
  [question.id, question.kind, ...(question.kind === 'scale' ? [question.measure, question.steps] : [])].join(' ');

const sumOf = (told: readonly ToldCount[]): number => told.reduce((sum, { count }) => sum + count, 0);

function valuesOf(
  question: SurveyQuestion,
  options: ReadonlyMap<string, Words>,
): { readonly value: string; readonly text: Words | null }[] {
  if (question.kind === 'text') return [];
  if (question.kind === 'choice') return [...options].map(([value, text]) => ({ value, text }));
  const highest = lowestOf(question.measure) + question.steps - 1;
  return Array.from({ length: question.steps }, (_, n) => ({ value: String(highest - n), text: null }));
}
