import { Component, computed, inject, input } from '@angular/core';
import type { ControlChart } from '@forecall/contracts';
import { injectTexts } from '../platform/i18n/texts.js';
import { Glyph } from '../ui/state/glyph.js';
import { ChartWords } from './chart-words.js';

const counts = { 'western-electric': 4, nelson: 8 } as const;
/** So many of the points that meet a rule are named. */
const mostNamed = 3;

/** The rules of the set that is applied: what each asks for, and where it is met. */
@Component({
  selector: 'fc-chart-rules-card',
  imports: [Glyph],
  template: `
    <section class="card" aria-labelledby="chart-rules">
      <div class="card-head">
        <h2 id="chart-rules">{{ t('control-charts.set.' + chart().rules) }}</h2>
      </div>
      <ol>
        @for (rule of rules(); track rule.number) {
          <li [class.met]="rule.count > 0">
            <fc-glyph [state]="rule.count > 0 ? 'watch' : 'usual'" />
            <div>
              <span class="text">{{ rule.number }} · {{ rule.text }}</span>
              <span class="small" [class.faint]="rule.count === 0">{{ rule.met }}</span>
            </div>
          </li>
        }
      </ol>
      <p class="small faint note">{{ t('control-charts.rules-note') }}</p>
    </section>
  `,
  styles: `
    li {
      display: grid;
      grid-template-columns: 14px minmax(0, 1fr);
      gap: 8px;
      padding: 8px 14px;
      border-bottom: 1px solid var(--fc-line);
    }
    fc-glyph {
      margin-top: 3px;
    }
    .text {
      display: block;
      color: var(--fc-text-2);
      text-wrap: pretty;
    }
    .met .text {
      color: var(--fc-text);
      font-weight: var(--fc-weight-medium);
    }
    .note {
      padding: 8px 14px 12px;
      text-wrap: pretty;
    }
  `,
})
export class ChartRulesCard {
  protected readonly t = injectTexts();
  private readonly words = inject(ChartWords);
  readonly chart = input.required<ControlChart>();

  protected readonly rules = computed(() => {
    const chart = this.chart();
    return Array.from({ length: counts[chart.rules] }, (_, n) => {
      const number = n + 1;
      const points = chart.points.filter(({ rules }) => rules.includes(number));
      return {
        ...{ number, count: points.length, text: this.t(`control-charts.rule.${chart.rules}.${number}`) },
        met: this.metText(chart, points),
      };
    });
  });

  private metText(chart: ControlChart, points: ControlChart['points']): string {
    if (points.length === 0) return this.t('control-charts.not-met');
    const names = points
      .slice(-mostNamed)
      .toReversed()
      .map((point) => (chart.by === 'date' ? this.words.short(point.from) : this.words.name(chart, point)));
    const days = names.join(this.t('ui.list-comma'));
    const more = points.length - names.length;
    return this.t(more > 0 ? 'control-charts.met-more' : 'control-charts.met', { days, more, count: points.length });
  }
}
