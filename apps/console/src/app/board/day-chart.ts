import { Component, computed, inject, input } from '@angular/core';
import { addDays, startOfDay } from '@forecall/domain';
import { AxesModule } from '@swimlane/ngx-charts';
import { AlarmWords } from '../alarms/index.js';
import { Formats } from '../platform/format/formats.js';
import { injectTexts } from '../platform/i18n/texts.js';
import { apart, hasEndLabels } from '../ui/chart/end-labels.js';
import { injectWidth } from '../ui/chart/plot-width.js';
import { PointReading } from '../ui/chart/point-reading.js';
import { alarmHeadroom, alarmOn, hasLongAlarmLabel, type ShownAlarm } from './alarm-plot.js';
import {
  axisMost,
  columnsOf,
  type DayPlot,
  dayPlot,
  type EndLabel,
  limitSteps,
  lineThrough,
  marksOf,
  mostContacts,
} from './day-plot.js';
import { dayReadings } from './day-reading.js';
import { axisAround, grainOf, type Stretch, stretchRate } from './stretches.js';

/** Nearer to each other than this, marks would make a band of the line: then only those beyond their limit are drawn. */
const leastMarkDistance = 5;

/**
 * Today's complaint rate by quarter-hour or hour with last week, or that of several days by day; the usual level and the
 * limits; contacts as columns beneath. Axes, grid and usual level are parts of ngx-charts; the p chart on them, with its marks, stepped limits and
 * "now", is our own, because its line chart knows none of these.
 */
@Component({
  selector: 'fc-day-chart',
  imports: [AxesModule, PointReading],
  templateUrl: './day-chart.html',
  styleUrl: './day-chart.css',
  host: { '[class.stale]': 'isStale()' },
})
export class DayChart {
  protected readonly t = injectTexts();
  protected readonly format = inject(Formats);
  readonly today = input.required<readonly Stretch[]>();
  readonly weekBefore = input.required<readonly Stretch[]>();
  readonly usual = input<number | null>(null);
  /** The upper limit for each number of contacts. */
  readonly limits = input<ReadonlyMap<number, number>>(new Map());
  /** How long a stretch is, in milliseconds. */
  readonly span = input.required<number>();
  readonly now = input.required<string>();
  readonly finding = input.required<string>();
  readonly alarm = input<ShownAlarm | null>(null);
  /** What it shows is old. */
  readonly isStale = input(false);
  /** The day whose end the axis runs to: today, where none is given. */
  readonly day = input<string>();
  private readonly alarmWords = inject(AlarmWords);

  private readonly width = injectWidth();
  private readonly endOfDay = computed(() =>
    startOfDay(addDays(this.day() ?? this.format.today(), 1), this.format.zone()),
  );
  protected readonly plot = computed(() => {
    const all = [...this.today(), ...this.weekBefore()];
    const axis = axisAround(all, this.span(), this.endOfDay());
    if (!axis || this.width() === 0) return null;
    const rates = all.map((stretch) => stretchRate(stretch) ?? 0);
    const most = axisMost(rates, this.usual(), [...this.limits().values()]);
    const [from, to] = [axis.from.getTime(), axis.to.getTime()];
    const headroom = this.alarm() ? alarmHeadroom : 0;
    return dayPlot({ width: this.width(), from, to, most, span: this.span(), headroom });
  });

  /** All that is drawn from the figures, once there is a place to draw it. */
  protected readonly drawing = computed(() => {
    const plot = this.plot();
    if (!plot) return null;
    const marks = marksOf(plot, this.today(), this.limits(), Date.parse(this.now()));
    const before = marksOf(plot, this.weekBefore());
    const distance = plot.x(this.span()) - plot.x(0);
    return {
      plot,
      read: dayReadings({ plot, marks, weekBefore: this.weekBefore(), limits: this.limits() }, this.format, this.t),
      shownMarks: marks.filter(
        ({ isBeyond }, index) => isBeyond || distance >= leastMarkDistance || index === marks.length - 1,
      ),
      line: lineThrough(plot, marks),
      lineBefore: lineThrough(plot, before),
      steps: limitSteps(plot, this.today(), this.limits()),
      columns: columnsOf(plot, this.today()),
      most: this.format.count(mostContacts(this.today())),
      now: this.nowOn(plot.x.domain(), plot.x),
      alarm: this.alarmIn(plot),
      labels: hasEndLabels(this.width()) ? apart(this.endLabels(plot.y, before.at(-1)?.y)) : [],
    };
  });

  protected readonly reference = computed(() => {
    const usual = this.usual();
    return usual === null ? [] : [{ name: '', value: usual }];
  });
  protected readonly grain = computed(() => grainOf(this.span()));
  protected readonly timeTick = (at: number): string =>
    this.grain() === 'day'
      ? this.format.shortDate(at)
      : at === this.endOfDay().getTime()
        ? this.format.endTime(at)
        : this.format.time(at);
  protected readonly rateTick = (rate: number): string => this.format.rate(rate).replace('.0%', '%');

  private alarmIn(plot: DayPlot) {
    const alarm = this.alarm();
    const drawn = alarm && alarmOn(plot, alarm, Date.parse(alarm.ebbedAt ?? alarm.endedAt ?? this.now()));
    if (!alarm || !drawn) return null;
    const isLong = hasLongAlarmLabel(plot);
    const values = { time: this.alarmWords.at(alarm.raisedAt), since: this.alarmWords.at(alarm.since) };
    return {
      ...drawn,
      label: this.t(isLong ? 'alarms.on-chart' : 'alarms.on-chart-short', values),
      why: isLong ? this.alarmWords.explains(alarm) : '',
    };
  }

  private nowOn(domain: readonly number[], x: (at: number) => number): { x: number; isNearEnd: boolean } | null {
    const at = Date.parse(this.now());
    const [from = 0, to = 0] = domain;
    // Of a day that is over there is no now.
    if (at < from || at >= to) return null;
    return { x: x(at), isNearEnd: (at - from) / (to - from) > 0.75 };
  }

  private endLabels(y: (rate: number) => number, before: number | undefined): EndLabel[] {
    const labels: EndLabel[] = [];
    const usual = this.usual();
    const last = this.today().findLast((stretch) => stretchRate(stretch) !== null);
    const limit = last && this.limits().get(last.denominator);
    if (usual !== null)
      labels.push({ of: 'usual', y: y(usual), text: this.t('board.chart-usual', { rate: this.format.rate(usual) }) });
    if (before !== undefined) labels.push({ of: 'before', y: before, text: this.t('board.chart-before-end') });
    if (limit !== undefined) {
      const isAbove = y(limit) < 0;
      const text = isAbove ? this.t('board.chart-limit-above') : this.t('board.chart-limit');
      labels.push({ of: 'limit', y: isAbove ? 0 : y(limit), text });
    }
    return labels;
  }
}
