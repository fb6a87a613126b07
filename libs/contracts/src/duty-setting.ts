import { z } from 'zod';
import { Revision } from './organisation.js';

const mostDays = 90;
const minutes = z
  .int()
  .min(0)
  .max(mostDays * 24 * 60);

/** How long after it was due a duty goes up to those above whoever has it. */
export const DutySetting = z
  .object({
    supervisorAfterMinutes: minutes,
    headAfterMinutes: minutes.describe('Not before the supervisor'),
    revision: Revision,
  })
  .meta({ id: 'DutySetting' });
export type DutySetting = z.infer<typeof DutySetting>;

export const ChangeDutySetting = z
  .strictObject(DutySetting.shape)
  .refine(({ supervisorAfterMinutes, headAfterMinutes }) => headAfterMinutes >= supervisorAfterMinutes, {
    path: ['headAfterMinutes'],
    message: 'a duty goes up to the head no sooner than to the supervisor',
    params: { code: 'head-before-supervisor' },
  })
  .meta({ id: 'ChangeDutySetting' });
export type ChangeDutySetting = z.output<typeof ChangeDutySetting>;
