import { lineOf, type SeriesPoint, seriesPlot } from './series.js';

const point = (key: string, value: number | null, high: number | null = null): SeriesPoint => ({
  ...{ key, label: key, name: key, value, low: null, high, n: 10, before: null, lines: [] },
});

describe('a series', () => {
  it('begins at zero, and an interval of few cases does not flatten it', () => {
    const { y } = seriesPlot([point('a', 0.1, 0.9), point('b', 0.2, 0.3)], 600, { hasStrip: true });
    expect(y.domain()[0]).toBe(0);
    expect(y.domain()[1]).toBeLessThan(0.5);
    expect(seriesPlot([point('a', null)], 600, { hasStrip: false }).y.domain()).toEqual([0, 1]);
  });

  it('has room for what the whole is compared with', () => {
    expect(seriesPlot([point('a', 0.1)], 600, { hasStrip: true, level: 0.5 }).y.domain()[1]).toBeGreaterThanOrEqual(
      0.5,
    );
  });

  it('of what may lie below zero has room for it, and zero on its axis', () => {
    const points = [{ ...point('a', -0.2, 0.1), low: -0.5 }, point('b', -0.1)];
    const [low = 0, high = 0] = seriesPlot(points, 600, { hasStrip: true, isSigned: true }).y.domain();
    expect(low).toBeLessThanOrEqual(-0.5);
    expect(high).toBeGreaterThanOrEqual(0.1);
    expect(seriesPlot([point('a', -1)], 600, { hasStrip: true, isSigned: true }).y.domain()).toEqual([-1, 0]);
  });

  it('has room between its labels', () => {
    const many = Array.from({ length: 100 }, (_, n) => point(String(n), n));
    const { step, every } = seriesPlot(many, 400, { hasStrip: false });
    expect(step * every).toBeGreaterThanOrEqual(68);
  });

  it('is broken where a value is missing, and a lone value is a dot', () => {
    const plot = { x: (index: number) => index, y: ((value: number) => value) as never };
    expect(lineOf(plot, [1, 2, null, 3])).toBe('M0.0 1.0L1.0 2.0M3.0 3.0h0');
  });
});
