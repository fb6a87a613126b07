import { binomialDraw, normalDraw, uniformDraws } from '../testing/draws.js';
import { cChart, individualsChart, laneyChart, pChart, uChart } from './chart-kind.js';
import { controlChart, pointsOnLimit, pointsOutside } from './control-chart.js';
import { chartRuleHits } from './run-rules.js';

/** Montgomery, Introduction to Statistical Quality Control (2009), table 7.4: purchase orders of 25 weeks. */
const orders = [
  ...[100, 80, 80, 100, 110, 110, 100, 100, 90, 90, 110, 120, 120, 120, 110, 80, 80, 80, 90, 100, 100, 100, 100, 90],
  90,
];
const wrong = [12, 8, 6, 9, 10, 12, 11, 16, 10, 6, 20, 15, 9, 8, 6, 8, 10, 7, 5, 8, 5, 8, 10, 6, 9];
const weeks = orders.map((size, n) => ({ size, count: wrong[n]! }));

/** NIST/SEMATECH e-Handbook 6.3.2.2: ten flow rates. */
const flow = [49.6, 47.6, 49.9, 51.3, 47.8, 51.2, 52.6, 52.4, 53.6, 52.1];

describe('a p chart', () => {
  it('of samples of unequal size is as published', () => {
    const { points } = controlChart(pChart, weeks);
    expect(points[0]!.centre).toBeCloseTo(234 / 2450, 12);
    expect([points[0]!.upper, points[0]!.lower].map((limit) => Number(limit.toFixed(3)))).toEqual([0.184, 0.007]);
    expect(pointsOutside(points)).toEqual([11]);
  });

  it('never leaves 0 to 1, and may have a given centre line', () => {
    const { points } = controlChart(pChart, [{ count: 1, size: 4 }], { centre: 0.9, sigmas: 2 });
    expect(points[0]).toMatchObject({ centre: 0.9, upper: 1, lower: expect.closeTo(0.6, 12) });
    expect(controlChart(pChart, [{ count: 0, size: 9 }]).points[0]).toMatchObject({ lower: 0, upper: 0, value: 0 });
  });

  it('is refused of what is no share, by its point', () => {
    expect(() => controlChart(pChart, [weeks[0]!, { count: 5, size: 4 }])).toThrow(
      'The count at point 2 must be a whole number from 0 to 4, and is 5',
    );
    expect(() => controlChart(pChart, [{ count: 0, size: 0 }])).toThrow('The size at point 1 must be');
    expect(() => controlChart(pChart, [])).toThrow('The points of a chart must be');
    expect(() => controlChart(pChart, weeks, { restarts: [26] })).toThrow('The restart of a phase must be');
    expect(() => controlChart(pChart, weeks, { excluded: [25], restarts: [25] })).toThrow(
      'The phase from point 25 on has no point in its baseline',
    );
  });
});

describe('charts of counts', () => {
  it('have Poisson limits: 9 on average lie within 0 and 18', () => {
    const { points } = controlChart(cChart, [9, 18, 0, 9]);
    expect(points[0]).toMatchObject({ centre: 9, lower: 0, upper: 18 });
    expect(pointsOutside(points)).toEqual([]);
    expect(pointsOnLimit(points)).toEqual([2, 3]);
    expect(pointsOutside(controlChart(cChart, [9, 19, 9, 0], { centre: 9 }).points)).toEqual([2]);
  });

  it('over unequal exposure have limits of their own at each point', () => {
    const counted = [
      { count: 4, size: 1 },
      { count: 12, size: 4 },
    ];
    const { points } = controlChart(uChart, counted);
    expect(points[0]).toMatchObject({ value: 4, centre: 3.2, upper: expect.closeTo(3.2 + 3 * Math.sqrt(3.2), 12) });
    expect(points[1]!.upper).toBeCloseTo(3.2 + 3 * Math.sqrt(0.8), 12);
  });
});

describe('a chart of single values', () => {
  it('is as published', () => {
    const [point] = controlChart(individualsChart, flow).points;
    expect(point!.centre).toBeCloseTo(50.81, 10);
    expect([point!.upper, point!.lower].map((limit) => Number(limit.toFixed(4)))).toEqual([55.8041, 45.8159]);
  });

  it('judges later points by a frozen baseline, and begins anew at a restart', () => {
    const values = [...flow, 57, 40, ...flow.map((value) => value + 20)];
    const { phases, points } = controlChart(individualsChart, values, { baseline: 10, restarts: [13] });
    expect(phases.map(({ baseline }) => [baseline[0], baseline.at(-1)])).toEqual([
      [1, 10],
      [13, 22],
    ]);
    expect(pointsOutside(points)).toEqual([11, 12]);
    expect(points[12]).toMatchObject({ position: 13, centre: expect.closeTo(70.81, 10) });
    expect(points[12]!.upper - points[11]!.upper).toBeCloseTo(20, 10);
  });

  it('leaves what is excluded out of its baseline, with both of its ranges', () => {
    const { phases } = controlChart(individualsChart, [1, 2, 90, 4, 5], { excluded: [3] });
    expect(phases[0]).toMatchObject({ baseline: [1, 2, 4, 5], centre: 3, sigmaZ: expect.closeTo(1 / 1.128, 12) });
    expect(() => controlChart(individualsChart, [1, 2, 3], { excluded: [2] })).toThrow(
      'The phase from point 1 on has no two neighbouring points in its baseline',
    );
  });
});

describe("Laney's chart", () => {
  const draw = uniformDraws(17);
  const samples = (spread: number) =>
    Array.from({ length: 400 }, () => {
      const size = 2000 + Math.floor(draw() * 500);
      return { size, count: binomialDraw(draw, size, 0.2 + spread * normalDraw(draw)) };
    });

  it('widens by how much neighbours differ beyond chance, by simulation', () => {
    // Chance gives a standard deviation of about 0.0084; 0.02 beside it makes 2.6 times that.
    const { phases } = controlChart(laneyChart(pChart), samples(0.02));
    expect(phases[0]!.sigmaZ).toBeGreaterThan(2.3);
    expect(phases[0]!.sigmaZ).toBeLessThan(2.9);
    expect(Math.abs(controlChart(laneyChart(pChart, 'as-seen'), samples(0)).phases[0]!.sigmaZ - 1)).toBeLessThan(0.12);
  });

  it('is never narrower than chance, but as printed', () => {
    const even = Array.from({ length: 12 }, (_, n) => ({ count: 20 + (n % 2), size: 100 }));
    const [plain, laney, printed] = [pChart, laneyChart(pChart), laneyChart(pChart, 'as-seen')].map(
      (kind) => controlChart(kind, even).points,
    );
    expect(laney).toEqual(plain);
    expect(printed![0]!.upper).toBeLessThan(plain![0]!.upper);
    const wide = Array.from({ length: 12 }, (_, n) => ({ count: n % 2 === 0 ? 5 : 45, size: 3 }));
    expect(controlChart(laneyChart(uChart), wide).points[0]!.upper).toBeGreaterThan(
      controlChart(uChart, wide).points[0]!.upper,
    );
  });
});

describe('run rules on a chart', () => {
  it('end with a phase', () => {
    const values = [...Array.from({ length: 14 }, (_, n) => (n < 7 ? 4 : 6)), ...Array.from({ length: 8 }, () => 9), 1];
    const whole = chartRuleHits('western-electric', controlChart(cChart, values, { centre: 5 }));
    expect(whole[3]).toEqual({ rule: 4, positions: [15, 16, 17, 18, 19, 20, 21, 22] });
    const parted = chartRuleHits('western-electric', controlChart(cChart, values, { centre: 5, restarts: [15] }));
    expect(parted[3]).toEqual({ rule: 4, positions: [22] });
  });
});
