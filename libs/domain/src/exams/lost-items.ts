import { itemsOf, maximumOf, type Rubric, type RubricItem } from './rubric.js';
import { appliesTo, markOf, type Marks, scoreOf } from './score.js';

/**
 * What cost the most, by all markings of an exam together: critical items that were failed, then those that lost the most
 * weighted points; at most so many. What does not apply, or was not asked, cost nothing.
 */
export function lostItems(rubric: Rubric, markings: readonly Marks[], most = 5): readonly RubricItem[] {
  const failed = new Set(markings.flatMap((marks) => scoreOf(rubric, marks).failedCritical));
  const lost = itemsOf(rubric).flatMap((item) => {
    const points = markings.reduce((sum, marks) => {
      const mark = markOf(marks, item.id);
      return typeof mark === 'number' && appliesTo(rubric, item, marks) === true
        ? sum + item.weight * (maximumOf(item) - mark)
        : sum;
    }, 0);
    return points > 0 || failed.has(item.id) ? [{ item, points, isFailed: failed.has(item.id) }] : [];
  });
  return lost
    .toSorted((a, b) => Number(b.isFailed) - Number(a.isFailed) || b.points - a.points)
    .slice(0, most)
    .map(({ item }) => item);
}
