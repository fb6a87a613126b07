import {
  type ControlMark,
  controlPlot,
  limitSteps,
  lineThrough,
  shownMarks,
  stripColumns,
  usualLines,
} from './control-chart-plot.js';
import { clearOf, freestAlong, placeWords, textWidth } from './plot-words.js';

const day = 86_400_000;
const start = Date.parse('2026-11-02');

const marksOf = (given: readonly Partial<ControlMark>[]): ControlMark[] =>
  given.map((mark, n) => ({
    ...{ key: String(n), from: start + n * day, to: start + (n + 1) * day, value: 0.05, centre: 0.05 },
    ...{
      lower: 0,
      upper: 0.1,
      n: 100,
      phase: 0,
      sign: 'plain',
      isOpen: false,
      hit: null,
      name: '',
      lines: [],
      ...mark,
    },
  }));
const none = { value: null, centre: null, lower: null, upper: null };
/** One pixel an hour, a hundred for each percent. */
const scales = { x: (at: number) => (at - start) / 3_600_000, y: (value: number) => 1000 - value * 10_000 } as never;

describe('the geometry of a control chart', () => {
  it('begins at zero for rates of events, and has room for its limits but not for those far away', () => {
    const plot = controlPlot({ width: 700, marks: marksOf([{}, { upper: 0.08 }, { upper: 0.9 }]), fromZero: true });
    expect(plot.y.domain()[0]).toBe(0);
    expect(plot.y.domain()[1]).toBeGreaterThanOrEqual(0.08);
    expect(plot.y.domain()[1]).toBeLessThan(0.2);
    expect(plot.values.length).toBeGreaterThanOrEqual(3);
  });

  it('makes no room for what is not over yet, unless there is nothing else', () => {
    const most = (...given: Partial<ControlMark>[]) =>
      controlPlot({ width: 700, marks: marksOf(given), fromZero: true }).y.domain()[1];
    expect(most({}, { value: 0.6, isOpen: true })).toBe(most({}));
    expect(most({ value: 0.6, isOpen: true })).toBeGreaterThan(0.6);
  });

  it('may have an axis that is cut about shares far from zero, within 0 to 1', () => {
    const marks = marksOf([
      { value: 0.86, centre: 0.85, lower: 0.7, upper: 1 },
      { value: 0.8, centre: 0.85, lower: 0.72, upper: 0.98 },
    ]);
    const [low, high] = controlPlot({ width: 700, marks, fromZero: false }).y.domain();
    expect(low).toBeGreaterThan(0.5);
    expect(high).toBeLessThanOrEqual(1);
    const [same] = controlPlot({
      width: 700,
      marks: marksOf([{ lower: null, upper: null }]),
      fromZero: false,
    }).y.domain();
    expect(same).toBeLessThan(0.05);
  });

  it('writes times in steps of weeks where days have no room, the last one always', () => {
    const plot = controlPlot({ width: 700, marks: marksOf(Array.from({ length: 56 }, () => ({}))), fromZero: true });
    expect(plot.times.at(-1)).toBe(start + 55.5 * day);
    expect(plot.times.at(-1)! - plot.times.at(-2)!).toBe(7 * day);
    expect(plot.x.range()[1]).toBe(700 - 46 - 104);
    expect(controlPlot({ width: 360, marks: marksOf([{}]), fromZero: true }).x.range()[1]).toBe(286);
  });

  it('joins the points of a phase over days off, and breaks at a phase and where too little was counted', () => {
    const marks = marksOf([{}, {}, { phase: 1 }, none, { phase: 1 }, { phase: 1 }]);
    expect(lineThrough(scales, marks)).toBe('M12.0 500.0L36.0 500.0M60.0 500.0h0M108.0 500.0L132.0 500.0');
    expect(lineThrough(scales, marksOf([{}, {}, { isOpen: true }]))).toBe('M12.0 500.0L36.0 500.0');
    expect(lineThrough(scales, [marks[0]!, marks[1]!, { ...marks[5]!, phase: 0 }])).toContain('L132.0');
  });

  it('steps with n, half-way over days off, and leaves the lower limit out at 0', () => {
    const marks = marksOf([{ upper: 0.1 }, {}, { upper: 0.08, lower: 0.02 }]);
    expect(limitSteps(scales, [marks[0]!, marks[2]!])).toBe('M0.0 0.0H36.0V200.0H72.0M36.0 800.0H72.0');
    expect(limitSteps(scales, marksOf([{}, { phase: 1 }]))).toBe('M0.0 0.0H24.0M24.0 0.0H48.0');
    expect(limitSteps(scales, marksOf([{}, none, {}]))).toBe('M0.0 0.0H24.0M48.0 0.0H72.0');
  });

  it('has one usual line for each phase', () => {
    const lines = usualLines(scales, marksOf([{}, {}, { phase: 1, centre: 0.08 }, { ...none, phase: 1 }]));
    expect(lines).toEqual([
      { phase: 0, from: 0, to: 48, y: 500, centre: 0.05 },
      { phase: 1, from: 48, to: 72, y: 200, centre: 0.08 },
    ]);
  });

  it('has a column for each stretch, also where too little was counted', () => {
    const marks = marksOf([{ n: 50 }, { n: 100 }, { ...none, n: 2 }]);
    const columns = stripColumns(controlPlot({ width: 700, marks, fromZero: true }), marks);
    expect(columns.map(({ height }) => height)).toEqual([17, 34, expect.closeTo(0.68, 6)]);
  });

  it('draws of many points those that say something, and the last', () => {
    const many = marksOf(
      Array.from({ length: 300 }, (_, n) => ({ sign: n === 7 ? 'beyond' : n === 9 ? 'rule' : 'plain' }) as const),
    );
    const plot = controlPlot({ width: 700, marks: many, fromZero: true });
    expect(shownMarks(plot, many).map(({ key }) => key)).toEqual(['7', '9', '299']);
    expect(shownMarks(controlPlot({ width: 3000, marks: many, fromZero: true }), many)).toHaveLength(300);
  });
});

describe('the words of lines', () => {
  it('stand to the right of their line, before it near the end, and in rows where they would meet', () => {
    const placed = placeWords(
      [
        { key: 'a', x: 10, text: 'new price list' },
        { key: 'b', x: 50, text: 'charged twice' },
        { key: 'c', x: 290, text: 'today' },
      ],
      300,
      2,
    );
    expect(placed.map(({ key, row, anchor, shown }) => [key, row, anchor, shown])).toEqual([
      ['a', 0, 'start', 'new price list'],
      ['b', 1, 'start', 'charged twice'],
      ['c', 0, 'end', 'today'],
    ]);
  });

  it('are cut where there is no room, Han being wider', () => {
    const [one] = placeWords([{ key: 'a', x: 0, text: 'a text that is far too long' }], 60, 1);
    expect(one!.shown).toMatch(/^a text.*…$/);
    expect(textWidth(one!.shown)).toBeLessThanOrEqual(60);
    expect(textWidth('控制图')).toBe(36);
    // What is left of it would say nothing.
    expect(placeWords([{ key: 'a', x: 0, text: '11月29日 警报' }], 26, 1)[0]!.shown).toBe('');
    expect(
      placeWords(
        [
          { key: 'a', x: 0, text: 'long' },
          { key: 'b', x: 4, text: 'gone' },
        ],
        60,
        1,
      )[1]!.shown,
    ).toBe('');
  });

  it('stand clear of the line: beside its points, and along a level where it does not pass', () => {
    const line = [
      { x: 0, y: 90 },
      { x: 20, y: 60 },
      { x: 40, y: 95 },
    ];
    expect(clearOf(line, { x: 20, y: 60 }, 30, 'above', 100)).toBe(51);
    expect(clearOf(line, { x: 20, y: 60 }, 5, 'below', 100)).toBe(77);
    // Below there is no room.
    expect(clearOf(line, { x: 40, y: 95 }, 5, 'below', 100)).toBe(86);
    expect(
      freestAlong(
        [
          { x: 0, y: 45 },
          { x: 30, y: 45 },
        ],
        { from: 0, to: 100, y: 50 },
        40,
      ),
    ).toBe(40);
  });
});
