import { wallColumns, wallOrder } from './wall-order.js';

describe('the order on the wall', () => {
  it('is by state, and within a state as it came', () => {
    const tiles = [
      { name: 'a', state: 'usual' },
      { name: 'b', state: 'watch' },
      { name: 'c', state: 'none' },
      { name: 'd', state: 'watch' },
    ] as const;
    expect(wallOrder(tiles).map(({ name }) => name)).toEqual(['b', 'd', 'a', 'c']);
  });
});

describe('the columns on the wall', () => {
  it.each([
    [0, 1],
    [1, 1],
    [3, 3],
    [6, 3],
    [7, 4],
    [12, 4],
    [40, 8],
  ])('for %p tiles are %p', (count, columns) => {
    expect(wallColumns(count)).toBe(columns);
  });
});
