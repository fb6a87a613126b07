import { Component, computed, inject, input, output, resource, signal } from '@angular/core';
import type { ControlChart, ControlChartPoint } from '@forecall/contracts';
import { definitionOf } from '@forecall/domain';
import { AlarmsClient } from '../alarms/alarms-client.js';
import { FigureTexts } from '../figures/index.js';
import { Formats } from '../platform/format/formats.js';
import { injectTexts, Texts } from '../platform/i18n/texts.js';
import { ChartCard, Plot, PlotTable } from '../ui/chart/chart-card.js';
import { ControlChartPlot, type LineNames } from '../ui/chart/control-chart.js';
import { Table } from '../ui/table/table.js';
import { alarmsOnChart } from './alarms-on-chart.js';
import { ChartLegend } from './chart-legend.js';
import { chartCsv, injectChartColumns } from './chart-table.js';
import { atOf, ChartWords } from './chart-words.js';
import { FindingText } from './finding-text.js';

/** A control chart with its finding, as plot or table; the point that is read opens to its rows. */
@Component({
  selector: 'fc-control-chart-card',
  imports: [ChartCard, ChartLegend, ControlChartPlot, Plot, PlotTable, Table],
  template: `
    <fc-chart-card
      main
      [heading]="heading()"
      [note]="note()"
      [(table)]="isTable"
      [csv]="csv"
      [hasReceipts]="true"
      [receiptsLabel]="receiptsLabel()"
      (receipts)="receipts.emit(chosen())"
    >
      <ng-template fcPlot>
        <p class="finding">{{ finding() }}</p>
        <fc-control-chart
          [marks]="marks()"
          [finding]="accessibleFinding()"
          [tick]="tick"
          [timeTick]="timeTick"
          [countTick]="countTick"
          [names]="names()"
          [stripName]="words.strip(chart())"
          [fromZero]="fromZero()"
          [notes]="notes()"
          [grounds]="alarms()"
          [now]="now()"
          (read)="read.set($event)"
        />
      </ng-template>
      <ng-template fcPlotTable>
        <fc-table [label]="heading()" [columns]="columns()" [rows]="newestFirst()" [rowId]="idOf" />
      </ng-template>
      <fc-chart-legend fcLegend [chart]="chart()" />
    </fc-chart-card>
  `,
  styles: `
    :host {
      display: block;
      min-width: 0;
      --rows-height: 420px;
    }
    .finding {
      max-width: 84ch;
      margin-bottom: 10px;
      font-size: var(--fc-text-read);
      line-height: var(--fc-lead-read);
      text-wrap: pretty;
    }
  `,
})
export class ControlChartCard {
  protected readonly t = injectTexts();
  private readonly format = inject(Formats);
  private readonly figures = inject(FigureTexts);
  private readonly locale = inject(Texts).locale;
  private readonly findings = inject(FindingText);
  private readonly alarmsClient = inject(AlarmsClient);
  protected readonly words = inject(ChartWords);
  readonly chart = input.required<ControlChart>();
  /** The rows behind a point: the one read last, else the newest. */
  readonly receipts = output<ControlChartPoint | null>();

  protected readonly isTable = signal(false);
  /** The first day of the point that is read; null: none was yet. */
  readonly read = signal<string | null>(null);
  readonly chosen = computed((): ControlChartPoint | null => {
    const { points } = this.chart();
    return points.find(({ from }) => from === this.read()) ?? points.at(-1) ?? null;
  });

  protected readonly heading = computed(() => {
    const { metric, department } = this.chart();
    return this.t('control-charts.heading', {
      ...{ metric: this.figures.name()(metric), department: department[this.locale()] },
    });
  });
  protected readonly note = computed(() => {
    const { by, kind } = this.chart();
    return this.t(`control-charts.note-${by}`, { chart: this.t(`control-charts.chart.${kind}`) });
  });
  protected readonly receiptsLabel = computed(() => {
    const point = this.chosen();
    return point === null
      ? undefined
      : this.t('control-charts.receipts-of', { point: this.words.name(this.chart(), point) });
  });
  protected readonly finding = computed(() => this.findings.of(this.chart()));
  protected readonly accessibleFinding = computed(
    () => `${this.heading()}${this.t('control-charts.colon')}${this.finding()}`,
  );
  protected readonly marks = computed(() => this.words.marks(this.chart()));
  /** Of the figure that alarms watch. The chart stands without them too. */
  private readonly watched = resource({
    params: () => (this.chart().metric === 'complaint-rate' ? this.chart().department.id : undefined),
    loader: ({ params }) => this.alarmsClient.page({ departmentId: params, limit: 200 }),
  });
  protected readonly alarms = computed(() =>
    this.watched.hasValue() && this.chart().metric === 'complaint-rate'
      ? alarmsOnChart(this.watched.value().alarms, this.chart())
      : [],
  );
  protected readonly notes = computed(() => [
    ...this.words.notes(this.chart()),
    ...this.alarms().map(({ raisedAt }) => ({
      ...{ at: raisedAt, kind: 'alarm' as const },
      text: this.t('control-charts.alarm', { day: this.words.onAxis(raisedAt) }),
    })),
  ]);
  /** A figure whose less is better counts events: its axis begins at zero. */
  protected readonly fromZero = computed(() => definitionOf(this.chart().metric).direction === 'lower is better');
  protected readonly now = computed(() => {
    const { points } = this.chart();
    const today = this.format.today();
    const last = points.at(-1);
    return last && last.from <= today && today < last.to
      ? { at: atOf(today) + 43_200_000, text: this.t('control-charts.today') }
      : null;
  });
  protected readonly names = computed((): LineNames => ({
    usual: (centre) => this.t('control-charts.usual', { usual: this.figures.value(this.chart().metric, centre) }),
    upper: this.t('control-charts.upper'),
    lower: this.t('control-charts.lower'),
  }));
  protected readonly tick = (value: number): string => this.figures.tick(this.chart().metric, value);
  protected readonly timeTick = (at: number): string => this.words.timeTick(this.chart(), at);
  protected readonly countTick = (n: number): string => this.format.axisCount(n);

  protected readonly columns = injectChartColumns(this.chart);
  protected readonly newestFirst = computed(() => this.chart().points.toReversed());
  protected readonly idOf = ({ from }: ControlChartPoint): string => from;
  protected readonly csv = (): string => chartCsv(this.chart());
}
