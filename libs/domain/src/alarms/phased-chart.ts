import type { ChartKind, Counted } from './chart-kind.js';
import { type ChartPhase, controlChart } from './control-chart.js';
import { chartRuleHits, type RuleSet } from './run-rules.js';

/**
 * Why a stretch makes no limits. One with too few is no point either; a holiday is judged; what is not over yet is not:
 * a day of five cases so far lies beyond anything by one of them.
 */
export const exclusions = ['too-few', 'holiday', 'unfinished'] as const;
export type Exclusion = (typeof exclusions)[number];

/** What was counted from one day to another, which is not part of it: "2026-11-28". */
export interface CountedStretch extends Counted {
  readonly from: string;
  readonly to: string;
  readonly excluded: Exclusion | null;
}

/** From this day on the limits are made anew. */
export interface PhaseStart {
  readonly from: string;
  /** The first day that is no more part of the frozen baseline; null: all of the phase makes its limits. */
  readonly frozenUntil: string | null;
}

export interface PhasedPoint extends CountedStretch {
  /** Null, as its limits, where too little was counted. */
  readonly value: number | null;
  readonly centre: number | null;
  readonly lower: number | null;
  readonly upper: number | null;
  /** Which of the phases, from 0. */
  readonly phase: number;
  /** The rules of the set that are met here, from 1. The first is always that of a point beyond its limits. */
  readonly rules: readonly number[];
}

export interface PhaseOfChart {
  /** Null: what was before the first start. */
  readonly start: PhaseStart | null;
  /** How many points made the centre line and the limits. */
  readonly baselinePoints: number;
  /** Null: it has no points. */
  readonly centre: number | null;
  readonly sigmaZ: number;
}

export interface PhasedChart {
  readonly points: readonly PhasedPoint[];
  readonly phases: readonly PhaseOfChart[];
}

const hasValue = ({ excluded }: CountedStretch): boolean => excluded !== 'too-few';

/**
 * A control chart over the calendar: a stretch belongs to the last phase that had begun on its first day, so that a week
 * in which a phase begins is still of the one before. A phase whose baseline has no point yet is judged by all it has.
 */
export function phasedChart(
  kind: ChartKind<Counted>,
  rules: RuleSet,
  stretches: readonly CountedStretch[],
  starts: readonly PhaseStart[],
): PhasedChart {
  const sorted = starts.toSorted((a, b) => (a.from < b.from ? -1 : 1));
  const phaseAt = (day: string): number => sorted.filter(({ from }) => from <= day).length;
  const phases = [null, ...sorted].map((start, phase) => {
    const members = stretches.filter(({ from }) => phaseAt(from) === phase);
    return { start, ...phaseOf(kind, rules, members, start, phase) };
  });
  // Only what was before the first start may have nothing at all: then it is no phase.
  const shown = phases.filter(({ start, points }) => start !== null || points.length > 0);
  return {
    points: shown.flatMap(({ points }, phase) => points.map((point) => ({ ...point, phase }))),
    phases: shown.map(({ start, baselinePoints, centre, sigmaZ }) => ({ start, baselinePoints, centre, sigmaZ })),
  };
}

interface Phase extends Omit<PhaseOfChart, 'start'> {
  readonly points: readonly PhasedPoint[];
}

function phaseOf(
  kind: ChartKind<Counted>,
  set: RuleSet,
  members: readonly CountedStretch[],
  start: PhaseStart | null,
  phase: number,
): Phase {
  const judged = members.filter(hasValue);
  const isIn = baselineOf(judged, start?.frozenUntil ?? null);
  const chart = judged.length === 0 ? null : chartOf(kind, judged, isIn);
  const rules = chart ? chartRuleHits(set, { phases: [chart], points: chart.points }) : [];
  const points = members.map((stretch): PhasedPoint => {
    const at = judged.indexOf(stretch);
    const point = chart?.points[at];
    const { value = null, centre = null, lower = null, upper = null } = point ?? {};
    return {
      ...{ ...stretch, value, centre, lower, upper, phase },
      rules:
        stretch.excluded === 'unfinished'
          ? []
          : rules.filter(({ positions }) => positions.includes(at + 1)).map(({ rule }) => rule),
    };
  });
  return {
    points,
    baselinePoints: chart?.baseline.length ?? 0,
    centre: chart?.centre ?? null,
    sigmaZ: chart?.sigmaZ ?? 1,
  };
}

/** Which points make the limits: those frozen, else all that are not left out, else all. */
function baselineOf(judged: readonly CountedStretch[], frozenUntil: string | null): boolean[] {
  const plain = judged.map(({ excluded }) => excluded === null);
  const frozen = judged.map(({ to }, n) => plain[n] === true && (frozenUntil === null || to <= frozenUntil));
  return [frozen, plain].find((choice) => choice.includes(true)) ?? judged.map(() => true);
}

function chartOf(
  kind: ChartKind<Counted>,
  judged: readonly CountedStretch[],
  isIn: readonly boolean[],
): ChartPhase | null {
  const excluded = isIn.flatMap((there, n) => (there ? [] : [n + 1]));
  const hasNeighbours = isIn.some((there, n) => there && isIn[n + 1] === true);
  // Without two neighbours nothing tells how much more than by chance the points vary.
  const fit = hasNeighbours ? kind : { ...kind, sigmaZ: () => 1 };
  return controlChart(fit, judged, { excluded }).phases[0] ?? null;
}
