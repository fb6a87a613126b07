import { apart } from '../ui/chart/end-labels.js';
import { axisMost, columnsOf, dayPlot, limitSteps, lineThrough, marksOf } from './day-plot.js';

const quarter = 900_000;
const from = Date.parse('2026-11-23T08:00:00Z');
const stretch = (minutes: number, numerator: number, denominator: number) => ({
  from: new Date(from + minutes * 60_000).toISOString(),
  numerator,
  denominator,
});
const plot = dayPlot({ width: 950, from, to: from + 8 * 3_600_000, most: 0.07, span: quarter });

describe('the plot of a day', () => {
  it('has rates from zero on round steps, three to five of them', () => {
    expect(plot.rates).toEqual([0, 0.02, 0.04, 0.06, 0.08]);
    expect(plot.y(0)).toBe(plot.dims.height);
    expect(plot.y(0.08)).toBe(0);
  });

  it('labels fewer hours where there is less room, down to none too many', () => {
    expect(plot.times).toHaveLength(9);
    const narrow = dayPlot({ width: 300, from, to: from + 24 * 3_600_000, most: 0.07, span: quarter });
    expect(narrow.times.length * 46).toBeLessThanOrEqual(narrow.dims.width + 46);
  });

  it('labels days in their middle, the newest always', () => {
    const day = 86_400_000;
    const days = dayPlot({ width: 500, from, to: from + 28 * day, most: 0.07, span: day });
    expect(days.times.at(-1)).toBe(from + 27.5 * day);
    expect(days.times.length * 58).toBeLessThanOrEqual(days.dims.width + 58);
    expect((days.times[1]! - days.times[0]!) / day).toBe(4);
  });

  it('marks the middle of each stretch that has a rate', () => {
    const marks = marksOf(plot, [stretch(0, 1, 50), stretch(15, 0, 4), stretch(30, 3, 50)]);
    expect(marks.map(({ x }) => Math.round(x))).toEqual([
      Math.round(plot.x(from + quarter / 2)),
      Math.round(plot.x(from + 2.5 * quarter)),
    ]);
    expect(marks[1]?.y).toBeCloseTo(plot.y(0.06), 6);
  });

  it('knows a rate beyond the limit of its own number of contacts', () => {
    const limits = new Map([
      [50, 0.1],
      [200, 0.06],
    ]);
    const marks = marksOf(plot, [stretch(0, 4, 50), stretch(15, 14, 200), stretch(30, 12, 200)], limits);
    expect(marks.map(({ isBeyond }) => isBeyond)).toEqual([false, true, false]);
  });

  it('puts the running stretch no later than now', () => {
    const now = from + 4 * 60_000;
    expect(marksOf(plot, [stretch(0, 1, 50)], new Map(), now)[0]?.x).toBeCloseTo(plot.x(now), 6);
    expect(marksOf(plot, [stretch(0, 1, 50)], new Map(), from + 2 * quarter)[0]?.x).toBeCloseTo(
      plot.x(from + quarter / 2),
      6,
    );
  });

  it('joins what follows on each other, and breaks the line where a stretch has no rate', () => {
    const marks = marksOf(plot, [stretch(0, 1, 50), stretch(15, 1, 50), stretch(30, 0, 4), stretch(45, 1, 50)]);
    // What stands alone is a dot.
    expect(lineThrough(plot, marks).match(/[MLh]/g)?.join('')).toBe('MLMh');
    const far = marksOf(plot, [stretch(0, 1, 50), stretch(240, 1, 50), stretch(255, 1, 50)]);
    expect(lineThrough(plot, far).match(/[MLh]/g)?.join('')).toBe('MhML');
  });

  it('joins days over a change of the clock', () => {
    const day = 24 * 60;
    const days = dayPlot({ width: 950, from, to: from + 3 * 86_400_000, most: 0.07, span: 86_400_000 });
    const marks = marksOf(days, [stretch(0, 1, 50), stretch(day + 60, 1, 50), stretch(2 * day, 1, 50)]);
    expect(lineThrough(days, marks).match(/[MLh]/g)?.join('')).toBe('MLL');
  });

  it('lets a limit beyond the axis leave the plot', () => {
    const limits = new Map([
      [50, 0.06],
      [6, 0.5],
    ]);
    const path = limitSteps(plot, [stretch(0, 1, 50), stretch(15, 1, 6), stretch(30, 1, 50)], limits);
    const level = plot.y(0.06).toFixed(1);
    const [first, last] = [plot.x(from + quarter), plot.x(from + 2 * quarter)].map((x) => x.toFixed(1));
    expect(path).toBe(`M0.0 ${level}H${first}V0M${last} 0V${level}H${plot.x(from + 3 * quarter).toFixed(1)}`);
  });

  it('has room for limits a little above the rates, not for those far above', () => {
    expect(axisMost([0.05], 0.02, [0.07, 0.6])).toBe(0.07);
    expect(axisMost([0.05], 0.02, [0.6])).toBe(0.05);
    expect(axisMost([], null, [])).toBe(0.02);
  });

  it('draws the limits in steps, with a gap where there is no rate', () => {
    const limits = new Map([
      [50, 0.06],
      [60, 0.04],
      [2, 0.5],
    ]);
    const path = limitSteps(
      plot,
      [stretch(0, 1, 50), stretch(15, 1, 60), stretch(30, 0, 2), stretch(45, 1, 50)],
      limits,
    );
    expect(path.match(/[MVH]/g)?.join('')).toBe('MHVHMH');
  });

  it('draws the contacts as columns, the highest over the whole strip', () => {
    const [low, high] = columnsOf(plot, [stretch(0, 0, 30), stretch(15, 0, 60)]);
    expect(high?.height).toBe(plot.stripHeight);
    expect(low?.height).toBe(plot.stripHeight / 2);
    expect((high?.x ?? 0) - (low?.x ?? 0)).toBeCloseTo(plot.x(from + quarter) - plot.x(from), 6);
  });
});

describe('the labels at the ends of the lines', () => {
  it('keep their order and do not lie on each other', () => {
    const labels = apart([
      { of: 'usual', text: 'usual', y: 100 },
      { of: 'before', text: 'last week', y: 98 },
      { of: 'limit', text: 'limit', y: 20 },
    ]);
    expect(labels.map(({ of, y }) => [of, y])).toEqual([
      ['limit', 20],
      ['before', 98],
      ['usual', 111],
    ]);
  });
});
