import { Component, computed, inject, input, resource } from '@angular/core';
import { addDays, definitionOf } from '@forecall/domain';
import { FiguresClient, openReceipts } from '../../figures/index.js';
import { Formats } from '../../platform/format/formats.js';
import { injectTexts } from '../../platform/i18n/texts.js';

const days = 90;
const metric = 'promise-kept-rate';

/** How many of the promises that fell due lately were kept, of whom one looks at; opens its receipt. */
@Component({
  selector: 'fc-kept-rate',
  template: `
    <p class="small" role="group" [attr.aria-label]="t('promises.rate.label', { days })">
      <span class="faint" aria-hidden="true">{{ t('promises.rate.period', { days }) }}</span>
      @if (figure.error()) {
        <span class="quiet">{{ t('promises.rate.failed') }}</span>
      } @else {
        <button type="button" class="button small quiet" (click)="open()">
          {{ t('promises.rate.name') }}
          <b>{{ said().value }}</b>
          @if (said().of; as of) {
            <span class="faint">{{ of }}</span>
          }
        </button>
      }
    </p>
  `,
  styles: `
    p {
      display: flex;
      flex-wrap: wrap;
      align-items: center;
      gap: 2px 4px;
      min-height: var(--fc-control-small);
      margin: 0;
    }
    b {
      color: var(--fc-text);
    }
  `,
})
export class KeptRate {
  protected readonly t = injectTexts();
  private readonly format = inject(Formats);
  private readonly client = inject(FiguresClient);
  private readonly receipts = openReceipts();
  /** Of whom and what, as the figures take it. */
  readonly scope = input.required<readonly string[]>();
  /** Changes when one was kept or broken here. */
  readonly version = input(0);
  protected readonly days = days;

  private readonly question = computed(
    () => {
      const today = this.format.today();
      return { scope: this.scope(), from: addDays(today, 1 - days), to: addDays(today, 1) };
    },
    { equal: (one, other) => JSON.stringify(one) === JSON.stringify(other) },
  );
  protected readonly figure = resource({
    params: () => ({ question: this.question(), version: this.version() }),
    loader: ({ params }) => this.client.figure(metric, params.question),
  });
  protected readonly said = computed((): { value: string; of?: string } => {
    if (!this.figure.hasValue()) return { value: '' };
    const { total } = this.figure.value();
    if (total.value === null) return { value: this.t('promises.rate.none') };
    if (total.n < definitionOf(metric).minimumN)
      return { value: this.t('promises.rate.too-few', { n: this.format.count(total.n) }) };
    const count = total.beside['promise_open_late'] ?? 0;
    const values = { kept: this.format.count(total.numerator), due: this.format.count(total.n) };
    const late = count > 0 ? [this.t('promises.rate.late', { count })] : [];
    return { value: this.format.rate(total.value), of: [this.t('promises.rate.of', values), ...late].join(' · ') };
  });

  protected open(): void {
    this.receipts({ metric, heading: this.t('promises.rate.name'), question: this.question() });
  }
}
