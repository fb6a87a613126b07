import { Component, computed, inject, input } from '@angular/core';
import type { CardLine } from '@forecall/contracts';
import { FigureTexts } from '../../figures/index.js';
import { Formats } from '../../platform/format/formats.js';
import { formatFixed } from '../../platform/format/rate.js';
import { injectTexts } from '../../platform/i18n/texts.js';
import type { CardWords } from './card-words.js';

/** What a figure of the card was counted from, what was left out and why, and how its score comes about. */
@Component({
  selector: 'fc-went-card',
  template: `
    <section class="card" [attr.aria-label]="t('scorecards.went.heading')">
      <div class="card-head">
        <h2>{{ t('scorecards.went.heading') }}</h2>
        <span class="small faint clip">{{ words().name(line()) }}</span>
      </div>
      <div class="card-body stack">
        <p class="quiet">{{ t('figures.meaning.' + line().indicator.metric) }}</p>
        <dl class="facts">
          @for (fact of facts(); track $index) {
            <dt>{{ fact[0] }}</dt>
            <dd>{{ fact[1] }}</dd>
          }
        </dl>
      </div>
    </section>
  `,
})
export class WentCard {
  protected readonly t = injectTexts();
  private readonly format = inject(Formats);
  private readonly figures = inject(FigureTexts);
  readonly line = input.required<CardLine>();
  readonly words = input.required<CardWords>();

  protected readonly facts = computed((): (readonly [string, string])[] => {
    const { figure, indicator, score, minimumN, reading } = this.line();
    const words = this.words();
    const range = {
      floor: words.value(indicator.metric, indicator.floor),
      target: words.value(indicator.metric, indicator.target),
    };
    return [
      ...(figure && figure.denominator !== null
        ? [
            [
              this.t('scorecards.went.counted'),
              `${this.part('above')}${this.t('ui.list-comma')}${this.part('below')}`,
            ] as const,
          ]
        : []),
      ...Object.entries(figure?.excluded ?? {}).map(
        ([reason, count]) =>
          [this.t('scorecards.went.left-out'), this.t(`figures.excluded.${reason}`, { count })] as const,
      ),
      ...Object.entries(figure?.beside ?? {})
        .filter(([, count]) => count > 0)
        .map(
          ([atom, count]) => [this.t('scorecards.went.beside'), this.t(`figures.beside.${atom}`, { count })] as const,
        ),
      [
        this.t('scorecards.went.score'),
        score === null
          ? this.t(`scorecards.went.no-score-${reading === 'few' ? 'few' : 'none'}`, { n: minimumN })
          : this.t('scorecards.went.scored', { score: formatFixed(score, 1), ...range }),
      ],
      ...(figure
        ? [[this.t('scorecards.went.definition'), this.t('scorecards.went.defined', { ...figure.definition })] as const]
        : []),
    ];
  });

  private part(side: 'above' | 'below'): string {
    const { figure, indicator } = this.line();
    return this.figures.part(indicator.metric, side, (side === 'above' ? figure?.numerator : figure?.denominator) ?? 0);
  }
}
