import type { Params } from '@angular/router';
import { chartGrains, ruleSets } from '@forecall/contracts';
import {
  addDays,
  chartedMetrics,
  chartsOf,
  type CountedChart,
  countedChartNames,
  type MetricId,
  type RuleSet,
} from '@forecall/domain';

/** What a chart is asked, beside its department; all of it is in the address. */
export interface ChartAsked {
  readonly metric: MetricId;
  readonly from: string;
  /** The day after the last. */
  readonly to: string;
  readonly by: (typeof chartGrains)[number];
  /** Null: the natural one of the figure. */
  readonly kind: CountedChart | null;
  readonly rules: RuleSet;
}

export const presets = ['weeks-8', 'weeks-26', 'year'] as const;
export type Preset = (typeof presets)[number];

/** Up to and with today; a year has a point for each week, the others for each day. */
export function presetPeriod(preset: Preset, today: string): Pick<ChartAsked, 'from' | 'to' | 'by'> {
  const weeks = { 'weeks-8': 8, 'weeks-26': 26, year: 52 }[preset];
  const to = addDays(today, 1);
  return { from: addDays(to, -7 * weeks), to, by: preset === 'year' ? 'week' : 'date' };
}

const isDay = (text: unknown): text is string =>
  typeof text === 'string' && /^\d{4}-\d{2}-\d{2}$/.test(text) && !Number.isNaN(Date.parse(text));

/** The question of an address. What it does not hold, or holds wrongly, is as usual: an address may be old or mistyped. */
export function askedIn(address: Params, today: string): ChartAsked {
  const among = <T extends string>(known: readonly T[], name: string): T | undefined =>
    known.find((one) => one === address[name]);
  const metric = among(chartedMetrics, 'metric') ?? 'complaint-rate';
  const kind = among(countedChartNames, 'kind');
  const { from, to } = address as Record<string, unknown>;
  const usual = presetPeriod('weeks-8', today);
  const days = isDay(from) && isDay(to) && from < to ? { from, to } : { from: usual.from, to: usual.to };
  return {
    ...{ metric, ...days, by: among(chartGrains, 'by') ?? 'date' },
    kind: kind !== undefined && chartsOf(metric).includes(kind) ? kind : null,
    rules: among(ruleSets, 'rules') ?? 'western-electric',
  };
}

/** The preset that a period is; null: it is another. */
export const presetOf = ({ from, to, by }: ChartAsked, today: string): Preset | null =>
  presets.find((preset) => {
    const one = presetPeriod(preset, today);
    return one.from === from && one.to === to && one.by === by;
  }) ?? null;

/** As parameters of an address. A figure keeps its kind only where that makes sense of it. */
export const paramsOf = ({ kind, ...asked }: ChartAsked): Params => ({
  ...asked,
  kind: kind !== null && chartsOf(asked.metric).includes(kind) ? kind : null,
});

/** Where the chart of a department's figure is. */
export const chartLink = (departmentId: string, metric: MetricId) => ({
  link: ['/control-charts', departmentId],
  query: { metric } satisfies Params,
});
