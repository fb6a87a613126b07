import { limitsAround, standingAgainst } from './usual-level.js';

/** The probability of exactly k of n, summed by hand in logarithms: another way than the library's. */
function binomial(k: number, n: number, p: number): number {
  let logarithm = k * Math.log(p) + (n - k) * Math.log(1 - p);
  for (let i = 1; i <= k; i += 1) logarithm += Math.log((n - k + i) / i);
  return Math.exp(logarithm);
}

const atLeast = (k: number, n: number, p: number) =>
  Array.from({ length: n - k + 1 }, (_, i) => binomial(k + i, n, p)).reduce((a, b) => a + b, 0);

describe('standing against the usual level', () => {
  it.each([
    [548, 0.021],
    [100, 0.02],
    [40, 0.1],
  ])('with %p contacts at %p turns above where the upper tail falls under 0.1 %%', (n, p) => {
    const first = Array.from({ length: n + 1 }, (_, k) => k).find((k) => atLeast(k, n, p) < 0.001) ?? n;
    expect(standingAgainst(p, first, n)).toBe('above');
    expect(standingAgainst(p, first - 1, n)).toBe('usual');
    expect(limitsAround(p, n).high).toBeCloseTo((first - 1) / n, 12);
  });

  it('turns below in the lower tail, and never where even none is usual', () => {
    expect(standingAgainst(0.1, 0, 100)).toBe('below');
    expect(standingAgainst(0.02, 0, 100)).toBe('usual');
    expect(limitsAround(0.02, 100).low).toBeNull();
    expect(limitsAround(0.1, 500).low).toBeGreaterThan(0);
  });

  it('says nothing of fewer than five contacts or without a usual level', () => {
    expect(standingAgainst(0.02, 4, 4)).toBe('too-few');
    expect(standingAgainst(null, 4, 40)).toBe('no-usual-level');
  });
});
