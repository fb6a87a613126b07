/** With the one at `from` moved by so many places; the list itself where it would leave it. */
export function moved<T>(list: readonly T[], from: number, by: number): T[] {
  const to = from + by;
  const one = list[from];
  if (one === undefined || to < 0 || to >= list.length) return [...list];
  return list.toSpliced(from, 1).toSpliced(to, 0, one);
}
