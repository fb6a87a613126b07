import { z } from 'zod';

const inBoth = z.object({ en: z.string(), zh: z.string() });

/** One question of a reply as it was asked, and what was told. */
export const SurveyReplyLine = z
  .discriminatedUnion('kind', [
    z.object({
      kind: z.literal('scale'),
      asked: inBoth,
      score: z.int(),
      highest: z.int(),
      words: inBoth.nullable().describe('Of an end of the scale; between them null'),
    }),
    z.object({ kind: z.literal('choice'), asked: inBoth, words: inBoth }),
    z.object({ kind: z.literal('text'), asked: inBoth, said: z.string() }),
  ])
  .meta({ id: 'SurveyReplyLine' });
export type SurveyReplyLine = z.infer<typeof SurveyReplyLine>;

export const surveyReplyLines = z
  .array(SurveyReplyLine)
  .describe('In the order of the questions; empty: it came by no form');
