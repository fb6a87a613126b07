import { appliesTo, failsUnder, markOf, type Marks, type Rubric, type RubricItem } from '@forecall/domain';

/** How the mark of an item is drawn. */
export type MarkKind = 'open' | 'off' | 'not-applicable' | 'passed' | 'failed' | 'points';

/** `off`: it is not asked, because of what another item has. */
export function markKind(rubric: Rubric, item: RubricItem, marks: Marks): MarkKind {
  if (appliesTo(rubric, item, marks) === false) return 'off';
  const mark = markOf(marks, item.id);
  if (mark === undefined) return 'open';
  if (mark === 'not-applicable') return 'not-applicable';
  if (item.isCritical && mark < failsUnder(item)) return 'failed';
  if (item.kind === 'yes-no') return mark === 1 ? 'passed' : 'points';
  return 'points';
}

/** By which key points are given: 5 to 0; P and F where an item is passed or failed. */
export function pointsOfKey(item: RubricItem, key: string): number | undefined {
  if (item.kind === 'yes-no') return { p: 1, f: 0, '1': 1, '0': 0 }[key];
  if (item.isCritical && key === 'f') return Math.min(...item.levels.map(({ points }) => points));
  if (item.isCritical && key === 'p') return Math.max(...item.levels.map(({ points }) => points));
  return item.levels.find(({ points }) => String(points) === key)?.points;
}
