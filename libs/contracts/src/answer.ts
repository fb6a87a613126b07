import { z } from 'zod';
import { Revision } from './organisation.js';
import { surveyReplyLines } from './survey-reply.js';
import { type FieldFault, fieldIssue, freeText, instant, uuid } from './written.js';

export const answerKinds = ['csat', 'nps', 'ces'] as const;
export const AnswerKind = z.enum(answerKinds).meta({ id: 'AnswerKind' });

/** Lowest and highest score, both included. */
const scores = { csat: [1, 5], nps: [0, 10], ces: [1, 7] } as const;

export function scoreFault(kind: z.output<typeof AnswerKind>, score: number): FieldFault | undefined {
  const [lowest, highest] = scores[kind];
  if (score >= lowest && score <= highest) return undefined;
  return { path: 'score', code: 'score-outside-scale', message: 'is outside the scale' };
}

/** A customer's answer about one contact; it is credited to whom the contact is. */
export const RecordAnswer = z
  .strictObject({
    kind: AnswerKind.default('csat').describe('csat 1..5, nps 0..10, ces 1..7'),
    score: z.int().min(0).max(10),
    text: freeText(2000).default('').describe('In the customer’s words'),
    at: instant.optional().describe('When the customer answered; left out: now'),
  })
  .superRefine(({ kind, score }, refuse) => {
    const fault = scoreFault(kind, score);
    if (fault) refuse.addIssue(fieldIssue(fault));
  })
  .meta({ id: 'RecordAnswer' });
export type RecordAnswer = z.output<typeof RecordAnswer>;

/** How many scores a kind's scale has. */
export const scaleOf = (kind: z.output<typeof AnswerKind>): number => scores[kind][1] - scores[kind][0] + 1;

export const AnswerRecorded = z
  .object({
    id: uuid,
    supersedes: uuid.nullable().describe('The earlier answer of this kind, which counts no more'),
  })
  .meta({ id: 'AnswerRecorded' });
export type AnswerRecorded = z.infer<typeof AnswerRecorded>;

export const ContactAnswers = z
  .object({
    answers: z.array(
      z.object({
        id: uuid,
        askId: uuid.nullable().describe('The asking it came by; null: by none'),
        kind: z.string(),
        item: z.string().nullable().describe('Of a kind `item` which: `reliability-expectation`, or form and question'),
        scale: z.int(),
        score: z.int(),
        text: z.string(),
        at: instant,
        enteredHow: z.enum(['import', 'by-hand', 'survey']),
        supersededBy: uuid.nullable(),
        voidedAt: instant.nullable(),
        voidReason: z.string().nullable(),
        revision: Revision,
      }),
    ),
    replies: z
      .array(z.object({ askId: uuid, lines: surveyReplyLines }))
      .describe('Of each asking all that was told last; without what was written where the customer is withheld'),
  })
  .meta({ id: 'ContactAnswers' });
export type ContactAnswers = z.infer<typeof ContactAnswers>;
