import { z } from 'zod';
import { Revision } from './organisation.js';
import { freeText, instant, Named, NamedInBoth, next, pageQuery, Why, uuid } from './written.js';

/**
 * What there is to do. Each kind has its texts in both languages; a feature that puts its own into everybody's day adds
 * it here. `byHand`: ended by whoever did it; the others end with what they are about.
 * `stays`: not handed on, for what it is about nobody else may open; who acts there is changed there.
 */
export const dutyKinds = {
  'by-hand': { byHand: true },
  'follow-up': { byHand: true },
  'hand-over': { byHand: true },
  'complaint-acknowledgement': { byHand: false },
  'complaint-answer': { byHand: false },
  'proactive-call': { byHand: false },
  promise: { byHand: false },
  'exam-name-second': { byHand: false },
  'exam-mark': { byHand: false },
  'exam-decide': { byHand: false },
  'exam-result': { byHand: false },
  'exam-coaching': { byHand: true },
  'exam-dispute': { byHand: false },
  'gold-mark': { byHand: false },
  'exam-sit': { byHand: false },
  'exam-give': { byHand: false },
  'exam-book': { byHand: false },
  'exam-renew': { byHand: true },
  'appraisals-write': { byHand: false, stays: true },
  'appraisal-read': { byHand: false, stays: true },
  'appraisal-decide': { byHand: false, stays: true },
  'appraisals-sign': { byHand: false, stays: true },
  'appraisal-goal': { byHand: false, stays: true },
  alarm: { byHand: false },
  recovery: { byHand: false },
} as const satisfies Record<string, { byHand: boolean; stays?: true }>;
export type DutyKind = keyof typeof dutyKinds;

export const dutySources = ['account', 'person', 'contact', 'complaint'] as const;
export type DutySource = (typeof dutySources)[number];

const Parameters = z.record(z.string(), z.string()).describe('What fills the text of the kind');
const Source = z.object({ entity: z.string(), id: uuid });

/** How it comes into one's day: mine, of a unit I lead, of somebody I stand in for, gone up to me, or within my reach. */
export const dutyWays = ['own', 'unit', 'stand-in', 'gone-up', 'reach'] as const;

export const DutyEntry = z
  .object({
    id: uuid,
    kind: z.string(),
    parameters: Parameters,
    owner: Named.nullable().describe('null: of those who lead the unit'),
    unit: NamedInBoth.nullable(),
    dueAt: instant,
    remindAt: instant.nullable(),
    source: Source.nullable(),
    way: z.enum(dutyWays),
    goneUp: z.enum(['supervisor', 'head']).nullable().describe('The highest it has gone'),
    isByHand: z.boolean().describe('false: it ends with what it is about'),
    mayHandOn: z.boolean().describe('false: nobody else may open what it is about'),
    createdAt: instant,
    createdBy: z.string().nullable().describe('null: the program'),
    doneAt: instant.nullable(),
    doneBy: z.string().nullable(),
    outcome: z.enum(['done', 'cancelled']).nullable(),
    outcomeNote: z.string(),
    revision: Revision,
  })
  .meta({ id: 'DutyEntry' });
export type DutyEntry = z.infer<typeof DutyEntry>;

export const DutyQuery = z.strictObject({
  of: z.enum(['me', 'reach']).default('me').describe('me: my day; reach: everybody’s whom I lead'),
  state: z.enum(['open', 'ended']).default('open').describe('open: the earliest due first; ended: the last first'),
  ownerId: uuid.optional(),
  lateCalls: z
    .enum(['each', 'by-caller'])
    .default('each')
    .describe('by-caller: open calls that went up to who asks are counted, not listed'),
  ...pageQuery,
});
export type DutyQuery = z.output<typeof DutyQuery>;

export const DutyList = z
  .object({
    duties: z.array(DutyEntry),
    lateCalls: z
      .array(z.object({ owner: Named, count: z.int(), dueAt: instant.describe('Of the first') }))
      .describe(
        'Counted by their callers, the earliest first, at most 200; on the first page, where that was asked for',
      ),
    next,
  })
  .meta({ id: 'DutyList' });
export type DutyList = z.infer<typeof DutyList>;

const Parties = {
  dueAt: instant,
  remindAt: instant.nullable().default(null).describe('Not after it is due; null: only when it is due'),
};

export const MakeDuty = z
  .strictObject({
    what: freeText(200).trim().min(1),
    ...Parties,
    ownerId: uuid.optional().describe('Left out: oneself'),
    about: z
      .strictObject({ entity: z.enum(dutySources), id: uuid })
      .nullable()
      .default(null),
  })
  .meta({ id: 'MakeDuty' });
export type MakeDuty = z.output<typeof MakeDuty>;

export const EndDuty = z
  .strictObject({ revision: Revision, note: freeText(500).trim().default('').describe('What came of it') })
  .meta({ id: 'EndDuty' });
export type EndDuty = z.output<typeof EndDuty>;

export const CancelDuty = z.strictObject({ revision: Revision, why: Why }).meta({ id: 'CancelDuty' });
export type CancelDuty = z.output<typeof CancelDuty>;

export const TakeUpDuty = z.strictObject({ revision: Revision }).meta({ id: 'TakeUpDuty' });
export type TakeUpDuty = z.output<typeof TakeUpDuty>;

export const MoveDuty = z.strictObject({ revision: Revision, why: Why, ...Parties }).meta({ id: 'MoveDuty' });
export type MoveDuty = z.output<typeof MoveDuty>;

export const HandDuty = z
  .strictObject({ revision: Revision, ownerId: uuid, why: freeText(500).trim().default('') })
  .meta({ id: 'HandDuty' });
export type HandDuty = z.output<typeof HandDuty>;

export const DutyStands = z.object({ id: uuid, revision: Revision }).meta({ id: 'DutyStands' });
export type DutyStands = z.infer<typeof DutyStands>;

export const DutyStep = z.object({
  at: instant,
  by: z.string().nullable().describe('null: the program'),
  act: z.enum(['handed', 'moved', 'gone-up', 'done', 'cancelled', 'taken-up']),
  before: Parameters,
  after: Parameters,
  why: z.string(),
});

export const DutyDetail = z
  .object({ ...DutyEntry.shape, steps: z.array(DutyStep).describe('In order of time') })
  .meta({ id: 'DutyDetail' });
export type DutyDetail = z.infer<typeof DutyDetail>;

export const DutyTakersQuery = z.strictObject({
  dutyId: uuid.optional().describe('Without those whom this duty is about'),
});
export type DutyTakersQuery = z.output<typeof DutyTakersQuery>;

/** To whom the viewer may hand a duty. */
export const DutyTakers = z
  .object({ staff: z.array(Named).describe('By name, at most 200') })
  .meta({ id: 'DutyTakers' });
export type DutyTakers = z.infer<typeof DutyTakers>;
