import { Component, computed, input } from '@angular/core';
import type { StateName } from '../state/glyph.js';
import { position, type Scale } from './whisker-geometry.js';

/**
 * A value with its 95 % interval on a scale: bar = interval, dot = value, tick = usual level or target. The same in
 * words stands beside it, so it is hidden from readers.
 */
@Component({
  selector: 'fc-whisker',
  template: `
    @if (low() !== null && high() !== null) {
      <i [style.left.%]="at(low())" [style.width.%]="at(high()) - at(low())"></i>
    }
    @if (value() !== null) {
      <b [style.left.%]="at(value())"></b>
    }
    @if (mark() !== null) {
      <u [style.left.%]="at(mark())"></u>
    }
  `,
  styleUrl: './whisker.css',
  host: { 'aria-hidden': 'true', '[class]': 'state()' },
})
export class Whisker {
  readonly value = input.required<number | null>();
  readonly low = input<number | null>(null);
  readonly high = input<number | null>(null);
  /** The usual level or the target. */
  readonly mark = input<number | null>(null);
  readonly scale = input<Scale>({ from: 0, to: 1 });
  /** Gives the colour; usual is grey. */
  readonly state = input<StateName>('usual');
  private readonly locate = computed(() => {
    const scale = this.scale();
    return (value: number | null) => position(value ?? 0, scale);
  });

  protected at(value: number | null): number {
    return this.locate()(value);
  }
}
