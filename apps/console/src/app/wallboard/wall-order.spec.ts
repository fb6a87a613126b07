import { wallOrder } from './wall-order.js';

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
