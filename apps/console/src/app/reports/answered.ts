import type { ReportRow, ReportTable } from '@forecall/contracts';
import { addDays, isCalendar, keyEnd, keyStart, type MetricId } from '@forecall/domain';
import type { FigureAsked } from '../figures/index.js';
import type { Asked } from './question/asked.js';
import { isOfAttribute } from './question/attributes.js';

/** A question with its answer: what is on the screen belongs together, also while the next is on its way. */
export interface Answered {
  readonly asked: Asked;
  readonly table: ReportTable;
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
  'account',
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
    : { scope, from, to, clock, threshold, letters, ...(isOfAttribute(metric) && { attribute }) };
}
