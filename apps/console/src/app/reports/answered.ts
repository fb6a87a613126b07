import type { FigureAnswer, ReportRow, ReportTable } from '@forecall/contracts';
import { addDays, definitionOf, isCalendar, isShareOfYes, keyEnd, keyStart, type MetricId } from '@forecall/domain';
import type { FigureAsked, WrittenAs } from '../figures/index.js';
import type { Formats } from '../platform/format/formats.js';
import type { Asked } from './question/asked.js';
import { isOfAttribute } from './question/attributes.js';

/** A question with its answer: what is on the screen belongs together, also while the next is on its way. */
export interface Answered {
  readonly asked: Asked;
  readonly table: ReportTable;
}

/** What the figures of a metric are written as: those of an attribute that is yes or no throughout are shares. */
export function writtenAs({ asked, table }: Answered, metric: MetricId): WrittenAs {
  const figure = table.total.cells[asked.metrics.indexOf(metric)]?.figure;
  return figure && isShareOfYes(metric, figure.n, figure.beside) ? 'share' : metric;
}

/** Whether a figure rests on enough to be drawn and ranked; a count stands for itself. */
export const isEnough = (metric: MetricId, figure: { readonly n: number } | null | undefined): boolean =>
  figure !== null &&
  figure !== undefined &&
  (definitionOf(metric).denominator === null || figure.n >= definitionOf(metric).minimumN);

/** What the figures rest on: counts over counts, or for a mean how many. */
export const countsOf = (
  as: WrittenAs,
  figure: Pick<FigureAnswer, 'numerator' | 'denominator'> | null | undefined,
  format: Formats,
): string => {
  const { numerator = 0, denominator = null } = figure ?? {};
  if (denominator === null) return '';
  return as !== 'share' && definitionOf(as).kind === 'mean'
    ? `n = ${format.count(denominator)}`
    : format.countOver(numerator, denominator);
};

/**
 * What the whole of a trend is compared with, on the scale of its points: the figure of the period before; of counts
 * how many it held on average in as many parts.
 */
export function levelBefore({ asked, table }: Answered): number | null {
  const [metric] = asked.metrics;
  const before = table.total.cells[0]?.before;
  const value = before?.value ?? null;
  if (metric === undefined || value === null || !isEnough(metric, before) || table.rows.length === 0) return null;
  return definitionOf(metric).denominator === null ? value / table.rows.length : value;
}

/** A scope takes these beside those of units. */
const scoped = new Set([
  'department',
  'team',
  'rep',
  'supervisor',
  'channel',
  'direction',
  'purpose',
  'outcome',
  'reason',
  'widest-reason',
  'account',
  'care-class',
  'campaign',
  'servqual-dimension',
  'score',
  'wait-band',
  'talk-band',
]);

/**
 * The question for the rows behind a figure of the table; null where there is none: rows of all Mondays, or of those
 * without a unit, are no scope. Without a row: of the total.
 */
export function receiptsOf({ asked, table }: Answered, row: ReportRow | null, metric: MetricId): FigureAsked | null {
  const { clock, threshold, letters, attribute } = asked;
  let { from, to } = table.period;
  const scope = [...asked.scope];
  for (const [index, dimension] of (row === null ? [] : asked.by).entries()) {
    const key = row?.keys[index] ?? '';
    if (key === '') return null;
    if (isCalendar(dimension)) {
      const [first, after] = [keyStart(dimension, key), addDays(keyEnd(dimension, key), 1)];
      from = first > from ? first : from;
      to = after < to ? after : to;
    } else if (scoped.has(dimension) || dimension.startsWith('attribute:')) scope.push(`${dimension}:${key}`);
    else return null;
  }
  return scope.length > 8
    ? null
    : { scope, by: asked.by, from, to, clock, threshold, letters, ...(isOfAttribute(metric) && { attribute }) };
}
