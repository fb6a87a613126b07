import { Component, computed, input, output } from '@angular/core';
import { bandPath, endLabels, funnelArea, type FunnelDot, type FunnelLimitsAt, limitPath } from './funnel-geometry.js';
import { injectWidth } from './plot-width.js';
import { PointReading, type ReadPoint } from './point-reading.js';

/** A rep or a team in the plot, and what is read of it. */
export interface FunnelMark extends FunnelDot {
  /** Beyond the outer limits, at which side; else within them; few: too few for a standing. */
  readonly as: 'within' | 'better' | 'worse' | 'few';
  readonly isOwn: boolean;
  /** Has a name among others that have none. */
  readonly isKnown: boolean;
  /** Written beside the dot; empty: nothing. */
  readonly label: string;
  readonly name: string;
  readonly lines: readonly string[];
}

export interface FunnelLabels {
  /** "all 86.0%" */
  readonly target: string;
  readonly inner: string;
  readonly outer: string;
  /** Under the axis: "answers". */
  readonly x: string;
}

/**
 * Rates against how much they rest on, about a target with exact limits: dashed 95 % and 99.8 %, smooth because they are
 * interpolated. A diamond lies beyond. Arrow keys walk the dots by n, which says nothing of better or worse.
 */
@Component({
  selector: 'fc-funnel-plot',
  imports: [PointReading],
  templateUrl: './funnel-plot.html',
  styleUrl: './funnel-plot.css',
})
export class FunnelPlot {
  readonly curve = input.required<readonly FunnelLimitsAt[]>();
  readonly target = input.required<number | null>();
  readonly marks = input.required<readonly FunnelMark[]>();
  readonly isFromZero = input(false, { alias: 'fromZero' });
  readonly labels = input.required<FunnelLabels>();
  readonly tick = input.required<(rate: number) => string>();
  readonly count = input.required<(n: number) => string>();
  readonly finding = input.required<string>();
  /** The key of the one that is spoken of beside the plot. */
  readonly chosen = input<string | null>(null);
  readonly picked = output<string>();

  protected readonly width = injectWidth();
  protected readonly drawing = computed(() => {
    if (this.width() === 0) return null;
    const drawn = { curve: this.curve(), target: this.target(), dots: this.marks(), isFromZero: this.isFromZero() };
    const area = funnelArea(drawn, this.width());
    return {
      area,
      target: drawn.target === null ? null : area.y(drawn.target),
      bands: (['outer', 'inner'] as const).map((at) => bandPath(area, drawn.curve, at)),
      limits: (['inner', 'outer'] as const).flatMap((at) =>
        (['low', 'high'] as const).map((side) => ({ at, path: limitPath(area, drawn.curve, at, side) })),
      ),
      ends: endLabels(area, drawn),
      // One's own is drawn last, over the others.
      dots: this.marks()
        .toSorted((one, other) => Number(one.isOwn) - Number(other.isOwn))
        .map((mark) => {
          const [x, y] = [area.x(mark.n), area.y(mark.rate)];
          const isRight = x > area.width * 0.6;
          return { ...mark, x, y, labelX: x + (isRight ? -11 : 11), anchor: isRight ? 'end' : 'start' };
        }),
    };
  });
  protected readonly chosenAt = computed(() => this.drawing()?.dots.find(({ key }) => key === this.chosen()) ?? null);
  protected readonly read = computed((): ReadPoint[] => {
    const area = this.drawing()?.area;
    if (!area) return [];
    return this.marks().map(({ key, n, rate, name, lines }) => ({
      ...{ key, name, lines },
      x: area.left + area.x(n),
      y: area.top + area.y(rate),
    }));
  });

  protected readonly diamond = (x: number, y: number, r: number): string =>
    `M${x} ${y - r}L${x + r} ${y}L${x} ${y + r}L${x - r} ${y}Z`;
}
