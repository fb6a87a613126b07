import { placeOn, signed } from './gap-plot.js';

describe('the plot of gaps', () => {
  it('places a score on its scale, from the first step to the last', () => {
    expect([1, 4, 7].map((score) => placeOn({ score, steps: 7 }))).toEqual([0, 50, 100]);
    expect(placeOn({ score: 1, steps: 1 })).toBe(0);
  });

  it('writes a difference with its sign', () => {
    expect([-3, 0, 2].map(signed)).toEqual(['−3', '±0', '+2']);
  });
});
