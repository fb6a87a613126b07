import { z } from 'zod';

/** What the last nightly comparison of the tallies with a recount of the rows found. */
export const TallyVerification = z
  .object({
    startedAt: z.iso.datetime().nullable().describe('null: there was none yet'),
    finishedAt: z.iso.datetime().nullable(),
    differences: z.number().int().nullable().describe('0: every tally agrees; counted up to 100'),
    first: z
      .array(
        z.object({
          table: z.string(),
          key: z.string(),
          atom: z.string(),
          tallied: z.number(),
          recounted: z.number(),
        }),
      )
      .describe('At most ten of them'),
  })
  .meta({ id: 'TallyVerification' });
export type TallyVerification = z.infer<typeof TallyVerification>;
