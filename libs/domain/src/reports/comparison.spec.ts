import { figureFrom } from '../figures/figure.js';
import { changeOf, roundedHalfUp, spreadOf } from './comparison.js';

const percent = (relative: number | null | undefined) =>
  relative === null || relative === undefined ? null : roundedHalfUp(relative * 100, 2);
const calls = (count: number) => figureFrom('offered', { offered: count });
const scores = (sum: number, n: number) => ({ ...figureFrom('csat-mean', { answer_1: n }), value: sum / n });

describe('the change of a figure', () => {
  /** Months of a call centre as published (24 months, 2022 and 2023), with the printed changes. */
  it.each([
    ['calls, Feb 2022', calls(6134), calls(296), 1972.3],
    ['calls, Mar 2022', calls(5465), calls(6134), -10.91],
    ['calls, Jan 2023 against Jan 2022', calls(23_914), calls(296), 7979.05],
    ['resolved, Feb 2022', calls(3131), calls(160), 1856.88],
    ['abandoned, Apr 2022', calls(21), calls(49), -57.14],
    ['mean score, Aug 2022: 3.1 after 3.2', scores(31, 10), scores(32, 10), -3.13],
    ['mean score, Oct 2022: 3.3 after 3.2', scores(33, 10), scores(32, 10), 3.13],
    ['mean score, Mar 2022: the same', scores(34, 10), scores(34, 10), 0],
  ])('%s', (_, now, before, printed) => {
    expect(percent(changeOf(now, before)?.relative)).toBe(printed);
  });

  it('has none where nothing was before, and no percent from zero', () => {
    expect(changeOf(calls(296), null)).toBeNull();
    expect(changeOf(calls(5), calls(0))).toMatchObject({ difference: 5, relative: null });
    expect(changeOf(figureFrom('csat', {}), figureFrom('csat', { answer_4: 1 }))).toBeNull();
  });

  it('of a rate is told in points, with the interval of Newcombe (1998), method 10', () => {
    const rate = (k: number, n: number) => figureFrom('complaint-rate', { complaint: k, handled: n });
    const change = changeOf(rate(56, 70), rate(48, 80));
    expect(change?.relative).toBeNull();
    expect(change?.difference).toBeCloseTo(0.2, 12);
    expect([change?.low, change?.high].map((end) => roundedHalfUp(end ?? 0, 4))).toEqual([0.0524, 0.3339]);
    expect(change?.isBeyondChance).toBe(true);
    expect(changeOf(rate(9, 10), rate(3, 10))).toMatchObject({ isBeyondChance: true });
    expect(changeOf(rate(10, 100), rate(8, 100))).toMatchObject({ isBeyondChance: false });
    // Under the minimum n of either nothing is said.
    expect(changeOf(rate(4, 4), rate(0, 400))).toBeNull();
    expect(changeOf(rate(40, 400), rate(0, 2))).toBeNull();
  });

  it('of a count is beyond chance where two Poisson counts are', () => {
    expect(changeOf(calls(100), calls(110))?.isBeyondChance).toBe(false);
    expect(changeOf(calls(100), calls(200))?.isBeyondChance).toBe(true);
    expect(changeOf(calls(0), calls(40))?.isBeyondChance).toBe(true);
  });
});

describe('rounding for print', () => {
  it('takes halves away from zero', () => {
    expect([66.666, 2.5, -2.5, 0.4, -0.4, 1.005].map((value) => roundedHalfUp(value, 0))).toEqual([67, 3, -3, 0, 0, 1]);
    expect(roundedHalfUp(1.005, 2)).toBe(1.01);
  });
});

describe('the spread of a breakdown', () => {
  it('is the number of values with at least one, and the share of the largest', () => {
    const parts = [
      { key: 'a', amount: 1 },
      { key: 'b', amount: 2 },
      { key: 'c', amount: 0 },
    ];
    expect(spreadOf(parts)).toEqual({ values: 2, highestShare: 2 / 3, highestKey: 'b' });
    expect(spreadOf([...parts, { key: '', amount: 1 }])).toMatchObject({ values: 2, highestShare: 0.5 });
    expect(spreadOf([])).toEqual({ values: 0, highestShare: null, highestKey: null });
  });
});
