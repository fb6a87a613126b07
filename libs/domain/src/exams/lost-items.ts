import { itemsOf, maximumOf, type Rubric, type RubricItem } from './rubric.js';
import { appliesTo, type Marks, scoreOf } from './score.js';

/** What cost the most: critical items that were failed, then those that lost the most weighted points; at most so many. */
export function lostItems(rubric: Rubric, marks: Marks, most = 5): readonly RubricItem[] {
  const failed = scoreOf(rubric, marks).failedCritical;
  const lost = itemsOf(rubric).flatMap((item) => {
    const mark = marks[item.id];
    if (mark === undefined || mark === 'not-applicable' || !appliesTo(rubric, item, marks)) return [];
    const points = item.weight * (maximumOf(item) - mark);
    return points > 0 || failed.includes(item.id) ? [{ item, points, isFailed: failed.includes(item.id) }] : [];
  });
  return lost
    .toSorted((a, b) => Number(b.isFailed) - Number(a.isFailed) || b.points - a.points)
    .slice(0, most)
    .map(({ item }) => item);
}
