import { Component, inject, input } from '@angular/core';
import { Formats } from '../../platform/format/formats.js';
import type { Load } from './loads.js';

/** "8 / 12": what stands against what can be done. Where there is neither, a dash. */
@Component({
  selector: 'fc-load-figures',
  template: `
    @if (load().calls > 0 || load().capacity > 0) {
      <span [class.some]="load().calls > 0">{{ format.count(load().calls) }}</span> /
      {{ format.count(load().capacity) }}
    } @else {
      –
    }
  `,
  styles: `
    :host {
      color: var(--load-color, var(--fc-text-2));
      white-space: nowrap;
    }
    .some {
      color: var(--load-color, var(--fc-text));
      font-weight: var(--fc-weight-strong);
    }
  `,
})
export class LoadFigures {
  protected readonly format = inject(Formats);
  readonly load = input.required<Pick<Load, 'calls' | 'capacity'>>();
}
