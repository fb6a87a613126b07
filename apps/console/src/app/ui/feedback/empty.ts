import { booleanAttribute, Component, input } from '@angular/core';
import type { IconName } from '../icon/icon-paths.js';
import { Icon } from '../icon/icon.js';

/** In place of what is not there: what is missing, when it comes, and the acts that bring it (projected). */
@Component({
  selector: 'fc-empty',
  imports: [Icon],
  template: `
    <span class="mark"><fc-icon [name]="icon()" /></span>
    <b>{{ heading() }}</b>
    @if (text(); as words) {
      <p>{{ words }}</p>
    }
    <div class="acts"><ng-content /></div>
  `,
  styles: `
    :host {
      display: grid;
      justify-items: center;
      align-content: center;
      gap: 4px;
      padding: 26px 24px;
      text-align: center;
    }
    .mark {
      display: grid;
      place-items: center;
      width: 36px;
      height: 36px;
      margin-bottom: 6px;
      border-radius: 9px;
      background: var(--fc-neutral-soft);
      color: var(--fc-text-2);
    }
    :host(.good) .mark {
      background: var(--fc-ok-soft);
      color: var(--fc-ok-fill);
    }
    p {
      max-width: 36ch;
      color: var(--fc-text-2);
      text-wrap: pretty;
    }
    .acts {
      display: flex;
      flex-wrap: wrap;
      justify-content: center;
      gap: var(--fc-2);
      margin-top: 10px;
    }
    .acts:empty {
      display: none;
    }
  `,
  host: { '[class.good]': 'isGood()' },
})
export class Empty {
  readonly icon = input.required<IconName>();
  readonly heading = input.required<string>();
  readonly text = input<string>();
  /** Empty, and that is good. */
  readonly isGood = input(false, { alias: 'good', transform: booleanAttribute });
}
