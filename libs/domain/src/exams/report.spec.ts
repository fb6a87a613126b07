import type { Rubric, RubricItem } from './rubric.js';
import { attemptCounts, hardestItems, type ReportedExam, scoreBins, twoAssessors } from './report.js';
import { type Marks, scoreOf } from './score.js';

const both = (en: string) => ({ en, zh: en });
const base = { help: both(''), weight: 1, isCritical: false, mayNotApply: true, onlyIf: null };
const of5 = (id: string, more: object = {}): RubricItem => ({
  ...{ ...base, id, text: both(id), kind: 'points', failsUnder: 1 },
  levels: [5, 4, 3, 1, 0].map((points) => ({ points, text: both(String(points)) })),
  ...more,
});
const rubric: Rubric = {
  ...{ passMark: 80, passMarkWhy: both('') },
  groups: [
    {
      ...{ id: 'g', name: both('g') },
      items: [
        { ...base, id: 'safe', text: both('safe'), kind: 'yes-no', isCritical: true },
        of5('listens', { weight: 2 }),
        of5('closes'),
        of5('asks', { onlyIf: { itemId: 'listens', atLeast: 3 } }),
        { ...base, id: 'fact', text: both('fact'), kind: 'yes-no', weight: 0 },
      ],
    },
  ],
};
const marking = (marks: Marks) => {
  const { numerator, denominator, failedCritical, state } = scoreOf(rubric, marks);
  return { marks, numerator, denominator, failedCritical, outcome: state === 'passed' ? 'passed' : 'failed' } as const;
};
const exam = (more: Partial<ReportedExam>, ...marks: Marks[]): ReportedExam => ({
  ...{ attempt: 1, outcome: 'passed', score: 90, failedCritical: [], markings: marks.map(marking) },
  ...more,
});
const failed = { outcome: 'failed' } as const;

describe('the report of a campaign', () => {
  it('spreads scores in bins that the pass mark parts, with those who failed on a critical item apart', () => {
    const exams = [
      exam({ score: 100 }),
      exam({ score: 95 }),
      exam({ score: 80 }),
      exam({ score: 79.96, ...failed }),
      exam({ score: 96, ...failed, failedCritical: ['safe'] }),
      exam({ score: 70, ...failed }),
      exam({ score: null }),
    ];
    expect(scoreBins(exams, 80)).toEqual([
      { from: 70, to: 75, passed: 0, critical: 0, failed: 1 },
      { from: 75, to: 80, passed: 0, critical: 0, failed: 1 },
      { from: 80, to: 85, passed: 1, critical: 0, failed: 0 },
      { from: 85, to: 90, passed: 0, critical: 0, failed: 0 },
      { from: 90, to: 95, passed: 0, critical: 0, failed: 0 },
      { from: 95, to: 100, passed: 2, critical: 1, failed: 0 },
    ]);
    // Bins count from the mark; 0.57 x 100 is a little less than 57 to a computer, and reaches it.
    expect(scoreBins([exam({ score: 0.57 * 100 })], 57)[0]).toMatchObject({ from: 57, to: 62, passed: 1 });
    const ends = scoreBins([exam({ score: 0, ...failed }), exam({ score: 100 })], 82.5);
    expect(ends.map(({ from, to }) => `${from}-${to}`)).toEqual([
      ...['0-2.5', '2.5-7.5', '7.5-12.5', '12.5-17.5', '17.5-22.5', '22.5-27.5', '27.5-32.5', '32.5-37.5', '37.5-42.5'],
      ...['42.5-47.5', '47.5-52.5', '52.5-57.5', '57.5-62.5', '62.5-67.5', '67.5-72.5', '72.5-77.5', '77.5-82.5'],
      ...['82.5-87.5', '87.5-92.5', '92.5-97.5', '97.5-100'],
    ]);
    expect(ends.at(-1)).toMatchObject({ passed: 1 });
    expect(scoreBins([exam({ score: 100 }), exam({ score: 99.9, ...failed })], 100)).toEqual([
      { from: 95, to: 100, passed: 0, critical: 0, failed: 1 },
      { from: 100, to: 100, passed: 1, critical: 0, failed: 0 },
    ]);
    expect(scoreBins([], 80)).toEqual([]);
  });

  it('finds the hardest items as counted by hand: N/A and what was not asked leave both sums, an exam counts once', () => {
    const exams = [
      exam({}, { safe: 1, listens: 5, closes: 4, asks: 3, fact: 1 }),
      exam(
        { ...failed, failedCritical: ['safe'] },
        // Two assessors: closes (1 + 4) / 2 = 2.5; asks was not asked by the first, for whom it hung on listens.
        { safe: 0, listens: 1, closes: 1, fact: 0 },
        { safe: 1, listens: 4, closes: 4, asks: 'not-applicable', fact: 0 },
      ),
      exam({}, { safe: 1, listens: 4, closes: 'not-applicable', asks: 5, fact: 1 }),
    ];
    // Lost: listens 0 + 2.5 + 1 = 3.5 of 15; closes 1 + 2.5 = 3.5 of 10; asks 2 + 0 = 2 of 10; safe 0.5 of 3.
    // Weighted 7 + 3.5 + 2 + 0.5 = 13.
    const found = hardestItems(rubric, exams);
    expect(found.map(({ itemId, n, lost, most, failed: on }) => [itemId, n, lost, most, on])).toEqual([
      ['closes', 2, 3.5, 10, 0],
      ['listens', 3, 3.5, 15, 0],
      ['asks', 2, 2, 10, 0],
      ['safe', 3, 0.5, 3, 1],
    ]);
    expect(found[0]).toMatchObject({ share: 0.35, ofAllLost: 3.5 / 13 });
    expect(hardestItems(rubric, [exam({}, { safe: 1 })])).toMatchObject([{ share: 0, ofAllLost: null }]);
  });

  it('counts attempts, and how far two assessors lie apart', () => {
    const best = { safe: 1, listens: 5, closes: 5, asks: 5, fact: 1 };
    const exams = [
      exam({}, best),
      exam({ ...failed, attempt: 1 }, best, { ...best, safe: 0 }),
      exam({ attempt: 2 }, best, { ...best, closes: 4, listens: 4 }),
      exam({ attempt: 2, ...failed }, { safe: 'not-applicable' }),
    ];
    expect(attemptCounts(exams)).toEqual([
      { attempt: 1, sat: 2, passed: 1 },
      { attempt: 2, sat: 2, passed: 1 },
    ]);
    // 21 points in all: 1 lost, then 1 + 2 lost.
    const { meanDifference, largest, ...counts } = twoAssessors(exams);
    expect(counts).toEqual({ twice: 2, of: 4, verdictsApart: 1 });
    expect(meanDifference).toBeCloseTo((100 / 21 + 300 / 21) / 2, 10);
    expect(largest).toBeCloseTo(300 / 21, 10);
    expect(twoAssessors([])).toMatchObject({ meanDifference: null, largest: null });
  });
});
