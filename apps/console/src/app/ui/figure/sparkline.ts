import { Component, computed, input } from '@angular/core';
import type { StateName } from '../state/glyph.js';
import { sparklineShape } from './sparkline-path.js';

const width = 84;
const height = 26;

/** The last few values of a figure, with the usual level as a thin line. Decoration: the figures are elsewhere. */
@Component({
  selector: 'fc-sparkline',
  template: `<svg [attr.viewBox]="box" aria-hidden="true" focusable="false">
    @if (shape().usualY !== null) {
      <path class="usual" [attr.d]="'M0 ' + shape().usualY + 'H' + width" />
    }
    <path class="line" [attr.d]="shape().line" />
    @if (shape().end; as end) {
      <circle [attr.cx]="end.x" [attr.cy]="end.y" r="2.500" />
    }
  </svg>`,
  styles: `
    :host {
      display: block;
      width: 84px;
      height: 26px;
      color: var(--fc-text-3);
    }
    :host(.watch) {
      color: var(--fc-watch-fill);
    }
    :host(.alarm) {
      color: var(--fc-alarm-fill);
    }
    svg {
      width: 100%;
      height: 100%;
    }
    .usual {
      stroke: var(--fc-line-strong);
    }
    .line {
      fill: none;
      stroke: currentColor;
      stroke-width: 1.5;
      stroke-linejoin: round;
      stroke-linecap: round;
    }
    circle {
      fill: currentColor;
    }
  `,
  host: { '[class]': 'state()' },
})
export class Sparkline {
  readonly values = input.required<readonly (number | null)[]>();
  readonly usual = input<number | null>(null);
  /** The share at the top of the group's scale. */
  readonly most = input.required<number>();
  readonly state = input<StateName>('usual');
  protected readonly width = width;
  protected readonly box = `0 0 ${width} ${height}`;
  protected readonly shape = computed(() => sparklineShape(this.values(), this.usual(), this.most(), width, height));
}
