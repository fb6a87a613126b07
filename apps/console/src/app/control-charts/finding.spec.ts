import type { ControlChartPoint } from '@forecall/contracts';
import { addDays } from '@forecall/domain';
import { chartFinding } from './finding.js';

const points = (...given: readonly Partial<ControlChartPoint>[]): ControlChartPoint[] =>
  given.map((point, n) => ({
    ...{ from: addDays('2026-11-02', n), to: addDays('2026-11-02', n + 1), numerator: 5, denominator: 100 },
    ...{ value: 0.05, centre: 0.05, lower: 0, upper: 0.12, phase: 0, rules: [], excluded: null, ...point },
  }));
const above = (rules: number[] = []) => ({ value: 0.07, rules });

describe('the finding of a control chart', () => {
  it('is nothing where all is within its limits', () => {
    expect(
      chartFinding(points({}, {}, { value: null, excluded: 'too-few' }, { excluded: 'unfinished' }), 'nelson'),
    ).toEqual({
      ...{ points: 2, beyond: 0, run: null, others: 0 },
    });
  });

  it('counts what lies beyond, and each other point that meets another rule once', () => {
    const found = chartFinding(
      points({ value: 0.2, rules: [1, 2] }, { rules: [2, 3] }, { rules: [3] }, {}),
      'western-electric',
    );
    expect(found).toMatchObject({ points: 4, beyond: 1, others: 2 });
  });

  it('tells the last run from its first point, as far as it goes', () => {
    const run = [{ value: 0.03 }, ...Array.from({ length: 7 }, () => above()), above([4]), above([4])];
    expect(chartFinding(points(...run), 'western-electric').run).toEqual({
      ...{ from: '2026-11-03', to: '2026-11-11', count: 9, side: 'above', isOn: true },
    });
    expect(chartFinding(points(...run, {}), 'western-electric').run).toMatchObject({ count: 9, isOn: false });
    // The fourth rule of Nelson is another.
    expect(chartFinding(points(...run), 'nelson')).toMatchObject({ run: null, others: 2 });
  });

  it('ends a run where a phase begins', () => {
    const low = { value: 0.01, phase: 1 };
    const run = [{ value: 0.01 }, low, low, { ...low, rules: [2] }];
    expect(chartFinding(points(...run), 'nelson').run).toMatchObject({ count: 3, side: 'below' });
  });
});
