import fc from 'fast-check';
import { binomialDraw, binomialUpTo, normalDraw, poissonUpTo, uniformDraws } from '../testing/draws.js';
import {
  fewestTelling,
  type Funnel,
  funnelCurve,
  type FunnelOf,
  funnelOfUnits,
  unitJudge,
  limitsFor,
  rateOfUnit,
} from './funnel-of-units.js';
import { moreNeeded } from './more-needed.js';

const satisfied: FunnelOf = { kind: 'proportion', direction: 'higher is better', fewest: 20 };
const complaints: FunnelOf = { kind: 'ratio', direction: 'lower is better', fewest: 20 };
const about = (of: FunnelOf, target: number): Funnel => ({ ...of, target, dispersion: null, tellingUnits: 2 });

const judge = (funnel: Funnel, numerator: number, n: number) => unitJudge(funnel, [{ numerator, n }])({ numerator, n });

describe('a unit in its funnel', () => {
  it('is within chance where the scorecard says so: 98 of 118 about 86.0 %', () => {
    const judged = judge(about(satisfied, 0.86), 98, 118);
    expect(judged.raw).toBeCloseTo(0.8305, 4);
    expect(judged.standing).toBe('within-chance');
    // 98 or fewer of 118 come in 21 of 100; both lines lie well below.
    expect(binomialUpTo(98, 118, 0.86)).toBeGreaterThan(0.2);
    expect(judged.limits?.inner.low).toBeLessThan(0.8);
  });

  it('is flagged exactly where chance gives less than one in a thousand at that side', () => {
    fc.assert(
      fc.property(
        fc.double({ min: 0.02, max: 0.98, noNaN: true }),
        fc.integer({ min: 20, max: 200 }),
        fc.double({ min: 0, max: 1, noNaN: true }),
        (target, n, share) => {
          const k = Math.round(share * n);
          const [atMost, atLeast] = [binomialUpTo(k, n, target), 1 - (k === 0 ? 0 : binomialUpTo(k - 1, n, target))];
          fc.pre(Math.abs(atMost - 0.001) > 1e-9 && Math.abs(atLeast - 0.001) > 1e-9);
          const expected = atMost < 0.001 ? 'look-worse' : atLeast < 0.001 ? 'look-better' : 'within-chance';
          expect(judge(about(satisfied, target), k, n).standing).toBe(expected);
        },
      ),
      { seed: 11, numRuns: 300 },
    );
  });

  it('of complaints is worse above: exact Poisson, summed count by count', () => {
    fc.assert(
      fc.property(
        fc.double({ min: 0.005, max: 0.2, noNaN: true }),
        fc.integer({ min: 20, max: 400 }),
        fc.integer({ min: 0, max: 60 }),
        (target, n, k) => {
          const [atMost, atLeast] = [poissonUpTo(k, target * n), 1 - (k === 0 ? 0 : poissonUpTo(k - 1, target * n))];
          fc.pre(Math.abs(atMost - 0.001) > 1e-9 && Math.abs(atLeast - 0.001) > 1e-9);
          const expected = atMost < 0.001 ? 'look-better' : atLeast < 0.001 ? 'look-worse' : 'within-chance';
          expect(judge(about(complaints, target), k, n).standing).toBe(expected);
        },
      ),
      { seed: 12, numRuns: 300 },
    );
  });

  it('has no standing under 20, a team under 5; and no rate at all under 5', () => {
    const funnel = about(satisfied, 0.9);
    expect(judge(funnel, 0, 19)).toMatchObject({ standing: 'too-few', raw: 0 });
    expect(judge(funnel, 0, 20).standing).toBe('look-worse');
    expect(judge({ ...funnel, fewest: 5 }, 0, 5).standing).toBe('look-worse');
    expect(judge(funnel, 0, 4)).toEqual({
      ...{ numerator: 0, n: 4, raw: null, interval: null, alike: null, shrunk: null, limits: null },
      standing: 'too-few',
    });
    expect(rateOfUnit('ratio', { numerator: 2, n: 5 })).toMatchObject({
      raw: 0.4,
      interval: { method: 'exact-poisson' },
    });
  });

  it('of a group of 200 alike is flagged in one of five hundred looks, by simulation', () => {
    const draw = uniformDraws(44);
    const units = Array.from({ length: 4_000 }, () => {
      const n = 40 + Math.floor(draw() * 160);
      return { n, numerator: binomialDraw(draw, n, 0.86) };
    });
    const beyond = units
      .map(unitJudge(about(satisfied, 0.86), units))
      .filter(({ standing }) => standing.startsWith('look'));
    // Exact limits leave less than 0.2 % outside, about half of it where counts are few.
    expect(beyond.length).toBeGreaterThan(0);
    expect(beyond.length).toBeLessThanOrEqual(12);
  });
});

describe('the funnel of a group', () => {
  it('stands about the ratio of sums, in which small units weigh little', () => {
    const funnel = funnelOfUnits(satisfied, [
      { numerator: 90, n: 100 },
      { numerator: 0, n: 2 },
      { numerator: 0, n: 0 },
    ]);
    expect(funnel?.target).toBeCloseTo(90 / 102, 12);
    expect(funnel?.dispersion).toBeNull();
    expect(funnelOfUnits(satisfied, [{ numerator: 3, n: 9 }])).toBeNull();
    expect(
      funnelOfUnits(satisfied, [
        { numerator: 3, n: 9 },
        { numerator: 0, n: 0 },
      ]),
    ).toBeNull();
  });

  it('knows of no overdispersion with too few units that tell, or without chance', () => {
    const units = (count: number, numerator: (i: number) => number) =>
      Array.from({ length: count }, (_, i) => ({ numerator: numerator(i), n: 40 }));
    const uneven = (i: number) => (i % 2 === 0 ? 10 : 30);
    expect(funnelOfUnits(satisfied, units(fewestTelling - 1, uneven))?.dispersion).toBeNull();
    expect(funnelOfUnits(satisfied, units(fewestTelling, uneven))?.dispersion?.phi).toBeGreaterThan(5);
    expect(
      funnelOfUnits(
        satisfied,
        units(12, () => 40),
      )?.dispersion,
    ).toBeNull();
    expect(
      funnelOfUnits(
        complaints,
        units(12, () => 0),
      ),
    ).toMatchObject({ target: 0, dispersion: null });
    const few = units(30, uneven).map((unit) => ({ ...unit, n: 19, numerator: 9 }));
    expect(funnelOfUnits(satisfied, few)).toMatchObject({ dispersion: null, tellingUnits: 0 });
  });

  it('widens where people differ more than by chance, and shrinks them less, for shares and counts', () => {
    const draw = uniformDraws(9);
    for (const [of, mean, spread] of [
      [satisfied, 0.8, 0.08],
      [complaints, 0.06, 0.03],
    ] as const) {
      const units = Array.from({ length: 80 }, () => {
        const n = 150 + Math.floor(draw() * 200);
        return {
          n,
          numerator: binomialDraw(draw, n, Math.min(0.98, Math.max(0.002, mean + spread * normalDraw(draw)))),
        };
      });
      const funnel = funnelOfUnits(of, units);
      if (!funnel?.dispersion) throw new Error('no spread was found');
      expect(Math.sqrt(funnel.dispersion.between)).toBeGreaterThan(spread / 2);
      const [wide, plain] = [limitsFor(funnel, 200), limitsFor({ ...funnel, dispersion: null }, 200)];
      expect(wide.outer.high).toBeGreaterThan(plain.outer.high);
      expect(wide.outer.low).toBeLessThan(plain.outer.low);
      const [first] = units.map(unitJudge(funnel, units));
      expect(first?.shrunk?.weight).toBeGreaterThan(0.5);
      expect(first?.shrunk?.weight).toBeLessThan(1);
    }
  });

  it('is drawn along n with the limits of each, from 5 to the last', () => {
    const funnel = about(satisfied, 0.86);
    const curve = funnelCurve(funnel, 240);
    expect([curve[0]?.n, curve.at(-1)?.n]).toEqual([5, 240]);
    expect(curve.length).toBeGreaterThan(50);
    for (const { n, ...limits } of curve) expect(limits).toEqual(limitsFor(funnel, n));
    expect(funnelCurve(funnel, 6).map(({ n }) => n)).toEqual([5, 6]);
    expect(funnelCurve(funnel, 3).map(({ n }) => n)).toEqual([3]);
  });
});

describe('how many more would tell', () => {
  const scanned = (funnel: Funnel, numerator: number, n: number, most: number): number | null => {
    for (let more = 0; more <= most; more += 1) {
      const { low, high } = limitsFor(funnel, n + more).outer;
      if (numerator / n < low || numerator / n > high) return more;
    }
    return null;
  };

  it('is the least number, looked for one by one', () => {
    fc.assert(
      fc.property(
        fc.constantFrom(satisfied, complaints),
        fc.constantFrom(0.01, 0.04, 0.3, 0.86),
        fc.constantFrom(null, 0.0004),
        fc.integer({ min: 5, max: 150 }),
        fc.double({ min: 0, max: 1, noNaN: true }),
        (of, target, between, n, share) => {
          const dispersion = between === null ? null : { phi: 1, between };
          const funnel = { ...about(of, target), dispersion };
          const numerator = Math.round(share * n);
          expect(moreNeeded(funnel, { numerator, n }, 400)).toBe(scanned(funnel, numerator, n, 400));
        },
      ),
      { seed: 21, numRuns: 150 },
    );
  });

  it('is none where it tells already, and null where it never would', () => {
    const funnel = about(satisfied, 0.86);
    expect(moreNeeded(funnel, { numerator: 60, n: 118 })).toBe(0);
    expect(moreNeeded(funnel, { numerator: 43, n: 50 })).toBeNull();
    // People differ by 10 points anyway: 5 points never tell.
    expect(moreNeeded({ ...funnel, dispersion: { phi: 9, between: 0.01 } }, { numerator: 81, n: 100 })).toBeNull();
  });
});
