import { Component, computed, inject, input, linkedSignal, output } from '@angular/core';
import type { ReportRow, ReportView } from '@forecall/contracts';
import { FigureTexts, openReceipts } from '../figures/index.js';
import { injectTexts } from '../platform/i18n/texts.js';
import { ChartCard, Plot, PlotTable } from '../ui/chart/chart-card.js';
import { toCsv } from '../ui/table/csv.js';
import { type Answered, receiptsOf } from './answered.js';
import { injectFinding } from './finding.js';
import { KeyTexts } from './key-texts.js';
import { ReportPlot } from './plots/report-plot.js';
import { fitsView } from './question/asked.js';
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
    const { view, metrics, compare, attribute } = this.answered().asked;
    const [metric] = metrics;
    const only =
      metric && metrics.length > 1 && view !== 'table'
        ? this.t('reports.only-first', { metric: this.figures.name()(metric, attribute) })
        : '';
    const hasYear = this.answered().table.rows.some(({ cells }) => cells[0]?.yearBefore);
    const before = view === 'trend' && compare.includes('year-before') && hasYear ? this.t('reports.legend-year') : '';
    const pareto = view === 'pareto' ? this.t('reports.legend-pareto') : '';
    return [before, pareto, only].filter(Boolean).join(' ');
  });

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

  protected readonly csv = (): string => {
    const { asked, table } = this.answered();
    if (asked.view === 'distribution')
      return toCsv([[...asked.by, 'n'], ...table.rows.map((row) => [...namesOf(row), row.cells[0]?.figure.n ?? null])]);
    const metrics = asked.metrics.flatMap((metric) => [metric, `${metric}: numerator`, `${metric}: denominator`]);
    return toCsv([
      [...asked.by, ...metrics],
      ...table.rows.map((row) => [
        ...namesOf(row),
        ...row.cells.flatMap(({ figure }) => [figure.value, figure.numerator, figure.denominator]),
      ]),
    ]);
  };
}

const namesOf = ({ keys, names }: ReportRow): string[] => keys.map((key, index) => names[index]?.en ?? key);
