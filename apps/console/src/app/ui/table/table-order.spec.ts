import { nextSelection, nextSort, sortRows } from './table-order.js';

describe('the rows of a table', () => {
  const rows = [
    { name: 'Team 10', rate: 0.02 },
    { name: 'Team 2', rate: null },
    { name: 'Team 1', rate: 0.05 },
  ];
  const names = (sorted: typeof rows) => sorted.map((row) => row.name);

  it('sort by number, those without a figure last in both directions', () => {
    const byRate = (row: (typeof rows)[number]) => row.rate;
    expect(names(sortRows(rows, byRate, 'ascending'))).toEqual(['Team 10', 'Team 1', 'Team 2']);
    expect(names(sortRows(rows, byRate, 'descending'))).toEqual(['Team 1', 'Team 10', 'Team 2']);
  });

  it('sort names with their numbers, and Chinese ones by pinyin', () => {
    expect(names(sortRows(rows, (row) => row.name, 'ascending'))).toEqual(['Team 1', 'Team 2', 'Team 10']);
    const chinese = ['物流配送', '安装实施', '现场服务'].map((name) => ({ name }));
    expect(sortRows(chinese, (row) => row.name, 'ascending').map((row) => row.name)).toEqual([
      '安装实施',
      '物流配送',
      '现场服务',
    ]);
  });
});

describe('the head of a column', () => {
  it('sorts in its own first direction, then turns round', () => {
    const first = nextSort(null, 'rate', 'descending');
    expect(first).toEqual({ column: 'rate', direction: 'descending' });
    expect(nextSort(first, 'rate', 'descending').direction).toBe('ascending');
    expect(nextSort(first, 'name', 'ascending')).toEqual({ column: 'name', direction: 'ascending' });
  });
});

describe('the selection', () => {
  const order = ['a', 'b', 'c', 'd'];

  it('takes a row in and out', () => {
    const one = nextSelection(new Set(), order, 'b', null);
    expect([...one]).toEqual(['b']);
    expect([...nextSelection(one, order, 'b', null)]).toEqual([]);
  });

  it('takes in a range in either direction, and keeps the rest', () => {
    expect([...nextSelection(new Set(['d']), order, 'c', 'a')].sort()).toEqual(['a', 'b', 'c', 'd']);
    expect([...nextSelection(new Set(), order, 'a', 'c')].sort()).toEqual(['a', 'b', 'c']);
  });
});
