import { Component, computed, inject, input } from '@angular/core';
import type { FigureAnswer } from '@forecall/contracts';
import { definitionOf } from '@forecall/domain';
import { Formats } from '../platform/format/formats.js';
import { injectTexts } from '../platform/i18n/texts.js';
import { Whisker } from '../ui/figure/whisker.js';
import { State } from '../ui/state/state.js';
import type { Scale } from '../ui/figure/whisker-geometry.js';
import { FigureTexts } from './figure-texts.js';
import type { FigureAsked } from './figures-client.js';
import { type FrozenFigure, openReceipts } from './receipts.js';

/** A rate with its count over count and its interval; opens its receipts. Of too few there is no rate. Needs the texts of figures. */
@Component({
  selector: 'fc-figure-cell',
  imports: [State, Whisker],
  template: `
    <button type="button" class="link-button" data-receipts [attr.aria-label]="label()" (click)="open()">
      <b>{{ value() }}</b>
    </button>
    <span class="counts quiet">{{ counts() }}</span>
    @if (isEnough() && isSample() && figure().interval; as interval) {
      <fc-whisker
        [value]="figure().value"
        [low]="interval.low"
        [high]="interval.high"
        [mark]="mark()"
        [scale]="scale()"
      />
      <span class="range small faint">{{ texts.interval(figure().definition.id, interval.low, interval.high) }}</span>
    } @else if (!isEnough()) {
      <fc-state class="few" state="none" [label]="t('figures.too-few', { n: figure().n })" />
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
    .few {
      grid-column: span 2;
    }
    /* Value and counts above, interval below. */
    :host(.stacked) {
      grid-template-columns: minmax(56px, 1fr) 84px;
      gap: 2px 10px;
      text-align: start;
    }
    :host(.stacked) button {
      justify-self: start;
    }
    :host(.stacked) :is(.counts, .range) {
      text-align: end;
    }
    :host(.stacked) :is(fc-whisker, .range) {
      display: block;
    }
    /* What a finger meets reaches into the lines around it, which stay where they are. */
    @media (max-width: 640px) {
      :host(.stacked) button {
        margin-block: -11px;
      }
    }
    @media print {
      button {
        color: inherit;
      }
    }
  `,
})
export class FigureCell {
  protected readonly t = injectTexts();
  protected readonly format = inject(Formats);
  protected readonly texts = inject(FigureTexts);
  private readonly receipts = openReceipts();
  readonly figure = input.required<FigureAnswer>();
  readonly question = input.required<FigureAsked>();
  /** Whose: a rep, a team, a campaign; empty: the whole. */
  readonly of = input('');
  /** That of the group. */
  readonly scale = input<Scale>({ from: 0, to: 1 });
  /** Drawn as a tick: the target. */
  readonly mark = input<number | null>(null);
  /** The least cases of which there is a rate; left out: what the definition says. */
  readonly fewest = input<number>();
  /** What is a count of the whole has no interval. */
  readonly isSample = input(true);

  /** What its receipts are held against; null: it is the figure of now. */
  readonly frozen = input<FrozenFigure | null>(null);

  protected readonly isEnough = computed(
    () => this.figure().n >= (this.fewest() ?? definitionOf(this.figure().definition.id).minimumN),
  );
  protected readonly value = computed(() =>
    this.isEnough() ? this.texts.value(this.figure().definition.id, this.figure().value) : '–',
  );
  protected readonly counts = computed(() => {
    const { numerator, denominator } = this.figure();
    return this.format.countOver(numerator, denominator ?? 0);
  });
  private readonly heading = computed(() => {
    const name = this.texts.name()(this.figure().definition.id);
    return this.of() === '' ? name : this.t('figures.of', { name, of: this.of() });
  });
  protected readonly label = computed(() =>
    this.t('figures.receipts-of', { name: this.heading(), value: this.value(), counts: this.counts() }),
  );

  protected open(): void {
    const metric = this.figure().definition.id;
    this.receipts({ metric, heading: this.heading(), question: this.question(), frozen: this.frozen() });
  }
}
