import { Component, computed, inject, resource } from '@angular/core';
import type { FigureAnswer } from '@forecall/contracts';
import { addDays, definitionOf, type MetricId } from '@forecall/domain';
import { FiguresClient, openReceipts } from '../../figures/index.js';
import { Formats } from '../../platform/format/formats.js';
import { injectTexts } from '../../platform/i18n/texts.js';

const days = 28;
const metrics = ['acknowledged-in-time', 'resolved-in-time'] as const satisfies MetricId[];

/** How many of the promises that fell due lately were kept, within one's reach; each opens its receipt. */
@Component({
  selector: 'fc-in-time-figures',
  template: `
    <p class="small" role="group" [attr.aria-label]="t('complaints.in-time.label', { days })">
      <span class="faint" aria-hidden="true">{{ t('complaints.in-time.period', { days }) }}</span>
      @if (figures.error()) {
        <span class="quiet">{{ t('complaints.in-time.failed') }}</span>
      } @else {
        @for (one of shown(); track one.metric) {
          <button type="button" class="button small quiet" (click)="open(one.metric)">
            {{ t('complaints.in-time.' + one.metric) }}
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
export class InTimeFigures {
  protected readonly t = injectTexts();
  private readonly format = inject(Formats);
  private readonly client = inject(FiguresClient);
  private readonly receipts = openReceipts();
  protected readonly days = days;

  private readonly question = computed(() => {
    const today = this.format.today();
    return { scope: [], from: addDays(today, 1 - days), to: addDays(today, 1) };
  });
  protected readonly figures = resource({
    params: this.question,
    loader: ({ params }) => Promise.all(metrics.map((metric) => this.client.figure(metric, params))),
  });
  protected readonly shown = computed(() => {
    const replies = this.figures.hasValue() ? this.figures.value() : [];
    return metrics.map((metric, place) => ({ metric, ...this.said(metric, replies[place]?.total) }));
  });

  protected open(metric: MetricId): void {
    const heading = this.t(`complaints.in-time.${metric}`);
    this.receipts({ metric, heading, question: this.question() });
  }

  private said(metric: MetricId, figure: FigureAnswer | undefined): { value: string; of?: string } {
    if (!figure) return { value: '' };
    if (figure.value === null) return { value: this.t('complaints.in-time.none') };
    if (figure.n < definitionOf(metric).minimumN)
      return { value: this.t('complaints.in-time.too-few', { n: this.format.count(figure.n) }) };
    const values = { kept: this.format.count(figure.numerator), due: this.format.count(figure.n) };
    const count = figure.beside['clock_open_late'] ?? 0;
    const late = count > 0 ? [this.t('complaints.in-time.late', { count })] : [];
    const of = [this.t('complaints.in-time.of', values), ...late].join(' · ');
    return { value: this.format.rate(figure.value), of };
  }
}
