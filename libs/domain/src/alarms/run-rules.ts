import type { ControlChart } from './control-chart.js';

/** The positions (from 1) at which a rule is met: each the last point of the pattern, itself a part of it. */
export interface RuleHits {
  readonly rule: number;
  readonly positions: readonly number[];
}

/** Looks at the last `span` scores, the newest at the end. */
interface Pattern {
  readonly span: number;
  readonly isMet: (scores: readonly number[]) => boolean;
}

const sides = [1, -1] as const;

/** At least `least` of `span`, and the newest, lie beyond `sigmas` on one side. */
const beyond = (sigmas: number, least: number, span: number): Pattern => ({
  span,
  isMet: (scores) =>
    sides.some(
      (side) => (scores.at(-1) ?? 0) * side > sigmas && scores.filter((score) => score * side > sigmas).length >= least,
    ),
});

/** So many in a row on one side of the centre line; a point on it ends a run. */
const inARow = (span: number): Pattern => beyond(0, span, span);

const steps = (scores: readonly number[]): number[] => scores.slice(1).map((score, n) => score - (scores[n] ?? 0));

/** So many in a row, each higher than the one before, or each lower. */
const trend = (span: number): Pattern => ({
  span,
  isMet: (scores) => sides.some((side) => steps(scores).every((step) => step * side > 0)),
});

/** So many in a row, up and down by turns. */
const alternating = (span: number): Pattern => ({
  span,
  isMet: (scores) => sides.some((side) => steps(scores).every((step, n) => step * side * (n % 2 === 0 ? 1 : -1) > 0)),
});

/** So many in a row within one sigma of the centre line, on whichever side. */
const hugging = (span: number): Pattern => ({
  span,
  isMet: (scores) => scores.every((score) => Math.abs(score) < 1),
});

/** So many in a row outside one sigma, on both sides of the centre line. */
const avoiding = (span: number): Pattern => ({
  span,
  isMet: (scores) =>
    scores.every((score) => Math.abs(score) > 1) && sides.every((side) => scores.some((score) => score * side > 0)),
});

const westernElectricPatterns: readonly Pattern[] = [beyond(3, 1, 1), beyond(2, 2, 3), beyond(1, 4, 5), inARow(8)];

const nelsonPatterns: readonly Pattern[] = [
  ...[beyond(3, 1, 1), inARow(9), trend(6), alternating(14)],
  ...[beyond(2, 2, 3), beyond(1, 4, 5), hugging(15), avoiding(8)],
];

export type RuleSet = 'western-electric' | 'nelson';

const patternsOf: Readonly<Record<RuleSet, readonly Pattern[]>> = {
  'western-electric': westernElectricPatterns,
  nelson: nelsonPatterns,
};

/**
 * Where each rule of a set is met, by scores in sigmas off the centre line. Beyond is strictly beyond; a pattern needs as
 * many points as it looks at. The sets differ (eight or nine in a row), so a hit names its set.
 * Source: Western Electric, Statistical Quality Control Handbook (1956); Nelson, Journal of Quality Technology 16 (1984) 237.
 */
export function ruleHits(set: RuleSet, scores: readonly number[]): RuleHits[] {
  scores.forEach((score, n) => {
    if (Number.isNaN(score)) throw new RangeError(`The score at point ${n + 1} must be a number, and is ${score}`);
  });
  return patternsOf[set].map((pattern, n) => ({ rule: n + 1, positions: positionsOf(pattern, scores) }));
}

function positionsOf({ span, isMet }: Pattern, scores: readonly number[]): number[] {
  const digits = scores.map(rounded);
  return digits.flatMap((_, n) => (n + 1 >= span && isMet(digits.slice(n + 1 - span, n + 1)) ? [n + 1] : []));
}

/** Rounding in the last digits puts no point beyond a line that it lies on, nor above its equal. */
const rounded = (score: number): number => (Number.isFinite(score) ? Math.round(score * 1e9) / 1e9 : score);

/** The rules on a whole chart; no pattern reaches over the beginning of a phase. */
export function chartRuleHits(set: RuleSet, { phases }: ControlChart): RuleHits[] {
  const byPhase = phases.map(({ points, scores, sigmaZ }) => ({
    before: (points[0]?.position ?? 1) - 1,
    hits: ruleHits(
      set,
      scores.map((score) => (score === 0 ? 0 : score / sigmaZ)),
    ),
  }));
  return patternsOf[set].map((_, n) => ({
    rule: n + 1,
    positions: byPhase.flatMap(({ before, hits }) => (hits[n]?.positions ?? []).map((position) => before + position)),
  }));
}
