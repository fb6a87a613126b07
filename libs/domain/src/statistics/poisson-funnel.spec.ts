import fc from 'fast-check';
import { binomialProbability, binomialUpTo, poissonUpTo, uniformDraws } from '../testing/draws.js';
import { poissonInterval } from './exact-interval.js';
import { fairFunnelLimits } from './funnel.js';
import { rateDispersionAbout } from './overdispersion.js';
import { poissonFunnelLimits } from './poisson-funnel.js';

const tails = fc.constantFrom(0.001, 0.025);

/** What chance leaves below and above the limits, by summing each count's probability. */
function outside(limits: { low: number; high: number }, n: number, upTo: (count: number) => number) {
  const below = Math.ceil(limits.low * n - 1e-9) - 1;
  const above = Math.floor(limits.high * n + 1e-9) + 1;
  return { below: below < 0 ? 0 : upTo(below), above: 1 - upTo(above - 1), nextAbove: 1 - upTo(above - 2) };
}

describe('the limits that flag nobody more often than was said', () => {
  it('leave at most the tail outside at each side, and one count less would leave more: shares', () => {
    fc.assert(
      fc.property(
        fc.double({ min: 0.005, max: 0.995, noNaN: true }),
        fc.integer({ min: 5, max: 200 }),
        tails,
        (target, n, tail) => {
          const limits = fairFunnelLimits(target, n, tail);
          const found = outside(limits, n, (count) => binomialUpTo(Math.min(count, n), n, target));
          expect(found.below).toBeLessThan(tail + 1e-9);
          if (limits.high < 1) expect(found.above).toBeLessThan(tail + 1e-9);
          expect(found.nextAbove).toBeGreaterThanOrEqual(tail - 1e-9);
        },
      ),
      { seed: 7 },
    );
  });

  it('do so for counts over an exposure', () => {
    fc.assert(
      fc.property(
        fc.double({ min: 0.001, max: 2, noNaN: true }),
        fc.integer({ min: 5, max: 150 }),
        tails,
        (target, n, tail) => {
          const found = outside(poissonFunnelLimits(target, n, tail), n, (count) => poissonUpTo(count, target * n));
          expect(found.below).toBeLessThan(tail + 1e-9);
          expect(found.above).toBeLessThan(tail + 1e-9);
          expect(found.nextAbove).toBeGreaterThanOrEqual(tail - 1e-9);
        },
      ),
      { seed: 8 },
    );
  });

  /** Of 0.045 expected one comes in 4.4 of 100: interpolated as it stands, the upper quantile would flag it. */
  it('do not flag the first complaint of somebody with few contacts', () => {
    expect(poissonFunnelLimits(0.0015, 30, 0.001).high * 30).toBeGreaterThan(1);
    expect(fairFunnelLimits(0.0015, 30, 0.001).high * 30).toBeGreaterThan(1);
  });

  it('agree with the interval of a count: the limit on a whole count is where Garwood turns', () => {
    // A count of 9 has the exact 95 % interval 4.115 to 17.085: about 17.085 exactly 2.5 % lie at 9 or below.
    const { low, high } = poissonInterval(9, 100);
    expect(poissonFunnelLimits(high, 100, 0.025).low * 100).toBeCloseTo(9, 6);
    expect(poissonFunnelLimits(low, 100, 0.025).high * 100).toBeCloseTo(9, 6);
  });

  it('are the same for successes as for failures, and those of shares as Poisson where events are rare', () => {
    const [of, other] = [fairFunnelLimits(0.86, 118, 0.001), fairFunnelLimits(0.14, 118, 0.001)];
    expect(of.high).toBeCloseTo(1 - other.low, 9);
    expect(of.low).toBeCloseTo(1 - other.high, 9);
    const [rare, counted] = [fairFunnelLimits(1e-5, 400_000, 0.025), poissonFunnelLimits(1e-5, 400_000, 0.025)];
    expect(rare.high / counted.high).toBeCloseTo(1, 3);
    expect(binomialProbability(4, 400_000, 1e-5)).toBeCloseTo(poissonUpTo(4, 4) - poissonUpTo(3, 4), 5);
  });

  it('bear large exposures, nothing to count and widening', () => {
    const wide = poissonFunnelLimits(0.04, 250_000, 0.001);
    // The normal ones of a mean of 10,000: 3.09 roots of it.
    expect(wide.high * 250_000).toBeGreaterThan(10_309);
    expect(wide.high * 250_000).toBeLessThan(10_312);
    expect(poissonFunnelLimits(0, 50, 0.001)).toEqual({ low: 0, high: 0 });
    expect(fairFunnelLimits(1, 50, 0.001)).toEqual({ low: 1, high: 1 });
    // Three times the variance by chance beside it doubles the distance.
    const more = { kind: 'additive', between: 0.0003 } as const;
    const [plain, doubled] = [poissonFunnelLimits(0.04, 400, 0.001), poissonFunnelLimits(0.04, 400, 0.001, more)];
    expect(doubled.high - 0.04).toBeCloseTo(2 * (plain.high - 0.04), 12);
    const shares = fairFunnelLimits(0.4, 400, 0.001, { kind: 'additive', between: 0.0018 });
    expect(shares.high - 0.4).toBeCloseTo(2 * (fairFunnelLimits(0.4, 400, 0.001).high - 0.4), 12);
  });

  it('are refused for what is none', () => {
    expect(() => poissonFunnelLimits(-1, 10, 0.001)).toThrow('The target must be at least 0, and is -1');
    expect(() => poissonFunnelLimits(0.1, 0, 0.001)).toThrow('The exposure must be above 0');
    expect(() => poissonFunnelLimits(0.1, 10, 0)).toThrow('The tail must be between 0 and 1, and is 0');
  });

  /** By hand: 2 and 6 of 100 about 0.04 are one sigma of 0.02 off each. */
  it('widen by the spread of counts about their target', () => {
    const units = [2, 6].map((count) => ({ count, exposure: 100 }));
    const dispersion = rateDispersionAbout(0.04, units, 0);
    expect(dispersion.phi).toBeCloseTo(1, 12);
    expect(dispersion.between).toBeCloseTo((2 * 1 - 1) * 0.0004, 12);
    expect(() => rateDispersionAbout(0.04, [{ count: -1, exposure: 9 }])).toThrow('The count of unit 1');
    const draw = uniformDraws(4);
    const even = Array.from({ length: 400 }, () => ({
      count: Array.from({ length: 300 }, draw).filter((value) => value < 0.03).length,
      exposure: 300,
    }));
    expect(Math.abs(rateDispersionAbout(0.03, even, 0).phi - 0.97)).toBeLessThan(0.15);
  });
});
