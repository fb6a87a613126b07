import { Component, computed, inject, input } from '@angular/core';
import { Formats } from '../../platform/format/formats.js';
import { noValue } from '../../platform/format/rate.js';

/** A big figure with its unit drawn smaller. Give `rate` (a share of 0..1), or `text` with a `unit` of its own. */
@Component({
  selector: 'fc-figure',
  template: `{{ digits() }}
    @if (shownUnit(); as unit) {
      <span>{{ unit }}</span>
    }`,
  styles: `
    :host {
      /* Flex, so that no blank stands between digits and unit. */
      display: inline-flex;
      align-items: baseline;
      font-size: var(--fc-text-figure);
      line-height: var(--fc-lead-figure);
      font-weight: var(--fc-weight-strong);
      letter-spacing: -0.02em;
      white-space: nowrap;
    }
    :host(.s) {
      font-size: var(--fc-text-figure-s);
      line-height: var(--fc-lead-figure-s);
    }
    :host(.l) {
      font-size: var(--fc-text-figure-l);
      line-height: var(--fc-lead-figure-l);
    }
    :host(.faded) {
      color: var(--fc-text-3);
    }
    span {
      margin-inline-start: 1px;
      color: var(--fc-text-2);
      font-size: 0.58em;
      line-height: 0;
      font-weight: var(--fc-weight-medium);
      letter-spacing: 0;
    }
    :host(.faded) span {
      color: inherit;
    }
  `,
  host: { '[class]': 'size()', '[class.faded]': 'isFaded() || isMissing()' },
})
export class Figure {
  private readonly format = inject(Formats);
  readonly rate = input<number | null>();
  readonly text = input<string>();
  readonly unit = input<string>();
  readonly size = input<'s' | 'm' | 'l'>('m');
  /** For a figure that is old. */
  readonly isFaded = input(false, { alias: 'faded' });

  protected readonly digits = computed(() => this.text() ?? this.format.rateDigits(this.rate() ?? null));
  protected readonly isMissing = computed(() => this.digits() === noValue);
  protected readonly shownUnit = computed(() => {
    if (this.isMissing()) return undefined;
    return this.text() === undefined ? '%' : this.unit();
  });
}
