import { poissonInterval } from '../statistics/exact-interval.js';
import type { Interval } from '../statistics/interval.js';
import { meanInterval } from '../statistics/mean-interval.js';
import { netPromoterScore } from '../statistics/net-promoter.js';
import { standardDeviationFromSums } from '../statistics/moments.js';
import { wilsonInterval } from '../statistics/wilson-interval.js';
import { amountOf, type AtomCounts } from './atom-name.js';
import type { MetricDefinition } from './metric-definition.js';
import { definitionOf, type MetricId } from './metric.js';

/** The answer to a question for a figure, without the moment it was asked. Rates are 0..1, durations seconds. */
export interface Figure {
  readonly numerator: number;
  /** Null for a plain count. */
  readonly denominator: number | null;
  /** How many cases the figure rests on: the denominator, or the count itself. */
  readonly n: number;
  /** Null where the denominator is 0: no data, never 0. */
  readonly value: number | null;
  readonly interval: Interval | null;
  /** Sample standard deviation of a mean's values (divisor n - 1). */
  readonly standardDeviation: number | null;
  readonly excluded: Readonly<Record<string, number>>;
  readonly beside: Readonly<Record<string, number>>;
  readonly definition: { readonly id: MetricId; readonly version: number };
}

/**
 * One figure from counted atoms: ratio of sums, Wilson interval for a proportion, exact Poisson interval for a ratio,
 * normal interval for a mean, and for the net promoter score by its own standard error. The same function serves tallies, rows, live messages and previews.
 */
export function figureFrom(id: MetricId, counts: AtomCounts): Figure {
  const metric = definitionOf(id);
  const numerator = amountOf(metric.numerator, counts);
  const denominator = metric.denominator && amountOf(metric.denominator, counts);
  const value =
    denominator === null ? numerator : denominator > 0 ? (numerator / denominator) * (metric.per ?? 1) : null;
  const isShare = isShareOfYes(id, denominator, counts);
  const standardDeviation =
    metric.squares && denominator
      ? standardDeviationFromSums(denominator, numerator, amountOf(metric.squares, counts))
      : null;
  return {
    numerator,
    denominator,
    n: denominator ?? numerator,
    value,
    interval:
      denominator && value !== null
        ? within(
            metric.scale,
            metric.isInverse
              ? inverse(poissonInterval(denominator, numerator))
              : metric.unit === 'net-share'
                ? netInterval(numerator, denominator, amountOf(metric.squares ?? {}, counts))
                : times(
                    metric.per ?? 1,
                    intervalOf(isShare ? 'proportion' : metric.kind, numerator, denominator, value, standardDeviation),
                  ),
          )
        : null,
    standardDeviation,
    excluded: amounts(metric.excluded ?? {}, counts),
    beside: Object.fromEntries(
      Object.keys(metric.beside ?? {}).map((atom) => [atom, counts[atom as keyof AtomCounts] ?? 0]),
    ),
    definition: { id, version: metric.version },
  };
}

/** Of an attribute that is a yes or no wherever it is known, the mean is the share of those with a yes. */
export const isShareOfYes = (id: MetricId, n: number | null, beside: AtomCounts): boolean =>
  definitionOf(id).isOfAttribute === true && n !== null && n > 0 && beside.attribute_yes_no === n;

/** No mean lies beyond the scale of its values, however few they are. */
function within(scale: MetricDefinition['scale'], interval: Interval | null): Interval | null {
  if (!scale || !interval) return interval;
  return { ...interval, low: Math.max(scale.low, interval.low), high: Math.min(scale.high, interval.high) };
}

/** Of so many for each, from that of how many for one. */
const inverse = (interval: Interval | null): Interval | null =>
  interval && interval.low > 0 ? { ...interval, low: 1 / interval.high, high: 1 / interval.low } : null;

const times = (per: number, interval: Interval | null): Interval | null =>
  interval && { ...interval, low: interval.low * per, high: interval.high * per };

/** Of answers that count 1, 0 or -1: how many, what they add up to, and how many of them are not 0. */
function netInterval(sum: number, n: number, decided: number): Interval {
  const [promoters, detractors] = [(decided + sum) / 2, (decided - sum) / 2];
  const { low, high } = netPromoterScore({ promoters, passives: n - decided, detractors });
  return { low, high, method: 'normal' };
}

function intervalOf(
  kind: 'proportion' | 'ratio' | 'mean' | 'count',
  numerator: number,
  denominator: number,
  value: number,
  standardDeviation: number | null,
): Interval | null {
  if (kind === 'proportion') return wilsonInterval(numerator, denominator);
  if (kind === 'ratio') return poissonInterval(numerator, denominator);
  return kind === 'mean' ? meanInterval(value, standardDeviation, denominator) : null;
}

/** Only what is there: a reason that excluded nothing is left out. */
function amounts(
  sums: Readonly<Record<string, Parameters<typeof amountOf>[0]>>,
  counts: AtomCounts,
): Record<string, number> {
  const counted = Object.entries(sums).map(([reason, sum]) => [reason, amountOf(sum, counts)] as const);
  return Object.fromEntries(counted.filter(([, amount]) => amount !== 0));
}
