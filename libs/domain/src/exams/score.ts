import { failsUnder, itemsOf, maximumOf, type Rubric, type RubricItem } from './rubric.js';

/** What was given for the items: points, or that it does not apply. An item that is not there was not marked yet. */
export type Marks = Readonly<Record<string, number | 'not-applicable'>>;

/** The mark of an item: only what is the marks' own, whatever the item is called. */
export const markOf = (marks: Marks, itemId: string): number | 'not-applicable' | undefined =>
  Object.hasOwn(marks, itemId) ? marks[itemId] : undefined;

/** Points over their maximum, weighted; both are hundredths of whole numbers, so that sums are exact. */
interface Sum {
  readonly numerator: number;
  readonly denominator: number;
}

export interface ExamScore extends Sum {
  /** 0 to 100, unrounded; null: no item applies. While items are open, of those that are marked. */
  readonly score: number | null;
  readonly groups: readonly (Sum & { readonly id: string })[];
  /** Critical items that were failed, in their order. */
  readonly failedCritical: readonly string[];
  /** Items that apply, or may yet apply, and are not marked. */
  readonly open: readonly string[];
  /** `open`: items are not marked; `not-assessed`: all are said not to apply, and no critical one was failed. */
  readonly state: 'open' | 'passed' | 'failed' | 'not-assessed';
  /** Why it is failed: by critical items, by the mark, or by both. */
  readonly isUnderMark: boolean;
}

/** Weights and pass marks have two decimals at most. */
const hundredths = (value: number): number => Math.round(value * 100);

/** Whether an item is to be marked; undefined while the item that it hangs on is not marked. */
export function appliesTo(rubric: Pick<Rubric, 'groups'>, item: RubricItem, marks: Marks): boolean | undefined {
  if (item.onlyIf === null) return true;
  const { itemId, atLeast } = item.onlyIf;
  const base = itemsOf(rubric).find(({ id }) => id === itemId);
  if (!base || appliesTo(rubric, base, marks) === false) return false;
  const mark = markOf(marks, itemId);
  if (mark === undefined) return undefined;
  return mark !== 'not-applicable' && mark >= atLeast;
}

/**
 * The score and state of marks by a rubric, while marking and for ever after: sum(weight x points) / sum(weight x maximum)
 * over the items that apply. Who fails a critical item fails, score or none; else who has the pass mark passes, compared unrounded.
 */
export function scoreOf(rubric: Rubric, marks: Marks): ExamScore {
  const open: string[] = [];
  const failedCritical: string[] = [];
  const groups = rubric.groups.map(({ id, items }) => {
    let [numerator, denominator] = [0, 0];
    for (const item of items) {
      const applies = appliesTo(rubric, item, marks);
      const mark = markOf(marks, item.id);
      if (applies === undefined || (applies && mark === undefined)) open.push(item.id);
      if (!applies || mark === undefined || mark === 'not-applicable') continue;
      numerator += hundredths(item.weight) * mark;
      denominator += hundredths(item.weight) * maximumOf(item);
      if (item.isCritical && mark < failsUnder(item)) failedCritical.push(item.id);
    }
    return { id, numerator, denominator };
  });
  const numerator = groups.reduce((sum, group) => sum + group.numerator, 0);
  const denominator = groups.reduce((sum, group) => sum + group.denominator, 0);
  const isUnderMark = denominator > 0 && numerator * 10_000 < hundredths(rubric.passMark) * denominator;
  return {
    ...{ numerator, denominator, groups, failedCritical, open, isUnderMark },
    score: denominator === 0 ? null : (numerator / denominator) * 100,
    state:
      open.length > 0
        ? 'open'
        : failedCritical.length > 0 || isUnderMark
          ? 'failed'
          : denominator === 0
            ? 'not-assessed'
            : 'passed',
  };
}

/** As it is shown: to one decimal. */
export const shownScore = (score: number): string => (Math.round(score * 10) / 10).toFixed(1);

/** It shows as the pass mark or more, and is under it: the screen says why. */
export const looksPassed = ({ score, isUnderMark }: ExamScore, { passMark }: Pick<Rubric, 'passMark'>): boolean =>
  isUnderMark && score !== null && Number(shownScore(score)) >= passMark;

/** So near the pass mark that a second assessor is to mark: within so many points of it, unrounded, on either side. */
export const isNearMark = (
  { numerator, denominator }: ExamScore,
  { passMark }: Pick<Rubric, 'passMark'>,
  within: number,
): boolean =>
  denominator > 0 &&
  Math.abs(numerator * 10_000 - hundredths(passMark) * denominator) <= hundredths(within) * denominator;

/** What of marks a rubric does not know: an item, or points that no level has. Null: nothing. */
export function markFault(rubric: Rubric, marks: Marks): MarkFault | null {
  const items = new Map(itemsOf(rubric).map((item) => [item.id, item]));
  for (const [itemId, mark] of Object.entries(marks)) {
    const item = items.get(itemId);
    if (!item) return { path: `marks.${itemId}`, code: 'unknown-item' };
    if (mark === 'not-applicable' ? !item.mayNotApply : !isLevel(item, mark))
      return { path: `marks.${itemId}`, code: 'unknown-mark' };
  }
  return null;
}

export interface MarkFault {
  readonly path: string;
  readonly code: 'unknown-item' | 'unknown-mark';
}

const isLevel = (item: RubricItem, points: number): boolean =>
  item.kind === 'yes-no' ? points === 0 || points === 1 : item.levels.some((level) => level.points === points);
