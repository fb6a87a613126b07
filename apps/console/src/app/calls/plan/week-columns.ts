import { Component, input } from '@angular/core';
import type { LoadOfDay } from '@forecall/contracts';
import { loadOf } from './loads.js';

/** Seven columns, one a day: calls as a bar, what can be done as a line; hatched where nothing can. For the eye alone. */
@Component({
  selector: 'fc-week-columns',
  template: `
    @for (day of days(); track day.day) {
      <span [class.away]="day.capacity === 0">
        <i class="bar" [class.over]="loadOf(day).calls > day.capacity" [style.height.%]="share(loadOf(day).calls)"></i>
        @if (day.capacity > 0) {
          <i class="can" [style.bottom.%]="share(day.capacity)"></i>
        }
      </span>
    }
  `,
  styles: `
    :host {
      display: grid;
      grid-template-columns: repeat(7, minmax(0, 1fr));
      gap: 2px;
      height: 34px;
    }
    span {
      position: relative;
      border-bottom: 1px solid var(--fc-line-strong);
    }
    .away {
      background: var(--fc-stale-hatch);
    }
    .bar {
      position: absolute;
      inset: auto 15% 0;
      border-radius: 1px 1px 0 0;
      background: var(--fc-accent);
    }
    .bar.over {
      background: var(--fc-watch-fill);
    }
    .can {
      position: absolute;
      inset-inline: 0;
      border-top: 1px solid var(--fc-chart-usual);
    }
  `,
  host: { 'aria-hidden': 'true' },
})
export class WeekColumns {
  readonly days = input.required<readonly LoadOfDay[]>();
  /** What fills the height. */
  readonly most = input.required<number>();
  protected readonly loadOf = loadOf;

  protected share(count: number): number {
    return (100 * count) / this.most();
  }
}
