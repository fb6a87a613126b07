import { Component, computed, inject, input, signal } from '@angular/core';
import type { ComparedFigure, ReportCell, ReportRow } from '@forecall/contracts';
import { definitionOf, isCalendar, type MetricId } from '@forecall/domain';
import { FigureTexts, openReceipts, type WrittenAs } from '../figures/index.js';
import { Formats } from '../platform/format/formats.js';
import { injectTexts } from '../platform/i18n/texts.js';
import { useKeys } from '../platform/keys/keys.js';
import type { Sort } from '../ui/table/table-order.js';
import { Cell, type Column, Foot, Table } from '../ui/table/table.js';
import { type Answered, countsOf, receiptsOf, writtenAs } from './answered.js';
import { injectComparedTexts } from './compared.js';
import { KeyTexts } from './key-texts.js';

type Against = 'before' | 'yearBefore';

const number = { isNumber: true, isTight: true };
const casesOf = ({ cells: [cell] }: ReportRow): number => cell?.figure.n ?? 0;

/** The numbers of a report: each figure with its counts and interval, what was before, and how much is chance. */
@Component({
  selector: 'fc-report-table',
  imports: [Cell, Foot, Table],
  templateUrl: './report-table.html',
  styleUrl: './report-table.css',
})
export class ReportTableView {
  protected readonly t = injectTexts();
  private readonly format = inject(Formats);
  protected readonly figures = inject(FigureTexts);
  private readonly keys = inject(KeyTexts);
  protected readonly texts = injectComparedTexts();
  private readonly open = openReceipts();
  readonly answered = input.required<Answered>();
  readonly label = input.required<string>();
  protected readonly sort = signal<Sort | null>(null);
  private focused: { row: ReportRow | null; metric: number } | null = null;

  protected readonly rows = computed(() => this.answered().table.rows);
  protected readonly idOf = ({ keys }: ReportRow): string => JSON.stringify(keys);
  protected readonly metrics = computed(() => this.answered().asked.metrics);
  protected readonly compared = computed((): Against[] => {
    const { compare } = this.answered().asked;
    return [
      ...(compare.includes('period-before') ? (['before'] as const) : []),
      ...(compare.includes('year-before') ? (['yearBefore'] as const) : []),
    ];
  });

  /** Of a distribution the cases of each group are the point, not their figure. */
  protected readonly isDistribution = computed(() => this.answered().asked.view === 'distribution');
  protected readonly cases = computed(() => this.rows().reduce((sum, row) => sum + casesOf(row), 0));

  protected readonly columns = computed((): Column<ReportRow>[] => {
    const { by } = this.answered().asked;
    const keys = by.map((dimension, index): Column<ReportRow> => ({
      id: `key-${index}`,
      label: this.keys.dimension()(dimension),
      isTight: !dimension.startsWith('attribute:'),
      text: (row) => this.keys.name(dimension, row.keys[index] ?? '', row.names[index] ?? null),
      sortBy: (row) =>
        isCalendar(dimension) ? (row.keys[index] ?? '') : (row.names[index]?.en ?? row.keys[index] ?? ''),
    }));
    if (this.isDistribution()) return [...keys, ...this.caseColumns()];
    return [
      ...keys,
      ...this.metrics().flatMap((metric, index) => this.metricColumns(metric, index)),
      ...this.spreadColumns(),
    ];
  });

  private caseColumns(): Column<ReportRow>[] {
    return [
      {
        ...{ id: 'cases', label: this.t('reports.cases-head'), ...number },
        text: (row) => this.format.count(casesOf(row)),
        sortBy: casesOf,
      },
      {
        ...{ id: 'part', label: this.t('reports.part-head'), ...number },
        text: (row) => this.format.rate(this.cases() === 0 ? null : casesOf(row) / this.cases()),
      },
    ];
  }

  private metricColumns(metric: MetricId, index: number): Column<ReportRow>[] {
    const wide = { ...number, isWideOnly: true };
    const grounds: Column<ReportRow>[] = [
      {
        ...{ id: `counts-${index}`, label: this.t('reports.counts'), ...wide },
        text: (row) => this.counts(metric, row.cells[index]),
      },
      {
        ...{ id: `interval-${index}`, label: this.t('reports.interval-head'), ...wide },
        text: (row) => this.interval(metric, row.cells[index]),
      },
    ];
    return [
      {
        ...{ id: `value-${index}`, label: this.name(metric), ...number },
        sortBy: (row) => row.cells[index]?.figure.value ?? null,
      },
      ...(definitionOf(metric).denominator === null ? [] : grounds),
      ...this.compared().flatMap((against): Column<ReportRow>[] => [
        {
          ...{ id: `${against}-${index}`, label: this.t(`reports.head.${against}`), ...wide },
          text: (row) => this.texts.figure(this.written(metric), row.cells[index]?.[against]),
        },
        {
          ...{ id: `${against}-change-${index}`, label: this.t(`reports.head.${against}-change`), ...number },
          sortBy: (row) => row.cells[index]?.[against]?.change?.difference ?? null,
        },
      ]),
    ];
  }

  private spreadColumns(): Column<ReportRow>[] {
    const { spread: of } = this.answered().asked;
    if (of === undefined) return [];
    return [
      {
        ...{ id: 'values', label: this.t('reports.spread-values', { of: this.keys.dimension()(of) }), ...number },
        text: ({ spread }) => this.format.count(spread?.values ?? null),
      },
      {
        ...{ id: 'share', label: this.t('reports.spread-share'), ...number },
        text: ({ spread }) => this.format.rate(spread?.highestShare ?? null),
      },
    ];
  }

  constructor() {
    useKeys('page.reports', [
      { press: '.', name: 'keys.receipts', when: () => this.focused !== null, act: () => this.receiptsOfFocused() },
    ]);
  }

  protected written(metric: MetricId): WrittenAs {
    return writtenAs(this.answered(), metric);
  }

  private name(metric: MetricId): string {
    return this.figures.name()(metric, this.answered().asked.attribute);
  }

  protected counts(metric: MetricId, cell: Pick<ReportCell, 'figure'> | undefined): string {
    return countsOf(this.written(metric), cell?.figure, this.format);
  }

  protected interval(metric: MetricId, cell: Pick<ReportCell, 'figure'> | undefined): string {
    const interval = cell?.figure.interval;
    return interval ? this.figures.interval(this.written(metric), interval.low, interval.high) : '';
  }

  /** Better or worse only where it is more than chance, and the metric knows a better. */
  protected verdict(
    metric: MetricId,
    other: ComparedFigure | null | undefined,
  ): 'better' | 'worse' | 'changed' | 'chance' {
    const change = other?.change;
    if (!change?.isBeyondChance) return 'chance';
    const { direction } = definitionOf(metric);
    if (direction === 'neither') return 'changed';
    return change.difference > 0 === (direction === 'higher is better') ? 'better' : 'worse';
  }

  protected hasReceipts(row: ReportRow | null): boolean {
    return receiptsOf(this.answered(), row, 'handled') !== null;
  }

  protected focus(row: ReportRow | null, metric: number): void {
    this.focused = { row, metric };
  }

  protected blur(): void {
    this.focused = null;
  }

  protected receipts(row: ReportRow | null, index: number): void {
    const metric = this.metrics()[index];
    const question = metric && receiptsOf(this.answered(), row, metric);
    if (!metric || !question) return;
    const names = (row === null ? [] : this.answered().asked.by).map((dimension, at) =>
      this.keys.name(dimension, row?.keys[at] ?? '', row?.names[at] ?? null),
    );
    this.open({ metric, heading: [this.name(metric), ...names].join(', '), question });
  }

  private receiptsOfFocused(): void {
    if (this.focused) this.receipts(this.focused.row, this.focused.metric);
  }
}
