import { Component, computed, input, output } from '@angular/core';
import {
  type ControlMark,
  controlPlot,
  type ControlPlot,
  limitSteps,
  lineThrough,
  middleOf,
  mostCounted,
  shownMarks,
  stripColumns,
  type UsualLine,
  usualLines,
  wordsHeight,
} from './control-chart-plot.js';
import { apart, hasEndLabels } from './end-labels.js';
import { injectWidth } from './plot-width.js';
import { clearOf, freestAlong, type Place, placeWords, textWidth } from './plot-words.js';
import { PointReading, type ReadPoint } from './point-reading.js';

/** A vertical line with its words: where a phase begins, an alarm, something that happened. */
export interface ChartNote {
  readonly at: number;
  readonly text: string;
  readonly kind: 'phase' | 'alarm' | 'event';
}

/** Where the usual level and its limits end, in words: "usual 2.1%". */
export interface LineNames {
  readonly usual: (centre: number) => string;
  readonly upper: string;
  readonly lower: string;
}

let count = 0;

/** What the axis has no room for stands at its edge. */
const heightOn = ({ y, height }: ControlPlot, value: number): number => Math.min(Math.max(y(value), 0), height);

/**
 * A control chart: points joined, limits that follow n as steps, the usual level of each phase, columns of n beneath.
 * What lies beyond its limits is a diamond, what meets another rule a square with its words. It draws what it is given:
 * values, limits and rules come from the domain.
 */
@Component({
  selector: 'fc-control-chart',
  imports: [PointReading],
  templateUrl: './control-chart.html',
  styleUrl: './control-chart.css',
})
export class ControlChartPlot {
  readonly marks = input.required<readonly ControlMark[]>();
  readonly finding = input.required<string>();
  readonly tick = input.required<(value: number) => string>();
  readonly timeTick = input.required<(at: number) => string>();
  readonly countTick = input.required<(n: number) => string>();
  readonly names = input.required<LineNames>();
  /** "contacts a day", beside the columns. */
  readonly stripName = input.required<string>();
  /** Rates of events begin at zero. */
  readonly fromZero = input(true);
  readonly notes = input<readonly ChartNote[]>([]);
  /** Stretches with a ground, such as that of an alarm. */
  readonly grounds = input<readonly { readonly from: number; readonly to: number }[]>([]);
  readonly now = input<{ readonly at: number; readonly text: string } | null>(null);
  /** The key of the point that is read. */
  readonly read = output<string>();

  protected readonly clip = `control-chart-${++count}`;
  private readonly width = injectWidth();
  private readonly plot = computed(() => {
    const [width, marks] = [this.width(), this.marks()];
    return width === 0 || marks.length === 0 ? null : controlPlot({ width, marks, fromZero: this.fromZero() });
  });

  protected readonly drawing = computed(() => {
    const plot = this.plot();
    if (!plot) return null;
    const marks = this.marks();
    const usual = usualLines(plot, marks);
    const isWide = hasEndLabels(plot.svg.width);
    const places = marks.flatMap((mark) =>
      mark.value === null || mark.isOpen ? [] : [{ x: plot.x(middleOf(mark)), y: plot.y(mark.value) }],
    );
    return {
      plot,
      usual,
      line: lineThrough(plot, marks),
      steps: limitSteps(plot, marks),
      marks: shownMarks(plot, marks).map((mark) => ({
        ...mark,
        x: plot.x(middleOf(mark)),
        y: heightOn(plot, mark.value ?? 0),
      })),
      columns: stripColumns(plot, marks),
      most: this.countTick()(mostCounted(marks)),
      grounds: this.grounds().map(({ from, to }) => ({ x: plot.x(from), width: plot.x(to) - plot.x(from) })),
      lines: this.linesOn(plot),
      hits: this.hitsOn(plot, places),
      levels: this.levelsOn(usual, places),
      labels: isWide ? this.labelsOn(plot, usual.at(-1)) : [],
    };
  });

  protected readonly points = computed((): ReadPoint[] => {
    const plot = this.plot();
    if (!plot) return [];
    return this.marks().map((mark) => ({
      ...{ key: mark.key, name: mark.name, lines: mark.lines },
      x: plot.left + plot.x(middleOf(mark)),
      y: mark.value === null ? null : plot.top + heightOn(plot, mark.value),
    }));
  });

  /** Every vertical line with its words in the rows above the plot. */
  private linesOn(plot: ControlPlot) {
    const now = this.now();
    const all = [
      ...this.notes(),
      ...(now && now.at >= (plot.x.domain()[0] ?? 0) ? [{ ...now, kind: 'now' as const }] : []),
    ].map(({ at, text, kind }, n) => ({ key: String(n), x: Math.min(plot.x(at), plot.width), text, kind }));
    const placed = placeWords(all, plot.width, 2);
    return placed.map((word) => ({
      ...word,
      kind: all[Number(word.key)]?.kind ?? 'event',
      textY: (word.row - 2) * wordsHeight + 4,
    }));
  }

  /** The words of rules at the first point of each row that meets them, where nothing stands already. */
  private hitsOn(plot: ControlPlot, line: readonly Place[]) {
    let end = -Infinity;
    return this.marks().flatMap((mark, n) => {
      const { hit, value, centre } = mark;
      if (hit === null || value === null || hit === this.marks()[n - 1]?.hit) return [];
      const half = textWidth(hit) / 2;
      const x = Math.min(Math.max(plot.x(middleOf(mark)), half), plot.width - half);
      if (x - half < end) return [];
      end = x + half + 6;
      const side = value >= (centre ?? 0) ? 'above' : 'below';
      const free = clearOf(line, { x, y: plot.y(value) }, half, side, plot.height);
      // The usual level does not strike the words through.
      const usual = plot.y(centre ?? 0);
      const y = free > usual - 3 && free < usual + 12 ? usual - 5 : free;
      return [{ key: mark.key, text: hit, x, y }];
    });
  }

  /** What an earlier phase had as usual, at its own line. */
  private levelsOn(usual: readonly UsualLine[], line: readonly Place[]) {
    return usual.slice(0, -1).flatMap((one) => {
      const text = this.names().usual(one.centre);
      const width = textWidth(text);
      if (one.to - one.from < width + 8) return [];
      return [{ key: one.phase, text, x: freestAlong(line, one, width), y: one.y - 4 }];
    });
  }

  private labelsOn(plot: ControlPlot, usual: { y: number; centre: number } | undefined) {
    const judged = this.marks().filter(({ centre }) => centre !== null);
    // Few cases, as of a day that is not over, have limits that lie beyond the plot.
    const most = plot.y.domain()[1] ?? 1;
    const last = judged.findLast(({ upper }) => upper === null || upper <= most) ?? judged.at(-1);
    if (!usual || !last) return [];
    const { upper, lower } = last;
    return apart([
      { of: 'usual', y: usual.y, text: this.names().usual(usual.centre) },
      ...(upper === null ? [] : [{ of: 'limit', y: heightOn(plot, upper), text: this.names().upper }]),
      ...(lower === null || lower <= 0 ? [] : [{ of: 'limit', y: heightOn(plot, lower), text: this.names().lower }]),
    ]);
  }
}
