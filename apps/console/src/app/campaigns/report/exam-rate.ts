import { Component, computed, inject, input } from '@angular/core';
import type { ExamReport, FigureAnswer } from '@forecall/contracts';
import { definitionOf } from '@forecall/domain';
import { FigureTexts, openReceipts } from '../../figures/index.js';
import { Formats } from '../../platform/format/formats.js';
import { injectTexts } from '../../platform/i18n/texts.js';
import { Whisker } from '../../ui/figure/whisker.js';

/** A rate of exams with its count over count and its interval; opens its receipts. Of too few there is no rate. */
@Component({
  selector: 'fc-exam-rate',
  imports: [Whisker],
  template: `
    <button type="button" class="link-button" data-receipts [attr.aria-label]="label()" (click)="open()">
      <b>{{ value() }}</b>
    </button>
    <span class="counts quiet">{{ counts() }}</span>
    @if (isEnough() && figure().interval; as interval) {
      <fc-whisker [value]="figure().value" [low]="interval.low" [high]="interval.high" />
      <span class="range small faint">{{ format.interval(interval.low, interval.high) }}</span>
    }
  `,
  styles: `
    :host {
      display: grid;
      grid-template-columns: 52px 62px minmax(56px, 1fr) 86px;
      gap: 10px;
      align-items: center;
      font-variant-numeric: tabular-nums;
      text-align: end;
      white-space: nowrap;
    }
    @media (max-width: 640px) {
      :host {
        grid-template-columns: auto 1fr;
      }
      button {
        min-height: 44px;
      }
      fc-whisker,
      .range {
        display: none;
      }
    }
    :host(.large) {
      grid-template-columns: auto minmax(0, 1fr) auto;
      gap: 2px 10px;
      text-align: start;
    }
    :host(.large) fc-whisker {
      grid-column: 1 / 3;
    }
    :host(.large) b {
      color: var(--fc-text);
      font-size: 40px;
      line-height: 48px;
    }
    :host(.large) :is(fc-whisker, .range) {
      display: block;
    }
    @media print {
      button {
        color: inherit;
      }
    }
  `,
})
export class ExamRate {
  private readonly t = injectTexts();
  protected readonly format = inject(Formats);
  private readonly texts = inject(FigureTexts);
  private readonly receipts = openReceipts();
  readonly figure = input.required<FigureAnswer>();
  readonly question = input.required<ExamReport['question']>();
  /** Whose: a team, a campaign; empty: the whole. */
  readonly of = input('');

  protected readonly isEnough = computed(() => this.figure().n >= definitionOf(this.figure().definition.id).minimumN);
  protected readonly value = computed(() =>
    this.isEnough() ? this.texts.value(this.figure().definition.id, this.figure().value) : '–',
  );
  protected readonly counts = computed(() => {
    const { numerator, denominator } = this.figure();
    return this.format.countOver(numerator, denominator ?? 0);
  });
  private readonly heading = computed(() => {
    const name = this.texts.name()(this.figure().definition.id);
    return this.of() === '' ? name : this.t('campaigns.report.of', { name, of: this.of() });
  });
  protected readonly label = computed(() =>
    this.t('campaigns.report.receipts-of', { name: this.heading(), value: this.value(), counts: this.counts() }),
  );

  protected open(): void {
    this.receipts({ metric: this.figure().definition.id, heading: this.heading(), question: this.question() });
  }
}
