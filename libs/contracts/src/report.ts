import { periodForm } from '@forecall/domain';
import { z } from 'zod';
import {
  DimensionOrAttribute,
  FigureAnswer,
  FigureQuestion,
  MetricName,
  NameInBoth,
  repeatable,
  ScopePart,
} from './figure.js';
import { exportQuery } from './lists.js';
import { Revision } from './organisation.js';
import { comparisons, mostMailingRecipients, mostReportMetrics, reportViews } from './report-words.js';
import { LocaleName } from './session.js';
import { instant, Named, next, pageQuery, uuid, visibleName } from './written.js';

const { clock, threshold, attribute, letters } = FigureQuestion.shape;

/** What a report asks; the same in an address, in a saved report and in an export. */
export const ReportQuestion = z
  .strictObject({
    metrics: repeatable(MetricName, mostReportMetrics).refine((names) => names.length > 0, 'names no metric'),
    scope: repeatable(ScopePart, 8),
    period: z.string().regex(periodForm).describe('this-month, last-week, last-12-months, 2026-01-01..2026-03-31'),
    by: repeatable(DimensionOrAttribute, 2),
    clock,
    threshold,
    attribute,
    letters,
    compare: repeatable(z.enum(comparisons), 2).describe('The period before, the same period a year before'),
    spread: DimensionOrAttribute.optional().describe(
      'Of the first metric: over how many values of this it is spread, and the highest share of one',
    ),
    view: z.enum(reportViews).default('table'),
  })
  .meta({ id: 'ReportQuestion' });
export type ReportQuestion = z.output<typeof ReportQuestion>;

/** The same as it is answered. */
export const ReportDefinition = z
  .object({
    metrics: z.array(MetricName),
    scope: z.array(z.string()),
    period: z.string(),
    by: z.array(z.string()),
    clock: z.enum(['end', 'arrival']),
    threshold: z.int(),
    attribute: z.string().optional(),
    letters: z.enum(['as-recorded', 'small']),
    compare: z.array(z.enum(comparisons)),
    spread: z.string().optional(),
    view: z.enum(reportViews),
  })
  .meta({ id: 'ReportDefinition' });
export type ReportDefinition = z.infer<typeof ReportDefinition>;

export const ReportExportQuery = ReportQuestion.extend({
  ...exportQuery,
  heads: z.enum(['yes', 'no']).default('yes').describe('Whether the first line names the columns'),
}).meta({ id: 'ReportExportQuery' });
export type ReportExportQuery = z.output<typeof ReportExportQuery>;

export const FigureChange = z
  .object({
    difference: z.number().describe('Of rates 0..1'),
    relative: z.number().nullable().describe('1 = doubled; null of rates and from zero'),
    low: z.number().nullable().describe('95 % interval of the difference'),
    high: z.number().nullable(),
    isBeyondChance: z.boolean(),
  })
  .meta({ id: 'FigureChange' });
export type FigureChange = z.infer<typeof FigureChange>;

export const ComparedFigure = z
  .object({
    value: z.number().nullable(),
    numerator: z.number(),
    denominator: z.number().nullable(),
    n: z.number(),
    change: FigureChange.nullable().describe('null: one of both has no value or rests on too few'),
  })
  .meta({ id: 'ComparedFigure' });
export type ComparedFigure = z.infer<typeof ComparedFigure>;

export const ReportCell = z
  .object({
    figure: FigureAnswer,
    before: ComparedFigure.nullable().describe('The period before; null: not asked for, or nothing known of it'),
    yearBefore: ComparedFigure.nullable(),
  })
  .meta({ id: 'ReportCell' });
export type ReportCell = z.infer<typeof ReportCell>;

export const ReportSpread = z
  .object({
    values: z.int().describe('Values with at least one'),
    highestShare: z.number().nullable().describe('0..1'),
    highest: z.object({ key: z.string(), name: NameInBoth }).nullable(),
  })
  .meta({ id: 'ReportSpread' });
export type ReportSpread = z.infer<typeof ReportSpread>;

const line = { cells: z.array(ReportCell).describe('In the order of the metrics'), spread: ReportSpread.nullable() };

export const ReportRow = z
  .object({ keys: z.array(z.string()), names: z.array(NameInBoth), ...line })
  .meta({ id: 'ReportRow' });
export type ReportRow = z.infer<typeof ReportRow>;

const days = z.object({ from: z.iso.date(), to: z.iso.date().describe('The first day after') });

export const ReportTable = z
  .object({
    asOf: z.iso.datetime(),
    period: days,
    before: days.nullable().describe('What the total is compared with'),
    yearBefore: days.nullable(),
    zone: z.string(),
    narrowedToReach: z.boolean().describe('Only rows within the reach of who asks are counted'),
    rows: z.array(ReportRow),
    isCut: z.boolean().describe('There are more groups than are here'),
    total: z.object(line),
  })
  .meta({ id: 'ReportTable' });
export type ReportTable = z.infer<typeof ReportTable>;

const timeOfDay = z.string().regex(/^([01]\d|2[0-3]):[0-5]\d$/, 'is no time of the day (HH:MM)');

/** When a report is mailed, and to whom. Neither weekday nor day of the month: every day. */
export const SetMailing = z
  .strictObject({
    weekday: z.int().min(1).max(7).nullable().default(null).describe('1 Monday to 7 Sunday'),
    dayOfMonth: z.int().min(1).max(31).nullable().default(null).describe('Beyond the end of a month: its last day'),
    time: timeOfDay.describe('Local time of the organisation'),
    recipients: z
      .array(z.strictObject({ staffId: uuid, locale: LocaleName }))
      .min(1)
      .max(mostMailingRecipients)
      .refine((all) => new Set(all.map(({ staffId }) => staffId)).size === all.length, 'names somebody twice'),
  })
  .refine(({ weekday, dayOfMonth }) => weekday === null || dayOfMonth === null, {
    path: ['dayOfMonth'],
    message: 'a weekday or a day of the month, not both',
    params: { code: 'weekday-or-day' },
  })
  .meta({ id: 'SetMailing' });
export type SetMailing = z.output<typeof SetMailing>;

export const ReportMailing = z
  .object({
    weekday: z.int().nullable(),
    dayOfMonth: z.int().nullable(),
    time: z.string(),
    recipients: z.array(z.object({ staffId: uuid, name: z.string(), locale: LocaleName })),
    nextAt: instant,
    lastAt: instant.nullable(),
  })
  .meta({ id: 'ReportMailing' });
export type ReportMailing = z.infer<typeof ReportMailing>;

export const SavedReport = z
  .object({
    id: uuid,
    name: z.string(),
    definition: ReportDefinition,
    owner: Named,
    isMine: z.boolean(),
    isShared: z.boolean(),
    mailing: ReportMailing.nullable().describe('Only its owner is told'),
    revision: Revision,
    changedAt: instant,
  })
  .meta({ id: 'SavedReport' });
export type SavedReport = z.infer<typeof SavedReport>;

export const ReportList = z
  .object({
    reports: z.array(SavedReport).describe('One’s own and those that others share, the last changed first'),
    next,
  })
  .meta({ id: 'ReportList' });
export type ReportList = z.infer<typeof ReportList>;

export const ReportListQuery = z.strictObject({ ...pageQuery, whose: z.enum(['own', 'shared', 'all']).default('all') });
export type ReportListQuery = z.output<typeof ReportListQuery>;

export const SaveReport = z
  .strictObject({ name: visibleName(80), definition: ReportQuestion })
  .meta({ id: 'SaveReport' });
export type SaveReport = z.output<typeof SaveReport>;

export const ChangeReport = z
  .strictObject({
    revision: Revision,
    name: visibleName(80).optional(),
    definition: ReportQuestion.optional(),
    isShared: z.boolean().optional(),
    mailing: SetMailing.nullable().optional().describe('null: no longer'),
  })
  .meta({ id: 'ChangeReport' });
export type ChangeReport = z.output<typeof ChangeReport>;
