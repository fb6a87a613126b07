import { Injectable } from '@nestjs/common';
import {
  type ComparisonName,
  type FigureAnswer,
  type ReportCell,
  type ReportQuestion,
  type ReportRow,
  type ReportSpread,
  type ReportTable,
} from '@forecall/contracts';
import { type DayPeriod, definitionOf, isCalendar, keysWithin, type MetricId, spreadOf } from '@forecall/domain';
import { figureOfNothing, FiguresService } from '../../figures/figures.service.js';
import type { Viewer } from '../../platform/access/viewer.js';
import { badRequest } from '../../platform/http/problem.js';
import { type Answered, Counterparts, type Group, groupKey } from './metric-figures.js';
import { type ReportPeriods, reportPeriods } from './report-periods.js';
import { inOrder } from './row-order.js';

/** The figure route answers so many groups at a time. */
const pageGroups = 500;
/** A spread reads one group more for each value. */
const mostSpreadGroups = 20_000;

interface MetricColumn {
  readonly metric: MetricId;
  readonly now: Answered;
  readonly before: Partial<Record<ComparisonName, { rows: Counterparts; whole: Counterparts }>>;
}

type Spreads = ReadonlyMap<string, ReportSpread>;

/** Makes the table of a report out of answers of the figure route; it computes no figure itself. */
@Injectable()
export class ReportTableService {
  constructor(private readonly figures: FiguresService) {}

  async table(viewer: Viewer, asked: ReportQuestion, most: number, now = new Date()): Promise<ReportTable> {
    const zone = await this.figures.zone();
    const periods = reportPeriods(asked, zone, now);
    const columns: MetricColumn[] = [];
    // One after the other, so that a report holds few connections at a time.
    for (const metric of asked.metrics) columns.push(await this.column(viewer, metric, asked, periods, most));
    const spreads = await this.spreads(viewer, asked, periods.asked);
    const { rows, isCut } = rowsOf(columns, asked, periods, spreads, most);
    const { 'period-before': before, 'year-before': yearBefore } = periods.compared;
    return {
      asOf: now.toISOString(),
      period: daysOf(periods.asked),
      before: before ? daysOf(before.whole) : null,
      yearBefore: yearBefore ? daysOf(yearBefore.whole) : null,
      zone,
      narrowedToReach: columns.some((column) => column.now.narrowedToReach),
      rows,
      isCut: isCut || columns.some((column) => column.now.isCut),
      total: {
        cells: columns.map(({ now: { total }, before: compared }) => ({
          figure: total,
          before: compared['period-before']?.whole.ofTotal(total) ?? null,
          yearBefore: compared['year-before']?.whole.ofTotal(total) ?? null,
        })),
        spread: spreads.get(groupKey([])) ?? null,
      },
    };
  }

  private async column(
    viewer: Viewer,
    metric: MetricId,
    asked: ReportQuestion,
    { asked: period, compared }: ReportPeriods,
    most: number,
  ): Promise<MetricColumn> {
    const ask = (days: DayPeriod, by = asked.by) => this.ask(viewer, metric, { ...asked, by }, days, most);
    const before: MetricColumn['before'] = {};
    const now = await ask(period);
    for (const [name, { whole, rows }] of Object.entries(compared)) {
      const ofRows = await ask(rows);
      const isSame = rows.from === whole.from && rows.to === whole.to;
      before[name as ComparisonName] = {
        rows: new Counterparts(metric, ofRows, asked.by),
        whole: new Counterparts(metric, isSame ? ofRows : await ask(whole, []), []),
      };
    }
    return { metric, now, before };
  }

  /** All groups of a question, at most so many. */
  private async ask(
    viewer: Viewer,
    metric: MetricId,
    { scope, by, clock, threshold, letters, attribute }: ReportQuestion,
    { from, to }: DayPeriod,
    most: number,
  ): Promise<Answered> {
    const groups: Group[] = [];
    // One attribute for the whole report; the other metrics are about none.
    const of = definitionOf(metric).isOfAttribute ? { attribute } : {};
    let after: string | undefined;
    for (;;) {
      const question = {
        ...{ scope, by, clock, threshold, letters, from, to },
        quantiles: 'no' as const,
        after,
        ...of,
      };
      const reply = await this.figures.figure(viewer, metric, { ...question, limit: pageGroups });
      groups.push(...reply.groups);
      if (reply.next === null || groups.length > most)
        return { total: reply.total, groups, isCut: reply.next !== null, narrowedToReach: reply.narrowedToReach };
      after = reply.next;
    }
  }

  /** How the first metric is spread in each row, and in all: under no keys. */
  private async spreads(viewer: Viewer, asked: ReportQuestion, period: DayPeriod): Promise<Spreads> {
    const [metric] = asked.metrics;
    if (asked.spread === undefined || metric === undefined) return new Map();
    const found = new Map<string, ReportSpread>();
    for (const by of asked.by.length > 0 ? [asked.by, []] : [[]]) {
      const within = { ...asked, by: [...by, asked.spread] };
      const { groups, isCut } = await this.ask(viewer, metric, within, period, mostSpreadGroups);
      if (isCut)
        throw badRequest('too-many-groups', `spread: the period holds more than ${mostSpreadGroups} groups.`, {
          values: { most: mostSpreadGroups },
        });
      for (const [key, parts] of Map.groupBy(groups, ({ keys }) => groupKey(keys.slice(0, -1))))
        found.set(key, spreadWithin(parts));
    }
    return found;
  }
}

const daysOf = ({ from, to }: DayPeriod) => ({ from, to });

function spreadWithin(parts: readonly Group[]): ReportSpread {
  const of = (group: Group) => ({ key: group.keys.at(-1) ?? '', amount: group.figure.numerator });
  const { values, highestShare, highestKey } = spreadOf(parts.map(of));
  const name = parts.find(({ keys }) => keys.at(-1) === highestKey)?.names.at(-1) ?? null;
  return { values, highestShare, highest: highestKey === null ? null : { key: highestKey, name } };
}

/** A row for each group that any of the metrics has; by the calendar alone also for the days without any. */
function rowsOf(
  columns: readonly MetricColumn[],
  { by }: ReportQuestion,
  { asked, compared }: ReportPeriods,
  spreads: Spreads,
  most: number,
): { rows: ReportRow[]; isCut: boolean } {
  if (by.length === 0) return { rows: [], isCut: false };
  const all = new Map<string, Pick<Group, 'keys' | 'names'>>();
  const [only] = by;
  if (only !== undefined && by.length === 1 && isCalendar(only))
    for (const key of keysWithin(only, asked, most + 1)) all.set(groupKey([key]), { keys: [key], names: [null] });
  for (const { now } of columns) for (const group of now.groups) all.set(groupKey(group.keys), group);
  const figures = columns.map(({ now }) => new Map(now.groups.map(({ keys, figure }) => [groupKey(keys), figure])));
  const rows = inOrder([...all.values()], by).slice(0, most);
  const cell = (
    { metric, before }: MetricColumn,
    keys: readonly string[],
    figure: FigureAnswer | undefined,
  ): ReportCell => {
    const now = figure ?? figureOfNothing(metric);
    const against = (name: ComparisonName) =>
      before[name]?.rows.ofGroup(compared[name]?.keysOf(keys) ?? null, now) ?? null;
    return { figure: now, before: against('period-before'), yearBefore: against('year-before') };
  };
  return {
    rows: rows.map(({ keys, names }) => ({
      ...{ keys, names },
      cells: columns.map((column, index) => cell(column, keys, figures[index]?.get(groupKey(keys)))),
      spread: spreads.get(groupKey(keys)) ?? null,
    })),
    isCut: all.size > most,
  };
}
