import {
  dispersionAbout,
  funnelLimit,
  funnelLimits,
  funnelNormalLimit,
  funnelSigmaLimits,
  type Overdispersion,
  type Proportion,
} from '@forecall/domain';
import { z } from 'zod';
import { compareKeys, type Ours } from './compared-keys.js';
import { each, type Fields, isFields, isListOf, type Reader, type Reading } from './reading.js';

const number = z.number().optional();
const Limits = z.object({ target: z.number(), n: z.number(), phi: number, tau2: number });

const inputs = new Set(['id', 'target', 'n', 'phi', 'tau2', 'published', 'source', 'note']);

/** Lists of funnel limits about a target for a number of trials, by the probability below each. */
export const readFunnel: Reader = (part) =>
  isListOf(part, (item) => 'target' in item && 'n' in item) ? each(part, compareLimits) : undefined;

function compareLimits(item: Fields, name: string): Reading {
  const { target, n, phi, tau2 } = Limits.parse(item);
  const more: Overdispersion | undefined =
    phi !== undefined
      ? { kind: 'multiplicative', phi }
      : tau2 !== undefined
        ? { kind: 'additive', between: tau2 }
        : undefined;
  const theirs = Object.fromEntries(Object.entries(item).filter(([key]) => !inputs.has(key)));
  const ours: Ours = Object.fromEntries(
    [theirs, isFields(item.published) ? item.published : {}].flatMap((fields) =>
      Object.entries(fields).flatMap(([kind, limits]) =>
        isFields(limits) ? Object.keys(limits).map((p) => [`${kind} ${p}`, limitOf(kind, target, n, p, more)]) : [],
      ),
    ),
  ) as Ours;
  const sigmas = { two_sigma: 2, three_sigma: 3 };
  const bySigma = Object.entries(sigmas).map(([key, many]) => {
    const { low, high } = funnelSigmaLimits(target, n, many);
    return [key, [low, high]] as const;
  });
  return compareKeys(
    name,
    { ...ours, ...Object.fromEntries(bySigma) },
    {
      computed: theirs,
      published: item.published,
    },
  );
}

/** Undefined for a kind that nobody told us of. */
function limitOf(kind: string, target: number, n: number, key: string, more?: Overdispersion): number | undefined {
  const p = Number(key);
  if (!(p > 0 && p < 1)) return undefined;
  if (kind === 'normal') return funnelNormalLimit(target, n, p);
  if (more && /overdisp|widened|phi|tau|additive|multiplicative/.test(kind)) {
    const { low, high } = funnelLimits(target, n, Math.min(p, 1 - p), more);
    return p < 0.5 ? low : high;
  }
  return /^exact/.test(kind) ? funnelLimit(target, n, p) : undefined;
}

const Units = z.object({
  target: number,
  winsorised: number,
  units: z.array(z.object({ r: number, k: number, x: number, count: number, successes: number, n: z.number() })).min(2),
});

/** Lists of units with how much more they differ than by chance. */
export const readOverdispersion: Reader = (part) => {
  const list = Array.isArray(part) ? part : [part];
  return isListOf(list, (item) => 'units' in item) ? each(list, compareOverdispersion) : undefined;
};

function compareOverdispersion(item: Fields, name: string): Reading {
  const share = item.winsorised ?? item.winsorise ?? item.winsor ?? item.trim;
  const { units, target, winsorised } = Units.parse({ ...item, winsorised: share });
  const counted = units.map(({ n, ...count }): Proportion => {
    return { successes: count.r ?? count.k ?? count.x ?? count.count ?? count.successes ?? Number.NaN, trials: n };
  });
  const sum = (values: readonly number[]): number => values.reduce((total, value) => total + value, 0);
  const all = sum(counted.map(({ successes }) => successes)) / sum(counted.map(({ trials }) => trials));
  const { phi, between } = dispersionAbout(target ?? all, counted, winsorised);
  const { phi: raw } = dispersionAbout(target ?? all, counted, 0);
  const given = new Set(['id', 'units', 'target', 'winsorised', 'winsorise', 'winsor', 'trim', 'published', 'source']);
  return compareKeys(
    name,
    { phi, phi_winsorised: phi, phi_raw: raw, tau2: between, tau: Math.sqrt(between), target: all },
    {
      computed: Object.fromEntries(Object.entries(item).filter(([key]) => !given.has(key))),
      published: item.published,
    },
  );
}
