import { z } from 'zod';
import { LocaleName } from './session.js';
import { freeText, uuid } from './written.js';

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

/** Views that one person keeps of one page. */
export const mostViews = 50;
export const listPages = ['accounts', 'complaints', 'contacts', 'promises'] as const;
export const ListPage = z.enum(listPages).meta({ id: 'ListPage' });

export const ViewQuery = z.strictObject({ page: ListPage });
export type ViewQuery = z.output<typeof ViewQuery>;

export const KeepView = z
  .strictObject({
    page: ListPage,
    name: freeText(60).trim().min(1),
    address: freeText(2000).describe('The query of the page’s address, without the question mark'),
    isFirst: z.boolean().default(false).describe('Shown when the page is opened without filters'),
  })
  .meta({ id: 'KeepView' });
export type KeepView = z.output<typeof KeepView>;

export const SavedView = z
  .object({ id: uuid, page: ListPage, name: z.string(), address: z.string(), isFirst: z.boolean() })
  .meta({ id: 'SavedView' });
export type SavedView = z.infer<typeof SavedView>;

export const SavedViews = z
  .object({ views: z.array(SavedView).describe('One’s own, by name') })
  .meta({ id: 'SavedViews' });
export type SavedViews = z.infer<typeof SavedViews>;

/** What an export asks besides the filters of its list. */
export const exportQuery = {
  format: z.enum(['csv', 'xlsx']),
  locale: LocaleName.default('en').describe('Of the heads and of the names of reasons'),
};
export const ExportQuery = z.object(exportQuery);
export type ExportQuery = z.output<typeof ExportQuery>;
