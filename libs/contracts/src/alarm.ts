import { alarmBudgets } from '@forecall/domain';
import { z } from 'zod';
import { CauseKind } from './complaint.js';
import { NameInBoth } from './figure.js';
import { Revision } from './organisation.js';
import { freeText, instant, Named, NamedInBoth, next, pageQuery, uuid, Why } from './written.js';

/** By what a rise is looked into, the most telling first; of attributes the one named `product`. */
export const alarmDimensions = ['reason', 'attribute:product', 'account', 'team', 'channel'] as const;

const Part = {
  dimension: z.enum(alarmDimensions),
  key: z.string().describe('Its id, or the channel or product itself'),
  name: NameInBoth,
  complaints: z.int(),
};

/** One thing that explains a part of a rise. */
export const AlarmFactor = z
  .object({
    ...Part,
    expected: z.number().describe('How many complaints it would have had at the usual level'),
    share: z.number().describe('Its part of all complaints beyond the usual; above 1 where others fell meanwhile'),
    within: z.object(Part).nullable().describe('What most of its complaints have in common beside it'),
  })
  .meta({ id: 'AlarmFactor' });
export type AlarmFactor = z.infer<typeof AlarmFactor>;

export const alarmStates = ['open', 'taken', 'explained', 'false'] as const;
export const AlarmState = z.enum(alarmStates).meta({ id: 'AlarmState' });
export type AlarmState = z.infer<typeof AlarmState>;

const Seen = {
  id: uuid,
  state: AlarmState,
  raisedAt: instant,
  since: instant.describe('The estimated change point: from then on the evidence has grown'),
  until: instant.describe('To where contacts and complaints are counted; with `since` the period of the rows'),
  contacts: z.int().describe('Handled since then'),
  complaints: z.int(),
  expected: z.number().describe('Complaints that the usual level would have given in as many contacts'),
  usual: z.number().describe('Of the baseline, 0..1'),
  falseAlarmDays: z.number().describe('By chance alone such an alarm is raised about once in so many days'),
  ebbedAt: instant.nullable().describe('When all evidence had gone again by itself; null: it has not'),
  factors: z.array(AlarmFactor).describe('The surest first, at most one of each dimension'),
  takenBy: Named.nullable(),
  takenAt: instant.nullable(),
};

/** An alarm as the board shows it to everybody who sees the board: nothing of it names a customer. */
export const BoardAlarm = z.object(Seen).meta({ id: 'BoardAlarm' });
export type BoardAlarm = z.infer<typeof BoardAlarm>;

export const Alarm = z
  .object({
    ...Seen,
    department: NamedInBoth,
    hasHiddenFactor: z.boolean().describe('A customer explains a part, and lies outside the scope of who looks'),
    cause: CauseKind.nullable().describe('Of one that was explained'),
    note: z.string(),
    endedAt: instant.nullable(),
    endedBy: z.string().nullable(),
    lasts: z.boolean().describe('Explained: another level is usual from its beginning on'),
    steps: z
      .array(
        z.object({
          at: instant,
          by: z.string(),
          act: z.enum(['taken', 'explained', 'false']),
          cause: CauseKind.nullable(),
          lasts: z.boolean(),
          note: z.string(),
        }),
      )
      .describe('What people did, in order of time, the last 50; in a list left empty'),
    mayWork: z.boolean().describe('Whoever looks may take and end it'),
    mayRestart: z.boolean().describe('Whoever looks may say that another level is usual from now on'),
    revision: Revision,
  })
  .meta({ id: 'Alarm' });
export type Alarm = z.infer<typeof Alarm>;

export const AlarmQuery = z.strictObject({
  state: z.enum(['unjudged', 'judged', 'all']).default('all').describe('unjudged: neither explained nor false so far'),
  departmentId: uuid.optional(),
  ...pageQuery,
});
export type AlarmQuery = z.output<typeof AlarmQuery>;

export const AlarmPage = z
  .object({ alarms: z.array(Alarm).describe('Those raised last first'), next })
  .meta({ id: 'AlarmPage' });
export type AlarmPage = z.infer<typeof AlarmPage>;

export const TakeAlarm = z.strictObject({ revision: Revision }).meta({ id: 'TakeAlarm' });
export type TakeAlarm = z.output<typeof TakeAlarm>;

export const ExplainAlarm = z
  .strictObject({
    revision: Revision,
    cause: CauseKind,
    lasts: z
      .boolean()
      .default(false)
      .describe(
        'true: it stays, and another level is usual from its beginning on (heads and executives); false: it passes, what is usual stays, and its days are left out of the past',
      ),
    note: freeText(1000).trim().default(''),
  })
  .meta({ id: 'ExplainAlarm' });
export type ExplainAlarm = z.output<typeof ExplainAlarm>;

export const FalseAlarm = z.strictObject({ revision: Revision, why: Why }).meta({ id: 'FalseAlarm' });
export type FalseAlarm = z.output<typeof FalseAlarm>;

/** What a budget of false alarms means for a department. */
export const AlarmChoice = z.object({
  budgetDays: z.literal(alarmBudgets),
  falseAlarmDays: z.number().describe('Mean days from one false alarm to the next, by simulation'),
  delayContacts: z.number().describe('Mean contacts until doubled odds of a complaint are seen'),
  delayDays: z.number().describe('The same in days of this department'),
});
export type AlarmChoice = z.infer<typeof AlarmChoice>;

/** How a department is watched. */
export const AlarmWatch = z
  .object({
    department: NamedInBoth,
    budgetDays: z.literal(alarmBudgets),
    baseline: z
      .object({
        usual: z.number(),
        contactsPerDay: z.number(),
        isUneven: z.boolean().describe('Days differ by more than chance'),
        oddsRatio: z.number(),
        pastFrom: z.string().describe('First day of the past it is made from'),
        pastTo: z.string().describe('Last day'),
        pastContacts: z.int(),
        pastComplaints: z.int(),
        why: z.enum(['first', 'renewed', 'restarted', 'budget']),
        since: instant,
        choices: z.array(AlarmChoice),
      })
      .nullable()
      .describe('null: too little past so far'),
    learnt: z
      .object({
        ...{ days: z.int(), contacts: z.int(), complaints: z.int() },
        ...{ needsDays: z.int(), needsContacts: z.int(), needsComplaints: z.int() },
      })
      .nullable()
      .describe('Without a baseline: how much past there is, and how much it takes'),
    evidence: z.number().min(0).max(1).nullable().describe('Of the threshold; null without a baseline'),
    record: z
      .object({
        since: instant,
        days: z.number(),
        raised: z.int(),
        explained: z.int().describe('Hits'),
        false: z.int(),
        unjudged: z.int(),
      })
      .describe('What came of the alarms of the last 365 days'),
    maySet: z.boolean(),
    revision: z.int().min(0).describe('Of the budget; 0 where none was ever chosen'),
  })
  .meta({ id: 'AlarmWatch' });
export type AlarmWatch = z.infer<typeof AlarmWatch>;

export const AlarmWatches = z
  .object({ watches: z.array(AlarmWatch).describe('By name, at most 500') })
  .meta({ id: 'AlarmWatches' });
export type AlarmWatches = z.infer<typeof AlarmWatches>;

export const SetAlarmBudget = z
  .strictObject({ budgetDays: z.literal(alarmBudgets), revision: z.int().min(0) })
  .meta({ id: 'SetAlarmBudget' });
export type SetAlarmBudget = z.output<typeof SetAlarmBudget>;
