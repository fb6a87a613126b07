import { Component, computed, input } from '@angular/core';
import type { ControlChart } from '@forecall/contracts';
import { injectTexts } from '../platform/i18n/texts.js';

/** What the signs of a control chart mean: those that are in it. */
@Component({
  selector: 'fc-chart-legend',
  template: `
    <span
      ><svg width="22" height="10" aria-hidden="true">
        <path d="M0 5h22" class="line" />
        <circle cx="11" cy="5" r="2.750" class="line" /></svg
      >{{ t('control-charts.legend.point-' + chart().by) }}</span
    >
    @if (has().beyond) {
      <span
        ><svg width="12" height="12" aria-hidden="true"><path d="M6 1 11 6 6 11 1 6Z" class="beyond" /></svg
        >{{ t('control-charts.legend.beyond') }}</span
      >
    }
    @if (has().rule) {
      <span
        ><svg width="12" height="12" aria-hidden="true"><path d="M2.500 2.500h7v7h-7Z" class="rule" /></svg
        >{{ t('control-charts.legend.rule') }}</span
      >
    }
    @if (has().aside) {
      <span
        ><svg width="12" height="12" aria-hidden="true"><path d="M3 3 9 9M9 3 3 9" class="aside" /></svg
        >{{ t('control-charts.legend.aside') }}</span
      >
    }
    <span
      ><svg width="22" height="10" aria-hidden="true"><path d="M0 5h22" class="limit" /></svg>{{ t(limitsKey()) }}</span
    >
    <span class="only-narrow"
      ><svg width="22" height="10" aria-hidden="true"><path d="M0 5h22" class="usual" /></svg
      >{{ t('control-charts.usual-head') }}</span
    >
  `,
  styles: `
    :host {
      display: flex;
      flex-wrap: wrap;
      gap: 6px 14px;
    }
    span {
      display: inline-flex;
      align-items: center;
      gap: 6px;
    }
    path,
    circle {
      fill: none;
      stroke-width: 1.75;
    }
    .line {
      stroke: var(--fc-chart-1);
    }
    circle {
      fill: var(--fc-surface);
    }
    .beyond {
      fill: var(--fc-watch-fill);
    }
    .rule {
      stroke: var(--fc-watch-text);
    }
    .aside {
      stroke: var(--fc-chart-axis);
    }
    .limit {
      stroke: var(--fc-chart-limit);
      stroke-width: 1;
      stroke-dasharray: 4 3;
    }
    .usual {
      stroke: var(--fc-chart-usual);
    }
    @media (min-width: 641px) {
      .only-narrow {
        display: none;
      }
    }
  `,
})
export class ChartLegend {
  protected readonly t = injectTexts();
  readonly chart = input.required<ControlChart>();
  protected readonly has = computed(() => {
    const { points } = this.chart();
    return {
      beyond: points.some(({ rules }) => rules.includes(1)),
      rule: points.some(({ rules }) => rules.length > 0 && !rules.includes(1)),
      aside: points.some(({ value, excluded, rules }) => value !== null && excluded !== null && rules.length === 0),
    };
  });
  protected readonly limitsKey = computed(() =>
    this.chart().kind.startsWith('laney') ? 'control-charts.legend.limits-laney' : 'control-charts.legend.limits',
  );
}
