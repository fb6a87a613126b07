import { addDays } from '../calendar/day.js';
import { chartedMetrics, chartsOf, countedCharts } from './charted-metric.js';
import { type CountedStretch, type Exclusion, phasedChart } from './phased-chart.js';

const first = '2026-03-02';

/** A day each, from the first on; of 100 where nothing else is said. */
const days = (counts: readonly number[], excluded: Readonly<Record<number, Exclusion>> = {}, size = 100) =>
  counts.map((count, n): CountedStretch => ({
    ...{ from: addDays(first, n), to: addDays(first, n + 1), count, size },
    excluded: excluded[n] ?? null,
  }));
const p = countedCharts.p;

describe('a chart over the calendar', () => {
  it('is one phase with the limits of all its days, by hand: 5 % of 100 is 5 ± 6.54', () => {
    const { points, phases } = phasedChart(p, 'western-electric', days([4, 6, 5, 12, 3, 0]), []);
    expect(phases).toEqual([{ start: null, baselinePoints: 6, centre: 30 / 600, sigmaZ: 1 }]);
    expect(points[3]).toMatchObject({ value: 0.12, centre: 0.05, lower: 0, rules: [1] });
    expect(points[3]!.upper).toBeCloseTo(0.05 + 3 * Math.sqrt((0.05 * 0.95) / 100), 12);
    expect(points.filter(({ rules }) => rules.length > 0)).toHaveLength(1);
  });

  it('begins anew where it is told to, each phase knowing nothing of the other', () => {
    const chart = phasedChart(p, 'western-electric', days([4, 6, 5, 5, 20, 22, 18, 20]), [
      { from: addDays(first, 4), frozenUntil: null },
    ]);
    expect(chart.phases.map(({ centre, baselinePoints }) => [centre, baselinePoints])).toEqual([
      [0.05, 4],
      [0.2, 4],
    ]);
    expect(chart.points.map(({ phase }) => phase)).toEqual([0, 0, 0, 0, 1, 1, 1, 1]);
    expect(chart.points.every(({ rules }) => rules.length === 0)).toBe(true);
  });

  it('judges what comes after a frozen baseline by it alone', () => {
    const start = { from: first, frozenUntil: addDays(first, 4) };
    const { points, phases } = phasedChart(p, 'western-electric', days([4, 6, 5, 5, 20, 22]), [start]);
    expect(phases).toEqual([{ start, baselinePoints: 4, centre: 0.05, sigmaZ: 1 }]);
    expect(points.map(({ rules }) => rules.includes(1))).toEqual([false, false, false, false, true, true]);
  });

  it('leaves holidays and the running day out of the limits, and judges the holidays', () => {
    const { points, phases } = phasedChart(
      p,
      'nelson',
      days([5, 40, 5, 5, 30], { 1: 'holiday', 3: 'too-few', 4: 'unfinished' }),
      [],
    );
    expect(phases[0]).toMatchObject({ baselinePoints: 2, centre: 0.05 });
    expect(points.map(({ rules }) => rules.includes(1))).toEqual([false, true, false, false, false]);
    expect(points[4]).toMatchObject({ value: 0.3, centre: 0.05 });
    expect(points[3]).toMatchObject({ value: null, centre: null, upper: null, count: 5 });
  });

  it('takes what there is where its baseline has no point, and has none at all without points', () => {
    const starts = [
      { from: first, frozenUntil: addDays(first, 1) },
      { from: addDays(first, 30), frozenUntil: null },
    ];
    const { phases } = phasedChart(countedCharts['laney-p'], 'nelson', days([5, 7, 9], { 0: 'holiday' }), starts);
    expect(phases[0]).toMatchObject({ baselinePoints: 2, centre: 0.08 });
    expect(phases[1]).toMatchObject({ baselinePoints: 0, centre: null });
    const running = phasedChart(countedCharts['laney-p'], 'nelson', days([5], { 0: 'unfinished' }), []);
    expect(running.phases[0]).toMatchObject({ baselinePoints: 1, centre: 0.05, sigmaZ: 1 });
    expect(phasedChart(p, 'nelson', [], [])).toEqual({ points: [], phases: [] });
  });

  it('keeps the week in which a phase begins with the one before', () => {
    const weeks = [0, 7, 14].map((n, index) => ({
      ...{ from: addDays(first, n), to: addDays(first, n + 7), count: [5, 9, 20][index]!, size: 100, excluded: null },
    }));
    const { points } = phasedChart(p, 'nelson', weeks, [{ from: addDays(first, 9), frozenUntil: null }]);
    expect(points.map(({ phase }) => phase)).toEqual([0, 0, 1]);
  });
});

describe('the chart of a figure', () => {
  it('is p of shares and u of counts over an exposure, the natural one first', () => {
    expect(chartsOf('complaint-rate')).toEqual(['p', 'laney-p']);
    expect(chartsOf('complaints-concerning')).toEqual(['u', 'laney-u']);
  });

  it('is none of means, counts, moments and inverse ratios', () => {
    for (const metric of ['asa', 'handled', 'training-coverage', 'calls-per-catch', 'attribute'] as const)
      expect([metric, chartsOf(metric)]).toEqual([metric, []]);
    expect(chartedMetrics).toEqual(
      expect.arrayContaining(['complaint-rate', 'csat', 'abandonment-rate', 'service-level-4', 'resolved-at-contact']),
    );
  });
});
