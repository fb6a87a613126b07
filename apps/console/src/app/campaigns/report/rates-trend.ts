import { Component, computed, inject, input } from '@angular/core';
import { FigureTexts } from '../../figures/index.js';
import { Formats } from '../../platform/format/formats.js';
import { injectWidth } from '../../ui/chart/plot-width.js';
import { PointReading, type ReadPoint } from '../../ui/chart/point-reading.js';
import type { RateRow } from './rate-rows.js';

const height = 196;
const [left, right, top, foot] = [44, 16, 14, 34];
const metrics = ['firstAttempt', 'byNow'] as const;
const y = (share: number) => height - foot - share * (height - foot - top);

/** Both rates of one campaign after the other on 0 to 100 %, with their intervals: dots, and diamonds. */
@Component({
  selector: 'fc-rates-trend',
  imports: [PointReading],
  template: `
    @if (drawing(); as at) {
      <svg [attr.width]="at.width" [attr.height]="height" aria-hidden="true">
        @for (share of [0, 0.5, 1]; track share) {
          <path class="grid" [attr.d]="'M' + left + ' ' + y(share) + 'H' + at.end" />
          <text class="end" [attr.x]="left - 6" [attr.y]="y(share) + 4">{{ share * 100 }}%</text>
        }
        @for (series of at.series; track series.metric) {
          <g [class]="series.metric">
            @for (point of series.points; track point.x) {
              <path class="interval" [attr.d]="'M' + point.x + ' ' + point.low + 'V' + point.high" />
            }
            <path class="line" [attr.d]="series.line" />
            @for (point of series.points; track point.x) {
              <path class="dot" [attr.d]="point.dot" />
            }
          </g>
        }
        @for (label of at.labels; track label.x) {
          <text class="middle" [attr.x]="label.x" [attr.y]="height - 12">{{ label.text }}</text>
        }
      </svg>
      <fc-point-reading [points]="points()" [finding]="finding()" [width]="at.width" [depth]="height - foot" />
    }
  `,
  styles: `
    :host {
      position: relative;
      display: block;
      min-width: 0;
      min-height: 196px;
    }
    text {
      fill: var(--fc-chart-axis);
      font-size: 11px;
    }
    :lang(zh) text {
      font-size: 12px;
    }
    .end {
      text-anchor: end;
    }
    .middle {
      text-anchor: middle;
    }
    path {
      fill: none;
    }
    .grid {
      stroke: var(--fc-chart-grid);
    }
    g {
      --colour: var(--fc-chart-1);
    }
    .byNow {
      --colour: var(--fc-chart-2);
    }
    .line {
      stroke: var(--colour);
      stroke-width: 1.5;
    }
    .byNow .line {
      stroke-dasharray: 5 3;
    }
    .interval {
      stroke: color-mix(in oklab, var(--colour) 36%, transparent);
      stroke-width: 6;
    }
    .dot {
      fill: var(--colour);
      stroke: var(--fc-surface);
      stroke-width: 1.5;
    }
  `,
})
export class RatesTrend {
  private readonly texts = inject(FigureTexts);
  private readonly format = inject(Formats);
  readonly rows = input.required<readonly RateRow[]>();
  readonly finding = input.required<string>();
  private readonly width = injectWidth();
  protected readonly height = height;
  protected readonly left = left;
  protected readonly foot = foot;
  protected readonly y = y;

  protected readonly drawing = computed(() => {
    const width = this.width();
    if (width === 0) return null;
    const rows = this.rows();
    const step = (width - left - right) / Math.max(1, rows.length);
    const middle = (n: number) => left + (n + 0.5) * step;
    const every = Math.max(1, Math.ceil(110 / step));
    return {
      ...{ width, end: width - right },
      series: metrics.map((metric) => {
        // Side by side, so that neither hides the other.
        const beside = metric === 'byNow' ? 5 : -5;
        const points = rows.flatMap((row, n) => {
          const { value, interval } = row[metric];
          if (value === null) return [];
          const [x, at] = [middle(n) + beside, y(value)];
          const dot =
            metric === 'byNow'
              ? `M${x} ${at - 6}l6 6l-6 6l-6-6z`
              : `M${x - 4.5} ${at}a4.500 4.500 0 1 0 9 0a4.500 4.500 0 1 0-9 0`;
          return [{ x, at, dot, low: y(interval?.low ?? value), high: y(interval?.high ?? value) }];
        });
        const line = points.map(({ x, at }, n) => `${n === 0 ? 'M' : 'L'}${x} ${at}`).join('');
        return { metric, points, line };
      }),
      labels: rows.flatMap(({ name }, n) =>
        (rows.length - 1 - n) % every === 0 ? [{ x: middle(n), text: shortened(name, (step * every) / 7) }] : [],
      ),
      middle,
    };
  });
  protected readonly points = computed((): ReadPoint[] => {
    const at = this.drawing();
    if (!at) return [];
    return this.rows().map((row, n) => ({
      ...{ key: row.id, x: at.middle(n), y: null, name: row.name },
      lines: metrics.map((metric) => {
        const { definition, value, numerator, denominator } = row[metric];
        const counts = this.format.countOver(numerator, denominator ?? 0);
        return `${this.texts.name()(definition.id)}: ${this.format.rate(value)}, ${counts}`;
      }),
    }));
  });
}

/** What there is room for under a point; the whole name stands where the point is read. */
const shortened = (name: string, letters: number): string =>
  name.length <= letters ? name : `${name.slice(0, Math.max(3, Math.floor(letters) - 1))}…`;
