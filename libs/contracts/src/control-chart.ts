import { countedChartNames, exclusions } from '@forecall/domain';
import { z } from 'zod';
import { MetricName } from './figure.js';
import { day, type FieldFault, fieldIssue, uuid, Why } from './written.js';

/** So many points on one chart. */
export const mostChartPoints = 400;

/** Fewer days than these freeze no limits; a whole week has each weekday. */
export const leastBaselineDays = 7;

export const chartGrains = ['date', 'week'] as const;
export const ruleSets = ['western-electric', 'nelson'] as const;

export const ControlChartQuestion = z
  .strictObject({
    metric: MetricName,
    department: uuid,
    from: day,
    to: day.describe('Not included'),
    by: z.enum(chartGrains).default('date').describe('A point for each day or ISO week; weeks are taken whole'),
    kind: z.enum(countedChartNames).optional().describe('Left out: the natural one of the figure'),
    rules: z.enum(ruleSets).default('western-electric'),
  })
  .meta({ id: 'ControlChartQuestion' });
export type ControlChartQuestion = z.output<typeof ControlChartQuestion>;

const onDay = z.iso.date();

export const ControlChartPoint = z
  .object({
    from: onDay,
    to: onDay.describe('The day after'),
    numerator: z.number(),
    denominator: z.number(),
    value: z.number().nullable().describe('null: too little was counted for a figure; it has no limits either'),
    centre: z.number().nullable(),
    lower: z.number().nullable(),
    upper: z.number().nullable(),
    phase: z.int().describe('Which of the phases, from 0'),
    rules: z.array(z.int()).describe('Rules of the set that are met here, from 1; 1: beyond its limits'),
    excluded: z.enum(exclusions).nullable().describe('Why it makes no limits; too-few: it is no point either'),
  })
  .meta({ id: 'ControlChartPoint' });
export type ControlChartPoint = z.infer<typeof ControlChartPoint>;

export const ControlChartPhase = z
  .object({
    baselineId: uuid.nullable().describe('null: what was before the first restart'),
    from: onDay.describe('Its first day'),
    days: z.int().nullable().describe('Its first days that make the limits; null: all of them'),
    baselinePoints: z.int().describe('So many points made the limits'),
    centre: z.number().nullable().describe('null: it has no points'),
    sigmaZ: z.number().describe('How many times wider than by chance the limits are'),
    reason: z.string().nullable(),
    by: z.string().nullable(),
    at: z.iso.datetime().nullable(),
  })
  .meta({ id: 'ControlChartPhase' });
export type ControlChartPhase = z.infer<typeof ControlChartPhase>;

export const baselineStates = ['in-force', 'replaced', 'undone'] as const;

export const ChartBaseline = z
  .object({
    id: uuid,
    from: onDay,
    days: z.int().nullable(),
    reason: z.string(),
    by: z.string().describe('Who set it'),
    at: z.iso.datetime(),
    state: z.enum(baselineStates).describe('replaced: another begins on the same day and was set later'),
    undone: z.object({ by: z.string(), at: z.iso.datetime() }).nullable(),
  })
  .meta({ id: 'ChartBaseline' });
export type ChartBaseline = z.infer<typeof ChartBaseline>;

/** So many are listed, those of the newest days. */
export const mostListedBaselines = 50;

export const ControlChart = z
  .object({
    asOf: z.iso.datetime(),
    zone: z.string(),
    metric: MetricName,
    department: z.object({ id: uuid, en: z.string(), zh: z.string() }),
    from: onDay,
    to: onDay.describe('Not included'),
    by: z.enum(chartGrains),
    kind: z.enum(countedChartNames),
    kinds: z.array(z.enum(countedChartNames)).describe('Those that make sense of this figure'),
    rules: z.enum(ruleSets),
    definition: z.object({ id: MetricName, version: z.int() }),
    points: z.array(ControlChartPoint).describe('At most 400; none where nothing was counted'),
    phases: z.array(ControlChartPhase).describe('Those of the points, the earliest first'),
    baselines: z.array(ChartBaseline).describe('All that were set, by their first day, the newest first; at most 50'),
    mayChange: z.boolean().describe('Whether who asks may freeze, restart and undo'),
  })
  .meta({ id: 'ControlChart' });
export type ControlChart = z.infer<typeof ControlChart>;

const badDays: FieldFault = {
  ...{ path: 'to', code: 'baseline-days' },
  message: `is not at least ${leastBaselineDays} and at most ${mostChartPoints} days, the first one counted`,
};

/** Restarts the limits from a day on; with a last day it freezes those of the days from one to the other. */
export const SetBaseline = z
  .strictObject({
    departmentId: uuid,
    metric: MetricName,
    from: day,
    to: day
      .nullable()
      .default(null)
      .describe('The last day of the frozen baseline; null: all that comes is part of it'),
    reason: Why,
  })
  .superRefine(({ from, to }, context) => {
    if (to === null) return;
    const days = daysFrom(from, to);
    if (days < leastBaselineDays || days > mostChartPoints) context.addIssue(fieldIssue(badDays));
  })
  .meta({ id: 'SetBaseline' });
export type SetBaseline = z.output<typeof SetBaseline>;

/** Both counted. */
export const daysFrom = (from: string, to: string): number =>
  Math.round((Date.parse(to) - Date.parse(from)) / 86_400_000) + 1;
