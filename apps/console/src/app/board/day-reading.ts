import { Component, computed, inject, input, signal } from '@angular/core';
import { wilsonInterval } from '@forecall/domain';
import { Formats } from '../platform/format/formats.js';
import { injectTexts } from '../platform/i18n/texts.js';
import type { DayPlot, Mark } from './day-plot.js';
import { grainOf, type Stretch, stretchRate } from './stretches.js';

const boxWidth = 176;

/**
 * Reads one point of the day's chart, under the pointer or by the arrow keys: its time, rate, counts, interval and
 * limit. To readers it is a slider along the day, named by the chart's finding.
 */
@Component({
  selector: 'fc-day-reading',
  template: `
    @if (shown(); as one) {
      <i [style.left.px]="plot().left + one.mark.x" [style.top.px]="plot().top" [style.height.px]="depth()"></i>
      <b [style.left.px]="plot().left + one.mark.x" [style.top.px]="plot().top + one.mark.y"></b>
      <div class="box small" [style.left.px]="one.left" aria-hidden="true">
        <strong>{{ one.period }}</strong>
        <span
          ><strong>{{ one.rate }}</strong> {{ one.counts }}</span
        >
        <span>{{ one.interval }}</span>
        @if (one.limit; as limit) {
          <span>{{ limit }}</span>
        }
        @if (one.before; as before) {
          <span>{{ before }}</span>
        }
      </div>
    }
  `,
  styleUrl: './day-reading.css',
  host: {
    '[attr.role]': "marks().length > 0 ? 'slider' : 'img'",
    '[attr.tabindex]': 'marks().length > 0 ? 0 : null',
    '[attr.aria-label]': 'finding()',
    '[attr.aria-valuemin]': 'marks().length > 0 ? 1 : null',
    '[attr.aria-valuemax]': 'marks().length || null',
    '[attr.aria-valuenow]': 'index() + 1 || null',
    '[attr.aria-valuetext]': 'valueText()',
    '(pointermove)': 'point($event.offsetX)',
    '(pointerdown)': 'point($event.offsetX)',
    '(pointerleave)': 'leave($event)',
    '(focus)': 'hasFocus.set(true)',
    '(blur)': 'hasFocus.set(false)',
    '(keydown)': 'walk($event)',
  },
})
export class DayReading {
  private readonly t = injectTexts();
  private readonly format = inject(Formats);
  readonly plot = input.required<DayPlot>();
  readonly marks = input.required<readonly Mark[]>();
  readonly weekBefore = input.required<readonly Stretch[]>();
  readonly limits = input.required<ReadonlyMap<number, number>>();
  readonly finding = input.required<string>();

  /** The start of the stretch that is read; null for the newest. */
  protected readonly chosen = signal<string | null>(null);
  protected readonly hasFocus = signal(false);
  protected readonly index = computed(() => {
    const found = this.marks().findIndex(({ stretch }) => stretch.from === this.chosen());
    return found < 0 ? this.marks().length - 1 : found;
  });
  protected readonly depth = computed(() => this.plot().stripTop + this.plot().stripHeight);

  private readonly reading = computed(() => {
    const mark = this.marks()[this.index()];
    if (!mark) return null;
    const { from, numerator, denominator } = mark.stretch;
    const { low, high } = wilsonInterval(numerator, denominator);
    const limit = this.limits().get(denominator);
    const before = this.weekBefore().find((one) => one.from === from);
    return {
      mark,
      left: Math.min(Math.max(0, this.plot().left + mark.x + 10), this.plot().svg.width - boxWidth),
      period: this.periodFrom(from),
      rate: this.format.rate(stretchRate(mark.stretch)),
      counts: this.format.countOver(numerator, denominator),
      interval: this.t('board.read-interval', { interval: this.format.interval(low, high) }),
      limit: limit === undefined ? '' : this.limitText(limit),
      before: before ? this.t('board.read-before', { rate: this.format.rate(stretchRate(before)) }) : '',
    };
  });
  protected readonly shown = computed(() => (this.chosen() !== null || this.hasFocus() ? this.reading() : null));
  protected readonly valueText = computed(() => {
    const one = this.reading();
    return one && [one.period, one.rate, one.counts, one.interval, one.limit, one.before].filter(Boolean).join(', ');
  });

  private limitText(limit: number): string {
    const isAbove = this.plot().y(limit) < 0;
    return this.t(isAbove ? 'board.read-limit-above' : 'board.read-limit', { limit: this.format.rate(limit) });
  }

  private periodFrom(from: string): string {
    const { span } = this.plot();
    if (grainOf(span) === 'day') return this.format.date(from);
    return `${this.format.time(from)}–${this.format.time(Date.parse(from) + span)}`;
  }

  protected point(offsetX: number): void {
    const x = offsetX - this.plot().left;
    const distances = this.marks().map((mark) => Math.abs(mark.x - x));
    this.choose(distances.indexOf(Math.min(...distances)));
  }

  /** A finger that is lifted has left too, and wants to read. */
  protected leave({ pointerType }: PointerEvent): void {
    if (pointerType === 'mouse') this.chosen.set(null);
  }

  protected walk(event: KeyboardEvent): void {
    const last = this.marks().length - 1;
    const to: Record<string, number> = {
      ArrowLeft: this.index() - 1,
      ArrowDown: this.index() - 1,
      ArrowRight: this.index() + 1,
      ArrowUp: this.index() + 1,
      Home: 0,
      End: last,
    };
    const next = to[event.key];
    if (next === undefined || event.ctrlKey || event.metaKey || event.altKey) return;
    event.preventDefault();
    this.choose(Math.min(Math.max(next, 0), last));
  }

  private choose(index: number): void {
    this.chosen.set(this.marks()[index]?.stretch.from ?? null);
  }
}
