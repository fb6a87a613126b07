import { sparklineShape } from './sparkline-path.js';
import { nextTile } from './tile-grid.js';
import { commonScale, position } from './whisker-geometry.js';

describe('a whisker', () => {
  it('puts a value on the scale of its group, and one beyond it at the end', () => {
    expect(position(0.02, { from: 0, to: 0.08 })).toBe(25);
    expect(position(0.2, { from: 0, to: 0.08 })).toBe(100);
    expect(position(-0.1, { from: 0, to: 0.08 })).toBe(0);
    expect(position(0.7, { from: 0.6, to: 1 })).toBeCloseTo(25);
  });

  it('has one round scale for the whole group', () => {
    const rates = [
      { value: 31 / 548, high: 0.079, usual: 0.021 },
      { value: 0.018, high: 0.031, usual: 0.02 },
      { value: null, high: 0.9 },
    ];
    expect(commonScale(rates)).toEqual({ from: 0, to: 0.08 });
  });

  it('does not stretch the scale for an interval of a few cases', () => {
    expect(commonScale([{ value: 0.04, high: 0.6, usual: 0.02 }])).toEqual({ from: 0, to: 0.08 });
  });

  it('keeps a scale where there is nothing', () => {
    expect(commonScale([])).toEqual({ from: 0, to: 0.01 });
  });
});

describe('a sparkline', () => {
  it('runs from the oldest value at the left to the newest at the right, 0 at the bottom', () => {
    const shape = sparklineShape([0, 0.04, 0.08], 0.04, 0.08, 84, 26);
    expect(shape).toEqual({ line: 'M3 23L42 13L81 3', end: { x: 81, y: 3 }, usualY: 13 });
  });

  it('leaves a gap where there was no rate', () => {
    expect(sparklineShape([0.04, null, 0.04, 0.04], null, 0.08, 84, 26).line).toBe('M3 13M55 13L81 13');
  });

  it('stops at the top of the scale', () => {
    expect(sparklineShape([0.5], null, 0.08, 84, 26).end).toEqual({ x: 3, y: 3 });
  });

  it('draws nothing without values', () => {
    expect(sparklineShape([], null, 0.08, 84, 26)).toEqual({ line: '', end: null, usualY: null });
  });
});

describe('the arrow keys in a grid of tiles', () => {
  // Three, three and two.
  const boxes = [0, 1, 2, 3, 4, 5, 6, 7].map((n) => ({ left: (n % 3) * 200, top: Math.floor(n / 3) * 100 }));

  it.each([
    [0, 'right', 1],
    [2, 'right', 3],
    [0, 'left', undefined],
    [7, 'right', undefined],
    [1, 'down', 4],
    [5, 'down', 7],
    [7, 'up', 4],
    [1, 'up', undefined],
    [6, 'down', undefined],
  ] as const)('lead from %p %s to %p', (from, step, to) => expect(nextTile(boxes, from, step)).toBe(to));
});
