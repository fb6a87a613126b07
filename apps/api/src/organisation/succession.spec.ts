import fc from 'fast-check';
import { contains, overlap, type Period } from './period.js';
import { succession } from './succession.js';

const day = (n: number | null) => (n === null ? null : new Date(Date.UTC(2026, 0, n)));
const rows = (...days: [number | null, number | null][]) =>
  days.map(([from, to]) => ({ from: day(from), to: day(to) }));
const wish = (from: number | null, to: number | null = null): Period => ({ from: day(from), to: day(to) });

describe('one after the other', () => {
  it('ends the present one where the next begins', () => {
    const [present] = rows([null, null]);
    expect(succession([present!], wish(10))).toEqual({ kind: 'follows', present, resumed: null });
  });

  it('brings the present one back after one that is for a time', () => {
    const [present] = rows([1, null]);
    expect(succession([present!], wish(10, 20))).toEqual({ kind: 'follows', present, resumed: wish(20) });
  });

  it('corrects one that begins at the same instant, also where that is before all records', () => {
    for (const from of [5, null]) {
      const [present] = rows([from, 9]);
      expect(succession([present!], wish(from))).toEqual({ kind: 'corrects', present, resumed: null });
    }
  });

  it('names a later one that is in the way', () => {
    const [present, later] = rows([1, 15], [15, null]);
    expect(succession([present!, later!], wish(10))).toEqual({ kind: 'overlaps', row: later });
    expect(succession([present!, later!], wish(10, 15))).toEqual({ kind: 'follows', present, resumed: null });
  });

  it('fits into a gap, and touching is no overlap', () => {
    expect(succession(rows([1, 5], [9, null]), wish(5, 9))).toEqual({ kind: 'fits' });
  });

  it('never leaves an overlap or a hole, whatever was there', () => {
    const cut = fc.uniqueArray(fc.integer({ min: 1, max: 60 }), { minLength: 2, maxLength: 8 });
    fc.assert(
      fc.property(
        cut,
        fc.integer({ min: 1, max: 60 }),
        fc.option(fc.integer({ min: 1, max: 20 })),
        (cuts, from, length) => {
          const edges = cuts.toSorted((a, b) => a - b);
          const present = rows(...edges.map((edge, n): [number, number | null] => [edge, edges[n + 1] ?? null]));
          const wanted = wish(from, length === null ? null : from + length);
          const result = succession(present, wanted);
          if (result.kind === 'overlaps')
            return overlap(result.row, wanted) && !contains(result.row, wish(from, from + 1));
          const kept = present.filter((row) => !('present' in result && row === result.present));
          const ended = result.kind === 'follows' ? [{ from: result.present.from, to: wanted.from }] : [];
          const resumed = 'resumed' in result && result.resumed ? [result.resumed] : [];
          const all = [...kept, ...ended, ...resumed, wanted];
          return all.every((a, n) => all.slice(n + 1).every((b) => !overlap(a, b)));
        },
      ),
    );
  });
});
