import { lostItems } from './lost-items.js';
import type { Rubric, RubricItem } from './rubric.js';
import { doAgree, meanScore, type SignedScore } from './two-marks.js';

const signed = (numerator: number, denominator = 100, outcome: SignedScore['outcome'] = 'passed') => ({
  ...{ numerator, denominator, outcome },
});

describe('two marks of one exam', () => {
  it('agree with the same verdict and scores within the limit, the limit itself included', () => {
    expect(doAgree(signed(80), signed(90), 10)).toBe(true);
    expect(doAgree(signed(8_000, 10_000), signed(9_001, 10_000), 10)).toBe(false);
    expect(doAgree(signed(1, 3), signed(2, 3), 33.33)).toBe(false);
    expect(doAgree(signed(1, 3), signed(2, 3), 33.34)).toBe(true);
    expect(doAgree(signed(80), signed(79, 100, 'failed'), 10)).toBe(false);
    expect(doAgree(signed(0, 0, 'not-assessed'), signed(0, 0, 'not-assessed'), 0)).toBe(true);
  });

  it('have the mean of their scores', () => {
    expect(meanScore([signed(80), signed(85)])).toBe(82.5);
    expect(meanScore([signed(80), signed(0, 0, 'not-assessed')])).toBe(80);
    expect(meanScore([signed(0, 0, 'not-assessed')])).toBeNull();
  });
});

describe('what cost the most', () => {
  const both = { en: 'x', zh: '' };
  const item = (id: string, weight: number, isCritical = false): RubricItem => ({
    ...{
      id,
      kind: 'points',
      text: both,
      help: both,
      weight,
      isCritical,
      mayNotApply: true,
      onlyIf: null,
      failsUnder: 1,
    },
    levels: [5, 3, 0].map((points) => ({ points, text: both })),
  });
  const rubric: Rubric = {
    groups: [
      { id: 'g', name: both, items: [item('a', 1), item('b', 3), item('c', 1, true), item('d', 9), item('e', 9)] },
    ],
    ...{ passMark: 80, passMarkWhy: both },
  };

  it('is a critical item first, then what lost the most weighted points', () => {
    const lost = lostItems(rubric, [{ a: 0, b: 3, c: 0, d: 5, e: 'not-applicable' }]);
    expect(lost.map(({ id }) => id)).toEqual(['c', 'b', 'a']);
    expect(lostItems(rubric, [{ a: 0, b: 0, c: 5, d: 0, e: 0 }], 2).map(({ id }) => id)).toEqual(['d', 'e']);
    // Of two markings together: a lost 5, b 3 x 2, c was failed by the second alone.
    const two = [
      { a: 0, b: 3, c: 5, d: 5, e: 'not-applicable' },
      { a: 5, b: 5, c: 0, d: 5, e: 'not-applicable' },
    ] as const;
    expect(lostItems(rubric, two).map(({ id }) => id)).toEqual(['c', 'b', 'a']);
  });
});
