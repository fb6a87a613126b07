import { examOutcomes } from '@forecall/domain';
import { z } from 'zod';
import { asTold } from './as-told.js';
import { Marking } from './exam-marking.js';
import { RubricText } from './exam-paper.js';
import { Revision } from './organisation.js';
import { day, freeText, instant, Named, NamedInBoth, next, pageQuery, uuid, visibleName } from './written.js';

const onDay = z.iso.date();
const nameInBoth = z.object({ en: z.string(), zh: z.string() });
const link = z
  .union([z.literal(''), z.url({ protocol: /^https?$/ }).max(2_000)])
  .describe('To the recording; empty: none');

const told = {
  name: visibleName(120).describe('What is marked, in words'),
  rubricId: uuid.describe('Of the rubric; its newest published version is taken'),
  link,
  played: freeText(2_000).trim().describe('What was played or heard, in words; empty: the recording says it'),
  dueOn: day.describe('The last day to mark it'),
  assessorIds: z.array(uuid).min(2).max(50).describe('Who marks it, each without seeing the others'),
  referenceId: uuid
    .nullable()
    .default(null)
    .describe('Whose marking is the reference, which the others are compared with; none of the assessors'),
};

export const MakeGoldSession = z.strictObject({ departmentId: uuid, ...told }).meta({ id: 'MakeGoldSession' });
export type MakeGoldSession = z.output<typeof MakeGoldSession>;

/** While nobody has signed; by another rubric while nobody has begun. */
export const ChangeGoldSession = z.strictObject({ revision: Revision, ...told }).meta({ id: 'ChangeGoldSession' });
export type ChangeGoldSession = z.output<typeof ChangeGoldSession>;

export const CloseGoldSession = z.strictObject({ revision: Revision }).meta({ id: 'CloseGoldSession' });
export type CloseGoldSession = z.output<typeof CloseGoldSession>;

const rubric = z.object({ paperId: uuid, versionId: uuid, n: z.int(), name: nameInBoth });

const session = {
  id: uuid,
  name: z.string(),
  department: NamedInBoth,
  rubric,
  dueOn: onDay,
  state: z.enum(['open', 'closed']).describe('It closes with the last signature, or by the head'),
  revision: Revision,
};

/** Of what was given it holds nothing, only how many have signed. */
export const GoldSession = z
  .object({ ...session, signed: z.int(), asked: z.int().describe('Assessors, and whoever gives the reference') })
  .meta({ id: 'GoldSession' });
export type GoldSession = z.infer<typeof GoldSession>;

export const GoldSessionQuery = z.strictObject({
  state: z.enum(['open', 'closed']).default('open'),
  rubricVersionId: uuid.optional(),
  ...pageQuery,
});
export type GoldSessionQuery = z.output<typeof GoldSessionQuery>;

export const GoldSessionPage = z.object({ sessions: z.array(GoldSession), next }).meta({ id: 'GoldSessions' });
export type GoldSessionPage = z.infer<typeof GoldSessionPage>;

export const GoldSessionDetail = GoldSession.extend({
  link: z.string(),
  played: z.string(),
  assessors: z.array(Named.extend({ isReference: z.boolean(), signedAt: instant.nullable() })),
  mayChange: z.boolean().describe('Nobody has signed'),
}).meta({ id: 'GoldSessionDetail' });
export type GoldSessionDetail = z.infer<typeof GoldSessionDetail>;

/** As one of its assessors finds it; of the others it holds nothing. */
export const GoldToMark = z
  .object({
    ...session,
    link: z.string(),
    played: z.string(),
    isReference: z.boolean().describe('One’s own marking is the reference'),
    isBegun: z.boolean(),
    signedAt: instant.nullable().describe('By oneself'),
    outcome: z.enum(examOutcomes).nullable().describe('As one has signed it'),
  })
  .meta({ id: 'GoldToMark' });
export type GoldToMark = z.infer<typeof GoldToMark>;

export const GoldToMarkQuery = z.strictObject({
  state: z
    .enum(['open', 'signed'])
    .default('open')
    .describe('open: what one may still mark, the first due first; signed: the last first'),
  ...pageQuery,
});
export type GoldToMarkQuery = z.output<typeof GoldToMarkQuery>;

export const GoldToMarkPage = z.object({ sessions: z.array(GoldToMark), next }).meta({ id: 'GoldSessionsToMark' });
export type GoldToMarkPage = z.infer<typeof GoldToMarkPage>;

export const GoldSheet = z
  .object({
    session: GoldToMark,
    mayMark: z.boolean(),
    rubric: z.object({ name: nameInBoth, n: z.int(), text: asTold(RubricText) }),
    marking: Marking.nullable().describe('One’s own'),
  })
  .meta({ id: 'GoldSheet' });
export type GoldSheet = z.infer<typeof GoldSheet>;

const Bounds = z
  .object({ low: z.number(), high: z.number() })
  .nullable()
  .describe('95 %; null: nothing tells of chance');
const figure = { value: z.number().nullable(), interval: Bounds };
const Agreement = z.object({
  n: z.int().describe('Rated units: two marks or more'),
  assessors: z.int(),
  raw: z.object(figure).describe('Share of agreeing pairs'),
  kappa: z.object({ ...figure, kind: z.enum(['cohen', 'fleiss']) }).nullable(),
  alpha: z.object({ ...figure, scale: z.enum(['nominal', 'ordinal']) }).nullable(),
  ac1: z.object(figure),
  verdict: z.enum(['agree', 'unclear', 'disagree']).nullable().describe('By AC1; null under 40 rated units'),
});

export const AsReference = z
  .object({ same: z.int(), n: z.int(), interval: Bounds })
  .nullable()
  .describe('Marks that are the same as the reference’s; null: no session had one');

/** Agreement and leniency by one version of a rubric, of sessions that are closed. */
export const CalibrationResults = z
  .object({
    rubric: rubric.extend({ text: asTold(RubricText) }),
    sessions: z.int().describe('Closed ones that are counted: the latest 100 at most'),
    items: z.array(Agreement.extend({ itemId: z.string(), asReference: AsReference })),
    all: Agreement,
    outcome: Agreement.describe('Whether they pass or fail the same'),
    assessors: z
      .array(
        z.object({
          assessor: Named,
          n: z.int().describe('Sessions that another has marked too'),
          mean: z.number().nullable().describe('Own score minus the mean of the others’, in points of 100'),
          interval: Bounds,
          lean: z.enum(['lenient', 'strict']).nullable().describe('At 99.8 %, from 20 sessions on'),
          asReference: AsReference,
        }),
      )
      .describe('By name'),
    waiting: z
      .array(z.object({ staff: Named, session: z.object({ id: uuid, name: z.string() }), dueOn: onDay }))
      .describe('Who still has to mark; the first due first, at most 200'),
  })
  .meta({ id: 'CalibrationResults' });
export type CalibrationResults = z.infer<typeof CalibrationResults>;
