import { scaleLinear, type ScaleLinear } from 'd3-scale';
import { hasEndLabels } from '../ui/chart/end-labels.js';
import { dayMilliseconds, type Stretch, stretchRate } from './stretches.js';

const hour = 3_600_000;
/** What the label of an hour and of a date takes, with the gap that keeps it apart. */
const tickWidths = { hour: 46, day: 58 };
const plotHeight = 188;
/** From the plot's foot to the columns: the hours stand between. */
const hoursHeight = 34;
const stripHeight = 34;

/** Where everything of the day's chart stands, in pixels from the plot's upper left corner. */
export interface DayPlot {
  readonly left: number;
  readonly top: number;
  readonly dims: { readonly width: number; readonly height: number };
  readonly svg: { readonly width: number; readonly height: number };
  readonly x: ScaleLinear<number, number>;
  readonly y: ScaleLinear<number, number>;
  /** Where the axes have their ticks; ngx-charts wants arrays it may write to. */
  readonly times: number[];
  readonly rates: number[];
  readonly stripTop: number;
  readonly stripHeight: number;
  /** How long each stretch is. */
  readonly span: number;
}

export interface DayPlotOf {
  readonly width: number;
  /** The first and the last instant of the axis, in milliseconds. */
  readonly from: number;
  readonly to: number;
  /** The highest rate that must find room. */
  readonly most: number;
  /** How long a stretch is, in milliseconds. */
  readonly span: number;
  /** Room above the plot besides that for "now". */
  readonly headroom?: number;
}

export function dayPlot({ width, from, to, most, span, headroom = 0 }: DayPlotOf): DayPlot {
  const [left, top] = [46, 22 + headroom];
  const right = hasEndLabels(width) ? 104 : 20;
  const dims = { width: Math.max(1, width - left - right), height: plotHeight };
  const y = scaleLinear().domain([0, most]).nice(4).range([plotHeight, 0]);
  return {
    left,
    top,
    dims,
    svg: { width, height: top + plotHeight + hoursHeight + stripHeight },
    x: scaleLinear().domain([from, to]).range([0, dims.width]),
    y,
    times: span === dayMilliseconds ? dayTicks(from, to, dims.width) : hourTicks(from, to, dims.width),
    rates: y.ticks(4),
    stripTop: plotHeight + hoursHeight,
    stripHeight,
    span,
  };
}

function hourTicks(from: number, to: number, width: number): number[] {
  const count = Math.round((to - from) / hour);
  const step = [1, 2, 3, 4, 6, 8, 12].find((hours) => (count / hours) * tickWidths.hour <= width) ?? 24;
  // Counted from the day's end, so that it has one, and the steps are round hours.
  return Array.from({ length: Math.floor(count / step) + 1 }, (_, index) => to - index * step * hour).toReversed();
}

/** A date stands under the middle of its day; the last is that of the newest day. */
function dayTicks(from: number, to: number, width: number): number[] {
  const count = Math.round((to - from) / dayMilliseconds);
  const step = [1, 2, 3, 4, 7].find((days) => (count / days) * tickWidths.day <= width) ?? 14;
  const ticks = Array.from({ length: Math.ceil(count / step) }, (_, index) => count - 1 - index * step);
  return ticks.toReversed().map((day) => from + (day + 0.5) * dayMilliseconds);
}

export interface Mark {
  readonly stretch: Stretch;
  readonly x: number;
  readonly y: number;
  /** Above the limit that its number of contacts allows. */
  readonly isBeyond: boolean;
}

/** A stretch's rate stands in its middle, of the running one no later than now; one with too few contacts has none and no mark. */
export function marksOf(
  { x, y, span }: DayPlot,
  stretches: readonly Stretch[],
  limits: ReadonlyMap<number, number> = new Map(),
  now = Infinity,
): Mark[] {
  return stretches.flatMap((stretch) => {
    const rate = stretchRate(stretch);
    if (rate === null) return [];
    const limit = limits.get(stretch.denominator);
    const start = Date.parse(stretch.from);
    const middle = Math.min(start + span / 2, Math.max(start, now));
    return [{ stretch, x: x(middle), y: y(rate), isBeyond: limit !== undefined && rate > limit }];
  });
}

/**
 * The marks joined, straight; broken where a stretch between them has no rate, because nothing is known of it. One that
 * stands alone is a dot.
 */
export function lineThrough({ span }: DayPlot, marks: readonly Mark[]): string {
  // Days are of 23 to 25 hours.
  const follows = (mark: Mark | undefined, before: Mark | undefined) =>
    mark && before && Date.parse(mark.stretch.from) - Date.parse(before.stretch.from) < 1.5 * span;
  return marks
    .map((mark, index) => {
      const isJoined = follows(mark, marks[index - 1]);
      const isAlone = !isJoined && !follows(marks[index + 1], mark);
      return `${isJoined ? 'L' : 'M'}${mark.x.toFixed(1)} ${mark.y.toFixed(1)}${isAlone ? 'h0' : ''}`;
    })
    .join('');
}

/** The highest rate of the axis: every rate and the usual level, and the limits that lie little above those. */
export function axisMost(rates: readonly number[], usual: number | null, limits: readonly number[]): number {
  const most = Math.max(0.02, (usual ?? 0) * 1.2, ...rates);
  return Math.max(most, ...limits.filter((limit) => limit <= 1.5 * most));
}

/**
 * The upper limits as a stepped line: they follow the contacts of each stretch; a gap where one has no rate. A limit
 * beyond the axis is not drawn: the line leaves the plot at its top and comes back there.
 */
export function limitSteps(
  { x, y, span }: DayPlot,
  stretches: readonly Stretch[],
  limits: ReadonlyMap<number, number>,
): string {
  let path = '';
  let before = { end: NaN, isDrawn: false };
  for (const stretch of stretches) {
    const limit = limits.get(stretch.denominator);
    if (limit === undefined || stretchRate(stretch) === null) continue;
    const start = Date.parse(stretch.from);
    const follows = before.end === start;
    const isDrawn = y(limit) >= 0;
    const [left, height] = [x(start).toFixed(1), y(limit).toFixed(1)];
    if (isDrawn) {
      const beginning = !follows ? `M${left} ${height}` : before.isDrawn ? `V${height}` : `M${left} 0V${height}`;
      path += `${beginning}H${x(start + span).toFixed(1)}`;
    } else if (follows && before.isDrawn) {
      path += 'V0';
    }
    before = { end: start + span, isDrawn };
  }
  return path;
}

export interface Column {
  readonly key: string;
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}

/** The contacts of each stretch as columns from zero; the highest fills the strip. */
export function columnsOf({ x, span, stripHeight: room }: DayPlot, stretches: readonly Stretch[]): Column[] {
  const most = mostContacts(stretches);
  return stretches.map(({ from, denominator }) => {
    const start = Date.parse(from);
    const height = (denominator / most) * room;
    const width = Math.max(1, x(start + span) - x(start) - 1.5);
    return { key: from, x: x(start) + 0.75, y: room - height, width, height };
  });
}

export const mostContacts = (stretches: readonly Stretch[]): number =>
  Math.max(1, ...stretches.map(({ denominator }) => denominator));

export interface EndLabel {
  readonly text: string;
  readonly y: number;
  readonly of: 'usual' | 'before' | 'limit';
}
