import { scaleLinear, scaleLog } from 'd3-scale';

interface Ends {
  readonly low: number;
  readonly high: number;
}

/** Both limits at so many answers or contacts. */
export interface FunnelLimitsAt {
  readonly n: number;
  readonly inner: Ends;
  readonly outer: Ends;
}

export interface FunnelDot {
  readonly key: string;
  readonly n: number;
  readonly rate: number;
}

export interface FunnelDrawn {
  readonly curve: readonly FunnelLimitsAt[];
  readonly target: number | null;
  readonly dots: readonly FunnelDot[];
  /** Rates of events stand on an axis from 0; shares may be cut, at whole steps of 5 %. */
  readonly isFromZero: boolean;
}

export interface FunnelPlotArea {
  readonly svg: { readonly width: number; readonly height: number };
  readonly left: number;
  readonly top: number;
  readonly width: number;
  readonly height: number;
  readonly x: (n: number) => number;
  readonly y: (rate: number) => number;
  readonly xTicks: readonly number[];
  readonly yTicks: readonly number[];
  /** The rate at which the axis begins. */
  readonly begins: number;
  readonly isLog: boolean;
}

const margins = { left: 46, top: 10, right: 74, bottom: 40 };
const step = 0.05;
/** Where the most is so many times the middle one, few dots would fill the whole width but its first part. */
const logFrom = 8;

/** Where everything of a funnel stands, in pixels of the plot: n to the right, the rate upwards. */
export function funnelArea({ curve, target, dots, isFromZero }: FunnelDrawn, outerWidth: number): FunnelPlotArea {
  const { left, top, right, bottom } = margins;
  const width = Math.max(1, outerWidth - left - right);
  const height = Math.round(Math.min(320, Math.max(220, outerWidth * 0.5)));
  const counts = dots.map(({ n }) => n).toSorted((a, b) => a - b);
  const [least, middle, most] = [counts[0] ?? 1, counts[Math.floor(counts.length / 2)] ?? 1, counts.at(-1) ?? 1];
  const isLog = most > logFrom * middle;
  const x = isLog
    ? scaleLog()
        .domain([Math.max(1, least / 1.15), most * 1.05])
        .range([0, width])
    : scaleLinear()
        .domain([0, most * 1.03])
        .range([0, width]);
  const [low, high] = ratesShown({ curve, target, dots, isFromZero }, middle);
  const y = scaleLinear().domain([low, high]).range([height, 0]);
  const xTicks = x
    .ticks(Math.max(2, Math.floor(width / 90)))
    .filter((n) => Number.isInteger(n) && (!isLog || isRound(n)));
  return {
    ...{ left, top, width, height, x, y, isLog, xTicks, begins: low },
    svg: { width: outerWidth, height: top + height + bottom },
    yTicks: y.ticks(5),
  };
}

/** 1, 2 or 5 times a power of ten: a logarithmic axis has room for no more. */
const isRound = (n: number): boolean => [1, 2, 5].some((digit) => Number.isInteger(Math.log10(n / digit)));

/** All dots, and the limits as they are in the middle: at few answers they reach nearly everything. */
function ratesShown({ curve, target, dots, isFromZero }: FunnelDrawn, middle: number): [number, number] {
  const limits = curve.find(({ n }) => n >= middle)?.outer;
  const rates = [
    ...dots.map(({ rate }) => rate),
    ...(target === null ? [] : [target]),
    ...(limits ? [limits.low, limits.high] : []),
  ];
  const [low, high] = [Math.min(...rates), Math.max(...rates)];
  if (isFromZero) return [0, (high || 0.01) * 1.08];
  return [
    Math.max(0, Math.floor((low - 0.01) / step + 1e-9) * step),
    Math.min(1, Math.ceil((high + 0.01) / step - 1e-9) * step),
  ].map((rate) => Number(rate.toFixed(2))) as [number, number];
}

type Place = Pick<FunnelPlotArea, 'x' | 'y'>;

/** One limit along n as a path, smooth because the limits are; a lower limit is left out where it lies at 0. */
export function limitPath(
  { x, y }: Place,
  curve: readonly FunnelLimitsAt[],
  at: 'inner' | 'outer',
  side: 'low' | 'high',
): string {
  let isJoined = false;
  return curve
    .map((limits) => {
      const rate = limits[at][side];
      const isDrawn = side === 'high' || rate > 0;
      const move = isDrawn ? `${isJoined ? 'L' : 'M'}${x(limits.n).toFixed(1)} ${y(rate).toFixed(1)}` : '';
      isJoined = isDrawn;
      return move;
    })
    .join('');
}

/** What lies between both limits, as a path. */
export function bandPath({ x, y }: Place, curve: readonly FunnelLimitsAt[], at: 'inner' | 'outer'): string {
  if (curve.length === 0) return '';
  const point = (n: number, rate: number) => `${x(n).toFixed(1)} ${y(rate).toFixed(1)}`;
  const above = curve.map((limits) => point(limits.n, limits[at].high));
  const below = curve.toReversed().map((limits) => point(limits.n, limits[at].low));
  return `M${[...above, ...below].join('L')}Z`;
}

export interface EndLabel {
  readonly key: 'target' | 'inner' | 'outer';
  readonly y: number;
}

const labelHeight = 13;

/**
 * Where the names of the lines stand beyond their right ends: those of the limits at the side that has room, none upon
 * another. The target keeps its place, the others make way.
 */
export function endLabels({ y, height }: Pick<FunnelPlotArea, 'y' | 'height'>, drawn: FunnelDrawn): EndLabel[] {
  const last = drawn.curve.at(-1);
  if (!last || drawn.target === null) return [];
  const target = y(drawn.target);
  const side = drawn.isFromZero || last.outer.low <= 0 ? 'high' : 'low';
  const away = side === 'high' ? -1 : 1;
  const inner = target + away * Math.max(labelHeight, away * (y(last.inner[side]) - target));
  const outer = inner + away * Math.max(labelHeight, away * (y(last.outer[side]) - inner));
  const inside = (at: number) => Math.min(height, Math.max(4, at));
  return [
    { key: 'target', y: target },
    { key: 'inner', y: inside(inner) },
    { key: 'outer', y: inside(outer) },
  ];
}
