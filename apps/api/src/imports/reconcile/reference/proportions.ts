import {
  clopperPearsonInterval,
  differenceOfProportions,
  type Limits,
  waldLimits,
  wilsonCorrectedLimits,
  wilsonInterval,
  zOfLevel,
} from '@forecall/domain';
import { z } from 'zod';
import { compareKeys } from './compared-keys.js';
import { each, type Fields, isFields, isListOf, type Reader, type Reading, type Surroundings } from './reading.js';

const Single = z.object({ k: z.number(), n: z.number() });
const Difference = z.object({ a: z.number(), m: z.number(), b: z.number(), n: z.number() });

const words = new Set([
  'id',
  'k',
  'n',
  'a',
  'm',
  'b',
  'source',
  'note',
  'name',
  'level',
  'conf',
  'confidence',
  'alpha',
  'z',
]);

/** Lists of k in n with their intervals by several methods. */
export const readProportions: Reader = (part, around) =>
  isListOf(part, (item) => 'k' in item && 'n' in item)
    ? each(part, (item, name) => compareProportion(item, name, alphaOf(item, around)))
    : undefined;

function compareProportion(item: Fields, name: string, alpha: number): Reading {
  const { k, n } = Single.parse(item);
  const zed = zOfLevel(1 - alpha);
  const exact = pair(clopperPearsonInterval(k, n, alpha));
  const wilson = pair(wilsonInterval(k, n, zed));
  const ours = {
    ...{ wilson, score: wilson, clopper_pearson: exact, exact },
    ...{ wilson_cc: pair(wilsonCorrectedLimits(k, n, zed)), wald: pair(waldLimits(k, n, zed)), p: k / n },
  };
  return compareKeys(name, ours, theirsOf(item, 'wilson'));
}

/** Lists of a in m less b in n with the interval of the difference. */
export const readDifferences: Reader = (part, around) =>
  isListOf(part, (item) => 'a' in item && 'm' in item)
    ? each(part, (item, name) => compareDifference(item, name, alphaOf(item, around)))
    : undefined;

function compareDifference(item: Fields, name: string, alpha: number): Reading {
  const { a, m, b, n } = Difference.parse(item);
  const difference = differenceOfProportions(
    { successes: a, trials: m },
    { successes: b, trials: n },
    zOfLevel(1 - alpha),
  );
  const hybrid = pair(difference);
  const ours = { diff: difference.value, difference: difference.value, hybrid_score: hybrid, newcombe: hybrid };
  return compareKeys(name, ours, theirsOf(item, 'hybrid_score'));
}

const pair = ({ low, high }: Limits): [number, number] => [low, high];

/** What is left of the item once its inputs are taken off; a printed value without a name is that of `main`. */
function theirsOf(item: Fields, main: string): { computed: Fields; published: Fields } {
  const entries = Object.entries(item).filter(([key]) => !words.has(key));
  const printed = entries.filter(([key]) => key.startsWith('published')).map(([, value]) => value);
  return {
    computed: Object.fromEntries(entries.filter(([key]) => !key.startsWith('published'))),
    published: Object.assign({}, ...printed.map((value) => (isFields(value) ? value : { [main]: value }))) as Fields,
  };
}

/** What the interval leaves out, of the item or of its file; 5 % where neither says. */
function alphaOf(item: Fields, { parts }: Surroundings): number {
  for (const fields of [item, parts]) {
    const level = fields.level ?? fields.conf ?? fields.confidence;
    if (typeof level === 'number') return 1 - (level > 1 ? level / 100 : level);
    if (typeof fields.alpha === 'number') return fields.alpha;
    if (typeof fields.z === 'number') return alphaOfZ(fields.z);
  }
  return 0.05;
}

/** The level of a z, by halving: files give one or the other. */
function alphaOfZ(zed: number): number {
  let [low, high] = [0, 1];
  for (let step = 0; step < 55; step += 1) {
    const middle = (low + high) / 2;
    if (zOfLevel(middle) < zed) low = middle;
    else high = middle;
  }
  return 1 - (low + high) / 2;
}
