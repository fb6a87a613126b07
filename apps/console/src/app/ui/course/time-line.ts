import { Component, input } from '@angular/core';
import type { IconName } from '../icon/icon-paths.js';
import { Icon } from '../icon/icon.js';

/** What happened, newest on top, the future above it. Holds `li[fcEntry]` and `li[fcPause]`. */
@Component({
  selector: 'ol[fcTimeLine]',
  template: '<ng-content />',
  styles: `
    :host {
      display: block;
      position: relative;
    }
  `,
})
export class TimeLine {}

/**
 * One thing that happened, or will. Project what happened as `fcWhat`, and below it quotes (`class="well"`), pills or a
 * remark.
 */
@Component({
  selector: 'li[fcEntry]',
  imports: [Icon],
  template: `
    <span class="mark">
      @if (by() !== 'future') {
        <fc-icon [name]="icon()" />
      }
    </span>
    <div class="what">
      <span class="grow"><ng-content select="[fcWhat]" /></span>
      @if (time(); as text) {
        <time [attr.datetime]="at()">{{ text }}</time>
      }
      <ng-content select="[fcDue]" />
    </div>
    <ng-content />
  `,
  styleUrl: './time-line-entry.css',
  host: { '[class]': 'by()' },
})
export class Entry {
  /** Our acts are grey, the customer's in accent, the future dashed. */
  readonly by = input<'us' | 'customer' | 'future'>('us');
  readonly icon = input<IconName>('clock');
  /** Ready to print, absolute. */
  readonly time = input<string>();
  readonly at = input<string>();
}

/** A stretch without entries: a weekend, a pause of a clock, and what it means. */
@Component({
  selector: 'li[fcPause]',
  template: '<ng-content />',
  styles: `
    :host {
      display: block;
      position: relative;
      padding: 0 0 12px 30px;
      color: var(--fc-text-3);
      font-size: var(--fc-text-small);
      line-height: var(--fc-lead-small);
    }
    :host::before {
      content: '';
      position: absolute;
      inset: 0 auto -2px 10px;
      width: 1px;
      background: var(--fc-line-strong);
    }
  `,
})
export class Pause {}
