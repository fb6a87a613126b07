import { z } from 'zod';
import { instant, next, pageQuery, uuid } from './written.js';

const Words = z.object({ en: z.string(), zh: z.string() });

/** What came in by a standing link, question by question: the newest words of each, over all versions of its form. */
export const OpenSurveyReplies = z
  .object({
    questions: z
      .array(
        z.object({
          id: z.string(),
          kind: z.enum(['scale', 'choice', 'text']),
          text: Words,
          answers: z.int(),
          counts: z
            .array(z.object({ value: z.string(), text: Words.nullable().describe('null: a score'), count: z.int() }))
            .describe('By score, the highest first, or by option; none of a text, which is read one by one'),
        }),
      )
      .describe('In the order of the newest version'),
  })
  .meta({ id: 'OpenSurveyReplies' });
export type OpenSurveyReplies = z.infer<typeof OpenSurveyReplies>;

export const OpenSurveyWordsQuery = z.strictObject(pageQuery);
export type OpenSurveyWordsQuery = z.output<typeof OpenSurveyWordsQuery>;

/** What customers wrote, as they wrote it. */
export const OpenSurveyWords = z
  .object({
    replies: z
      .array(z.object({ id: uuid, at: instant, words: z.array(z.object({ question: Words, text: z.string() })) }))
      .describe('The newest first'),
    next,
  })
  .meta({ id: 'OpenSurveyWords' });
export type OpenSurveyWords = z.infer<typeof OpenSurveyWords>;
