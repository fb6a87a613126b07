import fc from 'fast-check';
import { binomialDraw, binomialProbability, binomialUpTo, normalDraw, uniformDraws } from '../testing/draws.js';
import { funnelLimit, funnelLimits, funnelNormalLimit, funnelSigmaLimits } from './funnel.js';
import { dispersionAbout, dispersionTest, winsorise } from './overdispersion.js';

/** The interpolated quantile by counting up from none. */
function byCounting(target: number, trials: number, p: number): number {
  let count = 0;
  while (binomialUpTo(count, trials, target) < p) count += 1;
  const excess = (binomialUpTo(count, trials, target) - p) / binomialProbability(count, trials, target);
  return Math.min(1, Math.max(0, (count - excess) / trials));
}

describe('the limits of a funnel', () => {
  it('are the exact ones, counted term by term', () => {
    fc.assert(
      fc.property(
        fc.double({ min: 0.01, max: 0.99, noNaN: true }),
        fc.integer({ min: 1, max: 250 }),
        fc.constantFrom(0.001, 0.025, 0.975, 0.999),
        (target, trials, p) => expect(funnelLimit(target, trials, p)).toBeCloseTo(byCounting(target, trials, p), 7),
      ),
      { seed: 6 },
    );
  });

  /** By hand: of one trial at 0.3 the half lies below (0 - (0.7 - 0.5) / 0.7) -> 0, and 0.9 of it below 1 - 0.1 / 0.3. */
  it('interpolate between whole counts', () => {
    expect(funnelLimit(0.3, 1, 0.5)).toBe(0);
    expect(funnelLimit(0.3, 1, 0.9)).toBeCloseTo(1 - 0.1 / 0.3, 12);
  });

  it('come to those of the normal approximation with many trials', () => {
    expect(funnelLimit(0.2, 100_000, 0.999)).toBeCloseTo(funnelNormalLimit(0.2, 100_000, 0.999), 4);
    expect(funnelSigmaLimits(0.1, 100)).toEqual({ low: expect.closeTo(0.01, 12), high: expect.closeTo(0.19, 12) });
    expect(funnelSigmaLimits(0.02, 20).low).toBe(0);
  });

  it('widen by the root of phi or by the variance between units, and never narrow', () => {
    const plain = funnelLimits(0.4, 400, 0.001);
    const wide = funnelLimits(0.4, 400, 0.001, { kind: 'multiplicative', phi: 4 });
    expect(wide.high - 0.4).toBeCloseTo(2 * (plain.high - 0.4), 12);
    expect(funnelLimits(0.4, 400, 0.001, { kind: 'multiplicative', phi: 0.5 })).toEqual(plain);
    // The variance by chance is 0.4 x 0.6 / 400 = 0.0006; three times as much beside it doubles the distance.
    expect(funnelLimits(0.4, 400, 0.001, { kind: 'additive', between: 0.0018 }).low - 0.4).toBeCloseTo(
      2 * (plain.low - 0.4),
      12,
    );
  });

  it('are refused for what is none', () => {
    expect(() => funnelLimit(1.2, 10, 0.5)).toThrow('The target must be from 0 to 1, and is 1.2');
    expect(() => funnelLimit(0.2, 0, 0.5)).toThrow('The trials must be a whole number of at least 1, and is 0');
    expect(() => funnelLimit(0.2, 10, 1)).toThrow('The probability must be between 0 and 1, and is 1');
  });
});

describe('more differences than by chance', () => {
  it('draw in the most extreme values to the quantiles', () => {
    expect(winsorise([0, 1, 2, 3, 4, 5, 6, 7, 8, 90], 0.1)).toEqual([
      ...[expect.closeTo(0.9, 12), 1, 2, 3, 4, 5, 6, 7, 8, expect.closeTo(16.2, 12)],
    ]);
    expect(winsorise([5, -3], 0)).toEqual([5, -3]);
  });

  /** By hand: 10 and 30 of 100 about 0.2 are 2.5 sigmas off each; the between of DerSimonian and Laird is 0.0184. */
  it('are a mean of squares, and a variance between units', () => {
    const dispersion = dispersionAbout(
      0.2,
      [10, 30].map((successes) => ({ successes, trials: 100 })),
      0,
    );
    expect(dispersion.phi).toBeCloseTo(6.25, 12);
    expect(dispersion.between).toBeCloseTo((2 * 6.25 - 1) * 0.0016, 12);
  });

  it('are found again in units that were drawn with them, and not in those without, by simulation', () => {
    const draw = uniformDraws(33);
    const drawn = (spread: number) =>
      Array.from({ length: 500 }, () => {
        const rate = 0.4 + spread * normalDraw(draw);
        const trials = 100 + Math.floor(draw() * 200);
        return { trials, successes: binomialDraw(draw, trials, rate) };
      });
    const [none, some] = [dispersionAbout(0.4, drawn(0), 0), dispersionAbout(0.4, drawn(0.06), 0)];
    expect(Math.abs(none.phi - 1)).toBeLessThan(0.15);
    expect(Math.abs(Math.sqrt(some.between) - 0.06)).toBeLessThan(0.008);
  });

  it('have the probability of chi-squared: of even freedom by its sum', () => {
    const counts = [7, 3, 9, 12, 4, 8, 6, 11, 5];
    const { ratio, statistic, probability } = dispersionTest(counts);
    expect(ratio).toBeCloseTo(statistic / 8, 12);
    let [term, tail] = [Math.exp(-statistic / 2), 0];
    for (let i = 0; i < 4; i += 1) {
      tail += term;
      term *= statistic / 2 / (i + 1);
    }
    expect(probability).toBeCloseTo(tail, 9);
    // Of ten trials each the variance by chance is less.
    expect(dispersionTest(counts, 20).ratio).toBeGreaterThan(ratio);
    expect(() => dispersionTest([1, 2, 25], 20)).toThrow('Count 3 must be a whole number from 0 to 20, and is 25');
  });
});
