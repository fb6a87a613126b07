import { Component, computed, inject, input } from '@angular/core';
import type { TimeLineEntry } from '@forecall/contracts';
import { Formats } from '../../platform/format/formats.js';
import { injectTexts } from '../../platform/i18n/texts.js';
import { injectWidth } from '../../ui/chart/plot-width.js';
import { PointReading, type ReadPoint } from '../../ui/chart/point-reading.js';
import { injectEntryWords } from './entry-words.js';
import { lanePlot, type Mark } from './lane-plot.js';

/** How many things of a day are read out; the list has them all. */
const mostRead = 5;

/** A line for each kind of thing, with a mark for each day on which it happened. */
@Component({
  selector: 'fc-lanes',
  imports: [PointReading],
  templateUrl: './lanes.html',
  styleUrl: './lanes.css',
})
export class Lanes {
  protected readonly t = injectTexts();
  protected readonly format = inject(Formats);
  private readonly words = injectEntryWords();
  private readonly width = injectWidth();
  readonly entries = input.required<readonly TimeLineEntry[]>();
  readonly from = input.required<string>();
  readonly to = input.required<string>();
  readonly finding = input.required<string>();

  protected readonly plot = computed(() => {
    const width = this.width();
    if (width === 0) return null;
    return lanePlot({
      ...{ width, from: this.from(), to: this.to(), entries: this.entries() },
      dayOf: (at) => this.format.dayOf(at),
    });
  });
  protected readonly points = computed((): ReadPoint[] =>
    (this.plot()?.days ?? []).map(({ day, x, entries }) => ({
      ...{ key: day, x, y: null, name: this.format.day(day) },
      lines: [
        ...entries.slice(0, mostRead).map((one) => this.lineOf(one)),
        ...(entries.length > mostRead ? [this.t('desk.and-more', { count: entries.length - mostRead })] : []),
      ],
    })),
  );

  /** The more, the larger the dot. */
  protected radiusOf = ({ count }: Mark): number => Math.min(6.5, 2.5 + 1.25 * Math.sqrt(count));

  private lineOf(one: TimeLineEntry): string {
    return [one.number, this.words.title(one)].filter(Boolean).join(' ');
  }
}
