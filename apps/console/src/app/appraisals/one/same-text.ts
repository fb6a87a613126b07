import type { AppraisalText } from '@forecall/contracts';

type Ratings = AppraisalText['indicators'];

const ordered = (ratings: Ratings) =>
  Object.entries(ratings)
    .filter(([, { rating, comment }]) => rating !== null || comment.trim() !== '')
    .map(([id, { rating, comment }]) => [id, rating, comment.trim()] as const)
    .toSorted(([one], [other]) => one.localeCompare(other));

/** Whether two texts say the same, as the server keeps them: blanks at the ends do not count, nor what is not rated. */
export function isSameText(one: AppraisalText, other: AppraisalText): boolean {
  const [here, there] = [one, other].map(({ indicators, competencies, comment, goals }) =>
    JSON.stringify([
      ...[ordered(indicators), ordered(competencies), comment.trim()],
      goals.map(({ id, text, dueOn }) => [id, text.trim(), dueOn]),
    ]),
  );
  return here === there;
}
