import { Component, computed, input } from '@angular/core';

/** A group with its share of the scale, all in 0..1 of the plot's width. */
export interface Bar {
  readonly key: string;
  readonly name: string;
  readonly value: string;
  readonly note: string;
  /** How far the bar or the dot reaches; null: no value. */
  readonly at: number | null;
  /** The interval around a dot. */
  readonly low: number | null;
  readonly high: number | null;
  /** What it is compared with, on the same scale; null: nothing. */
  readonly before: number | null;
  readonly yearBefore: number | null;
  /** Pareto: the cumulated share, on the same scale as the bar. */
  readonly cumulated: number | null;
}

/**
 * Groups one below the other on one scale from zero: bars for counts, dots with intervals for rates and means, upright
 * strokes for what they are compared with. With
 * cumulated shares (Pareto) bars and line share the scale of 0 to 100 %. Every number stands in words beside.
 */
@Component({
  selector: 'fc-bars-plot',
  template: `
    <div class="bars" role="img" tabindex="0" [attr.aria-label]="finding()">
      @for (bar of bars(); track bar.key) {
        <span class="name clip" [title]="bar.name">{{ bar.name }}</span>
        <span class="value number"
          ><b>{{ bar.value }}</b> <span class="small quiet">{{ bar.note }}</span></span
        >
        <span class="track">
          @if (bar.at !== null) {
            @if (areDots()) {
              @if (bar.low !== null && bar.high !== null) {
                <i class="interval" [style.left.%]="bar.low * 100" [style.width.%]="(bar.high - bar.low) * 100"></i>
              }
              <i class="dot" [style.left.%]="bar.at * 100"></i>
            } @else {
              <i class="bar" [style.width.%]="bar.at * 100"></i>
            }
          }
          @if (bar.before !== null) {
            <i class="before" [style.left.%]="bar.before * 100"></i>
          }
          @if (bar.yearBefore !== null) {
            <i class="before year" [style.left.%]="bar.yearBefore * 100"></i>
          }
          @if (bar.cumulated !== null) {
            <i class="cumulated" [style.left.%]="bar.cumulated * 100"></i>
          }
        </span>
      }
      @if (line(); as path) {
        <svg class="line" preserveAspectRatio="none" [attr.viewBox]="'0 0 100 ' + bars().length" aria-hidden="true">
          <path [attr.d]="path" vector-effect="non-scaling-stroke" />
        </svg>
      }
    </div>
    <div class="scale caption" aria-hidden="true">
      @for (label of scale(); track $index) {
        <span>{{ label }}</span>
      }
    </div>
  `,
  styleUrl: './bars-plot.css',
})
export class BarsPlot {
  readonly bars = input.required<readonly Bar[]>();
  readonly areDots = input(false, { alias: 'dots' });
  readonly finding = input.required<string>();
  /** What stands at the beginning and the end of the scale. */
  readonly scale = input.required<readonly string[]>();

  protected readonly line = computed(() => {
    const points = this.bars().map(({ cumulated }) => cumulated);
    if (points.length < 2 || points.includes(null)) return null;
    return points.map((at, index) => `${index === 0 ? 'M' : 'L'}${(at ?? 0) * 100} ${index + 0.5}`).join('');
  });
}
