import { computed, inject, Service } from '@angular/core';
import { type FigureChange, metricName } from '@forecall/contracts';
import { definitionOf, type MetricDefinition, type MetricId } from '@forecall/domain';
import { Formats } from '../platform/format/formats.js';
import { formatFixed, noValue } from '../platform/format/rate.js';
import { Texts } from '../platform/i18n/texts.js';

/** What a figure is written as: its metric, or `share` where an attribute is yes or no throughout. */
export type WrittenAs = MetricId | 'share';

const unitOf = (as: WrittenAs): MetricDefinition['unit'] => (as === 'share' ? 'rate' : definitionOf(as).unit);

/** How a metric's figures are written: in percent, as a duration, a score or a count. */
@Service()
export class FigureTexts {
  private readonly format = inject(Formats);
  private readonly texts = inject(Texts);
  private readonly locale = this.texts.locale;

  readonly name = computed(() => {
    const locale = this.locale();
    return (metric: MetricId, attribute?: string): string => metricName(metric, attribute)[locale];
  });

  value(metric: WrittenAs, value: number | null): string {
    if (value === null) return noValue;
    switch (unitOf(metric)) {
      case 'rate':
        return this.format.rate(value);
      case 'seconds':
        return this.format.meanSeconds(value);
      case 'score':
      case 'number':
      case 'gap':
        return formatFixed(value, 2);
      case 'net-share':
        return formatFixed(value * 100, 0);
      case 'per-thousand':
        return formatFixed(value, 1);
      default:
        return this.format.count(value);
    }
  }

  /** What stands above and below the line, most metrics' in words of their own: "1 answer". Needs the texts of figures. */
  part(metric: MetricId, side: 'above' | 'below', count: number): string {
    const own = `figures.part.${metric}.${side}`;
    const isOwn = this.texts.has(own) || this.texts.has(`${own}.other`);
    const key = isOwn ? own : `figures.part.any.${side}`;
    return this.texts.say(key, { count, n: this.format.count(count).replace('-', '−') });
  }

  /** On an axis, where a round percent needs no decimal. */
  tick(metric: WrittenAs, value: number): string {
    const unit = unitOf(metric);
    if (unit === 'rate') return this.format.rate(value).replace('.0%', '%');
    if (unit === 'contacts' || unit === 'complaints') return this.format.axisCount(value);
    if (unit === 'net-share') return this.value(metric, value);
    return unit === 'seconds' ? this.format.meanSeconds(value).replace('.0', '') : formatFixed(value, 1);
  }

  interval(metric: WrittenAs, low: number, high: number): string {
    const unit = unitOf(metric);
    if (unit === 'rate') return this.format.interval(low, high);
    // A dash before a number below zero would look like another sign.
    if (low < 0 && (unit === 'net-share' || unit === 'gap'))
      return `${this.value(metric, low)} … ${this.value(metric, high)}`;
    return `${this.value(metric, unit === 'number' ? low : Math.max(0, low))}–${this.value(metric, high)}`;
  }

  /** With its sign; what is shown as zero has none of either. */
  private signed(shown: string, difference: number): string {
    if (!/[1-9]/.test(shown)) return `±${shown}`;
    return `${difference > 0 ? '+' : '\u2212'}${shown}`;
  }

  /** Exact changes, rounded once: not the difference of two rounded figures. Rates in points; counts, means and durations in percent of what they were, from zero as a difference. */
  change(metric: WrittenAs, change: FigureChange | null): string {
    if (change === null) return noValue;
    if (unitOf(metric) === 'rate') return this.format.points(change.difference);
    if (change.relative === null)
      return this.signed(this.value(metric, Math.abs(change.difference)), change.difference);
    return `${this.format.pointDigits(change.relative)}%`;
  }
}
