import fc from 'fast-check';
import { normalDraw, poissonUpTo, uniformDraws } from '../testing/draws.js';
import { type Funnel, type FunnelOf, funnelOfUnits, limitsFor, type UnitCount, unitJudge } from './funnel-of-units.js';
import { expectedLikeForLike, type MatterCount } from './like-for-like.js';
import { moreNeeded } from './more-needed.js';

const complaints: FunnelOf = { kind: 'ratio', direction: 'lower is better', fewest: 20 };
const plain = { dispersion: null, tellingUnits: 2 };

/** Unit, matter, complaints, contacts. */
const counts = (...lines: [string, string, number, number][]): MatterCount[] =>
  lines.map(([unit, matter, numerator, n]) => ({ unit, matter, numerator, n }));

/** The counts of each unit over all matters, with what is expected of it. */
function unitsOf(all: readonly MatterCount[]): Map<string, UnitCount> {
  const expected = expectedLikeForLike(all);
  const of = (unit: string, what: 'numerator' | 'n') =>
    all.filter((one) => one.unit === unit).reduce((sum, one) => sum + one[what], 0);
  return new Map(
    [...expected].map(([unit, own]) => [unit, { numerator: of(unit, 'numerator'), n: of(unit, 'n'), expected: own }]),
  );
}

const judgeOf = (funnel: Funnel, unit: UnitCount) => unitJudge(funnel, [unit, { numerator: 40, n: 2000 }])(unit);

describe('like for like', () => {
  // Ada has fewer complaints than Ben in each matter, and more of all (Simpson): she gets the hard one.
  const two = counts(['Ada', 'hard', 36, 360], ['Ada', 'easy', 0, 40], ['Ben', 'hard', 6, 40], ['Ben', 'easy', 6, 360]);

  it('expects of each what the same matters bring all, by hand', () => {
    // hard: 42 of 400 = 10.5 %; easy: 6 of 400 = 1.5 %.
    const expected = expectedLikeForLike(two);
    expect(expected.get('Ada')).toBeCloseTo(360 * 0.105 + 40 * 0.015, 9);
    expect(expected.get('Ada')).toBeCloseTo(38.4, 9);
    expect(expected.get('Ben')).toBeCloseTo(40 * 0.105 + 360 * 0.015, 9);
    expect(expected.get('Ben')).toBeCloseTo(9.6, 9);
  });

  it('turns round who is better, and who is beyond chance', () => {
    const units = unitsOf(two);
    const funnel: Funnel = { ...complaints, ...plain, target: 48 / 800 };
    const judge = unitJudge(funnel, [...units.values()]);
    const [ada, ben] = [judge(units.get('Ada')!), judge(units.get('Ben')!)];
    expect(ada.raw).toBeCloseTo(0.09, 9);
    expect(ben.raw).toBeCloseTo(0.03, 9);
    // 6 % x 36 / 38.4 and 6 % x 12 / 9.6; 38.4 and 9.6 complaints come of 640 and 160 contacts of the usual kind.
    expect(ada.alike?.rate).toBeCloseTo(0.05625, 9);
    expect(ben.alike?.rate).toBeCloseTo(0.075, 9);
    expect([ada.alike?.weight, ben.alike?.weight]).toEqual([expect.closeTo(640, 9), expect.closeTo(160, 9)]);
    expect([ada.standing, ben.standing]).toEqual(['within-chance', 'within-chance']);
    expect(ada.limits).toEqual(limitsFor(funnel, ada.alike!.weight));
    // As counted 36 of 400 where 24 were expected: 1.3 of 100 times.
    expect(1 - poissonUpTo(35, 24)).toBeCloseTo(0.0134, 3);
  });

  it('shares out what is of matters that somebody did not handle, so that all expected are all counted', () => {
    const odd = counts(
      ['Ada', '', 2, 50],
      ['Ada', 'a', 0, 50],
      ['Ben', 'a', 4, 100],
      ['Ben', '', 3, 0],
      ['Cao', 'b', 1, 0],
    );
    const expected = expectedLikeForLike(odd);
    // a: 4 of 150; without a reason: 2 of 50, all Ada's; 4 complaints of nobody's matters over 200 contacts.
    expect(expected.get('Ada')).toBeCloseTo((50 * 4) / 150 + 2 + (100 * 4) / 200, 9);
    expect(expected.get('Ben')).toBeCloseTo((100 * 4) / 150 + (100 * 4) / 200, 9);
    expect(expected.get('Cao')).toBe(0);
    const line = fc.tuple(fc.constantFrom('A', 'B', 'C'), fc.constantFrom('', 'x', 'y', 'z'), fc.nat(9), fc.nat(90));
    fc.assert(
      fc.property(fc.array(line, { minLength: 1, maxLength: 12 }), fc.integer({ min: 1, max: 4 }), (lines, fewest) => {
        const all = counts(...lines, ['A', 'x', 0, 1]);
        const sum = [...expectedLikeForLike(all, fewest).values()].reduce((total, one) => total + one, 0);
        expect(sum).toBeCloseTo(
          all.reduce((total, { numerator }) => total + numerator, 0),
          9,
        );
      }),
      { seed: 31, numRuns: 200 },
    );
  });

  it('makes one of the matters that few handle, with the next ones until they are enough', () => {
    const lines = counts(['Ada', 'a', 9, 90], ['Ada', 'b', 0, 10], ['Ben', 'b', 1, 100], ['Cao', 'c', 2, 110]);
    expect(expectedLikeForLike(lines).get('Cao')).toBeCloseTo(2, 9);
    const joined = expectedLikeForLike(lines, 2);
    // a and c are one: 11 of 200; b is 1 of 110.
    expect(joined.get('Cao')).toBeCloseTo((110 * 11) / 200, 9);
    expect(joined.get('Ada')).toBeCloseTo((90 * 11) / 200 + 10 / 110, 9);
    expect(expectedLikeForLike(lines, 3).get('Ben')).toBeCloseTo((100 * 12) / 310, 9);
    // Ada alone has a: she is held against those of b too, the fewest contacts, and not against c.
    const alone = counts(
      ...(['Ada', 'Ben', 'Cao'] as const).flatMap((unit): [string, string, number, number][] => [
        [unit, 'b', 1, 10],
        [unit, 'c', 2, 100],
      ]),
      ['Ada', 'a', 3, 30],
    );
    expect(expectedLikeForLike(alone, 3).get('Ada')).toBeCloseTo((40 * 6) / 60 + 2, 9);
  });

  it('has no rate where hardly any are expected, and is as counted where nothing is', () => {
    const funnel: Funnel = { ...complaints, ...plain, target: 0.02 };
    const judged = judgeOf(funnel, { numerator: 0, n: 300, expected: 0.04 });
    expect(judged).toMatchObject({ standing: 'too-few', limits: null, raw: 0, alike: { expected: 0.04, rate: null } });
    expect(funnelOfUnits(complaints, [...unitsOf(counts(['A', 'a', 0, 30], ['B', 'a', 0, 40])).values()])?.target).toBe(
      0,
    );
  });

  it('says how many more of the same matters would tell: the least, looked for one by one', () => {
    const funnel: Funnel = { ...complaints, ...plain, target: 0.03 };
    for (const [numerator, n, expected] of [
      [8, 100, 4],
      [12, 300, 6],
      [3, 200, 9],
    ] as const) {
      const unit = { numerator, n, expected };
      const tells = (more: number) => {
        const weight = (expected / 0.03) * (1 + more / n);
        const { low, high } = limitsFor(funnel, weight).outer;
        const rate = numerator / (expected / 0.03);
        return rate < low || rate > high;
      };
      const least = Array.from({ length: 3_000 }, (_, more) => more).find(tells) ?? null;
      expect(least).toBeGreaterThan(0);
      expect(moreNeeded(funnel, unit)).toBe(least);
    }
  });

  it('flags at most one of five hundred who are alike, whatever their matters; as counted it flags half of them', () => {
    const draw = uniformDraws(77);
    const rates = { hard: 0.12, usual: 0.03, easy: 0.004 };
    let [looked, alike, asCounted] = [0, 0, 0];
    for (let group = 0; group < 60; group += 1) {
      const lines = Array.from({ length: 30 }, (_, unit) =>
        Object.entries(rates).map(([matter, rate]): MatterCount => {
          const n = 20 + Math.floor(draw() ** 3 * 400);
          // Counts of a mean this small are Poisson's by many rare chances.
          const numerator = Array.from({ length: n }, draw).filter((value) => value < rate).length;
          return { unit: `${unit}`, matter, numerator, n };
        }),
      ).flat();
      const units = [...unitsOf(lines).values()];
      const funnel: Funnel = { ...funnelOfUnits(complaints, units)!, dispersion: null };
      const flagged = (of: readonly UnitCount[]) =>
        of.map(unitJudge(funnel, of)).filter(({ standing }) => standing.startsWith('look')).length;
      looked += units.length;
      alike += flagged(units);
      asCounted += flagged(units.map(({ numerator, n }) => ({ numerator, n })));
    }
    expect(looked).toBe(1_800);
    expect(alike / looked).toBeLessThanOrEqual(0.002);
    expect(asCounted / looked).toBeGreaterThan(0.1);
  });

  it('finds who is worse than others at the same matters, and widens where people differ at them', () => {
    const draw = uniformDraws(5);
    const lines = Array.from({ length: 24 }, (_, unit) => {
      const skill = Math.exp(0.5 * normalDraw(draw));
      return Object.entries({ hard: 0.1, easy: 0.02 }).map(([matter, rate]): MatterCount => {
        const n = 100 + Math.floor(draw() * 200);
        const numerator = Array.from({ length: n }, draw).filter((value) => value < rate * skill).length;
        return { unit: `${unit}`, matter, numerator, n };
      });
    }).flat();
    const widened = funnelOfUnits(complaints, [...unitsOf(lines).values()]);
    expect(widened?.dispersion?.between).toBeGreaterThan(0);
    const worse = unitsOf([...counts(['Ada', 'hard', 60, 200]), ...lines.map((one) => ({ ...one, numerator: 8 }))]);
    const funnel = { ...funnelOfUnits(complaints, [...worse.values()])!, dispersion: null };
    expect(unitJudge(funnel, [...worse.values()])(worse.get('Ada')!).standing).toBe('look-worse');
  });
});
