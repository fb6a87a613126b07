import {
  bernoulliCusum,
  type BernoulliCusum,
  bernoulliStart,
  bernoulliWeights,
  type ChartPoint,
  cusum,
  dispersionTest,
  ewma,
  lastInControl,
  plainCusum,
  pointsOutside,
  withSteadyLimits,
} from '@forecall/domain';
import { z } from 'zod';
import { type ChartItem, valuesOf } from './chart-item.js';
import type { Ours } from './compared-keys.js';
import { isFields } from './reading.js';

/** Our figures of charts that remember, and of the test for overdispersion; undefined for anything else. */
export function sequentialFigures(item: ChartItem): Ours | undefined {
  const { chart } = item;
  if (/ewma/.test(chart)) return averageFigures(item);
  if (/bernoulli/.test(chart)) return bernoulliFigures(item);
  if (/plain cum/.test(chart)) return { s: plainCusum(valuesOf(item.inputs), z.number().parse(item.inputs.target)) };
  if (/cusum/.test(chart)) return sumFigures(item);
  return /dispersion/.test(chart) ? dispersionFigures(item) : undefined;
}

const Average = z.object({ target: z.number(), sigma: z.number(), lam: z.number(), L: z.number().default(3) });

function averageFigures({ inputs, options }: ChartItem): Ours {
  const given = { lam: inputs.lambda, target: inputs.center ?? inputs.centre, ...inputs };
  const { target, sigma, lam, L } = Average.parse(given);
  const plan = { centre: target, sigma, weight: lam, sigmas: L };
  const exact = ewma(valuesOf(inputs), plan);
  const steady = withSteadyLimits(exact, plan);
  const [ucl, lcl] = [(points: readonly ChartPoint[]) => points.map(({ upper }) => upper), lowers];
  const [last] = steady;
  const general = /asymptotic|steady/.test(options) ? steady : exact;
  return {
    ...{ ewma: exact.map(({ value }) => value), sigma_z: exact.map((point) => point.sigma) },
    ...{ ucl_exact: ucl(exact), lcl_exact: lcl(exact), ucl_asymptotic: ucl(steady), lcl_asymptotic: lcl(steady) },
    ...{ ucl_steady: ucl(steady), lcl_steady: lcl(steady) },
    // Of limits that differ by point one number can only be the one that they come to.
    ucl: (theirs) => (Array.isArray(theirs) ? ucl(exact) : (last?.upper ?? null)),
    lcl: (theirs) => (Array.isArray(theirs) ? lcl(exact) : (last?.lower ?? null)),
    ...{ out_of_limits_exact: pointsOutside(exact), out_of_limits_asymptotic: pointsOutside(steady) },
    out_of_limits: pointsOutside(general),
  };
}

const lowers = (points: readonly ChartPoint[]): number[] => points.map(({ lower }) => lower);

const Sums = z.object({
  ...{ target: z.number(), sigma: z.number().default(1) },
  ...{ K: z.number().optional(), H: z.number().optional(), k: z.number().optional(), h: z.number().optional() },
  head_start: z.number().optional(),
  fir: z.boolean().optional(),
});

/** Montgomery's letters: K and H are in the unit of the values, unless the item says sigmas; k and h always are. */
function sumFigures({ inputs, options }: ChartItem): Ours {
  const { target, sigma, K, H, k = 0.5, h = 5, head_start, fir } = Sums.parse(inputs);
  const unit = /sigma/i.test(options) ? sigma : 1;
  const threshold = H === undefined ? h * sigma : H * unit;
  const isFast = fir === true || /\bfir\b|fast initial|head ?start/i.test(options);
  const headStart = head_start ?? (isFast ? threshold / 2 : 0);
  const points = cusum(valuesOf(inputs), {
    target,
    allowance: K === undefined ? k * sigma : K * unit,
    threshold,
    headStart,
  });
  const signals = points.filter(({ isUpSignal, isDownSignal }) => isUpSignal || isDownSignal);
  const [first] = signals;
  const at = (some: typeof points): number[] => some.map(({ position }) => position);
  return {
    ...{ c_plus: points.map(({ up }) => up), c_minus: points.map(({ down }) => down) },
    ...{ n_plus: points.map(({ upFor }) => upFor), n_minus: points.map(({ downFor }) => downFor) },
    ...{ signals: at(signals), first_signal: first?.position ?? null },
    last_in_control: first ? lastInControl(first) : null,
    signals_up: at(points.filter(({ isUpSignal }) => isUpSignal)),
    signals_down: at(points.filter(({ isDownSignal }) => isDownSignal)),
  };
}

const Bernoulli = z.object({ p0: z.number(), OR: z.number(), h: z.number() });

function bernoulliFigures({ inputs }: ChartItem): Ours {
  const { p0, OR, h } = Bernoulli.parse({ OR: inputs.odds_ratio, ...inputs });
  const plan = { usual: p0, oddsRatio: OR, threshold: h };
  const states: BernoulliCusum[] = [];
  for (const value of valuesOf(inputs)) states.push(bernoulliCusum(states.at(-1) ?? bernoulliStart, value === 1, plan));
  const { complaint, other } = bernoulliWeights(plan);
  const signals = states.filter(({ isAlarm }) => isAlarm);
  return {
    ...{ s: states.map(({ sum }) => sum), signals: signals.map(({ seen }) => seen) },
    ...{ w_complaint: complaint, w_1: complaint, w_other: other, w_0: other },
    ...{ first_signal: signals[0]?.seen ?? null, last_in_control: signals[0]?.lastAtZero ?? null },
  };
}

const Samples = z.object({ x: z.array(z.number()).min(2), size: z.number().optional() });

/** One set of samples, or several by name. */
function dispersionFigures({ inputs }: ChartItem): Ours {
  const sets = Array.isArray(inputs.x) ? { '': inputs } : inputs;
  return Object.fromEntries(
    Object.entries(sets).flatMap(([name, set]): [string, number][] => {
      if (!isFields(set)) return [];
      const { x, size } = Samples.parse(set);
      const { ratio, statistic, probability } = dispersionTest(x, size);
      const path = name === '' ? '' : `${name} `;
      return [
        [`${path}ratio`, ratio],
        [`${path}D`, statistic],
        [`${path}p`, probability],
      ];
    }),
  );
}
