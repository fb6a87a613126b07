import { dimensionNames, metricIds } from '@forecall/domain';
import { z } from 'zod';
import { attributeNamePattern } from '@forecall/contracts';

const Dimension = z.union([
  z.enum(dimensionNames),
  z.string().regex(new RegExp(`^attribute:${attributeNamePattern.source.slice(1)}`, 'u')),
]);

const parts = [
  'value',
  'numerator',
  'denominator',
  'n',
  'interval',
  'standardDeviation',
  'median',
  'percentile90',
  'percentile95',
  'maximum',
] as const;

const Asked = z.strictObject({
  metric: z.enum(metricIds),
  part: z.enum(parts).default('value'),
  beside: z.string().optional().describe('A count beside the figure, instead of a part of it'),
  attribute: z.string().optional().describe('Of the metric `attribute`: which one'),
  threshold: z.int().optional().describe('T of the service levels, seconds'),
  scope: z.array(z.string()).default([]),
  spread: Dimension.optional().describe('A number for each of these, as an object'),
  in: z.record(Dimension, z.string()).optional().describe('This group, whatever the section'),
});
export type Asked = z.output<typeof Asked>;

/** A figure of the source as figures of ours: one asked for, a count of the import, or some of them calculated with. */
export type Expression =
  | Asked
  | { import: 'read' | 'taken' | 'refused' | 'leftOut' }
  | { sum: Expression[] }
  | { difference: [Expression, Expression] }
  | { ratio: [Expression, Expression] }
  | { times: [number, Expression] }
  | { wilson: [Expression, Expression] }
  | { highest: Asked; by: string; labels: Record<string, string> }
  | { groups: Asked; by: string };

export const Expression: z.ZodType<Expression> = z.lazy(() =>
  z.union([
    Asked,
    z.strictObject({ import: z.enum(['read', 'taken', 'refused', 'leftOut']) }),
    z.strictObject({ sum: z.array(Expression).min(1) }),
    z.strictObject({ difference: z.tuple([Expression, Expression]) }),
    z.strictObject({ ratio: z.tuple([Expression, Expression]) }),
    z.strictObject({ times: z.tuple([z.number(), Expression]) }),
    z.strictObject({ wilson: z.tuple([Expression, Expression]) }).describe('Interval of a count of a count'),
    z.strictObject({
      highest: Asked,
      by: Dimension,
      labels: z.record(z.string(), z.string()).default({}),
    }),
    z.strictObject({ groups: Asked, by: Dimension }).describe('How many groups there are'),
  ]),
);

const Figures = z.record(z.string(), Expression);
const Reasons = z.record(z.string(), z.string());

const Section = z.strictObject({
  by: z.array(Dimension).max(2).default([]),
  separator: z.string().default('|').describe('Between the parts of a key of two dimensions'),
  keys: Reasons.default({}).describe('The source\'s word for a group, and ours; "" is the group of those without one'),
  period: z.literal('year').optional().describe('The key is a year, and the figures are those of that year'),
  figures: Figures.default({}).describe('Where a figure means something else in this section'),
  notCompared: Reasons.default({}),
  value: z.string().optional().describe('Each key has this one figure instead of an object'),
});
export type Section = z.output<typeof Section>;

/** What a report of ours is asked with, but for its period. */
const ReportQuery = z.record(z.string(), z.union([z.string(), z.array(z.string())]));
export type ReportQuery = z.output<typeof ReportQuery>;

/** How the figures that come with a file are asked of ours. Names of the source stand here, never in the program. */
export const ReconcileMap = z.strictObject({
  name: z.string().min(1),
  expected: z.string().default('expected.json'),
  under: z.literal('file').optional().describe('The sections stand under the name of the file, without its ending'),
  clock: z.enum(['end', 'arrival']).default('arrival'),
  sections: z.record(z.string(), Section),
  lists: Figures.default({}).describe('Lists of which the length is compared'),
  values: Figures.default({}).describe('Single figures beside the sections'),
  figures: Figures,
  reports: z.record(z.string(), ReportQuery).default({}).describe('Lists of rows that a report of ours has as lines'),
  examples: z
    .array(z.strictObject({ table: z.string(), report: z.string(), as: z.string() }))
    .default([])
    .describe('Smaller tables of the folder, and the report that was published about each, as one of `reports`'),
  differs: z
    .record(z.string(), z.strictObject({ figure: Expression, why: z.string().min(1) }))
    .default({})
    .describe('Figures that the source defines otherwise'),
  notCompared: Reasons.default({}).describe('Sections and figures that ours do not have, and why'),
  published: z.strictObject({ file: z.string(), figures: Figures }).optional(),
});
export type ReconcileMap = z.output<typeof ReconcileMap>;
