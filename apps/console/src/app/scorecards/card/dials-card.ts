import { Component, computed, inject, input, signal } from '@angular/core';
import type { CardLine, Scorecard } from '@forecall/contracts';
import { dialLevels, type DialName, dialNames, lopsidednessOf } from '@forecall/domain';
import { FigureTexts } from '../../figures/index.js';
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
            @if (dial.hasLines) {
              <button
                type="button"
                class="link-button small"
                aria-controls="dial-lines"
                [attr.aria-expanded]="open() === dial.name"
                (click)="open.set(open() === dial.name ? null : dial.name)"
              >
                {{ t('scorecards.dials.' + dial.name) }}
              </button>
            } @else {
              <span class="small quiet">{{ t('scorecards.dials.' + dial.name) }}</span>
            }
            <fc-figure size="s" [text]="dial.text" />
            <span class="meter" aria-hidden="true"><span [style.width.%]="dial.score"></span></span>
            <span class="small faint">{{ t('scorecards.dials.covers', { present: dial.present, of: dial.of }) }}</span>
          </div>
        }
      </div>
      <div id="dial-lines">
        @if (open(); as name) {
          <table class="table" [attr.aria-label]="t('scorecards.dials.lines', { dial: t('scorecards.dials.' + name) })">
            <thead>
              <tr>
                <th scope="col">{{ t('scorecards.indicator') }}</th>
                <th scope="col" class="number">{{ t('scorecards.target') }}</th>
                <th scope="col" class="number">{{ t('scorecards.went.score') }}</th>
              </tr>
            </thead>
            <tbody>
              @for (line of opened(); track line.id) {
                <tr>
                  <th scope="row">{{ line.name }}</th>
                  <td class="number">{{ line.target }}</td>
                  <td class="number">{{ line.score }}</td>
                </tr>
              }
            </tbody>
          </table>
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
    .dials button {
      justify-self: start;
    }
    [aria-expanded='true'] {
      font-weight: var(--fc-weight-strong);
      text-decoration: underline;
      text-underline-offset: 2px;
    }
    tbody th {
      color: inherit;
      font-size: inherit;
      white-space: normal;
    }
    table {
      margin-bottom: 10px;
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
  private readonly figures = inject(FigureTexts);
  readonly dials = input.required<NonNullable<Scorecard['dials']>>();
  /** Of the card: each dial opens to its own. */
  readonly lines = input<readonly CardLine[]>([]);
  protected readonly open = signal<DialName | null>(null);
  /** The indicators of the dial that is open. */
  protected readonly opened = computed(() =>
    this.linesOf(this.open()).map(({ indicator: { id, metric, target }, score }) => ({
      ...{ id, name: this.figures.name()(metric), target: this.figures.value(metric, target) },
      score: score === null ? noValue : formatFixed(score, 1),
    })),
  );
  protected readonly levels = { high: dialLevels.high, low: dialLevels.low };
  protected readonly way = computed(() => lopsidednessOf(this.dials()));
  protected readonly shown = computed(() =>
    dialNames.map((name) => {
      const { score, present, of } = this.dials()[name];
      const text = score === null ? noValue : formatFixed(score, 1);
      return {
        name,
        text,
        score: score ?? 0,
        present: this.format.count(present),
        of: this.format.count(of),
        hasLines: this.linesOf(name).length > 0,
      };
    }),
  );

  private linesOf(name: DialName | null): CardLine[] {
    return this.lines().filter(({ indicator }) => indicator.dial === name && name !== null);
  }
}
