import { afterRenderEffect, Component, computed, ElementRef, inject, input, signal, viewChild } from '@angular/core';
import { LineChartComponent, LineChartModule, type Color, ScaleType } from '@swimlane/ngx-charts';
import { curveLinear } from 'd3-shape';
import { Formats } from '../platform/format/formats.js';
import { injectTexts } from '../platform/i18n/texts.js';
import { hoursAround, type Quarter, quarterRate } from './quarters.js';

const height = 236;
const stripHeight = 40;
const hour = 3_600_000;

interface Strip {
  columns: { x: number; y: number; width: number; height: number; key: string }[];
  most: number;
  left: number;
  right: number;
}

/** Today's complaint rate by quarter-hour with last week and the usual level; contacts as columns beneath. */
@Component({
  selector: 'fc-day-chart',
  imports: [LineChartModule],
  templateUrl: './day-chart.html',
  styleUrl: './day-chart.css',
})
export class DayChart {
  protected readonly t = injectTexts();
  protected readonly format = inject(Formats);
  private readonly host = inject<ElementRef<HTMLElement>>(ElementRef).nativeElement;
  readonly today = input.required<readonly Quarter[]>();
  readonly weekBefore = input.required<readonly Quarter[]>();
  readonly usual = input<number | null>(null);
  readonly finding = input.required<string>();

  protected readonly height = height;
  protected readonly stripHeight = stripHeight;
  protected readonly curve = curveLinear;
  protected readonly margin = [10, 64, 4, 8];
  protected readonly colours: Color = {
    name: 'board',
    selectable: false,
    group: ScaleType.Ordinal,
    domain: ['var(--fc-chart-past)', 'var(--fc-chart-1)'],
  };
  private readonly chart = viewChild(LineChartComponent);
  private readonly width = signal(0);
  protected readonly view = computed((): [number, number] | undefined =>
    this.width() > 0 ? [this.width(), height] : undefined,
  );
  protected readonly strip = signal<Strip | null>(null);

  protected readonly hours = computed(() => hoursAround([...this.today(), ...this.weekBefore()]));
  /** In milliseconds, as the chart's scale takes them. */
  protected readonly hoursRange = computed(() => ({
    from: this.hours()?.from.getTime() ?? 0,
    to: this.hours()?.to.getTime() ?? 0,
  }));
  protected readonly ticks = computed(() => {
    const hours = this.hours();
    if (!hours) return [];
    const count = (hours.to.getTime() - hours.from.getTime()) / hour;
    const step = this.width() < 520 ? Math.ceil(count / 4) : Math.ceil(count / 12);
    return Array.from(
      { length: Math.floor(count / step) + 1 },
      (_, index) => new Date(hours.from.getTime() + index * step * hour),
    );
  });
  protected readonly series = computed(() => [
    { name: this.t('board.chart-week-before'), series: points(this.weekBefore()) },
    { name: this.t('board.chart-today'), series: points(this.today()) },
  ]);
  protected readonly most = computed(() => {
    const rates = [...this.today(), ...this.weekBefore()].map((quarter) => quarterRate(quarter) ?? 0);
    return Math.max(0.02, this.usual() ?? 0, ...rates) * 1.05;
  });
  protected readonly reference = computed(() => {
    const usual = this.usual();
    return usual === null
      ? []
      : [{ name: this.t('board.chart-usual', { rate: this.format.rate(usual) }), value: usual }];
  });

  protected readonly timeTick = (at: Date): string => this.format.time(at);
  protected readonly rateTick = (rate: number): string => this.format.rate(rate).replace('.0%', '%');

  constructor() {
    const observer = new ResizeObserver(([entry]) => this.width.set(Math.floor(entry?.contentRect.width ?? 0)));
    observer.observe(this.host);
    afterRenderEffect((onCleanup) => {
      const chart = this.chart();
      const [today] = [this.today(), this.view(), this.hours()];
      if (!chart) return;
      // The chart measures its axes after it is drawn; the columns stand where its points stand.
      const timer = setTimeout(() => this.strip.set(stripUnder(chart, today)), 60);
      onCleanup(() => clearTimeout(timer));
    });
  }
}

const points = (quarters: readonly Quarter[]) =>
  quarters.flatMap((quarter) => {
    const value = quarterRate(quarter);
    return value === null
      ? []
      : [{ name: new Date(quarter.from), value, numerator: quarter.numerator, denominator: quarter.denominator }];
  });

function stripUnder(chart: LineChartComponent, quarters: readonly Quarter[]): Strip {
  const scale = chart.xScale as (at: Date) => number;
  const left = chart.dims.xOffset ?? 0;
  const most = Math.max(1, ...quarters.map(({ denominator }) => denominator));
  const width = Math.max(1, scale(new Date(hour / 4)) - scale(new Date(0)) - 1.5);
  const columns = quarters.map(({ from, denominator }) => {
    const tall = (denominator / most) * stripHeight;
    return { key: from, x: left + scale(new Date(from)) - width / 2, y: stripHeight - tall, width, height: tall };
  });
  return { columns, most, left, right: left + chart.dims.width };
}
