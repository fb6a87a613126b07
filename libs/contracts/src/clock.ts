import { clockKinds, clockUnits, isCountedInDays } from '@forecall/domain';
import { z } from 'zod';
import { LocalDay, Revision } from './organisation.js';
import { instant, uuid, Why } from './written.js';

export const ClockKindName = z.enum(clockKinds).meta({ id: 'ClockKindName' });
export const ClockUnitName = z.enum(clockUnits).meta({ id: 'ClockUnitName' });

const amount = z.int().min(1).describe('Seconds of elapsed and of business time, else days');

/** A promise that runs, or ran, for a complaint. */
export const ComplaintClock = z
  .object({
    id: uuid,
    kind: ClockKindName,
    unit: ClockUnitName,
    amount,
    allowsPauses: z.boolean(),
    startedAt: instant,
    dueSoonAt: instant.describe('Half of the time is used'),
    dueAt: instant,
    metAt: instant.nullable(),
    pausedAt: instant.nullable().describe('It stands since then; when it is due is known when it runs on'),
    endedAt: instant.nullable().describe('The complaint was voided or merged away before'),
  })
  .meta({ id: 'ComplaintClock' });
export type ComplaintClock = z.infer<typeof ComplaintClock>;

/** While it is the customer's turn, the running clocks that allow it stand. */
export const PauseClocks = z.strictObject({ revision: Revision, why: Why }).meta({ id: 'PauseClocks' });
export type PauseClocks = z.output<typeof PauseClocks>;

export const ResumeClocks = z.strictObject({ revision: Revision }).meta({ id: 'ResumeClocks' });
export type ResumeClocks = z.output<typeof ResumeClocks>;

export const ClockRuleEntry = z
  .object({
    id: uuid,
    kind: ClockKindName,
    unit: ClockUnitName,
    amount,
    allowsPauses: z.boolean(),
    from: LocalDay.nullable().describe('null: since before the records begin'),
    isInForce: z.boolean().describe('What is received now follows it'),
    revision: Revision,
  })
  .meta({ id: 'ClockRuleEntry' });
export type ClockRuleEntry = z.infer<typeof ClockRuleEntry>;

export const ClockRuleList = z
  .object({
    today: LocalDay,
    hasWorkingTime: z.boolean().describe('Whether the organisation has hours, so that work can be counted'),
    rules: z.array(ClockRuleEntry).describe('Those to come and the newest first, at most 200'),
  })
  .meta({ id: 'ClockRuleList' });
export type ClockRuleList = z.infer<typeof ClockRuleList>;

const mostDays = 400;
const secondsPerDay = 86_400;
const promise = z
  .strictObject({ unit: ClockUnitName, amount, allowsPauses: z.boolean().default(false) })
  .refine((told) => told.amount <= (isCountedInDays(told.unit) ? mostDays : mostDays * secondsPerDay), {
    path: ['amount'],
    message: `is more than ${mostDays} days`,
  });

/** What is promised from a day on; complaints received before keep their clocks. */
export const SetClocks = z
  .strictObject({ acknowledgement: promise, answer: promise, from: LocalDay.describe('Today or later') })
  .meta({ id: 'SetClocks' });
export type SetClocks = z.output<typeof SetClocks>;
