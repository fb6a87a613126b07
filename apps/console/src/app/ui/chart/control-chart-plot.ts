import { scaleLinear, type ScaleLinear } from 'd3-scale';
import { hasEndLabels } from './end-labels.js';

/** A point of a control chart: what was counted in a stretch of time, and what it is judged by. */
export interface ControlMark {
  readonly key: string;
  /** The stretch, in milliseconds on an axis on which every day has 24 hours. */
  readonly from: number;
  readonly to: number;
  /** Null, as its limits: too little was counted. */
  readonly value: number | null;
  readonly centre: number | null;
  readonly lower: number | null;
  readonly upper: number | null;
  /** How much was counted: the column beneath. */
  readonly n: number;
  /** Lines and limits join the points of one phase. */
  readonly phase: number;
  /** `aside`: it makes no limits. */
  readonly sign: 'plain' | 'aside' | 'rule' | 'beyond';
  /** It is not over yet: it stands alone, and the axis makes no room for what little was counted so far. */
  readonly isOpen: boolean;
  /** In a few words the rule that is met, where it is to stand in the plot. */
  readonly hit: string | null;
  /** What is read of it. */
  readonly name: string;
  readonly lines: readonly string[];
}

const plotHeight = 208;
/** From the plot's foot to the columns: the days stand between. */
const timesHeight = 34;
const stripHeight = 34;
const tickWidth = 62;
/** One of the two rows above the plot, in which lines have their words. */
export const wordsHeight = 15;
const day = 86_400_000;

export interface ControlPlot {
  readonly left: number;
  readonly top: number;
  readonly width: number;
  readonly height: number;
  readonly svg: { readonly width: number; readonly height: number };
  readonly x: ScaleLinear<number, number>;
  readonly y: ScaleLinear<number, number>;
  readonly values: readonly number[];
  /** The middles of the stretches that have their time written beneath. */
  readonly times: readonly number[];
  readonly stripTop: number;
  readonly stripHeight: number;
}

export interface ControlPlotOf {
  readonly width: number;
  readonly marks: readonly ControlMark[];
  /** Rates of events begin at zero; a share far from it may have a cut axis. */
  readonly fromZero: boolean;
}

/** Where everything of a control chart stands, in pixels from the plot's upper left corner. */
export function controlPlot({ width: outer, marks, fromZero }: ControlPlotOf): ControlPlot {
  const [left, top] = [46, 2 * wordsHeight + 8];
  const width = Math.max(1, outer - left - (hasEndLabels(outer) ? 104 : 28));
  const [from, to] = [marks[0]?.from ?? 0, marks.at(-1)?.to ?? 1];
  const y = scaleLinear().domain(valuesShown(marks, fromZero)).nice(4).range([plotHeight, 0]);
  return {
    ...{ left, top, width, height: plotHeight, y },
    svg: { width: outer, height: top + plotHeight + timesHeight + stripHeight + 2 },
    x: scaleLinear().domain([from, to]).range([0, width]),
    values: y.ticks(4),
    times: timesAlong(marks, width),
    stripTop: plotHeight + timesHeight,
    stripHeight,
  };
}

/** Every value and usual level, and the limits that lie little beyond those; the rest leaves the plot at its edge. */
function valuesShown(all: readonly ControlMark[], fromZero: boolean): [number, number] {
  const over = all.filter(({ isOpen }) => !isOpen);
  const marks = over.some(({ value }) => value !== null) ? over : all;
  const of = (key: 'value' | 'centre' | 'lower' | 'upper') => marks.flatMap((mark) => mark[key] ?? []);
  const levels = [...of('value'), ...of('centre')];
  if (levels.length === 0) return [0, 1];
  const highest = Math.max(...levels);
  if (fromZero) return [0, Math.max(highest * 1.1, ...of('upper').filter((upper) => upper <= 1.6 * highest)) || 1];
  const lowest = Math.min(...levels);
  const spread = highest - lowest || highest || 1;
  const near = [...of('lower'), ...of('upper')].filter(
    (limit) => limit >= lowest - spread && limit <= highest + spread,
  );
  const [low, high] = [Math.min(lowest, ...near), Math.max(highest, ...near)];
  return low === high ? [low - spread / 2, high + spread / 2] : [low, high];
}

/** Counted from the newest back, in steps that people know: days and weeks, or four weeks and quarters. */
function timesAlong(marks: readonly ControlMark[], width: number): number[] {
  const [first, last] = [marks[0], marks.at(-1)];
  if (!first || !last) return [];
  const unit = last.to - last.from;
  const count = Math.round((last.to - first.from) / unit);
  const steps = unit === day ? [1, 2, 7, 14, 28, 56, 91] : [1, 2, 4, 8, 13, 26];
  const step = steps.find((one) => (count / one) * tickWidth <= width) ?? 182;
  const length = Math.ceil(count / step);
  return Array.from({ length }, (_, n) => last.to - (n * step + 0.5) * unit).toReversed();
}

export const middleOf = ({ from, to }: Pick<ControlMark, 'from' | 'to'>): number => (from + to) / 2;

/** The points of each phase joined, straight; broken where too little was counted. One that stands alone is a dot. */
export function lineThrough({ x, y }: Pick<ControlPlot, 'x' | 'y'>, marks: readonly ControlMark[]): string {
  const joins = (one: ControlMark | undefined, other: ControlMark | undefined) =>
    one !== undefined &&
    other?.phase === one.phase &&
    [one, other].every(({ value, isOpen }) => value !== null && !isOpen);
  return marks
    .map((mark, n) => {
      if (mark.value === null) return '';
      const isJoined = joins(mark, marks[n - 1]);
      const isAlone = !isJoined && !joins(mark, marks[n + 1]);
      if (isAlone && mark.isOpen) return '';
      const place = `${x(middleOf(mark)).toFixed(1)} ${y(mark.value).toFixed(1)}`;
      return `${isJoined ? 'L' : 'M'}${place}${isAlone ? 'h0' : ''}`;
    })
    .join('');
}

/** A stretch of a level: from here to there. */
interface Step {
  readonly from: number;
  readonly to: number;
  readonly level: number | null;
  readonly phase: number;
}

/** The stretches over which limits hold: half-way to the neighbours in the phase, so that nothing gapes over days off. */
function stepsOf(marks: readonly ControlMark[], levelOf: (mark: ControlMark) => number | null): Step[] {
  return marks.flatMap((mark, n) => {
    if (!hasLimits(mark)) return [];
    const neighbour = (one: ControlMark | undefined) => (one?.phase === mark.phase && hasLimits(one) ? one : undefined);
    const [before, after] = [neighbour(marks[n - 1]), neighbour(marks[n + 1])];
    return {
      from: before ? (before.to + mark.from) / 2 : mark.from,
      to: after ? (mark.to + after.from) / 2 : mark.to,
      ...{ level: levelOf(mark), phase: mark.phase },
    };
  });
}

const hasLimits = ({ centre, isOpen }: ControlMark): boolean => centre !== null && !isOpen;

/** The limits as stepped lines that follow n; the lower one is left out at 0. */
export function limitSteps(plot: Pick<ControlPlot, 'x' | 'y'>, marks: readonly ControlMark[]): string {
  const uppers = stepsOf(marks, ({ upper }) => upper);
  const lowers = stepsOf(marks, ({ lower }) => (lower !== null && lower > 0 ? lower : null));
  return pathOf(plot, uppers) + pathOf(plot, lowers);
}

function pathOf({ x, y }: Pick<ControlPlot, 'x' | 'y'>, steps: readonly Step[]): string {
  return steps
    .map(({ from, to, level, phase }, n) => {
      if (level === null) return '';
      const before = steps[n - 1];
      const isJoined = before?.phase === phase && before.level !== null && before.to === from;
      return `${isJoined ? 'V' : `M${x(from).toFixed(1)} `}${y(level).toFixed(1)}H${x(to).toFixed(1)}`;
    })
    .join('');
}

/** The usual level of a phase: a solid line over it. */
export interface UsualLine {
  readonly phase: number;
  readonly from: number;
  readonly to: number;
  readonly y: number;
  readonly centre: number;
}

export function usualLines({ x, y }: Pick<ControlPlot, 'x' | 'y'>, marks: readonly ControlMark[]): UsualLine[] {
  return [...Map.groupBy(marks.filter(hasLimits), ({ phase }) => phase)].flatMap(([phase, members]) => {
    const [first, last] = [members[0], members.at(-1)];
    const centre = first?.centre ?? null;
    if (!first || !last || centre === null) return [];
    return [{ phase, from: x(first.from), to: x(last.to), y: y(centre), centre }];
  });
}

export interface StripColumn {
  readonly key: string;
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}

/** How much was counted, as columns from zero; the highest fills the strip. */
export function stripColumns({ x, stripHeight: room }: ControlPlot, marks: readonly ControlMark[]): StripColumn[] {
  const most = mostCounted(marks);
  return marks.map(({ key, from, to, n }) => {
    const height = (n / most) * room;
    const gap = Math.min(1.5, (x(to) - x(from)) / 4);
    return { key, x: x(from) + gap / 2, y: room - height, width: Math.max(0.5, x(to) - x(from) - gap), height };
  });
}

export const mostCounted = (marks: readonly ControlMark[]): number => Math.max(1, ...marks.map(({ n }) => n));

/** Nearer than this, marks would make a band of the line: only those that say something are drawn then, and the last. */
const leastMarkDistance = 5;

export function shownMarks({ x }: Pick<ControlPlot, 'x'>, marks: readonly ControlMark[]): ControlMark[] {
  const points = marks.filter(({ value }) => value !== null);
  const [first] = points;
  const isWide = first !== undefined && x(first.to) - x(first.from) >= leastMarkDistance;
  return points.filter(
    (mark, n) => isWide || mark.sign === 'rule' || mark.sign === 'beyond' || n === points.length - 1,
  );
}
