import { inject, Service } from '@angular/core';
import type { ControlChart } from '@forecall/contracts';
import { FigureTexts } from '../figures/index.js';
import { injectTexts } from '../platform/i18n/texts.js';
import { ChartWords } from './chart-words.js';
import { chartFinding } from './finding.js';

/** What a control chart shows, in a plain sentence. */
@Service()
export class FindingText {
  private readonly t = injectTexts();
  private readonly words = inject(ChartWords);
  private readonly figures = inject(FigureTexts);

  /** "3 of 56 days lie beyond their limits; since 12 Nov 8 days in a row above usual. Usual is 5.1%." */
  of(chart: ControlChart): string {
    const { points, rules, by, phases, metric } = chart;
    const found = chartFinding(points, rules);
    if (found.points === 0) return this.t('control-charts.finding.nothing');
    const { beyond, run, others } = found;
    const parts = [
      this.t(`control-charts.finding.${beyond === 0 ? 'none-beyond' : 'beyond'}-${by}`, {
        ...{ count: beyond, of: found.points },
      }),
      ...(run
        ? [
            this.t(`control-charts.finding.${run.isOn ? 'since' : 'was'}-${by}`, {
              ...{ count: run.count, from: this.words.short(run.from), to: this.words.short(run.to) },
              side: this.t(`control-charts.finding.${run.side}`),
            }),
          ]
        : []),
      ...(others > 0 ? [this.t(`control-charts.finding.others-${by}`, { count: others })] : []),
      ...(beyond === 0 && !run && others === 0 ? [this.t('control-charts.finding.chance')] : []),
    ];
    const usual = this.figures.value(metric, phases.at(-1)?.centre ?? null);
    return this.t('control-charts.finding.whole', {
      text: parts.join(this.t('control-charts.finding.join')),
      usual:
        phases.length > 1
          ? this.t('control-charts.finding.usual-now', { usual })
          : this.t('control-charts.finding.usual', { usual }),
    });
  }
}
