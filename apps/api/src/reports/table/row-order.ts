import type { FigureReply } from '@forecall/contracts';

type Line = Pick<FigureReply['groups'][number], 'keys' | 'names'>;

const named = new Set(['department', 'team', 'rep', 'supervisor', 'reason', 'widest-reason', 'account']);
const collator = new Intl.Collator('zh');

/** Units by their names, all else by its key; what has none comes last. */
export function inOrder<Row extends Line>(rows: readonly Row[], by: readonly string[]): Row[] {
  const place = ({ keys, names }: Line, index: number) =>
    (named.has(by[index] ?? '') ? names[index]?.en : keys[index]) ?? '';
  return rows.toSorted((one, other) => {
    for (const [index, dimension] of by.entries()) {
      const [a, b] = [place(one, index), place(other, index)];
      if (a === b) continue;
      if (a === '' || b === '') return a === '' ? 1 : -1;
      return named.has(dimension) ? collator.compare(a, b) : a < b ? -1 : 1;
    }
    return 0;
  });
}
