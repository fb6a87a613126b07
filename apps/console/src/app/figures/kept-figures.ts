import { Component, computed, inject, input, resource } from '@angular/core';
import type { FigureAnswer } from '@forecall/contracts';
import { addDays, definitionOf, type MetricId } from '@forecall/domain';
import { Formats } from '../platform/format/formats.js';
import { injectTexts } from '../platform/i18n/texts.js';
import { FigureTexts } from './figure-texts.js';
import { FiguresClient } from './figures-client.js';
import { openReceipts } from './receipts.js';

/** How much of what fell due lately was kept, a line of figures above a list; each opens its receipt. Needs the texts `lists`. */
@Component({
  selector: 'fc-kept-figures',
  template: `
    <p class="small" role="group" [attr.aria-label]="label()">
      <span class="faint" aria-hidden="true">{{ period() }}</span>
      @if (figures.error()) {
        <span class="quiet">{{ t('lists.kept.failed') }}</span>
      } @else {
        @for (one of shown(); track one.metric) {
          <button type="button" class="button small quiet" (click)="open(one.metric)">
            {{ texts.name()(one.metric) }}
            <b>{{ one.value }}</b>
            @if (one.of) {
              <span class="faint">{{ one.of }}</span>
            }
          </button>
        }
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
export class KeptFigures {
  protected readonly t = injectTexts();
  protected readonly texts = inject(FigureTexts);
  private readonly format = inject(Formats);
  private readonly client = inject(FiguresClient);
  private readonly receipts = openReceipts();
  readonly metrics = input.required<readonly MetricId[]>();
  /** Of what and of which days, ready to print: in full for readers, shortly for the eye. */
  readonly label = input.required<string>();
  readonly period = input.required<string>();
  readonly days = input.required<number>();
  /** Of whom and what, as the figures take it. */
  readonly scope = input<readonly string[]>([]);
  /** Changes when one was kept or broken here. */
  readonly version = input(0);

  private readonly question = computed(
    () => {
      const today = this.format.today();
      return { scope: this.scope(), from: addDays(today, 1 - this.days()), to: addDays(today, 1) };
    },
    { equal: (one, other) => JSON.stringify(one) === JSON.stringify(other) },
  );
  protected readonly figures = resource({
    params: () => ({ metrics: this.metrics(), question: this.question(), version: this.version() }),
    loader: ({ params: { metrics, question } }) =>
      Promise.all(metrics.map((metric) => this.client.figure(metric, question))),
  });
  protected readonly shown = computed(() => {
    const replies = this.figures.hasValue() ? this.figures.value() : [];
    return this.metrics().map((metric, place) => ({ metric, ...this.said(metric, replies[place]?.total) }));
  });

  protected open(metric: MetricId): void {
    this.receipts({ metric, heading: this.texts.name()(metric), question: this.question() });
  }

  private said(metric: MetricId, figure: FigureAnswer | undefined): { value: string; of?: string } {
    if (!figure) return { value: '' };
    if (figure.value === null) return { value: this.t('lists.kept.none') };
    if (figure.n < definitionOf(metric).minimumN)
      return { value: this.t('lists.kept.too-few', { n: this.format.count(figure.n) }) };
    const of = this.t('lists.kept.of', { kept: this.format.count(figure.numerator), due: this.format.count(figure.n) });
    // What is open past its time is the only thing that stands beside these figures.
    const count = Object.values(figure.beside).reduce((sum, each) => sum + each, 0);
    return {
      value: this.format.rate(figure.value),
      of: count > 0 ? `${of} · ${this.t('lists.kept.late', { count })}` : of,
    };
  }
}
