import { studentInterval } from '../statistics/student-interval.js';
import { wilsonInterval } from '../statistics/wilson-interval.js';
import { type Bounds, type GoldMarking, ratingOf } from './calibration.js';
import { itemsOf, type Rubric } from './rubric.js';
import { type Marks, scoreOf } from './score.js';

/** Marks that are the same as the reference's, of those that both gave. */
export interface AsReference {
  readonly same: number;
  readonly n: number;
  readonly interval: Bounds | null;
}

/** How somebody's scores stand to those of the others on the same sessions. */
export interface Leniency {
  readonly assessorId: string;
  /** Sessions that at least one other has marked too. */
  readonly n: number;
  /** Own score minus the mean of the others', in points of 100; above 0 is lenient. Null: no such session. */
  readonly mean: number | null;
  /** 95 %, by Student's t over the sessions. */
  readonly interval: Bounds | null;
  /** Null: too few sessions, or no more than chance. */
  readonly lean: 'lenient' | 'strict' | null;
}

/** Under so many sessions nothing is said of a person. */
export const minimumSharedSessions = 20;

/** People are flagged at 99.8 %: of many assessors some are outside of 95 % by chance alone. */
const flagAlpha = 0.002;

/**
 * Leniency of each assessor: the mean over the sessions that others have marked too of (own score - mean of the others'
 * scores), with its interval. Sessions in which no item applied to one of them are left out for that one. It compares
 * assessors with each other: all of them may be lenient together, which only a reference shows.
 */
export function leniencyOf(rubric: Rubric, markings: readonly GoldMarking[]): Leniency[] {
  const scored = markings.flatMap(({ sessionId, assessorId, marks }) => {
    const { score } = scoreOf(rubric, marks);
    return score === null ? [] : [{ sessionId, assessorId, score }];
  });
  const bySession = Map.groupBy(scored, ({ sessionId }) => sessionId);
  return [...new Set(markings.map(({ assessorId }) => assessorId))].map((assessorId) => {
    const differences = [...bySession.values()].flatMap((all) => {
      const own = all.find((one) => one.assessorId === assessorId);
      const others = all.filter((one) => one.assessorId !== assessorId).map(({ score }) => score);
      return own && others.length > 0 ? [own.score - meanOf(others)] : [];
    });
    const n = differences.length;
    const mean = n === 0 ? null : meanOf(differences);
    return { assessorId, n, mean, interval: studentInterval(differences), lean: leanOf(differences) };
  });
}

const meanOf = (values: readonly number[]): number => values.reduce((sum, value) => sum + value, 0) / values.length;

function leanOf(differences: readonly number[]): Leniency['lean'] {
  if (differences.length < minimumSharedSessions) return null;
  const interval = studentInterval(differences, flagAlpha);
  const { low, high } = interval ?? { low: differences[0] ?? 0, high: differences[0] ?? 0 };
  if (low > 0) return 'lenient';
  return high < 0 ? 'strict' : null;
}

/**
 * How many marks are the same as in the reference marking of the session, by item and by assessor, with Wilson's interval
 * of the share. "Does not apply" counts as a mark. Sessions without a reference are left out.
 */
export function asReference(
  rubric: Rubric,
  markings: readonly GoldMarking[],
  references: ReadonlyMap<string, Marks>,
): { readonly byItem: ReadonlyMap<string, AsReference>; readonly byAssessor: ReadonlyMap<string, AsReference> } {
  const pairs = markings.flatMap(({ sessionId, assessorId, marks }) => {
    const reference = references.get(sessionId);
    if (!reference) return [];
    return itemsOf(rubric).flatMap((item) => {
      const [given, wanted] = [ratingOf(rubric, item, marks), ratingOf(rubric, item, reference)];
      return given === undefined || wanted === undefined
        ? []
        : [{ itemId: item.id, assessorId, isSame: given === wanted }];
    });
  });
  const shares = (key: (pair: (typeof pairs)[number]) => string) =>
    new Map([...Map.groupBy(pairs, key)].map(([of, some]) => [of, shareOf(some)]));
  return { byItem: shares(({ itemId }) => itemId), byAssessor: shares(({ assessorId }) => assessorId) };
}

function shareOf(pairs: readonly { readonly isSame: boolean }[]): AsReference {
  const [n, same] = [pairs.length, pairs.filter(({ isSame }) => isSame).length];
  const { low, high } = wilsonInterval(same, n);
  return { same, n, interval: { low, high } };
}
