import fc from 'fast-check';
import { binomialProbability, binomialUpTo, poissonUpTo } from '../testing/draws.js';
import { differenceOfProportions } from './difference-limits.js';
import { clopperPearsonInterval, poissonInterval } from './exact-interval.js';
import { z95 } from './interval.js';
import { zOfLevel } from './normal-point.js';
import { waldLimits, wilsonCorrectedLimits } from './proportion-limits.js';
import { rateRatio } from './rate-ratio.js';
import { wilsonInterval } from './wilson-interval.js';

const proportion = fc
  .integer({ min: 1, max: 300 })
  .chain((trials) => fc.record({ trials: fc.constant(trials), successes: fc.integer({ min: 0, max: trials }) }));

describe('limits of a proportion', () => {
  /** Newcombe, Statistics in Medicine 17 (1998) 857, table I, method 4. */
  it.each([
    [81, 263, 0.2535, 0.3682],
    [15, 148, 0.0598, 0.1644],
    [0, 20, 0, 0.2005],
    [1, 29, 0.0018, 0.1963],
  ])('by the corrected score of %p in %p are as published', (k, n, low, high) => {
    const limits = wilsonCorrectedLimits(k, n);
    expect([limits.low, limits.high].map((limit) => Number(limit.toFixed(4)))).toEqual([low, high]);
  });

  it('are where the test of the score just rejects, with and without correction', () => {
    const zAt = (p: number, n: number, at: number, correction: number) =>
      (Math.abs(p - at) - correction) / Math.sqrt((at * (1 - at)) / n);
    fc.assert(
      fc.property(proportion, ({ successes, trials }) => {
        fc.pre(successes > 0 && successes < trials);
        const p = successes / trials;
        const [plain, corrected] = [wilsonInterval(successes, trials), wilsonCorrectedLimits(successes, trials)];
        expect(zAt(p, trials, plain.low, 0)).toBeCloseTo(z95, 6);
        expect(zAt(p, trials, plain.high, 0)).toBeCloseTo(z95, 6);
        expect(zAt(p, trials, corrected.low, 0.5 / trials)).toBeCloseTo(z95, 6);
        expect(zAt(p, trials, corrected.high, 0.5 / trials)).toBeCloseTo(z95, 6);
      }),
      { seed: 1 },
    );
  });

  it('are exact where each tail, summed term by term, is half of what they leave out', () => {
    fc.assert(
      fc.property(proportion, fc.constantFrom(0.05, 0.01, 0.002), ({ successes, trials }, alpha) => {
        const { low, high } = clopperPearsonInterval(successes, trials, alpha);
        if (successes < trials) expect(binomialUpTo(successes, trials, high)).toBeCloseTo(alpha / 2, 8);
        if (successes > 0) expect(1 - binomialUpTo(successes - 1, trials, low)).toBeCloseTo(alpha / 2, 8);
      }),
      { seed: 2 },
    );
  });

  it('by the first textbook leave 0 to 1, and say nothing at its ends', () => {
    expect(waldLimits(1, 29).low).toBeLessThan(0);
    expect(waldLimits(0, 20)).toEqual({ low: 0, high: 0 });
    expect(waldLimits(50, 100).high).toBeCloseTo(0.598, 3);
  });

  it('reach as far as their level says', () => {
    expect(zOfLevel(0.95)).toBe(z95);
    expect([zOfLevel(0.9), zOfLevel(0.99), zOfLevel(0.998)].map((z) => Number(z.toFixed(3)))).toEqual([
      ...[1.645, 2.576, 3.09],
    ]);
  });

  it('are refused of what is no proportion, by name', () => {
    expect(() => wilsonCorrectedLimits(3, 2)).toThrow('The successes must be a whole number from 0 to 2, and is 3');
    expect(() => clopperPearsonInterval(0, 0)).toThrow('The trials must be a whole number of at least 1, and is 0');
    expect(() => zOfLevel(1)).toThrow('The level must be between 0 and 1, and is 1');
  });
});

describe('the difference of two proportions', () => {
  /** Newcombe, Statistics in Medicine 17 (1998) 873, table II, method 10. */
  it.each([
    [56, 70, 48, 80, 0.0524, 0.3339],
    [9, 10, 3, 10, 0.1705, 0.809],
    [5, 56, 0, 29, -0.0381, 0.1926],
    [10, 10, 0, 10, 0.6075, 1],
  ])('of %p/%p and %p/%p is as published', (a, m, b, n, low, high) => {
    const limits = differenceOfProportions({ successes: a, trials: m }, { successes: b, trials: n });
    expect(limits.value).toBeCloseTo(a / m - b / n, 12);
    expect([limits.low, limits.high].map((limit) => Number(limit.toFixed(4)))).toEqual([low, high]);
  });

  it('turns over with its two sides, and stays within -1 and 1', () => {
    fc.assert(
      fc.property(proportion, proportion, (one, other) => {
        const [there, back] = [differenceOfProportions(one, other), differenceOfProportions(other, one)];
        expect(there.low).toBeCloseTo(-back.high, 12);
        expect(Math.max(-there.low, there.high)).toBeLessThanOrEqual(1 + 1e-12);
      }),
      { seed: 3 },
    );
  });

  it('lies inside about 95 times in 100, by the exact probability of every pair of counts', () => {
    const [m, p, n, q] = [20, 0.3, 30, 0.1];
    let covered = 0;
    for (let a = 0; a <= m; a += 1) {
      for (let b = 0; b <= n; b += 1) {
        const { low, high } = differenceOfProportions({ successes: a, trials: m }, { successes: b, trials: n });
        if (low <= p - q && p - q <= high) covered += binomialProbability(a, m, p) * binomialProbability(b, n, q);
      }
    }
    expect(covered).toBeGreaterThan(0.93);
    expect(covered).toBeLessThan(0.98);
  });
});

describe('rates of counts', () => {
  it('have limits where each tail, summed term by term, is half of what they leave out', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 0, max: 120 }),
        fc.double({ min: 0.5, max: 50, noNaN: true }),
        (count, exposure) => {
          const { low, high } = poissonInterval(count, exposure, 0.01);
          expect(poissonUpTo(count, high * exposure)).toBeCloseTo(0.005, 8);
          if (count > 0) expect(1 - poissonUpTo(count - 1, low * exposure)).toBeCloseTo(0.005, 8);
        },
      ),
      { seed: 4 },
    );
  });

  /** The example of poisson.test in R: 11 cases in 800 against 21 in 3011. */
  it('have a ratio as published', () => {
    const ratio = rateRatio({ count: 11, exposure: 800 }, { count: 21, exposure: 3011 });
    expect(ratio.value).toBeCloseTo(1.971488, 6);
    expect([ratio.low, ratio.high].map((limit) => Number(limit.toFixed(7)))).toEqual([0.8584264, 4.2772659]);
  });

  it('have a ratio without an upper limit where the second count is none, and turn over with their sides', () => {
    const [none, some] = [
      { count: 0, exposure: 10 },
      { count: 4, exposure: 20 },
    ];
    expect(rateRatio(some, none)).toMatchObject({ value: null, high: Number.POSITIVE_INFINITY });
    expect(rateRatio(none, none)).toEqual({ value: null, low: 0, high: Number.POSITIVE_INFINITY });
    const [there, back] = [rateRatio(some, { count: 9, exposure: 5 }), rateRatio({ count: 9, exposure: 5 }, some)];
    expect(there.low).toBeCloseTo(1 / back.high, 12);
    expect(() => rateRatio(some, { count: 1, exposure: 0 })).toThrow(
      'The exposure of the second rate must be above 0, and is 0',
    );
  });
});
