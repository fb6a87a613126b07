import { scaleLinear, type ScaleLinear } from 'd3-scale';
import { dayMilliseconds, type Stretch, stretchRate } from './stretches.js';

const hour = 3_600_000;
/** What the label of an hour and of a date takes, with the gap that keeps it apart. */
const tickWidths = { hour: 46, day: 58 };
const plotHeight = 188;
/** From the plot's foot to the columns: the hours stand between. */
const hoursHeight = 34;
const stripHeight = 34;
/** A label at a line's end needs so much to be read apart from the next. */
const labelHeight = 13;

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
}

/** Wide, the lines' names stand at their right ends; narrow, only the legend has them. */
export const hasEndLabels = (width: number): boolean => width >= 520;

export function dayPlot({ width, from, to, most, span }: DayPlotOf): DayPlot {
  const [left, top] = [46, 22];
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
  return Array.from({ length: Math.floor(count / step) + 1 }, (_, index) => from + index * step * hour);
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

/** A stretch's rate stands in its middle; one with too few contacts has none and no mark. */
export function marksOf(
  { x, y, span }: DayPlot,
  stretches: readonly Stretch[],
  limits: ReadonlyMap<number, number> = new Map(),
): Mark[] {
  return stretches.flatMap((stretch) => {
    const rate = stretchRate(stretch);
    if (rate === null) return [];
    const limit = limits.get(stretch.denominator);
    const middle = Date.parse(stretch.from) + span / 2;
    return [{ stretch, x: x(middle), y: y(rate), isBeyond: limit !== undefined && rate > limit }];
  });
}

/** The marks joined; straight, because nothing is known of what lies between. */
export const lineThrough = (marks: readonly Mark[]): string =>
  marks.map(({ x, y }, index) => `${index === 0 ? 'M' : 'L'}${x.toFixed(1)} ${y.toFixed(1)}`).join('');

/** The upper limits as a stepped line: they follow the contacts of each stretch; a gap where one has no rate. */
export function limitSteps(
  { x, y, span }: DayPlot,
  stretches: readonly Stretch[],
  limits: ReadonlyMap<number, number>,
): string {
  let path = '';
  let end: number | null = null;
  for (const stretch of stretches) {
    const limit = limits.get(stretch.denominator);
    if (limit === undefined || stretchRate(stretch) === null) continue;
    const start = Date.parse(stretch.from);
    const height = Math.max(0, y(limit)).toFixed(1);
    path += `${end === start ? 'V' : `M${x(start).toFixed(1)} `}${height}H${x(start + span).toFixed(1)}`;
    end = start + span;
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

/** The same labels from top to bottom, moved apart where they would lie on each other. */
export function apart(labels: readonly EndLabel[]): EndLabel[] {
  const placed: EndLabel[] = [];
  for (const label of labels.toSorted((a, b) => a.y - b.y)) {
    const above = placed.at(-1);
    placed.push({ ...label, y: above ? Math.max(label.y, above.y + labelHeight) : label.y });
  }
  return placed;
}
