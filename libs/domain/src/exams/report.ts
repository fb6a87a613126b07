import { itemsOf, maximumOf, type Rubric, type RubricItem } from './rubric.js';
import { appliesTo, type Marks } from './score.js';
import { signedScore, type SignedScore } from './two-marks.js';

/** A signed marking of an exam, as a report needs it. */
export interface ReportedMarking extends SignedScore {
  readonly marks: Marks;
  /** Critical items that were failed. */
  readonly failedCritical: readonly string[];
}

/** An exam that counts as an attempt, with the one or two markings that made its score. */
export interface ReportedExam {
  readonly attempt: number;
  readonly outcome: 'passed' | 'failed';
  /** 0 to 100, unrounded. */
  readonly score: number | null;
  readonly failedCritical: readonly string[];
  readonly markings: readonly ReportedMarking[];
}

/** Exams whose scores lie in `from` to under `to` (the last: to 100 and with it), by what came of them. */
export interface ScoreBin {
  readonly from: number;
  readonly to: number;
  readonly passed: number;
  /** Failed on a critical item, whatever the score. */
  readonly critical: number;
  /** Failed, and not on a critical item. */
  readonly failed: number;
}

const binWidth = 5;
/** A score is a quotient of whole numbers times 100: what lies on an edge may be as much beside it. */
const rounding = 1e-9;

/**
 * How scores are spread, in bins of 5 points counted from the pass mark, so that no bin holds both what reaches it and
 * what does not; 79.96 lies under a mark of 80, and of a mark of 100 the last holds 100 alone. From the lowest score on;
 * none where there is no score.
 */
export function scoreBins(exams: readonly ReportedExam[], passMark: number): ScoreBin[] {
  const placed = exams.flatMap((exam) =>
    exam.score === null ? [] : [{ exam, n: Math.floor((exam.score - passMark) / binWidth + rounding) }],
  );
  const last = Math.max(0, Math.ceil((100 - passMark) / binWidth - rounding) - 1);
  const at = placed.map(({ n }) => Math.min(n, last));
  const first = Math.min(...at, 0);
  if (at.length === 0) return [];
  return Array.from({ length: last - first + 1 }, (_, index) => {
    const n = first + index;
    const inside = placed.flatMap(({ exam }, place) => (at[place] === n ? [exam] : []));
    const failed = inside.filter(({ outcome }) => outcome === 'failed');
    const critical = failed.filter(({ failedCritical }) => failedCritical.length > 0).length;
    return {
      from: Math.max(0, passMark + n * binWidth),
      to: Math.min(100, passMark + (n + 1) * binWidth),
      ...{ passed: inside.length - failed.length, critical, failed: failed.length - critical },
    };
  });
}

/** What candidates lost at one item of the rubric. */
export interface ItemLoss {
  readonly itemId: string;
  /** Exams in which it applied and was marked. */
  readonly n: number;
  /** Points lost, of the most there were; of two markings of an exam their mean. */
  readonly lost: number;
  readonly most: number;
  /** lost / most, 0 to 1. */
  readonly share: number;
  /** Of all weighted points that were lost, 0 to 1; null: none was. */
  readonly ofAllLost: number | null;
  /** Exams that failed on it; 0 where it is not critical. */
  readonly failed: number;
}

/** Points lost at an item in one exam, of two markings their mean; null where it did not apply. */
export function lostAt(rubric: Rubric, item: RubricItem, { markings }: Pick<ReportedExam, 'markings'>): number | null {
  const marks = markings.flatMap(({ marks: all }) => {
    const mark = all[item.id];
    return typeof mark === 'number' && appliesTo(rubric, item, all) === true ? [mark] : [];
  });
  return marks.length === 0 ? null : maximumOf(item) - marks.reduce((sum, mark) => sum + mark, 0) / marks.length;
}

/**
 * The hardest items first: sum(maximum - points) / sum(maximum) over the exams in which an item applied; N/A and what was
 * not asked leave both sums. An exam counts once, whether one or two marked it. What has no weight is no item to win points
 * at, unless it is critical.
 */
export function hardestItems(rubric: Rubric, exams: readonly ReportedExam[]): ItemLoss[] {
  const losses = itemsOf(rubric)
    .filter(({ weight, isCritical }) => weight > 0 || isCritical)
    .map((item) => {
      const each = exams.flatMap((exam) => lostAt(rubric, item, exam) ?? []);
      const lost = each.reduce((sum, points) => sum + points, 0);
      const most = each.length * maximumOf(item);
      const failed = exams.filter(({ failedCritical }) => failedCritical.includes(item.id)).length;
      return { itemId: item.id, n: each.length, lost, most, failed, weighted: lost * item.weight };
    });
  const all = losses.reduce((sum, { weighted }) => sum + weighted, 0);
  return losses
    .filter(({ n }) => n > 0)
    .map(({ weighted, ...loss }) => ({
      ...loss,
      share: loss.lost / loss.most,
      ofAllLost: all > 0 ? weighted / all : null,
    }))
    .toSorted((a, b) => b.share - a.share || b.failed - a.failed);
}

/** Of each attempt: how many sat it, and how many passed. */
export interface AttemptCount {
  readonly attempt: number;
  readonly sat: number;
  readonly passed: number;
}

export function attemptCounts(exams: readonly ReportedExam[]): AttemptCount[] {
  return [...Map.groupBy(exams, ({ attempt }) => attempt)]
    .map(([attempt, some]) => ({
      ...{ attempt, sat: some.length },
      passed: some.filter(({ outcome }) => outcome === 'passed').length,
    }))
    .toSorted((a, b) => a.attempt - b.attempt);
}

/** How far two assessors of the same exams lay apart, in points of 0 to 100. */
export interface TwoAssessors {
  readonly twice: number;
  readonly of: number;
  /** Null where no exam was scored by two. */
  readonly meanDifference: number | null;
  readonly largest: number | null;
  /** One passed, the other failed. */
  readonly verdictsApart: number;
}

export function twoAssessors(exams: readonly ReportedExam[]): TwoAssessors {
  const twice = exams.filter(({ markings }) => markings.length > 1);
  const apart = twice.flatMap(({ markings }) => {
    const [first = null, second = null] = markings.map(signedScore);
    return first === null || second === null ? [] : [Math.abs(first - second)];
  });
  return {
    ...{ twice: twice.length, of: exams.length },
    meanDifference: apart.length === 0 ? null : apart.reduce((sum, one) => sum + one, 0) / apart.length,
    largest: apart.length === 0 ? null : Math.max(...apart),
    verdictsApart: twice.filter(({ markings }) => new Set(markings.map(({ outcome }) => outcome)).size > 1).length,
  };
}
