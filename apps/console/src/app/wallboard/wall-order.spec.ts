import { largeCount, wallColumns, wallOrder } from './wall-order.js';

describe('the order on the wall', () => {
  it('is by state, and within a state as it came', () => {
    const tiles = [
      { name: 'a', state: 'usual' },
      { name: 'b', state: 'watch' },
      { name: 'c', state: 'none' },
      { name: 'd', state: 'watch' },
      { name: 'e', state: 'alarm' },
    ] as const;
    expect(wallOrder(tiles).map(({ name }) => name)).toEqual(['e', 'b', 'd', 'a', 'c']);
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

describe('alarms on the wall', () => {
  it('are large, two of them at most', () => {
    const states = (...all: ('alarm' | 'watch' | 'usual')[]) => all.map((state) => ({ state }));
    expect(largeCount(states('watch', 'usual'))).toBe(0);
    expect(largeCount(states('alarm', 'watch'))).toBe(1);
    expect(largeCount(states('alarm', 'alarm', 'alarm', 'usual'))).toBe(2);
  });

  it.each([
    // Eight departments, one of them as large as four: as many places as eleven.
    [8, 1, 4],
    [1, 1, 2],
    [3, 1, 3],
    [6, 2, 4],
  ])('among %p with %p large there are %p columns', (count, large, columns) => {
    expect(wallColumns(count, large)).toBe(columns);
  });
});
