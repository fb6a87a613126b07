import { Component, computed, inject, input, output } from '@angular/core';
import type { ComparedFigure, ReportRow } from '@forecall/contracts';
import { definitionOf, type MetricId } from '@forecall/domain';
import { FigureTexts } from '../../figures/index.js';
import { Formats } from '../../platform/format/formats.js';
import { injectTexts } from '../../platform/i18n/texts.js';
import { Empty } from '../../ui/feedback/empty.js';
import { type Answered, countsOf, levelBefore, writtenAs } from '../answered.js';
import { injectComparedTexts } from '../compared.js';
import { injectFinding } from '../finding.js';
import { KeyTexts } from '../key-texts.js';
import { fitsView, isCount } from '../question/asked.js';
import { BarsPlot } from './bars-plot.js';
import { HeatMap } from '../../ui/chart/heat-map.js';
import { barsOf, drawnBefore, heatOf, isShown, isSigned, paretoOf, type Words } from './models.js';
import type { SeriesPoint } from './series.js';
import { SeriesPlotView } from './series-plot.js';

const hours = Array.from({ length: 24 }, (_, hour) => String(hour).padStart(2, '0'));

/** The first metric of a report as it was asked to be drawn. */
@Component({
  selector: 'fc-report-plot',
  imports: [BarsPlot, Empty, HeatMap, SeriesPlotView],
  templateUrl: './report-plot.html',
})
export class ReportPlot {
  protected readonly t = injectTexts();
  private readonly format = inject(Formats);
  private readonly figures = inject(FigureTexts);
  private readonly keys = inject(KeyTexts);
  private readonly compared = injectComparedTexts();
  readonly answered = input.required<Answered>();
  /** What cannot be drawn is asked otherwise. */
  readonly fitted = output();

  protected readonly view = computed(() => this.answered().asked.view);
  protected readonly fits = computed(() => fitsView(this.answered().asked, this.view()));
  protected readonly metric = computed((): MetricId => this.answered().asked.metrics[0] ?? 'handled');
  private readonly as = computed(() => writtenAs(this.answered(), this.metric()));
  protected readonly rows = computed(() => this.answered().table.rows);
  protected readonly areColumns = computed(() => this.view() === 'distribution' || isCount(this.metric()));
  protected readonly isEmpty = computed(() => this.rows().every(({ cells }) => !cells[0]?.figure.n));
  /** There are figures, but each rests on too few. */
  protected readonly areTooFew = computed(
    () => !isCount(this.metric()) && !this.isDistribution() && this.rows().every((row) => !isShown(this.metric(), row)),
  );
  private readonly isDistribution = computed(() => this.view() === 'distribution');
  protected readonly finding = injectFinding(this.answered);

  private readonly words = computed((): Words => {
    const { by } = this.answered().asked;
    return {
      name: ({ keys, names }) =>
        by.map((dimension, index) => this.keys.name(dimension, keys[index] ?? '', names[index] ?? null)).join(' '),
      value: (value) => this.figures.value(this.as(), value),
      counts: ({ cells: [cell] }) => countsOf(this.as(), cell?.figure, this.format),
      others: (count) => this.t('reports.others', { count }),
    };
  });

  protected readonly series = computed((): SeriesPoint[] => {
    const [dimension = ''] = this.answered().asked.by;
    const words = this.words();
    return this.rows().map((row) => {
      const { keys, names, cells } = row;
      const figure = cells[0]?.figure;
      const value = this.isDistribution()
        ? (figure?.n ?? 0)
        : isShown(this.metric(), row) || isCount(this.metric())
          ? (figure?.value ?? null)
          : null;
      const before = this.isDistribution() ? null : drawnBefore(this.metric(), cells[0]?.yearBefore);
      return {
        ...{ key: keys.join('/'), name: words.name(row), value, before, n: figure?.n ?? 0 },
        label: names[0] ? words.name(row) : this.keys.short(dimension, keys[0] ?? ''),
        low: value === null || this.isDistribution() ? null : (figure?.interval?.low ?? null),
        high: value === null || this.isDistribution() ? null : (figure?.interval?.high ?? null),
        lines: this.linesOf(row, value),
      };
    });
  });

  protected readonly level = computed(() => (this.isDistribution() ? null : levelBefore(this.answered())));

  private linesOf(row: ReportRow, value: number | null): string[] {
    const metric = this.metric();
    const [cell] = row.cells;
    const figure = cell?.figure;
    if (this.isDistribution()) return [this.t('reports.cases', { count: value ?? 0 })];
    if (value === null)
      return [this.t('reports.too-few-n', { n: figure?.n ?? 0, least: definitionOf(metric).minimumN })];
    const interval = figure?.interval;
    const against = (key: string, before: ComparedFigure | null | undefined) =>
      before ? [this.t(key, { value: this.compared.figure(this.as(), before) })] : [];
    return [
      this.figures.value(this.as(), value),
      ...[this.words().counts(row)].filter(Boolean),
      ...(interval
        ? [this.t('reports.interval', { range: this.figures.interval(this.as(), interval.low, interval.high) })]
        : []),
      ...against('reports.was-before', cell?.before),
      ...against('reports.was-year-before', cell?.yearBefore),
    ];
  }

  protected readonly isSigned = computed(() => isSigned(this.metric()));
  protected readonly bars = computed(() => barsOf(this.rows(), this.metric(), this.words()));
  protected readonly pareto = computed(() => paretoOf(this.rows(), this.words(), (share) => this.format.rate(share)));
  protected readonly scale = computed(() =>
    this.view() === 'pareto' ? ['0%', '50%', '100%'] : [this.tick(this.bars().least), this.tick(this.bars().most)],
  );
  protected readonly heat = computed(() => heatOf(this.rows(), this.answered().asked.by, this.metric(), this.words()));
  protected readonly weekdays = computed(() =>
    [1, 2, 3, 4, 5, 6, 7].map((day) => ({ key: String(day), name: this.keys.name('weekday', String(day), null) })),
  );
  protected readonly hours = hours.map((hour) => ({ key: hour, name: hour }));

  protected readonly tick = (value: number): string =>
    this.isDistribution() ? this.format.axisCount(value) : this.figures.tick(this.as(), value);
  protected readonly count = (n: number): string => this.format.axisCount(n);
}
