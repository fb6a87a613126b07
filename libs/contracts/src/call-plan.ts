import { addDays } from '@forecall/domain';
import { z } from 'zod';
import { PlannedCallEntry } from './proactive-call.js';
import { day, type FieldFault, Named, NamedInBoth, uuid } from './written.js';

const at = z.iso.datetime({ offset: true });
const onDay = z.iso.date();

/** So many days of a plan in one answer. */
export const mostPlanDays = 35;

const badPeriod: FieldFault = {
  path: 'to',
  code: 'plan-period',
  message: `is before the first day, or more than ${mostPlanDays} days from it`,
};

const whose = {
  teamId: uuid.optional().describe('Only of this team'),
  staffId: uuid.optional().describe('Only this caller'),
};

export const PlanLoadQuery = z
  .strictObject({ from: day, to: day.describe(`Included; at most ${mostPlanDays} days`), ...whose })
  .refine(({ from, to }) => from <= to && to < addDays(from, mostPlanDays), {
    path: [badPeriod.path],
    error: badPeriod.message,
    params: { code: badPeriod.code },
  });
export type PlanLoadQuery = z.output<typeof PlanLoadQuery>;

export const PlanDayQuery = z.strictObject({ on: day, ...whose });
export type PlanDayQuery = z.output<typeof PlanDayQuery>;

/** Why somebody has less time for calls, or none. */
export const awayReasons = ['leave', 'holiday', 'closed', 'not-worked', 'no-calls'] as const;
export const AwayReason = z
  .enum(awayReasons)
  .describe('not-worked: no working day of theirs; no-calls: makes none')
  .meta({ id: 'AwayReason' });
export type AwayReason = z.infer<typeof AwayReason>;

/** What stands against what can be done: one caller and day. */
export const LoadOfDay = z
  .object({
    day: onDay,
    planned: z.int().describe('To be made; of today with what is left from before'),
    made: z.int(),
    missed: z.int().describe('Given up on that day'),
    late: z.int().describe('Of those planned: due before today'),
    atRisk: z.int().describe('Of those planned'),
    capacity: z.int().describe('Calls that can be made; 0: none'),
    away: AwayReason.nullable().describe('With a capacity: for a part of the day'),
    holiday: z.object({ nameEn: z.string(), nameZh: z.string() }).nullable(),
  })
  .meta({ id: 'LoadOfDay' });
export type LoadOfDay = z.infer<typeof LoadOfDay>;

const caller = { staff: Named, team: NamedInBoth.nullable(), zone: z.string(), today: onDay };

const plan = {
  plannedAt: at.nullable().describe('When the plan was made'),
  isAsked: z.boolean().describe('A new one is being made'),
  teams: z.array(NamedInBoth).describe('Of those whom one leads, with callers; at most 200'),
  hasMore: z.boolean().describe('More callers than are told here: at most 60'),
};

/** The load of those whom one leads, or of oneself. */
export const PlanLoad = z
  .object({
    ...plan,
    callers: z.array(z.object({ ...caller, days: z.array(LoadOfDay) })),
    unplaced: z.int().describe('Due by the last day, and without a place; at most 200 are counted'),
  })
  .meta({ id: 'PlanLoad' });
export type PlanLoad = z.infer<typeof PlanLoad>;

const span = z.object({ from: at, to: at });

export const CallInPlan = PlannedCallEntry.extend({
  windows: z.array(span).describe('When the caller works and they can be called, that day'),
  zone: z.string().nullable().describe('Whose clock they go by; null: ours'),
  tries: z.int().describe('So often nobody was reached'),
  retryAt: at.nullable().describe('Tried again from then on'),
  endedAt: at.nullable(),
}).meta({ id: 'CallInPlan' });
export type CallInPlan = z.infer<typeof CallInPlan>;

/** One day of the plan, call by call. */
export const PlanDay = z
  .object({
    ...plan,
    day: onDay,
    slotMinutes: z.int(),
    callers: z.array(
      z.object({
        ...caller,
        load: LoadOfDay,
        hours: z.array(span).describe('When they work'),
        calls: z.array(CallInPlan).describe('In order; at most 2,000 of all callers'),
      }),
    ),
    unplaced: z
      .array(CallInPlan)
      .describe('Due by then and without a place, in the care of these callers; at most 200'),
  })
  .meta({ id: 'PlanDay' });
export type PlanDay = z.infer<typeof PlanDay>;

export const PlaceQuery = z.strictObject({ on: day, staffId: uuid.describe('Who is to make it') });
export type PlaceQuery = z.output<typeof PlaceQuery>;

/** Where a call would stand, if it went to a caller and day. */
export const PlaceForCall = z
  .object({
    startAt: at.nullable().describe('The free slot nearest to its time of day; null: there is none'),
    isInWindow: z.boolean().describe('They can be called then'),
    zone: z.string().describe('Of the caller'),
    load: LoadOfDay,
  })
  .meta({ id: 'PlaceForCall' });
export type PlaceForCall = z.infer<typeof PlaceForCall>;
