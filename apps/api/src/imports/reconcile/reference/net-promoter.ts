import { netPromoterScore, zOfLevel } from '@forecall/domain';
import { z } from 'zod';
import { compareKeys } from './compared-keys.js';
import { each, type Fields, found, isListOf, type Reader, type Reading } from './reading.js';

const count = z.number().optional();
const Answers = z.object({ promoters: z.number(), detractors: z.number(), passives: count, n: count });

const inputs = new Set(['id', 'promoters', 'passives', 'detractors', 'n', 'level', 'published', 'source', 'note']);

/** Lists of answers on 0 to 10 with their net promoter score, in points of -100 to 100. */
export const readNetPromoter: Reader = (part) =>
  isListOf(part, (item) => 'promoters' in item) ? each(part, compareScore) : undefined;

function compareScore(item: Fields, name: string): Reading {
  const { promoters, detractors, n, ...rest } = Answers.parse(item);
  const passives = rest.passives ?? (n ?? Number.NaN) - promoters - detractors;
  if (n !== undefined && promoters + passives + detractors !== n)
    throw new RangeError(`n is ${n}, and the answers are ${promoters + passives + detractors}`);
  const level = typeof item.level === 'number' ? item.level : 0.95;
  const score = (at = level) => netPromoterScore({ promoters, passives, detractors }, zOfLevel(at));
  const { value, variance, standardError, low, high } = score();
  const margins = [0.8, 0.9, 0.95, 0.98, 0.99].flatMap((at): [string, number][] => {
    const points = score(at).margin * 100;
    return [`moe${Math.round(at * 100)}_points`, `moe${Math.round(at * 100)}`].map((key) => [key, points]);
  });
  const ours = {
    ...{ nps: value * 100, variance, variance_per_response: variance, se_points: standardError * 100 },
    ...Object.fromEntries(margins),
    ...{ moe: score().margin * 100, moe_points: score().margin * 100 },
    ...{ ci: [low * 100, high * 100], ci_points: [low * 100, high * 100] },
  };
  const computed = Object.fromEntries(Object.entries(item).filter(([key]) => !inputs.has(key)));
  return compareKeys(name, ours, { computed, published: item.published });
}

/** The rule that for a third of promoters and detractors each the interval is so many points wide, over the root of n. */
export const readNetPromoterRule: Reader = (part, { parts }) => {
  if (typeof part !== 'number' || !isListOf(parts.items, (item) => 'promoters' in item)) return undefined;
  const { margin } = netPromoterScore({ promoters: 1, passives: 1, detractors: 1 });
  return found({ items: [{ name: 'width', ours: 200 * margin * Math.sqrt(3), computed: part }] });
};
