import { mustBePositive, mustBeWhole } from '../statistics/sound-input.js';
import type { ChartKind } from './chart-kind.js';

/** How a chart is cut into phases, and which of their points make the centre line and the limits. */
export interface ChartPlan {
  /** Positions (from 1) at which a new phase begins, with a centre line and limits of its own. */
  readonly restarts?: readonly number[];
  /** The first points of each phase whose centre line and limits hold for all of it: a frozen baseline. All without. */
  readonly baseline?: number;
  /** Positions that are plotted and judged, but are no part of any baseline. */
  readonly excluded?: readonly number[];
  /** How many sigmas the limits lie off the centre line: 3 without. */
  readonly sigmas?: number;
  /** A centre line that is given, not taken from the points. */
  readonly centre?: number;
}

export interface ChartPoint {
  /** From 1. */
  readonly position: number;
  readonly value: number;
  readonly centre: number;
  /** A standard deviation of this point by chance, with what the chart adds for more than chance. */
  readonly sigma: number;
  readonly lower: number;
  readonly upper: number;
}

export interface ChartPhase {
  readonly points: readonly ChartPoint[];
  /** Positions that made the centre line and the limits. */
  readonly baseline: readonly number[];
  readonly centre: number;
  /** By how much points vary more (or less) than the kind's own sigma: 1 for p, c and u charts. */
  readonly sigmaZ: number;
  /** Values less the centre line, in sigmas of the kind before `sigmaZ`. */
  readonly scores: readonly number[];
}

export interface ControlChart {
  readonly phases: readonly ChartPhase[];
  readonly points: readonly ChartPoint[];
}

/**
 * A control chart of any kind. Each phase has its own baseline, centre line and limits, and knows nothing of the others.
 * Source: Montgomery, Introduction to Statistical Quality Control (2009), chapters 6 and 7.
 */
export function controlChart<T>(kind: ChartKind<T>, observations: readonly T[], plan: ChartPlan = {}): ControlChart {
  mustBeWhole('The points of a chart', observations.length, 1);
  if (plan.sigmas !== undefined) mustBePositive('The sigmas', plan.sigmas);
  observations.forEach((observation, n) => kind.check(observation, `at point ${n + 1}`));
  const starts = phaseStarts(plan.restarts ?? [], observations.length);
  const phases = starts.map((start, n) =>
    phaseOf(kind, observations.slice(start - 1, (starts[n + 1] ?? observations.length + 1) - 1), start, plan),
  );
  return { phases, points: phases.flatMap(({ points }) => points) };
}

function phaseStarts(restarts: readonly number[], length: number): number[] {
  restarts.forEach((restart) => mustBeWhole('The restart of a phase', restart, 1, length));
  return [...new Set([1, ...restarts])].toSorted((a, b) => a - b);
}

function phaseOf<T>(kind: ChartKind<T>, observations: readonly T[], start: number, plan: ChartPlan): ChartPhase {
  const isBaseline = observations.map(
    (_, n) => n < (plan.baseline ?? observations.length) && plan.excluded?.includes(start + n) !== true,
  );
  const base = observations.filter((_, n) => isBaseline[n]);
  if (base.length === 0) throw new RangeError(`The phase from point ${start} on has no point in its baseline`);
  const centre = plan.centre ?? kind.centre(base);
  const sigmas = observations.map((observation) => kind.sigma(observation, centre));
  const scores = observations.map((observation, n) => scoreOf(kind.value(observation) - centre, sigmas[n] ?? 0));
  const sigmaZ = kind.sigmaZ(scores.map((score, n) => (isBaseline[n] ? score : null)));
  if (sigmaZ === null)
    throw new RangeError(`The phase from point ${start} on has no two neighbouring points in its baseline`);
  const points = observations.map((observation, n) => {
    const sigma = (sigmas[n] ?? 0) * sigmaZ;
    const spread = (plan.sigmas ?? 3) * sigma;
    return {
      ...{ position: start + n, value: kind.value(observation), centre, sigma },
      ...{ lower: Math.max(kind.least, centre - spread), upper: Math.min(kind.most, centre + spread) },
    };
  });
  return { points, baseline: positionsOf(isBaseline, start), centre, sigmaZ, scores };
}

/** A centre line at 0 or 1 leaves no chance: what lies on it is 0 sigmas off, anything else infinitely many. */
const scoreOf = (distance: number, sigma: number): number => (distance === 0 ? 0 : distance / sigma);

const positionsOf = (isThere: readonly boolean[], start: number): number[] =>
  isThere.flatMap((there, n) => (there ? [start + n] : []));

/** Rounding in the last digits puts no point beyond a limit that it lies on. */
const isBeyond = (value: number, limit: number): boolean => value - limit > 1e-9 * Math.max(1, Math.abs(limit));

/** The points outside their limits; a point on a limit is inside. */
export const pointsOutside = (points: readonly ChartPoint[]): number[] =>
  points.filter(({ value, lower, upper }) => isBeyond(value, upper) || isBeyond(-value, -lower)).map(positionOf);

/** The points that lie on one of their limits, as far as digits go. */
export const pointsOnLimit = (points: readonly ChartPoint[]): number[] =>
  points.filter(({ value, lower, upper }) => [lower, upper].some((limit) => isOn(value, limit))).map(positionOf);

const isOn = (value: number, limit: number): boolean => !isBeyond(value, limit) && !isBeyond(-value, -limit);

const positionOf = ({ position }: ChartPoint): number => position;
