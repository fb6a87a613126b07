import { calibrationOf, type GoldMarking } from './calibration.js';
import { asReference, leniencyOf, minimumSharedSessions } from './leniency.js';
import type { Rubric, RubricItem } from './rubric.js';
import type { Marks } from './score.js';
import { studentInterval } from '../statistics/student-interval.js';

const both = { en: '', zh: '' };
const base = { text: both, help: both, weight: 1, isCritical: false, mayNotApply: false, onlyIf: null };
const yesNo = (id: string, more: Partial<RubricItem> = {}) => ({ ...base, id, kind: 'yes-no', ...more }) as RubricItem;
const points = (id: string, more: Partial<RubricItem> = {}) =>
  ({
    ...{ ...base, id, kind: 'points', failsUnder: 1 },
    levels: [5, 4, 3, 1, 0].map((one) => ({ points: one, text: both })),
    ...more,
  }) as RubricItem;
const rubricOf = (...items: RubricItem[]): Rubric => ({
  groups: [{ id: 'call', name: both, items }],
  ...{ passMark: 80, passMarkWhy: both },
});

/** Of each session what each assessor gave, in the order of the assessors. */
const sessions = (...given: readonly (readonly Marks[])[]): GoldMarking[] =>
  given.flatMap((all, n) =>
    all.map((marks, who) => ({ sessionId: `s${n}`, assessorId: ['ana', 'ben', 'cai'][who]!, marks })),
  );
const times = (n: number, marks: readonly Marks[]) => Array.from({ length: n }, () => marks);
const na = 'not-applicable';

describe('calibration of assessors', () => {
  /**
   * By hand, from the formulas of Fleiss (1971), Krippendorff (2011) and Gwet (2008). a: 1 1 N/A and 0 0 0, three categories:
   * raw (1/3 + 1) / 2 = 2/3; Fleiss' chance (2/6)^2 + (3/6)^2 + (1/6)^2 = 7/18, kappa 5/11; alpha 1 - (2/6) / (22/30) = 6/11;
   * AC1's chance (2/9 + 1/4 + 5/36) / 2 = 11/36, AC1 13/25. b: 1 1 1 and 1 1 0, two categories: raw 2/3, chance 10/36.
   * Both: (13 + 14) / (25 + 26) = 9/17.
   */
  it('is by hand what it says: per item, with "does not apply" as a category, and over all items', () => {
    const rubric = rubricOf(yesNo('a', { mayNotApply: true }), yesNo('b'));
    const { items, all } = calibrationOf(
      rubric,
      sessions(
        [
          { a: 1, b: 1 },
          { a: 1, b: 1 },
          { a: na, b: 1 },
        ],
        [
          { a: 0, b: 1 },
          { a: 0, b: 1 },
          { a: 0, b: 0 },
        ],
      ),
    );
    const [a, b] = items;
    expect(a).toMatchObject({
      itemId: 'a',
      n: 2,
      assessors: 3,
      kappa: { kind: 'fleiss' },
      alpha: { scale: 'nominal' },
    });
    expect(a!.raw.value).toBeCloseTo(2 / 3, 12);
    expect(a!.kappa!.value).toBeCloseTo(5 / 11, 12);
    expect(a!.alpha!.value).toBeCloseTo(6 / 11, 12);
    expect(a!.ac1.value).toBeCloseTo(13 / 25, 12);
    expect(b!.ac1.value).toBeCloseTo(14 / 26, 12);
    expect(all).toMatchObject({ n: 4, alpha: null, verdict: null });
    expect(all.ac1.value).toBeCloseTo(9 / 17, 12);
  });

  /** 90 pass-pass, 5 + 5 split, 0 fail-fail: 90 % agreement, kappa -0.053, alpha -0.047, AC1 0.890. */
  it("shows kappa's paradox, and says nothing under 40 rated units", () => {
    const rubric = rubricOf(yesNo('safe'));
    const [pass, fail] = [{ safe: 1 }, { safe: 0 }];
    const given = sessions(...times(5, [pass, fail]), ...times(5, [fail, pass]), ...times(90, [pass, pass]));
    const [item] = calibrationOf(rubric, given).items;
    expect(item).toMatchObject({ n: 100, assessors: 2, kappa: { kind: 'cohen' }, verdict: 'agree' });
    expect(item!.raw.value).toBeCloseTo(0.9, 12);
    expect(item!.kappa!.value).toBeCloseTo(-0.053, 3);
    expect(item!.alpha!.value).toBeCloseTo(-0.047, 3);
    expect(item!.ac1.value).toBeCloseTo(0.89, 3);
    expect(item!.ac1.interval!.low).toBeGreaterThan(0.667);
    expect(item!.ac1.interval!.high).toBeLessThan(1);

    const verdict = (...units: (readonly Marks[])[]) => calibrationOf(rubric, sessions(...units)).items[0]!.verdict;
    expect(verdict(...times(39, [pass, pass]))).toBeNull();
    expect(verdict(...times(40, [pass, pass]))).toBe('agree');
    expect(verdict(...times(20, [pass, fail]), ...times(20, [fail, fail]))).toBe('disagree');
    expect(verdict(...times(7, [pass, fail]), ...times(33, [pass, pass]))).toBe('unclear');
    // All the same, nothing differs: no interval by the jackknife, and Wilson's about the raw share.
    const [same] = calibrationOf(rubric, sessions(...times(40, [pass, pass]))).items;
    expect(same).toMatchObject({ ac1: { value: 1, interval: null }, kappa: { value: null } });
    expect(same!.raw.interval!.low).toBeCloseTo(0.912, 3);
  });

  it('is ordinal for points, without what does not apply; what hangs on another item does not apply where that says so', () => {
    const rubric = rubricOf(
      points('listens', { mayNotApply: true }),
      points('closes', { onlyIf: { itemId: 'listens', atLeast: 4 } }),
    );
    const { items, outcome } = calibrationOf(
      rubric,
      sessions(
        [
          { listens: 5, closes: 5 },
          { listens: 4, closes: 5 },
        ],
        [{ listens: na }, { listens: 1 }],
        [{ listens: 3 }, { listens: 5, closes: 4 }],
      ),
    );
    expect(items[0]).toMatchObject({ n: 3, alpha: { scale: 'ordinal' } });
    expect(items[0]!.raw.value).toBe(0);
    // Both say that it does not apply in the second, one in the third; passed or failed: once not assessed.
    expect(items[1]!.raw.value).toBeCloseTo(2 / 3, 12);
    // 5 3 4 5 of two sessions remain: by hand 1 - (2 d45 + 2 d35) / 2 x 6 / sum of all, d45 = 1.5^2, d35 = 2.5^2, d34 = 1.
    const sum = 2 * (2 * 1.5 ** 2 + 2 * 2.5 ** 2 + 1);
    expect(items[0]!.alpha!.value).toBeCloseTo(1 - (2 * (1.5 ** 2 + 2.5 ** 2)) / 4 / (sum / 12), 12);
    expect(outcome).toMatchObject({ n: 3, raw: { value: 1 / 3 } });
  });

  it('has no figure where nobody marked the same, and none of Fleiss where the numbers of marks differ', () => {
    const rubric = rubricOf(yesNo('safe'));
    expect(calibrationOf(rubric, sessions([{ safe: 1 }])).all).toMatchObject({
      n: 0,
      raw: { value: null },
      kappa: null,
    });
    const uneven = sessions([{ safe: 1 }, { safe: 1 }, { safe: 0 }], [{ safe: 0 }, { safe: 0 }]);
    expect(calibrationOf(rubric, uneven).items[0]).toMatchObject({ n: 2, assessors: 3, kappa: null });
  });
});

describe('leniency of assessors', () => {
  const ids = Array.from({ length: 10 }, (_, n) => `i${n}`);
  const rubric = rubricOf(...ids.map((id) => yesNo(id)));
  /** A score of ten times so many. */
  const tens = (many: number): Marks => Object.fromEntries(ids.map((id, n) => [id, Number(n < many)]));

  /** Differences 10, 20, 30: mean 20, SD 10, t(0.975; 2) = 4.302653 (any table), so 20 -+ 24.841. */
  it('is the mean difference to the others on the same sessions, with an interval by t', () => {
    const [ana, ben] = leniencyOf(
      rubric,
      sessions([tens(9), tens(8)], [tens(9), tens(7)], [tens(9), tens(6)], [tens(2)]),
    );
    expect(ana).toMatchObject({ assessorId: 'ana', n: 3, lean: null });
    expect(ana!.mean).toBeCloseTo(20, 12);
    expect(ana!.interval!.low).toBeCloseTo(20 - 24.8414, 3);
    expect(ana!.interval!.high).toBeCloseTo(20 + 24.8414, 3);
    expect(ben!.mean).toBeCloseTo(-20, 12);
    // Against the mean of two others: 90 - (80 + 60) / 2.
    expect(leniencyOf(rubric, sessions([tens(9), tens(8), tens(6)]))[0]).toMatchObject({
      n: 1,
      mean: 20,
      interval: null,
    });
    expect(studentInterval([1, 1, 1])).toBeNull();
  });

  it('names nobody under 20 sessions, nor where it may be chance', () => {
    const shared = Array.from({ length: minimumSharedSessions }, (_, n) => [tens(9), tens(n % 2 ? 8 : 7)]);
    expect(leniencyOf(rubric, sessions(...shared)).map(({ lean }) => lean)).toEqual(['lenient', 'strict']);
    expect(leniencyOf(rubric, sessions(...shared.slice(1))).map(({ lean }) => lean)).toEqual([null, null]);
    const chance = Array.from({ length: 30 }, (_, n) => [tens(5 + (n % 3)), tens(6)]);
    expect(leniencyOf(rubric, sessions(...chance)).map(({ lean }) => lean)).toEqual([null, null]);
  });

  it('counts marks that are the same as the reference’s, of sessions that have one', () => {
    const given = sessions([tens(9), tens(8)], [tens(3), tens(3)]);
    const { byItem, byAssessor } = asReference(rubric, given, new Map([['s0', tens(9)]]));
    expect(byAssessor.get('ana')).toMatchObject({ same: 10, n: 10 });
    expect(byAssessor.get('ben')).toMatchObject({ same: 9, n: 10 });
    expect(byItem.get('i8')).toMatchObject({ same: 1, n: 2 });
    expect(byItem.get('i0')).toMatchObject({ same: 2, n: 2 });
  });
});
