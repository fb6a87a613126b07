import { inject, Service } from '@angular/core';
import type { ControlChart, ControlChartPoint } from '@forecall/contracts';
import { addDays, causeInReason, definitionOf, keyOf } from '@forecall/domain';
import { FigureTexts } from '../figures/index.js';
import { Formats } from '../platform/format/formats.js';
import { injectTexts } from '../platform/i18n/texts.js';
import type { ChartNote } from '../ui/chart/control-chart.js';
import type { ControlMark } from '../ui/chart/control-chart-plot.js';

/** A day on an axis on which every day has 24 hours. */
export const atOf = (day: string): number => Date.parse(`${day}T00:00:00Z`);
const dayAt = (at: number): string => new Date(at).toISOString().slice(0, 10);

type Of = Pick<ControlChart, 'metric' | 'by' | 'rules'>;

/** How the points of a control chart, their limits and rules are said. */
@Service()
export class ChartWords {
  private readonly t = injectTexts();
  private readonly format = inject(Formats);
  private readonly figures = inject(FigureTexts);

  /** "Fri 20 Nov"; "week 48, 23 Nov – 29 Nov" */
  name({ by }: Of, { from, to }: Pick<ControlChartPoint, 'from' | 'to'>): string {
    if (by === 'date') return this.format.day(from);
    return this.t('control-charts.week', {
      week: this.weekOf(from),
      from: this.short(from),
      to: this.short(addDays(to, -1)),
    });
  }

  /** Under the axis. */
  timeTick({ by }: Of, at: number): string {
    const day = dayAt(at);
    return by === 'date' ? this.short(day) : this.t('control-charts.week-short', { week: this.weekOf(day) });
  }

  /** "1.2–9.8%"; from zero only where it ends. */
  limits({ metric }: Of, { lower, upper }: ControlChartPoint): string {
    if (lower === null || upper === null) return '';
    return this.figures.interval(metric, Math.max(0, lower), upper);
  }

  /** What is said of a point beside its figures: the rules that it meets, why it makes no limits. */
  reading({ rules: set }: Of, { rules, excluded, denominator }: ControlChartPoint): string[] {
    return [
      ...rules.map((rule) => this.t(`control-charts.rule.${set}.${rule}`)),
      ...(excluded === null ? [] : [this.t(`control-charts.excluded.${excluded}`, { n: denominator })]),
    ];
  }

  /** The same in a few words, in a table. */
  brief({ rules: set }: Of, { rules, excluded, denominator }: ControlChartPoint): string {
    return [
      ...rules.map((rule) => this.t(`control-charts.hit.${set}.${rule}`)),
      ...(excluded === null ? [] : [this.t(`control-charts.excluded.${excluded}`, { n: denominator })]),
    ].join(this.t('control-charts.finding.join'));
  }

  lines(of: Of, point: ControlChartPoint): string[] {
    const { value, centre, numerator, denominator } = point;
    const counts = this.format.countOver(numerator, denominator);
    if (value === null) return [counts, ...this.reading(of, point)];
    return [
      `${this.figures.value(of.metric, value)}${this.t('ui.list-comma')}${counts}`,
      this.t('control-charts.read-limits', { limits: this.limits(of, point) }),
      this.t('control-charts.read-usual', { usual: this.figures.value(of.metric, centre) }),
      ...this.reading(of, point),
    ];
  }

  marks(chart: ControlChart): ControlMark[] {
    const isShare = definitionOf(chart.metric).kind === 'proportion';
    return chart.points.map((point): ControlMark => {
      const { value, centre, lower, phase, rules, excluded } = point;
      // A limit that nothing can lie beyond is none.
      const upper = isShare && point.upper !== null && point.upper >= 1 ? null : point.upper;
      const [first] = rules;
      return {
        ...{ key: point.from, from: atOf(point.from), to: atOf(point.to), n: point.denominator },
        ...{ value, centre, lower, upper, phase },
        sign: first === 1 ? 'beyond' : first !== undefined ? 'rule' : excluded === null ? 'plain' : 'aside',
        isOpen: excluded === 'unfinished',
        hit: first === undefined || first === 1 ? null : this.t(`control-charts.hit.${chart.rules}.${first}`),
        name: this.name(chart, point),
        lines: this.lines(chart, point),
      };
    });
  }

  /** Where phases begin within what is shown, each with its reason. */
  notes({ points, phases }: ControlChart): ChartNote[] {
    const first = points[0]?.from ?? '';
    return phases
      .filter(({ baselineId, from }) => baselineId !== null && from > first)
      .map(({ from, reason }) => ({
        ...{ at: atOf(from), kind: 'phase' as const },
        text: this.t('control-charts.anew', { day: this.short(from), reason: this.reason(reason ?? '') }),
      }));
  }

  /** Why a phase began, in words. */
  reason(reason: string): string {
    const cause = causeInReason(reason);
    return cause === undefined
      ? reason
      : this.t('control-charts.alarm-explained', { cause: this.t(`control-charts.cause.${cause}`) });
  }

  /** The day of a place on the axis. */
  onAxis = (at: number): string => this.short(dayAt(at));

  /** Beside the columns: what was counted, per what. */
  strip({ metric, by }: Of): string {
    const { source } = definitionOf(metric);
    const isOfContacts = source === 'contact' || source === 'concerning';
    return this.t(`control-charts.strip.${isOfContacts ? 'contacts' : 'cases'}-${by}`);
  }

  short(day: string): string {
    return this.format.shortDate(`${day}T12:00:00Z`);
  }

  private weekOf(day: string): number {
    return Number(keyOf('week', day).slice(6));
  }
}
