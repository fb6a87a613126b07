import { z } from 'zod';

const at = z.iso.datetime({ offset: true });

/** The link by which one's own calendar reads what is planned for one. */
export const OwnCalendarFeed = z
  .object({
    madeAt: at.nullable().describe('null: there is no link'),
    readAt: at.nullable().describe('When a calendar read it last, to the minute'),
    hasNames: z.boolean().describe('The company allows the names of customers there'),
  })
  .meta({ id: 'OwnCalendarFeed' });
export type OwnCalendarFeed = z.infer<typeof OwnCalendarFeed>;

export const MadeCalendarFeed = z
  .object({ address: z.url().describe('Shown this once') })
  .meta({ id: 'MadeCalendarFeed' });
export type MadeCalendarFeed = z.infer<typeof MadeCalendarFeed>;
