import { z } from 'zod';

/** RFC 9457 problem details. `code` is what the console translates; `title` and `detail` are English for logs and API users. */
export const Problem = z
  .object({
    type: z.string(),
    title: z.string(),
    status: z.number().int(),
    code: z.string(),
    detail: z.string().optional(),
    fields: z.array(z.object({ path: z.string(), code: z.string(), message: z.string() })).optional(),
    values: z
      .record(z.string(), z.union([z.string(), z.number()]))
      .optional()
      .describe('What the translated text needs'),
  })
  .meta({ id: 'Problem' });
export type Problem = z.infer<typeof Problem>;
