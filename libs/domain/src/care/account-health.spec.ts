import {
  accountHealth,
  bandOf,
  defaultHealthPoints,
  type HealthFacts,
  shownHealth,
  shownPoints,
} from './account-health.js';

const nothingKnown: HealthFacts = {
  overdueComplaints: 0,
  answers: null,
  silence: null,
  revenue: null,
  brokenPromises: null,
  isPersonGone: null,
  daysSinceTraining: null,
};
const pointsOf = (facts: Partial<HealthFacts>, signal: string) =>
  accountHealth({ ...nothingKnown, ...facts }).signals.find((each) => each.signal === signal);

describe('the health of an account', () => {
  it('is 100 where nothing is known, and each signal says so', () => {
    const { health, band, signals } = accountHealth(nothingKnown);
    expect([health, band]).toEqual([100, 'good']);
    expect(signals.filter(({ hasData }) => hasData).map(({ signal }) => signal)).toEqual(['overdue-complaints']);
  });

  // By hand: 15 + 30 * (2 + 4 * 0.25) / (6 + 4) + 10 + 20 + 10 + 5 + 5 = 15 + 9 + 50 = 74; 100 - 74 = 26.
  it('adds what speaks against it', () => {
    const all: HealthFacts = {
      overdueComplaints: 1,
      answers: { low: 2, n: 6, lowShareOfAll: 0.25 },
      silence: { days: 25, medianGapDays: 10 },
      revenue: { now: 60, yearBefore: 100 },
      brokenPromises: 1,
      isPersonGone: true,
      daysSinceTraining: 400,
    };
    const { health, band, signals } = accountHealth(all);
    expect(signals.map(({ points }) => points)).toEqual([15, 9, 10, 20, 10, 5, 5]);
    expect([health, band]).toEqual([26, 'at-risk']);
  });

  it('never falls below 0', () => {
    const points = { ...defaultHealthPoints, overdueComplaintsMost: 300 };
    expect(accountHealth({ ...nothingKnown, overdueComplaints: 9 }, points).health).toBe(0);
  });

  it.each([
    ['three overdue complaints count as two', { overdueComplaints: 3 }, 'overdue-complaints', 30],
    ['three broken promises count as two', { brokenPromises: 3 }, 'broken-promises', 20],
    ['twice the usual gap is usual yet', { silence: { days: 20, medianGapDays: 10 } }, 'silence', 0],
    ['a day more is silence', { silence: { days: 21, medianGapDays: 10 } }, 'silence', 10],
    ['three times and a day is a long one', { silence: { days: 31, medianGapDays: 10 } }, 'silence', 20],
    ['revenue down by 19.9 %', { revenue: { now: 80.1, yearBefore: 100 } }, 'revenue', 0],
    ['revenue down by 20 %', { revenue: { now: 80, yearBefore: 100 } }, 'revenue', 10],
    ['revenue that grows', { revenue: { now: 130, yearBefore: 100 } }, 'revenue', 0],
    ['no low answer', { answers: { low: 0, n: 2, lowShareOfAll: 0.5 } }, 'low-answers', 0],
    // 30 * (1 + 4 * 0.1) / (1 + 4) = 8.4, not 30.
    ['one bad answer of one', { answers: { low: 1, n: 1, lowShareOfAll: 0.1 } }, 'low-answers', 8.4],
    ['trained a year ago', { daysSinceTraining: 365 }, 'no-training', 0],
    ['never trained', { daysSinceTraining: Infinity }, 'no-training', 5],
  ] as const)('%s', (_, facts, signal, points) => {
    expect(pointsOf(facts, signal)?.points).toBeCloseTo(points, 10);
  });

  it.each([
    [100, 'good'],
    [80, 'good'],
    [79.96, 'watch'],
    [60, 'watch'],
    [59.96, 'at-risk'],
  ] as const)('%d is %s, unrounded', (health, band) => {
    expect(bandOf(health)).toBe(band);
  });
});

describe('what is shown of it', () => {
  // (1 + 4 x 0.07) / (2 + 4) x 30 = 6.4; (1 + 4 x 0.1) / (3 + 4) x 30 = 6.0; (1 + 4 x 0.07) / (5 + 4) x 30 = 4.2667.
  it.each([
    [{ low: 1, n: 2, lowShareOfAll: 0.07 }, 6.4, 68.6],
    [{ low: 1, n: 3, lowShareOfAll: 0.1 }, 6, 69],
    [{ low: 1, n: 5, lowShareOfAll: 0.07 }, 4.3, 70.7],
  ])('adds up: %j', (answers, points, left) => {
    const { health, signals } = accountHealth({
      ...{ ...nothingKnown, answers, daysSinceTraining: 400 },
      revenue: { now: 50, yearBefore: 100 },
    });
    const shown = signals.map((one) => shownPoints(one.points)).filter((one) => one > 0);
    expect(shown).toEqual([points, 20, 5]);
    expect(shownHealth(health)).toBe(left);
    expect(shownHealth(100 - shown.reduce((sum, one) => sum + one, 0))).toBe(left);
  });

  it('does not show as good what is not', () => {
    expect(shownHealth(79.96)).toBe(79.9);
    expect(shownHealth(80)).toBe(80);
  });
});
