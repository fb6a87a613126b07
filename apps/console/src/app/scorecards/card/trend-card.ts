import { Component, computed, inject, input, resource, signal } from '@angular/core';
import type { CardLine, CardTrend } from '@forecall/contracts';
import { addDays, type CardKind, definitionOf, insteadOf } from '@forecall/domain';
import { FigureTexts } from '../../figures/index.js';
import { Formats } from '../../platform/format/formats.js';
import { noValue } from '../../platform/format/rate.js';
import { injectTexts } from '../../platform/i18n/texts.js';
import { type SeriesPoint, SeriesPlotView } from '../../reports/index.js';
import { ChartCard, Plot, PlotTable } from '../../ui/chart/chart-card.js';
import { Segment } from '../../ui/choice/segment.js';
import { kept } from '../../ui/feedback/kept.js';
import { Load, Ready, Shape } from '../../ui/feedback/load.js';
import { Skeleton } from '../../ui/feedback/skeleton.js';
import { toCsv } from '../../ui/table/csv.js';
import { type Column, Table } from '../../ui/table/table.js';
import { ScorecardsClient } from '../scorecards-client.js';

type By = CardTrend['by'];
type Point = CardTrend['points'][number];

/** A figure of the card over twelve weeks or months, with its intervals and the target. */
@Component({
  selector: 'fc-trend-card',
  imports: [ChartCard, Load, Plot, PlotTable, Ready, Segment, SeriesPlotView, Shape, Skeleton, Table],
  template: `
    @if (isOfNoTime()) {
      <section class="card card-body quiet small">{{ t('scorecards.trend.none') }}</section>
    } @else {
      <fc-chart-card main [heading]="heading()" [note]="t('scorecards.trend.note')" [csv]="csv">
        <ng-template fcPlot>
          <fc-load [of]="shown" [failed]="t('scorecards.trend.failed')">
            <ng-template fcShape><fc-skeleton [height]="230" /></ng-template>
            <ng-template fcReady>
              <fc-series-plot
                [points]="series()"
                [tick]="tick"
                [count]="format.axisCount"
                [level]="line().indicator.target"
                [cut]="isShare()"
                [finding]="finding()"
                [stripName]="t('scorecards.trend.cases')"
              />
            </ng-template>
          </fc-load>
        </ng-template>
        <ng-template fcPlotTable>
          <fc-table [label]="heading()" [columns]="columns()" [rows]="points()" [rowId]="keyOf" />
        </ng-template>
        <span fcLegend class="row wrap">
          <fc-segment [label]="t('scorecards.trend.by')" [options]="choices()" [(value)]="by" />
          <span>{{ t('scorecards.trend.target', { value: value(line().indicator.target) }) }}</span>
        </span>
      </fc-chart-card>
    }
  `,
  styles: `
    :host {
      display: block;
      min-width: 0;
      --rows-height: none;
    }
  `,
})
export class TrendCard {
  protected readonly t = injectTexts();
  protected readonly format = inject(Formats);
  private readonly figures = inject(FigureTexts);
  private readonly client = inject(ScorecardsClient);
  readonly kind = input.required<CardKind>();
  readonly id = input.required<string>();
  /** First day after the card's period. */
  readonly to = input.required<string>();
  readonly line = input.required<CardLine>();
  protected readonly by = signal<By>('week');

  private readonly metric = computed(() => this.line().indicator.metric);
  /** What is of the end of a period has no course within it. */
  protected readonly isOfNoTime = computed(
    () => insteadOf(this.metric(), 'week') !== null || definitionOf(this.metric()).source === 'complaint',
  );
  protected readonly isShare = computed(
    () => definitionOf(this.metric()).kind === 'proportion' && this.line().indicator.target > 0.5,
  );
  private readonly found = resource({
    params: () =>
      this.isOfNoTime()
        ? undefined
        : { kind: this.kind(), id: this.id(), metric: this.metric(), by: this.by(), to: this.to() },
    loader: ({ params: { kind, id, ...asked } }) => this.client.trend(kind, id, asked),
  });
  protected readonly shown = kept(this.found);
  protected readonly points = computed((): readonly Point[] => this.shown.value()?.points ?? []);
  protected readonly keyOf = ({ key }: Point): string => key;

  protected readonly heading = computed(() =>
    this.t(`scorecards.trend.heading-${this.by()}`, { name: this.figures.name()(this.metric()) }),
  );
  protected readonly choices = computed(() =>
    (['week', 'month'] as const).map((value) => ({ value, label: this.t(`scorecards.trend.${value}`) })),
  );
  protected readonly tick = (value: number): string => this.figures.tick(this.metric(), value);
  protected readonly value = (value: number | null): string => this.figures.value(this.metric(), value);

  protected readonly series = computed((): SeriesPoint[] =>
    this.points().map((point) => ({
      ...{ key: point.key, label: this.short(point), name: this.name(point), before: null },
      ...{ value: point.figure.value, n: point.figure.n },
      ...{ low: point.figure.interval?.low ?? null, high: point.figure.interval?.high ?? null },
      lines: [this.value(point.figure.value), this.counts(point), this.interval(point)].filter((one) => one !== ''),
    })),
  );

  protected readonly finding = computed(() => {
    const [first, last] = [this.points()[0], this.points().at(-1)];
    if (!first || !last) return this.heading();
    const values = { heading: this.heading(), value: this.value(last.figure.value), name: this.name(last) };
    return this.t('scorecards.trend.finding', values);
  });

  protected readonly columns = computed((): Column<Point>[] => [
    { id: 'name', label: this.t(`scorecards.trend.${this.by()}`), text: (point) => this.name(point) },
    { id: 'value', label: this.t('scorecards.value'), isNumber: true, text: ({ figure }) => this.value(figure.value) },
    { id: 'counts', label: this.t('scorecards.trend.cases'), isNumber: true, text: (point) => this.counts(point) },
    {
      ...{ id: 'interval', label: this.t('scorecards.trend.interval'), isNumber: true, isWideOnly: true },
      text: (point) => this.interval(point) || noValue,
    },
  ]);

  protected readonly csv = (): string =>
    toCsv([
      ['from', 'to', 'numerator', 'denominator', 'value', 'low', 'high'],
      ...this.points().map(({ from, to, figure }) => [
        ...[from, addDays(to, -1), figure.numerator, figure.denominator, figure.value],
        ...[figure.interval?.low ?? null, figure.interval?.high ?? null],
      ]),
    ]);

  private counts({ figure }: Point): string {
    if (figure.denominator === null || definitionOf(this.metric()).kind === 'mean') return this.format.count(figure.n);
    return this.format.countOver(figure.numerator, figure.denominator);
  }

  private interval({ figure }: Point): string {
    return figure.interval ? this.figures.interval(this.metric(), figure.interval.low, figure.interval.high) : '';
  }

  private short({ key }: Point): string {
    if (this.by() === 'week') return this.t('scorecards.trend.week-n', { week: Number(key.slice(6)) });
    return this.format.month(Number(key.slice(5)));
  }

  private name({ from, to }: Point): string {
    return `${this.format.day(from)} – ${this.format.day(addDays(to, -1))}`;
  }
}
