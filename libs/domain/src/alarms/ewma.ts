import { mustBeFinite, mustBePositive } from '../statistics/sound-input.js';
import type { ChartPoint } from './control-chart.js';

export interface EwmaPlan {
  /** The mean and standard deviation in control. */
  readonly centre: number;
  readonly sigma: number;
  /** The weight of the newest value, above 0 to 1. */
  readonly weight: number;
  /** How many sigmas of the average the limits lie off the centre. */
  readonly sigmas: number;
}

/**
 * The exponentially weighted moving average, which starts at the centre, with the exact limits of each point: narrow at
 * first, and soon about those of `ewmaSteadySigma`. Source: Montgomery, Introduction to Statistical Quality Control
 * (2009), section 9.2.
 */
export function ewma(values: readonly number[], plan: EwmaPlan): ChartPoint[] {
  const { centre, weight, sigmas } = plan;
  mustBePositive('The sigmas', sigmas);
  const steady = ewmaSteadySigma(plan);
  let average = centre;
  return values.map((value, n) => {
    mustBeFinite(`The value at point ${n + 1}`, value);
    average = weight * value + (1 - weight) * average;
    const sigma = steady * Math.sqrt(1 - (1 - weight) ** (2 * (n + 1)));
    return {
      ...{ position: n + 1, value: average, centre, sigma },
      ...{ lower: centre - sigmas * sigma, upper: centre + sigmas * sigma },
    };
  });
}

/** The same points with the limits that they come to in the end. */
export function withSteadyLimits(points: readonly ChartPoint[], plan: EwmaPlan): ChartPoint[] {
  const sigma = ewmaSteadySigma(plan);
  const spread = plan.sigmas * sigma;
  return points.map((point) => ({ ...point, sigma, lower: plan.centre - spread, upper: plan.centre + spread }));
}

/** The standard deviation of the average after many points. */
export function ewmaSteadySigma({ centre, sigma, weight }: EwmaPlan): number {
  mustBeFinite('The centre', centre);
  mustBePositive('Sigma', sigma);
  if (!(weight > 0 && weight <= 1)) throw new RangeError(`The weight must be above 0 to 1, and is ${weight}`);
  return sigma * Math.sqrt(weight / (2 - weight));
}
