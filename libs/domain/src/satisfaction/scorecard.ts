import type { Interval } from '../statistics/interval.js';

/** Whose card it is. */
export const cardKinds = ['rep', 'team', 'supervisor', 'department'] as const;
export type CardKind = (typeof cardKinds)[number];

/** The three things a supervisor keeps in balance: reaching targets, building the team, raising each one's skills. */
export const dialNames = ['targets', 'team', 'skills'] as const;
export type DialName = (typeof dialNames)[number];

/** What is wanted of a figure: good enough from the target on, worth nothing from the floor on; where higher is better the floor is the lower one. */
export interface Goal {
  readonly target: number;
  readonly floor: number;
}

/**
 * How a figure stands to its target. met, missed: its whole 95 % interval lies on that side; close: the interval holds the
 * target, it is too close to call; few: under the minimum n; none: no data.
 */
export const readings = ['met', 'missed', 'close', 'few', 'none'] as const;
export type Reading = (typeof readings)[number];

/** The reading of a figure of n cases; of one without an interval (a plain count) the value itself is compared. */
export function readingOf(
  figure: {
    readonly value: number | null;
    readonly n: number;
    readonly interval: Pick<Interval, 'low' | 'high'> | null;
  },
  goal: Goal,
  minimumN: number,
): Reading {
  const { value, n, interval } = figure;
  if (value === null) return 'none';
  if (n < minimumN) return 'few';
  const { low, high } = interval ?? { low: value, high: value };
  const isHigherBetter = goal.target > goal.floor;
  if (isHigherBetter ? low >= goal.target : high <= goal.target) return 'met';
  if (isHigherBetter ? high < goal.target : low > goal.target) return 'missed';
  return 'close';
}

/** 0 at the floor and beyond, 100 at the target and beyond, evenly between. */
export function goalScore(value: number, { target, floor }: Goal): number {
  return 100 * Math.min(1, Math.max(0, (value - floor) / (target - floor)));
}

export interface CardTotal {
  /** 0 to 100, sum(weight x score) / sum(weight) over what is present; null: nothing is. */
  readonly score: number | null;
  readonly present: number;
  readonly of: number;
  readonly weightPresent: number;
  readonly weightOf: number;
}

/** The total of a card (METRICS.md, "Exams and appraisals"): what is absent is never zero, and how much is covered is said. */
export function cardTotal(lines: readonly { readonly weight: number; readonly score: number | null }[]): CardTotal {
  const present = lines.filter((line): line is { weight: number; score: number } => line.score !== null);
  const weightPresent = present.reduce((sum, { weight }) => sum + weight, 0);
  return {
    score:
      weightPresent > 0 ? present.reduce((sum, { weight, score }) => sum + weight * score, 0) / weightPresent : null,
    present: present.length,
    of: lines.length,
    weightPresent,
    weightOf: lines.reduce((sum, { weight }) => sum + weight, 0),
  };
}
