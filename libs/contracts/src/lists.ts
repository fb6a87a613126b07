import { z } from 'zod';

/** How many rows are counted at most; beyond it a list says "more than 1,000". */
export const mostCounted = 1000;

export const countQuery = {
  before: z.string().max(200).optional().describe('Only what stands before this row: the `head` of a list'),
};

/** How many rows a list has within the sight of who asks. */
export const ListCount = z
  .object({
    count: z.int().describe(`At most ${mostCounted}`),
    isMore: z.boolean().describe('There are more than that'),
    without: z
      .array(z.object({ filter: z.string(), count: z.int(), isMore: z.boolean() }))
      .describe('Where nothing is found: what there would be without one of the filters, the most first'),
  })
  .meta({ id: 'ListCount' });
export type ListCount = z.infer<typeof ListCount>;
