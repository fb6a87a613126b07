import { Component, computed, inject, input, output } from '@angular/core';
import type { FunnelUnit } from '@forecall/contracts';
import { Formats } from '../platform/format/formats.js';
import { injectTexts } from '../platform/i18n/texts.js';
import { Figure } from '../ui/figure/figure.js';
import { Icon } from '../ui/icon/icon.js';
import { KeyCaps } from '../ui/keys/key-caps.js';
import { State } from '../ui/state/state.js';
import { type FunnelWords, rateOrNone } from './funnel-words.js';

/** One rep or team in plain words: chance or not, how many more would tell, the raw rate and beside it the shrunk one. */
@Component({
  selector: 'fc-chosen-unit',
  imports: [Figure, Icon, KeyCaps, State],
  template: `
    <section class="card" [attr.aria-label]="words().name(unit())">
      <div class="card-head">
        <h2 class="clip">{{ words().name(unit()) }}</h2>
        @if (unit().hasReceipts) {
          <button type="button" class="button small quiet push-end" (click)="receipts.emit()">
            <fc-icon name="receipt" />{{ t('ui.receipts') }}<fc-key-caps press="." />
          </button>
        }
      </div>
      <div class="card-body body" aria-live="polite">
        <fc-state [state]="words().state(unit())" [label]="words().standing(unit())" />
        <p class="said">{{ words().said(unit()) }}</p>
        @if (words().more(unit()); as more) {
          <p class="quiet">{{ more }}</p>
        }
        <dl class="rates">
          <div>
            <dt class="small faint">{{ t('funnels.raw') }}</dt>
            <dd><fc-figure [rate]="unit().raw" size="s" /></dd>
            <dd class="small quiet">{{ format.countOver(unit().numerator, unit().n) }}</dd>
            @if (unit().interval; as interval) {
              <dd class="small quiet">
                {{ t('funnels.interval', { range: format.interval(interval.low, interval.high) }) }}
              </dd>
            }
          </div>
          @if (unit().alike; as alike) {
            <div>
              <dt class="small faint">{{ t('funnels.as-all') }}</dt>
              <dd><fc-figure [rate]="alike.rate" size="s" /></dd>
              <dd class="small quiet">{{ t('funnels.about', { expected: words().expected(alike.expected) }) }}</dd>
              @if (alike.interval; as interval) {
                <dd class="small quiet">
                  {{ t('funnels.interval', { range: format.interval(interval.low, interval.high) }) }}
                </dd>
              }
            </div>
          }
          @if (unit().shrunk; as shrunk) {
            <div>
              <dt class="small faint">{{ t('funnels.best-guess') }}</dt>
              <dd><fc-figure [rate]="shrunk.value" size="s" /></dd>
              @if (shrunk.weight > 0) {
                <dd class="small quiet">
                  {{ t('funnels.interval', { range: format.interval(shrunk.low, shrunk.high) }) }}
                </dd>
              }
            </div>
          }
        </dl>
        @if (words().shrunk(unit()); as why) {
          <p class="small faint">{{ why }}</p>
        }
        @if (limits(); as range) {
          <p class="small faint">{{ range }}</p>
        }
      </div>
    </section>
  `,
  styles: `
    .body {
      display: grid;
      gap: 8px;
      justify-items: start;
    }
    p {
      text-wrap: pretty;
    }
    .rates {
      display: flex;
      flex-wrap: wrap;
      gap: 8px 32px;
      margin: 2px 0;
    }
    dd {
      margin: 0;
    }
  `,
})
export class ChosenUnit {
  protected readonly t = injectTexts();
  protected readonly format = inject(Formats);
  readonly unit = input.required<FunnelUnit>();
  readonly words = input.required<FunnelWords>();
  readonly receipts = output();

  protected readonly limits = computed(() => {
    const { limits, n, alike } = this.unit();
    if (!limits) return '';
    if (alike) {
      // Whole complaints that lie within; on the limit is within.
      const within = ({ low, high }: { low: number; high: number }) =>
        `${this.format.count(Math.ceil(low * alike.weight))}–${this.format.count(Math.floor(high * alike.weight))}`;
      return this.t('funnels.limits-alike', { inner: within(limits.inner), outer: within(limits.outer) });
    }
    const range = ({ low, high }: { low: number; high: number }) =>
      `${rateOrNone(this.format, low)}–${rateOrNone(this.format, high)}`;
    return this.t('funnels.limits', {
      ...{ n: this.format.count(n), inner: range(limits.inner), outer: range(limits.outer) },
    });
  });
}
