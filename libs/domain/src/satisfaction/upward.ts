/** What members say of whoever leads them, 1 (not at all) to 5 (entirely): targets, team and skills, and whether one may speak. */
export const upwardItems = ['clear-goals', 'fair-share', 'has-my-back', 'helps-me-improve', 'listens'] as const;
export type UpwardItem = (typeof upwardItems)[number];

export const highestUpward = 5;

/** Under so many answers nothing is shown, and a team of fewer is not asked: what is said would be somebody's. */
export const fewestUpward = 4;

/** Mean of each item, where enough have answered; null: too few, or none was asked. */
export function upwardMeans(
  sums: Readonly<Record<UpwardItem, number>>,
  answers: number,
): Readonly<Record<UpwardItem, number>> | null {
  if (answers < fewestUpward) return null;
  return Object.fromEntries(upwardItems.map((item) => [item, sums[item] / answers])) as Record<UpwardItem, number>;
}
