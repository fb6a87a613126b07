import type { ReportRow } from '@forecall/contracts';
import { figureFrom } from '@forecall/domain';
import { barsOf, heatOf, paretoOf, type Words } from './models.js';

const words: Words = {
  name: ({ keys }) => keys.join(' '),
  value: (value) => String(value ?? '–'),
  counts: () => '',
  others: (count) => `${count} others`,
};
const row = (figure: object, ...keys: string[]): ReportRow =>
  ({ keys, names: keys.map(() => null), cells: [{ figure, before: null, yearBefore: null }], spread: null }) as never;
const count = (n: number, ...keys: string[]) => row(figureFrom('handled', { handled: n }), ...keys);
const rate = (k: number, n: number, ...keys: string[]) =>
  row(figureFrom('complaint-rate', { complaint: k, handled: n }), ...keys);

describe('bars', () => {
  it('of counts stand from zero, the largest first', () => {
    expect(barsOf([count(2, 'a'), count(8, 'b')], 'handled', words).bars.map(({ name, at }) => [name, at])).toEqual([
      ['b', 1],
      ['a', 0.25],
    ]);
  });

  it('of rates are not ranked, and too few have no dot', () => {
    const { bars } = barsOf([rate(1, 20, 'a'), rate(9, 30, 'b'), rate(2, 4, 'c')], 'complaint-rate', words);
    expect(bars.map(({ name }) => name)).toEqual(['a', 'b', 'c']);
    expect(bars.map(({ at }) => at === null)).toEqual([false, false, true]);
    expect(bars[2]?.value).toBe('–');
  });
});

describe('bars of what may lie below zero', () => {
  const gap = (points: number, ...keys: string[]) =>
    row(
      figureFrom('servqual-gap', { gap_pair: 10, gap_points: points * 10, gap_points_squared: points ** 2 * 10 }),
      ...keys,
    );

  it('stand between the lowest and the highest, with zero among them', () => {
    const { bars, least, most } = barsOf([gap(-3, 'a'), gap(1, 'b')], 'servqual-gap', words);
    expect([least, most]).toEqual([-3, 1]);
    expect(bars.map(({ at }) => at)).toEqual([0, 1]);
    expect(barsOf([gap(-3, 'a'), gap(-1, 'b')], 'servqual-gap', words)).toMatchObject({ least: -3, most: 0 });
  });
});

describe('bars that are compared', () => {
  it('have the other value on the same scale, which has room for it', () => {
    const [one] = [count(4, 'a')].map((of) => ({
      ...of,
      cells: of.cells.map((cell) => ({ ...cell, before: { value: 8, n: 8 } as never })),
    }));
    expect(barsOf([one!], 'handled', words).bars[0]).toMatchObject({ at: 0.5, before: 1, yearBefore: null });
  });
});

describe('a Pareto', () => {
  it('cumulates to all, the small ones together at its end', () => {
    const rows = [...Array.from({ length: 17 }, (_, n) => count(n + 1, `r${n}`)), count(0, 'none')];
    const bars = paretoOf(rows, words, (share) => share.toFixed(2));
    expect(bars).toHaveLength(16);
    expect(bars[0]).toMatchObject({ name: 'r16', value: '17' });
    expect(bars.at(-1)).toMatchObject({ name: '2 others', value: '3', cumulated: 1 });
  });
});

describe('a heat map', () => {
  it('is darkest at its highest, and too few have no colour', () => {
    const cells = heatOf(
      [rate(5, 50, '1', '09'), rate(1, 50, '1', '10'), rate(1, 2, '2', '09')],
      ['weekday', 'hour'],
      'complaint-rate',
      words,
    );
    expect(cells.map(({ row: day, column, share }) => [day, column, share && Number(share.toFixed(3))])).toEqual([
      ['1', '09', 1],
      ['1', '10', 0.2],
      ['2', '09', null],
    ]);
  });
});
