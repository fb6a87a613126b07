import { lowestOf, type SurveyQuestionShape } from './survey-form.js';

interface Words {
  readonly en: string;
  readonly zh: string;
}

/** One question of a reply as it was asked, and what was told. */
export type ReplyLine =
  | {
      readonly kind: 'scale';
      readonly asked: Words;
      readonly score: number;
      readonly highest: number;
      /** Of an end of the scale; between them null. */
      readonly words: Words | null;
    }
  | { readonly kind: 'choice'; readonly asked: Words; readonly words: Words }
  | { readonly kind: 'text'; readonly asked: Words; readonly said: string };

/** What was answered, in the order of the questions; what was left out is left out. `told` is by the ids of questions. */
export const replyLines = (
  questions: readonly SurveyQuestionShape[],
  told: Readonly<Record<string, number | string>>,
): ReplyLine[] => questions.flatMap((question) => lineOf(question, told[question.id]));

function lineOf(question: SurveyQuestionShape, reply: number | string | undefined): ReplyLine[] {
  if (reply === undefined) return [];
  const asked = question.text;
  switch (question.kind) {
    case 'scale': {
      const [lowest, score] = [lowestOf(question.measure), Number(reply)];
      const highest = lowest + question.steps - 1;
      const words = score === lowest ? question.low : score === highest ? question.high : null;
      return [{ kind: 'scale', asked, score, highest, words }];
    }
    case 'choice': {
      const chosen = question.options.find(({ id }) => id === reply);
      return chosen ? [{ kind: 'choice', asked, words: chosen.text }] : [];
    }
    case 'text':
      return [{ kind: 'text', asked, said: String(reply) }];
  }
}
