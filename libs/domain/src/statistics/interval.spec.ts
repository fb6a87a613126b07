import { clopperPearsonInterval, poissonInterval } from './exact-interval.js';
import { meanInterval } from './mean-interval.js';
import { wilsonInterval } from './wilson-interval.js';

/** Newcombe, Statistics in Medicine 17 (1998) 857-872, the four worked rows of methods 3 and 5, to their printed decimals. */
const newcombe = [
  { k: 81, n: 263, wilson: [0.2553, 0.3662], exact: [0.2527, 0.3676] },
  { k: 15, n: 148, wilson: [0.0624, 0.1605], exact: [0.0578, 0.1617] },
  { k: 0, n: 20, wilson: [0, 0.1611], exact: [0, 0.1684] },
  { k: 1, n: 29, wilson: [0.0061, 0.1718], exact: [0.0009, 0.1776] },
] as const;

describe('the interval of a proportion', () => {
  it.each(newcombe)('of $k in $n is as published', ({ k, n, wilson, exact }) => {
    const score = wilsonInterval(k, n);
    expect([score.low, score.high].map((x) => Number(x.toFixed(4)))).toEqual(wilson);
    const clopper = clopperPearsonInterval(k, n);
    expect([clopper.low, clopper.high].map((x) => Number(x.toFixed(4)))).toEqual(exact);
  });

  it('stays within 0 and 1 at both ends, and mirrors', () => {
    for (const n of [1, 5, 200]) {
      expect(wilsonInterval(0, n).low).toBe(0);
      expect(wilsonInterval(n, n).high).toBe(1);
      expect(clopperPearsonInterval(n, n).high).toBe(1);
      expect(wilsonInterval(n, n).low).toBeCloseTo(1 - wilsonInterval(0, n).high, 12);
    }
  });
});

describe('the exact interval of a count', () => {
  /** Garwood's limits for small counts, as tabled in Ulm, American Journal of Epidemiology 131 (1990) 373. */
  it.each([
    [0, 0, 3.689],
    [1, 0.0253, 5.572],
    [5, 1.623, 11.668],
    [10, 4.795, 18.39],
  ])('of %p is %p to %p', (count, low, high) => {
    const interval = poissonInterval(count, 1);
    expect(interval.low).toBeCloseTo(low, 3);
    expect(interval.high).toBeCloseTo(high, 2);
  });

  it('scales with the exposure and may pass 1', () => {
    expect(poissonInterval(5, 2).high).toBeCloseTo(poissonInterval(5, 1).high / 2, 12);
    expect(poissonInterval(5, 2).high).toBeGreaterThan(1);
  });
});

describe('the interval of a mean', () => {
  it('is the mean with 1.96 standard errors at each side', () => {
    const interval = meanInterval(10, 2, 100);
    expect(interval?.low).toBeCloseTo(9.608, 3);
    expect(interval?.high).toBeCloseTo(10.392, 3);
  });

  it('is not there for a single value', () => {
    expect(meanInterval(10, null, 1)).toBeNull();
  });
});
