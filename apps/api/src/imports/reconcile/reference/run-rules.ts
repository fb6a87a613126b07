import { cusum, ewma, ruleHits, type RuleSet } from '@forecall/domain';
import { z } from 'zod';
import { compareKeys } from './compared-keys.js';
import { each, type Fields, found, isFields, isListOf, type Reader, type Reading, together } from './reading.js';

const numbers = z.array(z.number()).min(1);
const Pattern = z.object({
  x: numbers,
  rule: z.union([z.string(), z.number()]).optional(),
  ...{ center: z.number().default(0), sigma: z.number().default(1) },
});

/** Lists of points with the positions where rules of a set are met. */
export const readRules =
  (set: RuleSet): Reader =>
  (part) =>
    isListOf(part, (item) => 'x' in item) ? each(part, (item, name) => comparePattern(set, item, name)) : undefined;

function comparePattern(set: RuleSet, item: Fields, name: string): Reading {
  const { x, rule, center, sigma } = Pattern.parse(item);
  const scores = x.map((value) => (value - center) / sigma);
  const readings: Reading[] = [];
  if ('at' in item || !('at_by_rule' in item)) {
    const known = ruleHits(set, scores).find((hits) => hits.rule === Number.parseInt(String(rule ?? ''), 10));
    readings.push(
      known
        ? compareKeys(`${name} rule ${known.rule}`, { at: [...known.positions] }, { computed: { at: item.at } })
        : found({ notKnown: [`${name} rule ${JSON.stringify(rule)}`] }),
    );
  }
  if (isFields(item.at_by_rule)) {
    const ours = Object.fromEntries(ruleHits(set, scores).map((hits) => [String(hits.rule), [...hits.positions]]));
    readings.push(compareKeys(`${name} rule`, ours, { computed: item.at_by_rule }));
  }
  return together(readings);
}

const Average = z.object({ x: numbers, center: z.number(), sigma: z.number(), lam: z.number(), L: z.number() });

/** Lists of points with their moving average. */
export const readAverages: Reader = (part) =>
  isListOf(part, (item) => 'x' in item && ('lam' in item || 'lambda' in item))
    ? each(part, (item, name) => {
        const { x, center, sigma, lam, L } = Average.parse({ lam: item.lambda, L: 3, ...item });
        const points = ewma(x, { centre: center, sigma, weight: lam, sigmas: L });
        const ours = {
          ewma: points.map(({ value }) => value),
          sigma_z: points.map((point) => point.sigma),
          ucl: points.map(({ upper }) => upper),
          lcl: points.map(({ lower }) => lower),
        };
        return compareKeys(name, ours, theirsOf(item, ['x', 'center', 'sigma', 'lam', 'lambda', 'L']));
      })
    : undefined;

const Sums = z.object({
  x: numbers,
  ...{ center: z.number().default(0), sigma: z.number().default(1), shift: z.number().default(1), H: z.number() },
});

/** Lists of points with their sums of both sides in sigmas, that of the lower side below 0. */
export const readSums: Reader = (part) =>
  isListOf(part, (item) => 'x' in item && 'H' in item)
    ? each(part, (item, name) => {
        const { x, center, sigma, shift, H } = Sums.parse(item);
        const scores = x.map((value) => (value - center) / sigma);
        const points = cusum(scores, { target: 0, allowance: shift / 2, threshold: H });
        const ours = {
          pos: points.map(({ up }) => up),
          neg: points.map(({ down }) => (down === 0 ? 0 : -down)),
          signals_up: points.filter(({ isUpSignal }) => isUpSignal).map(({ position }) => position),
          signals_down: points.filter(({ isDownSignal }) => isDownSignal).map(({ position }) => position),
        };
        return compareKeys(name, ours, theirsOf(item, ['x', 'center', 'sigma', 'shift', 'H']));
      })
    : undefined;

function theirsOf(item: Fields, inputs: readonly string[]) {
  const { published, ...rest } = item;
  return {
    computed: Object.fromEntries(Object.entries(rest).filter(([key]) => key !== 'id' && !inputs.includes(key))),
    published,
  };
}
