import { healthBands } from '@forecall/domain';
import { z } from 'zod';
import { AccountBrief, CareClass, PersonAtAccount, Tier } from './customer.js';
import { Revision } from './organisation.js';
import { day, fieldIssue, freeText, instant, Named, NamedInBoth, pageQuery, Why, uuid } from './written.js';

const at = z.iso.datetime({ offset: true });
const onDay = z.iso.date();
const HealthBand = z.enum(healthBands);

export const callStates = ['planned', 'reached', 'missed', 'dropped'] as const;
export const CallState = z
  .enum(callStates)
  .describe('missed: not made before the next one was due; dropped: the account is to get none any more')
  .meta({ id: 'CallState' });

/** Why a call stands where it stands in the list of a day, the strongest reason first. */
export const callReasons = [
  'at-risk',
  'late',
  'customer-asked',
  'promise-late',
  'promise',
  'window-closes',
  'watch',
  'due',
] as const;
export const CallReason = z.enum(callReasons).meta({ id: 'CallReason' });
export type CallReason = z.infer<typeof CallReason>;

const call = {
  id: uuid,
  account: AccountBrief.omit({ repInCare: true }),
  tier: Tier.nullable(),
  health: z.number().nullable(),
  band: HealthBand.nullable(),
  dueOn: onDay,
  staff: Named.nullable().describe('Who makes it; null: it has no place'),
  slotAt: at.nullable(),
  onDay: onDay.nullable().describe('The caller’s day of the slot'),
  unplaced: z.enum(['no-caller', 'no-common-hours', 'no-capacity']).nullable(),
  isFixed: z.boolean().describe('A person chose the slot; the plan leaves it there'),
  isAskedFor: z.boolean().describe('The customer asked for its day'),
  workingDaysLate: z.int().describe('After its due day, up to today'),
  state: CallState,
  revision: Revision,
};

export const PlannedCallEntry = z.object(call).meta({ id: 'PlannedCall' });
export type PlannedCallEntry = z.infer<typeof PlannedCallEntry>;

export const CallOfMyDay = z
  .object({
    ...call,
    person: PersonAtAccount.nullable().describe('Whom to call this time; null: nobody there may be called'),
    from: at.nullable().describe('Can be called from then on today; null: not today any more'),
    to: at.nullable().describe('Until then'),
    isNow: z.boolean().describe('Can be called at this moment'),
    zone: z.string().nullable().describe('Whose clock they go by; null: ours'),
    reasons: z.array(CallReason),
    tries: z.array(z.object({ at, person: Named.nullable(), by: Named })).describe('Not reached, the newest first'),
    preparation: z.object({ why: z.string(), say: z.string(), doing: z.string() }),
    foundComplaint: z.boolean().describe('Of one that was made: a problem was found'),
    score: z.int().nullable().describe('Of one that was made: satisfaction on the spot, of 5; null: not said'),
    endedAt: at.nullable(),
    contactId: uuid.nullable().describe('Of one that was made: the contact that it became'),
  })
  .meta({ id: 'CallOfMyDay' });
export type CallOfMyDay = z.infer<typeof CallOfMyDay>;

/**
 * The calls of one caller and day, in the order in which they are to be made; those that are done last. Where nothing is
 * left to be made, those of the next day that has some come before them: `onDay` is after `day`.
 */
export const CallsOfDay = z
  .object({ day: onDay, zone: z.string(), calls: z.array(CallOfMyDay).describe('At most 120') })
  .meta({ id: 'CallsOfDay' });
export type CallsOfDay = z.infer<typeof CallsOfDay>;

export const CallsOfDayQuery = z.strictObject({
  staffId: uuid.optional().describe('Left out: oneself; others only within reach'),
  callId: uuid.optional().describe('This call of theirs too, whatever its day'),
});
export type CallsOfDayQuery = z.output<typeof CallsOfDayQuery>;

export const MoveCall = z
  .strictObject({
    revision: Revision,
    startAt: instant.describe('The slot it goes to'),
    staffId: uuid.optional().describe('Left out: the same caller'),
    why: Why,
  })
  .describe('By us: its due day stays')
  .meta({ id: 'MoveCall' });
export type MoveCall = z.output<typeof MoveCall>;

export const CustomerAsks = z
  .strictObject({
    revision: Revision,
    on: day.describe('The customer asked for this day: it is due then'),
    at: instant.optional().describe('And for this time'),
    why: freeText(500).trim().default(''),
  })
  .meta({ id: 'CustomerAsks' });
export type CustomerAsks = z.output<typeof CustomerAsks>;

export const PrepareCall = z
  .strictObject({
    revision: Revision,
    why: freeText(300).trim(),
    say: freeText(300).trim(),
    doing: freeText(300).trim(),
  })
  .describe('Why do I go, what will I say, what will I do')
  .meta({ id: 'PrepareCall' });
export type PrepareCall = z.output<typeof PrepareCall>;

export const PlannedCallChanged = z.object({ id: uuid, revision: Revision }).meta({ id: 'PlannedCallChanged' });
export type PlannedCallChanged = z.infer<typeof PlannedCallChanged>;

/** With a contact: the planned call that it was, and what comes of it. */
export const CallMade = z
  .strictObject({
    id: uuid.describe('Of the planned call'),
    score: z.int().min(1).max(5).nullable().default(null).describe('Satisfaction on the spot'),
    nextOn: day.nullable().default(null).describe('The customer asked for the next call on this day'),
  })
  .meta({ id: 'CallMade' });
export type CallMade = z.output<typeof CallMade>;

const rules = {
  callsPerDay: z.int().min(1).max(60).describe('Of a caller'),
  slotMinutes: z.union([z.literal(10), z.literal(15), z.literal(20), z.literal(30)]),
  earlyDays: z.int().min(0).max(10).describe('Working days before the due day from which a call may be made'),
  graceDays: z.int().min(0).max(20).describe('Working days after it within which it counts as in time'),
  retryMinutes: z.int().min(15).max(2880).describe('Until somebody who was not reached is tried again'),
  triesPerPerson: z.int().min(1).max(10).describe('Then another person of the account is tried'),
  namesInFeeds: z.boolean().describe('Customers’ names stand in the calendars that callers read elsewhere'),
};

const CadenceRule = z.object({ class: CareClass, tier: Tier.nullable(), days: z.int() });

export const CallRules = z
  .object({
    ...rules,
    cadences: z.array(CadenceRule).describe('That were set; without one the class has that of its strategy'),
    revision: Revision,
  })
  .meta({ id: 'CallRules' });
export type CallRules = z.infer<typeof CallRules>;

export const SetCallRules = z.strictObject({ revision: Revision, ...rules }).meta({ id: 'SetCallRules' });
export type SetCallRules = z.output<typeof SetCallRules>;

/** What stood there when it was read: where something else stands by then, nothing is overwritten. */
const was = (of: z.ZodType<number>) => of.nullable().describe('As it was read; null: nothing was set');
const days = z.int().min(1).max(366);
const callsPerDay = z.int().min(0).max(60);

export const SetCadence = z
  .strictObject({
    class: CareClass,
    tier: Tier.nullable().default(null),
    days: days.nullable().describe('Calendar days; null: as if nobody had set any'),
    was: was(days),
  })
  .meta({ id: 'SetCadence' });
export type SetCadence = z.output<typeof SetCadence>;

export const SetOwnCadence = z
  .strictObject({
    days: days.nullable().describe('null: that of its class and tier'),
    why: freeText(500).trim().default('').describe('Needed where days are set'),
    was: was(days),
  })
  .superRefine(({ days: wanted, why }, context) => {
    if (wanted !== null && why.length < 3)
      context.addIssue(fieldIssue({ path: 'why', code: 'why-missing', message: 'say why in a few words' }));
  })
  .meta({ id: 'SetOwnCadence' });
export type SetOwnCadence = z.output<typeof SetOwnCadence>;

/** How often an account is called, and why so: its own number goes before that of its tier, and that before its class's. */
export const AccountCadence = z
  .object({
    days: z.int().nullable().describe('That holds; null: in no class, so that no call is planned'),
    from: z.enum(['account', 'tier', 'class', 'strategy']).nullable().describe('What it comes from'),
    class: CareClass.nullable(),
    tier: Tier.nullable(),
    own: z
      .object({ days: z.int(), why: z.string(), by: Named.nullable(), at })
      .nullable()
      .describe('Without words and author for who is not inside'),
    ofTier: z.int().nullable(),
    ofClass: z.int().nullable(),
    ofStrategy: z.int().nullable(),
    next: z
      .object({
        id: uuid,
        dueOn: onDay,
        earliestOn: onDay.describe('May be made from this day on'),
        slotAt: at.nullable(),
        onDay: onDay.nullable(),
        staff: Named.nullable().describe('Who makes it; null: it has no place'),
      })
      .nullable()
      .describe('The call that is planned next; null: none, or none of which who asks may know'),
  })
  .meta({ id: 'AccountCadence' });
export type AccountCadence = z.infer<typeof AccountCadence>;

export const SetCapacity = z
  .strictObject({ callsPerDay: callsPerDay.nullable().describe('null: as everybody'), was: was(callsPerDay) })
  .meta({ id: 'SetCapacity' });
export type SetCapacity = z.output<typeof SetCapacity>;

export const CapacityQuery = z.strictObject({
  q: freeText(80).trim().min(1).optional().describe('Part of the name'),
  after: uuid.optional().describe('Goes on after this one: the last of the answer before'),
  limit: pageQuery.limit,
});
export type CapacityQuery = z.output<typeof CapacityQuery>;

/** Those whom one leads, by name, with how many calls a day they make. */
export const CallerCapacities = z
  .object({
    usual: z.int().describe('Of everybody who has no number of their own'),
    callers: z.array(
      z.object({
        staff: Named,
        team: NamedInBoth.nullable(),
        inCare: z.int().describe('Key accounts of which they are the rep in care'),
        own: z
          .object({ callsPerDay: z.int(), by: Named.nullable(), at })
          .nullable()
          .describe('Since then; null: as everybody'),
      }),
    ),
    isMore: z.boolean(),
  })
  .meta({ id: 'CallerCapacities' });
export type CallerCapacities = z.infer<typeof CallerCapacities>;
