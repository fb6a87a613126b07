import { normalDraw, uniformDraws } from '../testing/draws.js';
import { bernoulliCusum, bernoulliStart, bernoulliWeights } from './bernoulli-cusum.js';
import { pointsOutside } from './control-chart.js';
import { cusum, lastInControl, plainCusum } from './cusum.js';
import { ewma, ewmaSteadySigma, withSteadyLimits } from './ewma.js';

/** NIST/SEMATECH e-Handbook 6.3.2.3: group means about 325, k = 0.3175, h = 4.1959. */
const means = [
  ...[324.925, 324.675, 324.725, 324.35, 325.35, 325.225, 324.125, 324.525, 325.225, 324.6, 324.625, 325.15],
  ...[328.325, 327.25, 327.825, 328.5, 326.675, 327.775, 326.875, 328.35],
];

describe('the tabular CUSUM', () => {
  const plan = { target: 325, allowance: 0.3175, threshold: 4.1959 };

  it('sums as published, signals at 14, and says since when', () => {
    const points = cusum(means, plan);
    expect(points.slice(12).map(({ up }) => Math.round(up * 10_000) / 10_000)).toEqual([
      ...[3.0075, 4.94, 7.4475, 10.63, 11.9875, 14.445, 16.0025, 19.035],
    ]);
    const first = points.find(({ isUpSignal }) => isUpSignal)!;
    expect(first).toMatchObject({ position: 14, upFor: 2, isDownSignal: false });
    expect(lastInControl(first)).toBe(12);
    expect(points[7]!.down).toBeCloseTo(0.715, 10);
  });

  it('signals the other side by the mirrored values, and begins sooner with a head start', () => {
    const mirrored = cusum(
      means.map((mean) => 650 - mean),
      plan,
    );
    expect(mirrored.find(({ isDownSignal }) => isDownSignal)).toMatchObject({ position: 14, downFor: 2 });
    // 2.5 + 1 - 0.5, then as much again each time: past 5 at once where 0 needs more.
    const shifted = [11, 11, 11, 11, 11, 11, 11, 11, 11, 11, 11];
    const [fast, slow] = [2.5, 0].map((headStart) =>
      cusum(shifted, { target: 10, allowance: 0.5, threshold: 5, headStart }).findIndex(({ isUpSignal }) => isUpSignal),
    );
    expect([fast, slow]).toEqual([5, 10]);
  });

  it('does not signal on the threshold, whatever the last digits', () => {
    const points = cusum([0.1, 0.2, 0.3], { target: 0, allowance: 0, threshold: 0.6 });
    expect(points.some(({ isUpSignal }) => isUpSignal)).toBe(false);
    expect(() => cusum([1], { ...plan, allowance: -1 })).toThrow('The allowance must be at least 0, and is -1');
    expect(() => cusum([1, Number.NaN], plan)).toThrow('The value at point 2 must be a number');
  });

  /** Montgomery (2009) table 9.3: with k = 0.5 and h = 5 a shift of one sigma is found after 10.4 points. */
  it('finds a shift as soon as published, by simulation', () => {
    const draw = uniformDraws(101);
    const lengths = Array.from({ length: 2000 }, () => {
      const values = Array.from({ length: 80 }, () => 1 + normalDraw(draw));
      return 1 + cusum(values, { target: 0, allowance: 0.5, threshold: 5 }).findIndex(({ isUpSignal }) => isUpSignal);
    });
    expect(Math.abs(lengths.reduce((sum, length) => sum + length, 0) / 2000 - 10.4)).toBeLessThan(0.4);
  });

  it('without allowance is the plain sum of deviations', () => {
    expect(plainCusum([11, 9, 12], 10)).toEqual([1, 0, 2]);
  });
});

describe('the Bernoulli CUSUM', () => {
  const plan = { usual: 0.02, oddsRatio: 2, threshold: 4 };

  it('weighs a contact by how much likelier it is after the change', () => {
    const { complaint, other } = bernoulliWeights(plan);
    expect(complaint).toBeCloseTo(Math.log(2 / 1.02), 12);
    expect(other).toBeCloseTo(Math.log(1 / 1.02), 12);
    // The same from the rates: odds of 2 to 49 become 4 to 98, a rate of 4 in 102.
    expect(complaint).toBeCloseTo(Math.log(4 / 102 / 0.02), 12);
    expect(other).toBeCloseTo(Math.log(98 / 102 / 0.98), 12);
  });

  it('alarms at its threshold, goes on, and knows when it last was 0', () => {
    const two = { usual: 0.5, oddsRatio: 3, threshold: 2 * Math.log(1.5) };
    const told = [false, true, false, true, true, false, true];
    let state = bernoulliStart;
    const states = told.map((isComplaint) => (state = bernoulliCusum(state, isComplaint, two)));
    expect(states.map(({ isAlarm }) => isAlarm)).toEqual([false, false, false, false, true, false, false]);
    expect(states.map(({ lastAtZero }) => lastAtZero)).toEqual([1, 1, 3, 3, 3, 3, 3]);
    expect(states[4]).toMatchObject({ seen: 5, sum: expect.closeTo(2 * Math.log(1.5), 12) });
    expect(() => bernoulliWeights({ usual: 0, oddsRatio: 2 })).toThrow('The usual share must be between 0 and 1');
    expect(() => bernoulliWeights({ usual: 0.1, oddsRatio: 1 })).toThrow('The odds ratio must differ from 1');
  });

  /** The definition of the live alarm: at 2 % and an odds ratio of 2, h = 4 gives about 10,200 contacts and about 440. */
  it('has the false alarms and the delay that its definition promises, by simulation', () => {
    const draw = uniformDraws(2);
    const meanLength = (rate: number, runs: number): number => {
      let seen = 0;
      for (let run = 0; run < runs; run += 1) {
        let state = bernoulliStart;
        while (!state.isAlarm) state = bernoulliCusum(state, draw() < rate, plan);
        seen += state.seen;
      }
      return seen / runs;
    };
    expect(Math.abs(meanLength(0.02, 300) / 10_200 - 1)).toBeLessThan(0.15);
    expect(Math.abs(meanLength(4 / 102, 1500) / 440 - 1)).toBeLessThan(0.08);
  });
});

describe('the moving average', () => {
  it('moves by its weight, and its limits widen to those of the end', () => {
    const plan = { centre: 100, sigma: 10, weight: 0.25, sigmas: 3 };
    const points = ewma([120, 100, 140], plan);
    expect(points.map(({ value }) => value)).toEqual([105, 103.75, 112.8125]);
    expect(points[0]!.upper).toBeCloseTo(107.5, 12);
    expect(ewmaSteadySigma(plan)).toBeCloseTo(10 * Math.sqrt(1 / 7), 12);
    expect(pointsOutside(points)).toEqual([3]);
    expect(pointsOutside(withSteadyLimits(points, plan))).toEqual([3]);
    expect(pointsOutside(withSteadyLimits(points, { ...plan, sigmas: 4 }))).toEqual([]);
    expect(() => ewma([1], { ...plan, weight: 0 })).toThrow('The weight must be above 0 to 1, and is 0');
  });

  it('with a weight of 1 is each value itself, with the limits of single values', () => {
    const points = ewma([3, -4], { centre: 0, sigma: 1, weight: 1, sigmas: 3 });
    expect(points.map(({ value, lower, upper }) => [value, lower, upper])).toEqual([
      [3, -3, 3],
      [-4, -3, 3],
    ]);
  });

  it('varies as its sigma says, by simulation', () => {
    const draw = uniformDraws(55);
    const plan = { centre: 0, sigma: 1, weight: 0.2, sigmas: 3 };
    const fourth = Array.from({ length: 6000 }, () => {
      return ewma(
        [1, 2, 3, 4].map(() => normalDraw(draw)),
        plan,
      )[3]!;
    });
    const variance = fourth.reduce((sum, { value }) => sum + value * value, 0) / fourth.length;
    expect(Math.abs(Math.sqrt(variance) / fourth[0]!.sigma - 1)).toBeLessThan(0.03);
  });
});
