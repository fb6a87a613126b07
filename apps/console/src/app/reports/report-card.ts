import { Component, computed, inject, input, linkedSignal, output } from '@angular/core';
import type { ReportView } from '@forecall/contracts';
import { FigureTexts, openReceipts } from '../figures/index.js';
import { injectTexts } from '../platform/i18n/texts.js';
import { formatFixed } from '../platform/format/rate.js';
import { ChartCard, Plot, PlotTable } from '../ui/chart/chart-card.js';
import { type Answered, levelBefore, receiptsOf, writtenAs } from './answered.js';
import { injectFinding } from './finding.js';
import { KeyTexts } from './key-texts.js';
import { ReportPlot } from './plots/report-plot.js';
import { fitsView, isCount } from './question/asked.js';
import { type CsvNames, reportCsv } from './report-csv.js';
import { ReportTableView } from './report-table.js';

/** A report's answer: a plot, the same numbers as a table, the whole in a line above. */
@Component({
  selector: 'fc-report-card',
  imports: [ChartCard, Plot, PlotTable, ReportPlot, ReportTableView],
  template: `
    <p class="small quiet">{{ period() }}</p>
    <fc-chart-card
      main
      [heading]="heading()"
      [table]="isTable()"
      (tableChange)="turn($event)"
      [csv]="csv"
      [hasReceipts]="true"
      [receiptsLabel]="t('reports.receipts-total')"
      (receipts)="receipts()"
    >
      <ng-template fcPlot>
        <p class="finding">{{ finding() }}</p>
        <fc-report-plot [answered]="answered()" (fitted)="fitted.emit()" />
      </ng-template>
      <ng-template fcPlotTable>
        <fc-report-table [answered]="answered()" [label]="heading()" />
      </ng-template>
      <span fcLegend>{{ legend() }}</span>
    </fc-chart-card>
    @if (answered().table.isCut) {
      <p class="note small quiet">{{ t('reports.cut') }}</p>
    }
    @if (answered().table.narrowedToReach) {
      <p class="note small quiet">{{ t('reports.narrowed') }}</p>
    }
    @if (isTable()) {
      <p class="note small quiet">{{ t('reports.chance') }}</p>
    }
  `,
  styles: `
    :host {
      display: grid;
      gap: 8px;
      min-width: 0;
      --rows-height: none;
    }
    .finding {
      margin-bottom: 8px;
      color: var(--fc-text-2);
      text-wrap: pretty;
    }
    .note {
      padding-inline: 14px;
    }
  `,
})
export class ReportCard {
  protected readonly t = injectTexts();
  private readonly figures = inject(FigureTexts);
  private readonly keys = inject(KeyTexts);
  private readonly open = openReceipts();
  readonly answered = input.required<Answered>();
  readonly period = input.required<string>();
  readonly fitted = output();
  readonly looked = output<ReportView>();

  /** T turns between plot and table; where a table is asked for, the plot is the one that fits best. */
  protected readonly isTable = linkedSignal(() => this.answered().asked.view === 'table');
  protected readonly finding = injectFinding(this.answered);
  protected readonly heading = computed(() => {
    const { metrics, by, attribute } = this.answered().asked;
    const names = metrics.map((metric) => this.figures.name()(metric, attribute)).join(', ');
    if (by.length === 0) return names;
    return this.t('reports.heading', { metrics: names, by: by.map(this.keys.inSentence()).join(', ') });
  });
  protected readonly legend = computed(() => {
    const { view, metrics, attribute } = this.answered().asked;
    const [metric] = metrics;
    const only =
      metric && metrics.length > 1 && view !== 'table'
        ? this.t('reports.only-first', { metric: this.figures.name()(metric, attribute) })
        : '';
    const pareto = view === 'pareto' ? this.t('reports.legend-pareto') : '';
    return [...this.comparedLegend(), pareto, only].filter(Boolean).join(' ');
  });

  /** How the plot draws what is compared, where there is something of it. */
  private comparedLegend(): string[] {
    const { asked, table } = this.answered();
    const [metric] = asked.metrics;
    const has = (against: 'before' | 'yearBefore') =>
      table.rows.some(({ cells }) => typeof cells[0]?.[against]?.value === 'number');
    if (asked.view === 'bars')
      return [
        has('before') ? this.t('reports.legend-bars-before') : '',
        has('yearBefore') ? this.t('reports.legend-bars-year') : '',
      ];
    if (asked.view !== 'trend' || !metric) return [];
    const level = levelBefore(this.answered());
    const key = isCount(metric) ? 'reports.legend-before-count' : 'reports.legend-before';
    const value = isCount(metric)
      ? formatFixed(level ?? 0, 1)
      : this.figures.value(writtenAs(this.answered(), metric), level);
    return [level === null ? '' : this.t(key, { value }), has('yearBefore') ? this.t('reports.legend-year') : ''];
  }

  protected turn(toTable: boolean): void {
    const { asked } = this.answered();
    if (toTable || asked.view !== 'table') this.isTable.set(toTable);
    else this.looked.emit(fitsView(asked, 'trend') ? 'trend' : 'bars');
  }

  protected receipts(): void {
    const { metrics, attribute } = this.answered().asked;
    const [metric] = metrics;
    const question = metric && receiptsOf(this.answered(), null, metric);
    if (metric && question) this.open({ metric, heading: this.figures.name()(metric, attribute), question });
  }

  protected readonly csv = (): string => reportCsv(this.answered(), this.names, this.t);

  private readonly names: CsvNames = {
    metric: (metric) => this.figures.name()(metric, this.answered().asked.attribute),
    dimension: (dimension) => this.keys.dimension()(dimension),
    key: (dimension, key, name) => this.keys.name(dimension, key, name),
  };
}
