import { Component, computed, input } from '@angular/core';
import { PointReading, type ReadPoint } from '../../ui/chart/point-reading.js';
import { injectWidth } from '../../ui/chart/plot-width.js';
import { lineOf, type SeriesPoint, seriesPlot } from './series.js';

/**
 * A series of points: a line with the intervals of its points and, beneath, on how many cases each rests; or, for counts,
 * columns from zero. What it is compared with is a light line.
 */
@Component({
  selector: 'fc-series-plot',
  imports: [PointReading],
  templateUrl: './series-plot.html',
  styleUrl: './series-plot.css',
})
export class SeriesPlotView {
  readonly points = input.required<readonly SeriesPoint[]>();
  readonly areColumns = input(false, { alias: 'columns' });
  readonly tick = input.required<(value: number) => string>();
  readonly count = input.required<(n: number) => string>();
  /** What the whole is compared with: a dashed line across. */
  readonly level = input<number | null>(null);
  /** Of what may lie below zero. */
  readonly isSigned = input(false);
  /** The axis begins where the intervals do: of shares that all lie high. */
  readonly isCut = input(false, { alias: 'cut' });
  readonly finding = input.required<string>();
  /** "contacts", beside the small columns. */
  readonly stripName = input('');

  protected readonly width = injectWidth();
  protected readonly drawing = computed(() => {
    const points = this.points();
    if (this.width() === 0) return null;
    const plot = seriesPlot(points, this.width(), {
      ...{ hasStrip: !this.areColumns(), level: this.level(), isSigned: this.isSigned(), isCut: this.isCut() },
    });
    const most = Math.max(1, ...points.map(({ n }) => n));
    const columnWidth = Math.max(1, Math.min(48, plot.step * (this.areColumns() ? 0.72 : 0.6)));
    const level = this.level();
    return {
      plot,
      level: level === null ? null : plot.y(level),
      most,
      line: lineOf(
        plot,
        points.map(({ value }) => value),
      ),
      before: lineOf(
        plot,
        points.map(({ before }) => before),
      ),
      marks: points.flatMap(({ key, value, low, high }, index) =>
        value === null
          ? []
          : [
              {
                key,
                x: plot.x(index),
                y: plot.y(value),
                // Beyond the axis the interval goes on: it leaves the plot at its top.
                low: low === null ? null : plot.y(low),
                high: high === null ? null : Math.max(0, plot.y(high)),
              },
            ],
      ),
      columns: points.map(({ key, value, n }, index) => {
        const height = this.areColumns() ? plot.height - plot.y(value ?? 0) : (n / most) * plot.stripHeight;
        const bottom = this.areColumns() ? plot.height : plot.stripTop + plot.stripHeight;
        return { key, x: plot.x(index) - columnWidth / 2, y: bottom - height, width: columnWidth, height };
      }),
      labels: points.flatMap(({ key, label }, index) =>
        (points.length - 1 - index) % plot.every === 0 ? [{ key, label, x: plot.x(index) }] : [],
      ),
    };
  });
  protected readonly read = computed((): ReadPoint[] => {
    const plot = this.drawing()?.plot;
    if (!plot) return [];
    return this.points().map(({ key, name, value, lines }, index) => ({
      ...{ key, name, lines },
      x: plot.left + plot.x(index),
      y: value === null ? null : plot.top + plot.y(value),
    }));
  });
}
