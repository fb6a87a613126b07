import type { OpenSurveyReplies, SurveyQuestion } from '@forecall/contracts';
import { lowestOf } from '@forecall/domain';
import type { AskedVersion, ToldCount } from './link-replies.query.js';

type Question = OpenSurveyReplies['questions'][number];

/**
 * What was told, question by question: of all versions, the newest first. A question whose scale became another is
 * another question; one that is asked no more stands after those that are.
 */
export function countedReplies(versions: readonly AskedVersion[], counts: readonly ToldCount[]): Question[] {
  const found = new Map<string, Counted>();
  for (const { versionId, content } of versions)
    for (const question of content.questions) {
      const told = counts.filter((one) => one.versionId === versionId && one.id === question.id);
      const before = found.get(keyOf(question)) ?? { question, options: new Map(), told: [] };
      const options = question.kind === 'choice' ? question.options.map(({ id, text }) => [id, text] as const) : [];
      found.set(keyOf(question), {
        question: before.question,
        options: new Map([...before.options, ...options.filter(([id]) => !before.options.has(id))]),
        told: [...before.told, ...told],
      });
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

interface Counted {
  /** As it is asked by the newest version that has it. */
  readonly question: SurveyQuestion;
  readonly options: ReadonlyMap<string, Words>;
  readonly told: readonly ToldCount[];
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
