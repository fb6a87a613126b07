import { Component, computed, inject, input } from '@angular/core';
import type { Scorecard } from '@forecall/contracts';
import { dialLevels, dialNames, lopsidednessOf } from '@forecall/domain';
import { formatFixed, noValue } from '../../platform/format/rate.js';
import { Formats } from '../../platform/format/formats.js';
import { injectTexts } from '../../platform/i18n/texts.js';
import { Figure } from '../../ui/figure/figure.js';
import { State } from '../../ui/state/state.js';

/** Targets, team and skills of a supervisor kept apart, and in words where they are out of balance. */
@Component({
  selector: 'fc-dials-card',
  imports: [Figure, State],
  template: `
    <section class="card" [attr.aria-label]="t('scorecards.dials.heading')">
      <div class="card-head">
        <h2>{{ t('scorecards.dials.heading') }}</h2>
        <span class="small faint">{{ t('scorecards.dials.of-100') }}</span>
      </div>
      <div class="dials">
        @for (dial of shown(); track dial.name) {
          <div>
            <span class="small quiet">{{ t('scorecards.dials.' + dial.name) }}</span>
            <fc-figure size="s" [text]="dial.text" />
            <span class="meter" aria-hidden="true"><span [style.width.%]="dial.score"></span></span>
            <span class="small faint">{{ t('scorecards.dials.covers', { present: dial.present, of: dial.of }) }}</span>
          </div>
        }
      </div>
      <p class="said">
        @if (way() === null) {
          <fc-state state="none" [label]="t('scorecards.dials.unknown')" />
        } @else if (way() === 'none') {
          <fc-state state="usual" [label]="t('scorecards.dials.balanced')" />
        } @else {
          <fc-state state="watch" [label]="t('scorecards.dials.way.' + way())" />
          <span class="small quiet">{{ t('scorecards.dials.said.' + way(), levels) }}</span>
        }
      </p>
    </section>
  `,
  styles: `
    .dials {
      display: grid;
      grid-template-columns: repeat(3, minmax(0, 1fr));
      gap: 14px;
      padding: 12px 14px;
    }
    .dials > div {
      display: grid;
      gap: 4px;
      align-content: start;
    }
    .said {
      display: grid;
      gap: 4px;
      padding: 0 14px 12px;
    }
    .said fc-state {
      white-space: normal;
    }
  `,
})
export class DialsCard {
  protected readonly t = injectTexts();
  private readonly format = inject(Formats);
  readonly dials = input.required<NonNullable<Scorecard['dials']>>();
  protected readonly levels = { high: dialLevels.high, low: dialLevels.low };
  protected readonly way = computed(() => lopsidednessOf(this.dials()));
  protected readonly shown = computed(() =>
    dialNames.map((name) => {
      const { score, present, of } = this.dials()[name];
      const text = score === null ? noValue : formatFixed(score, 1);
      return { name, text, score: score ?? 0, present: this.format.count(present), of: this.format.count(of) };
    }),
  );
}
