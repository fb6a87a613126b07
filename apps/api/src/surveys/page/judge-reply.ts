import type { SurveyContent, SurveyQuestion } from '@forecall/contracts';
import { isOnScale } from '@forecall/domain';
import { fieldOf, type Typed } from './question-form.js';
import type { SurveyTexts } from './texts.js';

/** What somebody answered, by the id of the question: a score, the id of an option, or words. */
export type Told = Readonly<Record<string, number | string>>;

/** What may be wrong with an answer. */
export type Fault = keyof SurveyTexts['errors'];

const mostCharacters = 2_000;
const readable = /^[^\0\p{Cs}]*$/u;

/** What a page sent, of the questions there are; line ends as one sign. */
export function typedIn({ questions }: SurveyContent, body: unknown): Typed {
  const sent = typeof body === 'object' && body !== null ? (body as Readonly<Record<string, unknown>>) : {};
  return Object.fromEntries(
    questions.map((question) => {
      const field = fieldOf(question);
      const value = Object.hasOwn(sent, field) ? sent[field] : '';
      return [question.id, typeof value === 'string' ? value.replaceAll('\r\n', '\n').trim() : ''];
    }),
  );
}

/** What was told, or by question what is wrong with it. */
export function judged({ questions }: SurveyContent, typed: Typed): { told: Told; faults: Record<string, Fault> } {
  const told: Record<string, number | string> = {};
  const faults: Record<string, Fault> = {};
  for (const question of questions) {
    const text = typed[question.id] ?? '';
    const fault = faultOf(question, text);
    if (fault) faults[question.id] = fault;
    else if (text !== '') told[question.id] = question.kind === 'scale' ? Number(text) : text;
  }
  return { told, faults };
}

function faultOf(question: SurveyQuestion, text: string): Fault | undefined {
  if (text === '') return question.isRequired ? 'missing' : undefined;
  switch (question.kind) {
    case 'scale':
      return /^\d{1,2}$/.test(text) && isOnScale(question, Number(text)) ? undefined : 'scale';
    case 'choice':
      return question.options.some(({ id }) => id === text) ? undefined : 'option';
    case 'text':
      if (!readable.test(text)) return 'unreadable';
      return text.length > mostCharacters ? 'long' : undefined;
  }
}
