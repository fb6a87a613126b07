import { dimensionNames, examOutcomes, gapDimensions, metricIds } from '@forecall/domain';
import { z } from 'zod';
import { ClockUnitName } from './clock.js';
import { day, instant, uuid } from './written.js';

export const DimensionOrAttribute = z.union([
  z.enum(dimensionNames),
  z.string().regex(/^attribute:[\p{L}\p{N}][\p{L}\p{N} _.()/-]{0,79}$/u),
]);
export const repeatable = <Item extends z.ZodType>(item: Item, most: number) =>
  z
    .union([item, z.array(item).max(most)])
    .optional()
    .transform((given): z.output<Item>[] => (given === undefined ? [] : Array.isArray(given) ? given : [given]));

const moment = z.union([instant, day]);
export const AskedAttribute = z.string().regex(/^[\p{L}\p{N}][\p{L}\p{N} _.()/-]{0,79}$/u);

export const MetricName = z.enum(metricIds).meta({ id: 'MetricName' });

/** "department:0197…", "attribute:product:Router" */
export const ScopePart = z
  .string()
  .regex(
    /^(department|team|rep|supervisor|channel|direction|purpose|outcome|reason|widest-reason|account|care-class|campaign|servqual-dimension|score|wait-band|talk-band|attribute:[\p{L}\p{N}][\p{L}\p{N} _.()/-]{0,79}):.{1,120}$/u,
  );

/** The question for a figure, the same for its receipt. */
export const FigureQuestion = z
  .strictObject({
    scope: repeatable(ScopePart, 8).describe(
      'dimension:id, repeatable, all must hold; left out: everything within reach',
    ),
    from: moment.describe('First moment of the period; a date alone is its local midnight'),
    to: moment.describe('First moment after the period; a date alone is its local midnight'),
    by: repeatable(DimensionOrAttribute, 3).describe('Breakdown, up to three dimensions'),
    clock: z.enum(['end', 'arrival']).default('end').describe('Which moment of a contact puts it into the period'),
    threshold: z.coerce.number().int().min(1).max(3600).default(20).describe('T of the service levels, seconds'),
    attribute: AskedAttribute.optional().describe('Which one; of `attribute` and `customer-attribute` only'),
    letters: z
      .enum(['as-recorded', 'small'])
      .default('as-recorded')
      .describe('small: attributes that differ by capitals only are one, in small letters'),
    quantiles: z
      .enum(['yes', 'no'])
      .default('no')
      .describe('Also median, 90th and 95th percentile and maximum, from the rows'),
    after: z.string().max(600).optional().describe('Goes on after this group (the `next` of the last answer)'),
    limit: z.coerce.number().int().min(1).max(500).default(200),
  })
  .meta({ id: 'FigureQuestion' });
export type FigureQuestion = z.output<typeof FigureQuestion>;

export const IntervalAnswer = z
  .object({
    low: z.number(),
    high: z.number(),
    method: z.enum(['wilson', 'clopper-pearson', 'exact-poisson', 'normal']),
  })
  .meta({ id: 'Interval' });

export const FigureAnswer = z
  .object({
    numerator: z.number(),
    denominator: z.number().nullable().describe('null for a plain count'),
    n: z.number(),
    value: z.number().nullable().describe('Rates 0..1, durations in seconds; null where the denominator is 0'),
    interval: IntervalAnswer.nullable(),
    standardDeviation: z.number().nullable(),
    median: z.number().nullable(),
    percentile90: z.number().nullable(),
    percentile95: z.number().nullable(),
    maximum: z.number().nullable(),
    oldestSeconds: z.number().nullable().optional().describe('Open complaints: age of the oldest'),
    excluded: z.record(z.string(), z.number()).describe('Left out of both sides, by reason'),
    beside: z.record(z.string(), z.number()).describe('Counted beside the figure, never inside'),
    definition: z.object({ id: MetricName, version: z.number().int() }),
  })
  .meta({ id: 'Figure' });
export type FigureAnswer = z.infer<typeof FigureAnswer>;

export const NameInBoth = z.object({ en: z.string(), zh: z.string() }).nullable().meta({ id: 'NameInBoth' });

export const FigureReply = z
  .object({
    asOf: z.iso.datetime(),
    from: z.iso.datetime(),
    to: z.iso.datetime(),
    zone: z.string(),
    clock: z.enum(['end', 'arrival']),
    thresholdSeconds: z.number().int(),
    narrowedToReach: z.boolean().describe('Only rows within the reach of who asks are counted'),
    total: FigureAnswer,
    groups: z
      .array(
        z.object({
          keys: z.array(z.string()).describe('In the order of `by`; empty string: none'),
          names: z.array(NameInBoth),
          figure: FigureAnswer,
        }),
      )
      .describe('Empty without `by`'),
    next: z.string().nullable(),
  })
  .meta({ id: 'FigureReply' });
export type FigureReply = z.infer<typeof FigureReply>;

export const ReceiptQuestion = FigureQuestion.omit({ quantiles: true })
  .extend({
    part: z.enum(['numerator', 'denominator']).default('denominator'),
    by: FigureQuestion.shape.by.describe('By what the figure was broken down: its rows are within the same reach'),
  })
  .meta({ id: 'ReceiptQuestion' });
export type ReceiptQuestion = z.output<typeof ReceiptQuestion>;

/**
 * A call reached somebody in time or late, was missed, or is open past its grace; a promise was kept, late, not, or is open;
 * a survey was answered, not, or may still be; a first contact was the last on its matter, or was followed by another; a
 * perception is of a dimension.
 */
export const receiptOutcomes = [
  'in-time',
  'late',
  'missed',
  'open',
  'kept',
  'kept-late',
  'broken',
  'open-late',
  'answered',
  'not-answered',
  'may-answer',
  'settled',
  'followed',
  ...gapDimensions,
] as const;

export const ReceiptRow = z
  .object({
    id: uuid,
    kind: z.enum(['contact', 'answer', 'complaint', 'account', 'planned-call', 'promise', 'exam', 'survey']),
    contactId: uuid.nullable(),
    at: z.iso.datetime(),
    numerator: z.number().describe('What this row adds above the line'),
    denominator: z.number().describe('What this row adds below the line'),
    complaintNumber: z.string().nullable(),
    accountId: uuid.nullable().describe('null as the account'),
    account: NameInBoth.describe('null: unknown, or withheld from the rep whom the complaint concerns'),
    rep: z.string().nullable(),
    department: NameInBoth,
    reason: NameInBoth,
    channel: z.string().nullable(),
    clock: z
      .object({ unit: ClockUnitName, amount: z.int(), allowsPauses: z.boolean(), metAt: z.iso.datetime().nullable() })
      .nullable()
      .describe('What was promised, and when it was kept: of figures in time, where `at` is the due time'),
    exam: z
      .object({
        campaign: NameInBoth,
        attempt: z.int(),
        score: z.number().nullable().describe('0 to 100, unrounded'),
        outcome: z.enum(examOutcomes).nullable(),
      })
      .nullable()
      .describe('Of figures of exams: which attempt, and what came of it'),
    what: z.string().nullable().describe('What was promised to the customer'),
    came: z
      .object({ as: z.enum(receiptOutcomes), at: z.iso.datetime().nullable() })
      .nullable()
      .describe(
        'What came of a proactive call, a promise, a survey or a first contact, and when; which dimension a perception is of; of all others nothing',
      ),
  })
  .meta({ id: 'ReceiptRow' });
export type ReceiptRow = z.infer<typeof ReceiptRow>;

export const ReceiptReply = z
  .object({
    definition: z.object({
      id: MetricName,
      version: z.number().int(),
      name: z.string(),
      formula: z.string(),
      ownedBy: z.string(),
      direction: z.string(),
    }),
    figure: FigureAnswer,
    asOf: z.iso.datetime(),
    rows: z.array(ReceiptRow),
    hidden: z.number().int().describe('Rows of the figure that the asker may not see'),
    next: z.string().nullable(),
  })
  .meta({ id: 'ReceiptReply' });
export type ReceiptReply = z.infer<typeof ReceiptReply>;

/** So many rows, the newest that have any attribute, are looked at for what is in use; and so much is listed of it. */
export const attributeRows = 5_000;
export const mostAttributeNames = 200;
export const mostAttributeValues = 20;

export const AttributeInUse = z
  .object({
    name: z.string(),
    rows: z.int().describe('Of those looked at'),
    values: z.array(z.string()).describe('The most frequent ones, at most 20; none where nearly every row has its own'),
  })
  .meta({ id: 'AttributeInUse' });
export type AttributeInUse = z.infer<typeof AttributeInUse>;

export const AttributesInUse = z
  .object({
    contacts: z.array(AttributeInUse).describe('At most 200, the most frequent first'),
    customers: z.array(AttributeInUse),
  })
  .describe('Of the newest 5000 contacts and customers that have any, within the reach of who asks')
  .meta({ id: 'AttributesInUse' });
export type AttributesInUse = z.infer<typeof AttributesInUse>;
