import { z } from 'zod';
import { freeText, instant, uuid } from './written.js';

/** What was promised with a contact, in one line. */
export const MakePromise = z
  .strictObject({
    what: freeText(300).trim().min(1),
    dueAt: instant.describe('By then'),
    ownerId: uuid.nullable().default(null).describe('Who keeps it; left out: who made it'),
  })
  .meta({ id: 'MakePromise' });
export type MakePromise = z.output<typeof MakePromise>;
