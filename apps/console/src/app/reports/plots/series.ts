import { scaleLinear, type ScaleLinear } from 'd3-scale';

/** A point of a series in order: its value with its interval, and on how many cases it rests. */
export interface SeriesPoint {
  readonly key: string;
  /** Under the axis, short. */
  readonly label: string;
  readonly name: string;
  readonly value: number | null;
  readonly low: number | null;
  readonly high: number | null;
  readonly n: number;
  /** What it is compared with, drawn lightly. */
  readonly before: number | null;
  readonly lines: readonly string[];
}

const plotHeight = 188;
const labelsHeight = 44;
const stripHeight = 34;
const labelWidth = 68;

export interface SeriesPlot {
  readonly left: number;
  readonly top: number;
  readonly width: number;
  readonly height: number;
  readonly svg: { readonly width: number; readonly height: number };
  readonly y: ScaleLinear<number, number>;
  readonly ticks: readonly number[];
  /** The middle of the point with this number. */
  readonly x: (index: number) => number;
  readonly step: number;
  /** Every how many points has a label. */
  readonly every: number;
  readonly stripTop: number;
  readonly stripHeight: number;
}

/** How a series is drawn: with columns of n below, against a level, below zero, from where the intervals begin. */
export interface SeriesLook {
  readonly hasStrip: boolean;
  readonly level?: number | null;
  readonly isSigned?: boolean;
  readonly isCut?: boolean;
}

/**
 * Where everything of a series stands, in pixels; rates, counts and durations all begin at 0 unless the axis is cut, signed
 * figures below it.
 */
export function seriesPlot(
  points: readonly SeriesPoint[],
  outerWidth: number,
  { hasStrip, level = null, isSigned = false, isCut = false }: SeriesLook,
): SeriesPlot {
  const [left, top, right] = [56, 12, 16];
  const width = Math.max(1, outerWidth - left - right);
  const step = width / Math.max(1, points.length);
  const highs = points.flatMap(({ value, before, high }) => [
    ...[value ?? 0, before ?? 0, isSigned ? (high ?? 0) : cutHigh(value, high)],
  ]);
  const lows = points.flatMap(({ value, before, low }) => [
    ...(value === null ? [] : [value, low ?? value]),
    ...(before === null ? [] : [before]),
    ...(level === null ? [] : [level]),
  ]);
  const lowest = isCut ? Math.min(...lows, Number.MAX_VALUE) : isSigned ? Math.min(0, ...lows) : 0;
  const highest = Math.max(...highs, level ?? 0, 0);
  const from = lowest === Number.MAX_VALUE ? 0 : lowest;
  const y = scaleLinear()
    .domain([from, highest || (from < 0 ? 0 : 1)])
    .nice(4)
    .range([plotHeight, 0]);
  return {
    ...{ left, top, width, height: plotHeight, y, step },
    svg: { width: outerWidth, height: top + plotHeight + (hasStrip ? labelsHeight + stripHeight : 26) },
    ticks: y.ticks(4),
    x: (index) => (index + 0.5) * step,
    every: Math.max(1, Math.ceil(labelWidth / step)),
    stripTop: plotHeight + labelsHeight,
    stripHeight,
  };
}

/** The interval of few cases reaches far up: the axis takes it to three times the value, no further. */
const cutHigh = (value: number | null, high: number | null): number =>
  value === null || high === null ? 0 : Math.min(high, value * 3 || high);

/** Values joined, straight; broken where one has none. A value that stands alone is a dot. */
export function lineOf({ x, y }: Pick<SeriesPlot, 'x' | 'y'>, values: readonly (number | null)[]): string {
  return values
    .map((value, index) => {
      if (value === null) return '';
      const isJoined = typeof values[index - 1] === 'number';
      const isAlone = !isJoined && typeof values[index + 1] !== 'number';
      return `${isJoined ? 'L' : 'M'}${x(index).toFixed(1)} ${y(value).toFixed(1)}${isAlone ? 'h0' : ''}`;
    })
    .join('');
}
