/** The id of a new competency: it stays through changes of its words, and is none that is there. */
export function freeId(taken: readonly string[]): string {
  for (let n = taken.length + 1; ; n += 1) if (!taken.includes(`own-${n}`)) return `own-${n}`;
}
