import { computed, inject, Service } from '@angular/core';
import { type FigureChange, metricNames } from '@forecall/contracts';
import { definitionOf, type MetricId } from '@forecall/domain';
import { Formats } from '../platform/format/formats.js';
import { formatFixed, noValue } from '../platform/format/rate.js';
import { Texts } from '../platform/i18n/texts.js';

/** How a metric's figures are written: in percent, as a duration, a score or a count. */
@Service()
export class FigureTexts {
  private readonly format = inject(Formats);
  private readonly locale = inject(Texts).locale;

  readonly name = computed(() => {
    const locale = this.locale();
    return (metric: MetricId): string => metricNames[metric][locale];
  });

  value(metric: MetricId, value: number | null): string {
    if (value === null) return noValue;
    switch (definitionOf(metric).unit) {
      case 'rate':
        return this.format.rate(value);
      case 'seconds':
        return this.format.meanSeconds(value);
      case 'score':
      case 'number':
        return formatFixed(value, 2);
      default:
        return this.format.count(value);
    }
  }

  /** On an axis, where a round percent needs no decimal. */
  tick(metric: MetricId, value: number): string {
    const { unit } = definitionOf(metric);
    if (unit === 'rate') return this.format.rate(value).replace('.0%', '%');
    if (unit === 'contacts' || unit === 'complaints') return this.format.axisCount(value);
    return unit === 'seconds' ? this.format.meanSeconds(value).replace('.0', '') : formatFixed(value, 1);
  }

  interval(metric: MetricId, low: number, high: number): string {
    if (definitionOf(metric).unit === 'rate') return this.format.interval(low, high);
    return `${this.value(metric, Math.max(0, low))}–${this.value(metric, high)}`;
  }

  /** Rates in points; counts, means and durations in percent of what they were, from zero as a difference. */
  change(metric: MetricId, change: FigureChange | null): string {
    if (change === null) return noValue;
    if (definitionOf(metric).unit === 'rate') return this.format.points(change.difference);
    if (change.relative === null) return `${change.difference > 0 ? '+' : ''}${this.value(metric, change.difference)}`;
    return `${this.format.pointDigits(change.relative)}%`;
  }
}
