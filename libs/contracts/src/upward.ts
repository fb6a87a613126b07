import { highestUpward, upwardItems } from '@forecall/domain';
import { z } from 'zod';
import { AppraisalCycle } from './appraisal-cycle.js';
import { Named, NamedInBoth, uuid } from './written.js';

const score = z.int().min(1).max(highestUpward);
const shape = Object.fromEntries(upwardItems.map((item) => [item, score])) as Record<
  (typeof upwardItems)[number],
  typeof score
>;

/** One whole answer about whoever leads the team: 1 not at all to 5 entirely. It cannot be changed: nobody knows whose it is. */
export const AnswerUpward = z
  .strictObject({ cycleId: uuid, teamId: uuid, scores: z.strictObject(shape) })
  .meta({ id: 'AnswerUpward' });
export type AnswerUpward = z.output<typeof AnswerUpward>;

export const UpwardAsked = z
  .object({
    asked: z.array(
      z.object({
        cycle: AppraisalCycle.pick({ id: true, kind: true, from: true, to: true }),
        team: NamedInBoth,
        supervisor: Named,
        isAnswered: z.boolean().describe('By whoever asks'),
      }),
    ),
  })
  .meta({ id: 'UpwardAsked' });
export type UpwardAsked = z.infer<typeof UpwardAsked>;

/** Of a whole team, once its cycle is closed. */
export const UpwardResult = z
  .object({
    team: NamedInBoth,
    supervisor: Named,
    asked: z.int(),
    answered: z.int().nullable().describe('null: fewer than four, and not even how many is said'),
    means: z
      .object(
        Object.fromEntries(upwardItems.map((item) => [item, z.number()])) as Record<
          (typeof upwardItems)[number],
          z.ZodNumber
        >,
      )
      .nullable()
      .describe('null: fewer than four have answered'),
  })
  .meta({ id: 'UpwardResult' });
export type UpwardResult = z.infer<typeof UpwardResult>;

export const UpwardResults = z
  .object({ results: z.array(UpwardResult).describe('By team; at most 1000') })
  .meta({ id: 'UpwardResults' });
export type UpwardResults = z.infer<typeof UpwardResults>;
