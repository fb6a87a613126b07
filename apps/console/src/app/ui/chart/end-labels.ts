/** A label at a line's end needs so much to be read apart from the next. */
const labelHeight = 13;

/** Wide, the lines' names stand at their right ends; narrow, only the legend has them. */
export const hasEndLabels = (width: number): boolean => width >= 520;

/** The same labels from top to bottom, moved apart where they would lie on each other. */
export function apart<Label extends { readonly y: number }>(labels: readonly Label[]): Label[] {
  const placed: Label[] = [];
  for (const label of labels.toSorted((a, b) => a.y - b.y)) {
    const above = placed.at(-1);
    placed.push({ ...label, y: above ? Math.max(label.y, above.y + labelHeight) : label.y });
  }
  return placed;
}
