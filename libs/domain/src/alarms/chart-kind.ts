import { mustBeFinite, mustBePositive, mustBeWhole } from '../statistics/sound-input.js';
import { meanMovingRange, meanRangeOfTwo } from './moving-range.js';

/** What makes a control chart a p, c, u or individuals chart. */
export interface ChartKind<T> {
  readonly value: (observation: T) => number;
  /** The centre line of a baseline. */
  readonly centre: (baseline: readonly T[]) => number;
  /** A standard deviation of this observation by chance. */
  readonly sigma: (observation: T, centre: number) => number;
  /** By how much the baseline varies more than by chance, from its scores (null: not in it); null: too few to tell. */
  readonly sigmaZ: (scores: readonly (number | null)[]) => number | null;
  /** Nothing lies below or above. */
  readonly least: number;
  readonly most: number;
  readonly check: (observation: T, where: string) => void;
}

/** A count and what it was counted over: trials (p chart) or exposure (u chart). */
export interface Counted {
  readonly count: number;
  readonly size: number;
}

const sum = (values: readonly number[]): number => values.reduce((total, value) => total + value, 0);

const byChance = (): number => 1;

const ratio = {
  value: ({ count, size }: Counted): number => count / size,
  centre: (baseline: readonly Counted[]): number =>
    sum(baseline.map(({ count }) => count)) / sum(baseline.map(({ size }) => size)),
  ...{ sigmaZ: byChance, least: 0 },
};

/** The share of each sample, binomial by chance; 0..1. */
export const pChart: ChartKind<Counted> = {
  ...{ ...ratio, most: 1 },
  sigma: ({ size }, centre) => Math.sqrt(Math.max(0, centre * (1 - centre)) / size),
  check: ({ count, size }, where) => {
    mustBeWhole(`The size ${where}`, size, 1);
    mustBeWhole(`The count ${where}`, count, 0, size);
  },
};

/** Counts over unequal exposure, Poisson by chance, per unit of exposure. */
export const uChart: ChartKind<Counted> = {
  ...{ ...ratio, most: Number.POSITIVE_INFINITY },
  sigma: ({ size }, centre) => Math.sqrt(centre / size),
  check: ({ count, size }, where) => {
    mustBePositive(`The exposure ${where}`, size);
    mustBeWhole(`The count ${where}`, count);
  },
};

/** Counts over equal exposure, Poisson by chance. */
export const cChart: ChartKind<number> = {
  value: (count) => count,
  centre: (baseline) => sum(baseline) / baseline.length,
  sigma: (_, centre) => Math.sqrt(centre),
  ...{ sigmaZ: byChance, least: 0, most: Number.POSITIVE_INFINITY },
  check: (count, where) => mustBeWhole(`The count ${where}`, count),
};

function ofMovingRange(scores: readonly (number | null)[]): number | null {
  const range = meanMovingRange(scores);
  return range === null ? null : range / meanRangeOfTwo;
}

/** Single measurements; their sigma is the mean moving range of the baseline over 1.128. */
export const individualsChart: ChartKind<number> = {
  value: (value) => value,
  centre: (baseline) => sum(baseline) / baseline.length,
  sigma: () => 1,
  sigmaZ: ofMovingRange,
  ...{ least: Number.NEGATIVE_INFINITY, most: Number.POSITIVE_INFINITY },
  check: (value, where) => mustBeFinite(`The value ${where}`, value),
};

/** Whether limits may lie closer than chance alone would put them. */
export type Narrowest = 'chance' | 'as-seen';

/**
 * Laney's p' or u' chart of a p or u chart: the limits widen by how much neighbouring points differ beyond chance
 * (sigma_z = mean moving range of the z scores / 1.128). By default they never lie closer than by chance; `as-seen` is
 * the formula as printed. Source: Laney, Quality Engineering 14 (2002) 531.
 */
export const laneyChart = (kind: ChartKind<Counted>, narrowest: Narrowest = 'chance'): ChartKind<Counted> => ({
  ...kind,
  sigmaZ: (scores) => {
    const seen = ofMovingRange(scores);
    return seen !== null && narrowest === 'chance' ? Math.max(1, seen) : seen;
  },
});
