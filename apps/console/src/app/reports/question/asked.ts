import type { Params } from '@angular/router';
import { comparisons, type ReportDefinition, type ReportView, reportViews } from '@forecall/contracts';
import { definitionOf, insteadOf, isCalendar, type MetricId, metricIds, periodForm } from '@forecall/domain';

/** What a report asks, as the page holds it. */
export type Asked = ReportDefinition;

/** What the page asks before anybody has chosen anything. */
export const firstAsked: Asked = {
  metrics: ['complaint-rate'],
  scope: [],
  period: 'last-12-weeks',
  by: ['week'],
  clock: 'end',
  threshold: 20,
  letters: 'as-recorded',
  compare: ['period-before'],
  view: 'trend',
};

const usual = { clock: 'end', threshold: 20, letters: 'as-recorded', view: 'table' } as const;
const names = [
  'metrics',
  'scope',
  'period',
  'by',
  'clock',
  'threshold',
  'attribute',
  'letters',
  'compare',
  'spread',
  'view',
] as const;

/** The question of an address; null where it holds none, or none that can be asked: an address may be old or mistyped. */
export function askedIn(address: Params): Asked | null {
  const all = (name: string): string[] => [(address[name] as unknown) ?? []].flat().map(String);
  const among = <T extends string>(known: readonly T[], name: string): T[] =>
    all(name).filter((one): one is T => (known as readonly string[]).includes(one));
  const metrics = among(metricIds, 'metrics');
  const [period = ''] = all('period');
  if (metrics.length === 0 || !periodForm.test(period)) return null;
  const threshold = Number(all('threshold')[0] ?? usual.threshold);
  const [spread] = all('spread');
  const [attribute] = all('attribute');
  return {
    ...{ metrics, period, scope: all('scope'), by: all('by').slice(0, 2), compare: among(comparisons, 'compare') },
    clock: among(['end', 'arrival'], 'clock')[0] ?? usual.clock,
    threshold: Number.isInteger(threshold) && threshold > 0 ? threshold : usual.threshold,
    letters: among(['as-recorded', 'small'], 'letters')[0] ?? usual.letters,
    ...(spread && { spread }),
    ...(attribute && { attribute }),
    view: among(reportViews, 'view')[0] ?? usual.view,
  };
}

/** The same as parameters of an address: what is usual goes without saying, which null takes out. */
export const paramsOf = (asked: Asked): Params =>
  Object.fromEntries(
    names.map((name) => {
      const value = asked[name];
      const isUsual = value === undefined || (name in usual && value === usual[name as keyof typeof usual]);
      return [name, isUsual || (Array.isArray(value) && value.length === 0) ? null : value];
    }),
  );

/** As the API is asked, without what the address would take out. */
export const queryOf = (asked: Asked): Record<string, string | number | readonly string[]> =>
  Object.fromEntries(Object.entries(paramsOf(asked)).filter(([, value]) => value !== null));

export const isCount = (metric: MetricId): boolean => definitionOf(metric).denominator === null;
const bands = new Set(['score', 'wait-band', 'talk-band', 'hour', 'weekday']);

/** Whether the groups that are asked for can be drawn so. */
export function fitsView({ by, metrics: [metric] }: Pick<Asked, 'by' | 'metrics'>, view: ReportView): boolean {
  const [first = '', second] = by;
  if (view === 'table') return true;
  if (view === 'heat-map') return by.includes('weekday') && by.includes('hour');
  if (by.length !== 1 || second !== undefined) return false;
  if (view === 'trend') return isCalendar(first);
  if (view === 'distribution') return bands.has(first);
  return view === 'bars' ? !isCalendar(first) : !isCalendar(first) && metric !== undefined && isCount(metric);
}

/** The question without the groups that one of its metrics is not given by, and with a view that can still be drawn. */
export function givenBy(asked: Asked): Asked {
  const isGiven = (dimension: string) => asked.metrics.every((metric) => insteadOf(metric, dimension) === null);
  const by = asked.by.filter(isGiven);
  if (by.length === asked.by.length) return asked;
  return { ...asked, by, view: fitsView({ ...asked, by }, asked.view) ? asked.view : 'table' };
}

const countFor = (metric: MetricId): MetricId =>
  'complaint' in definitionOf(metric).numerator ? 'complaints' : 'handled';

/** The views of which any can be drawn of what is asked, if need be by other groups. */
export const viewsOf = (asked: Asked): ReportView[] =>
  reportViews.filter((view) => {
    const fitted = withView(asked, view);
    return view === asked.view || givenBy(fitted).by.length === fitted.by.length;
  });

/** The question with another view, and with groups and a metric that can be drawn so. */
export function withView(asked: Asked, view: ReportView): Asked {
  if (fitsView(asked, view)) return { ...asked, view };
  const [metric = 'handled', ...others] = asked.metrics;
  const source = definitionOf(metric).source;
  switch (view) {
    case 'trend':
      return { ...asked, view, by: ['week'] };
    case 'heat-map':
      return { ...asked, view, by: ['weekday', 'hour'] };
    case 'distribution':
      return {
        ...asked,
        view,
        by: [source === 'answer' || source === 'relationship' ? 'score' : source === 'contact' ? 'wait-band' : 'hour'],
      };
    case 'pareto':
      return { ...asked, view, by: ['reason'], metrics: [isCount(metric) ? metric : countFor(metric), ...others] };
    default:
      return { ...asked, view, by: ['department'] };
  }
}
