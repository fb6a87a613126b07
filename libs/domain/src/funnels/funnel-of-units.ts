import { poissonInterval } from '../statistics/exact-interval.js';
import { fairFunnelLimits, funnelTails } from '../statistics/funnel.js';
import type { Interval } from '../statistics/interval.js';
import { minimumContacts } from '../statistics/minimum-contacts.js';
import {
  type Dispersion,
  dispersionAbout,
  type Overdispersion,
  rateDispersionAbout,
} from '../statistics/overdispersion.js';
import { poissonFunnelLimits } from '../statistics/poisson-funnel.js';
import type { Limits } from '../statistics/proportion-limits.js';
import { groupCountedRate, shrunkCountedRate } from '../statistics/rate-shrinkage.js';
import { groupRate, shrunkRate } from '../statistics/shrinkage.js';
import { wilsonInterval } from '../statistics/wilson-interval.js';

/** A rep or a team: so many of `n` answers were satisfied, or so many complaints of `n` contacts. */
export interface UnitCount {
  readonly numerator: number;
  readonly n: number;
  /** Like for like (of complaints only): how many there would be with the same matters, were they as they are for all. */
  readonly expected?: number | undefined;
}

/** How the rates of a funnel are made: shares of n, or counts that n brings along; and which side is the better one. */
export interface FunnelOf {
  readonly kind: 'proportion' | 'ratio';
  readonly direction: 'lower is better' | 'higher is better';
  /** Under so many there is no standing. */
  readonly fewest: number;
}

/** What all units are held against. */
export interface Funnel extends FunnelOf {
  /** The ratio of sums, 0..1 for shares. */
  readonly target: number;
  /** How the units differ about it; null where too few of them have enough to tell. */
  readonly dispersion: Dispersion | null;
  /** How many units that was. */
  readonly tellingUnits: number;
}

export interface FunnelLimits {
  /** 95 %. */
  readonly inner: Limits;
  /** 99.8 %: what lies beyond is looked at. */
  readonly outer: Limits;
}

export const funnelStandings = ['within-chance', 'look-better', 'look-worse', 'too-few'] as const;
export type FunnelStanding = (typeof funnelStandings)[number];

/** A unit by what it handles: its rate as it would be with the matters of all. */
export interface LikeForLike extends Weighed {
  readonly expected: number;
  /** Null where hardly any are expected: a rate of nothing. */
  readonly rate: number | null;
  readonly interval: Interval | null;
}

export interface JudgedUnit extends Omit<UnitCount, 'expected'> {
  /** Null under five, or as counted. */
  readonly alike: LikeForLike | null;
  /** Null under five: no rate at all. */
  readonly raw: number | null;
  /** Of the raw rate: Wilson's for shares, exact Poisson's else. */
  readonly interval: Interval | null;
  /** Drawn towards the group, the more the fewer it rests on; with what remains uncertain. */
  readonly shrunk: (Limits & { readonly value: number; readonly weight: number }) | null;
  readonly limits: FunnelLimits | null;
  readonly standing: FunnelStanding;
}

/** With fewer units the spread between them is not told from chance; and winsorising draws in none of them. */
export const fewestTelling = 10;

export interface Weighed {
  /** So many contacts with the matters of all would bring as many: the expected over the target. As counted it is n. */
  readonly weight: number;
}

/** What the limits of a unit rest on. */
export const weightOf = ({ target }: Pick<Funnel, 'target'>, { n, expected }: UnitCount): number =>
  expected === undefined || target === 0 ? n : expected / target;

/**
 * The funnel of a group: its target is the ratio of sums of all units, its overdispersion that of the units with enough
 * for a standing (additive, Spiegelhalter 2005). Null where there are not two units, or nothing to count.
 */
export function funnelOfUnits(of: FunnelOf, units: readonly UnitCount[]): Funnel | null {
  const n = sum(units.map((unit) => unit.n));
  if (units.filter((unit) => unit.n > 0).length < 2) return null;
  const target = sum(units.map((unit) => unit.numerator)) / n;
  const telling = units.filter((unit) => unit.n >= of.fewest && weightOf({ target }, unit) >= minimumContacts);
  const hasChance = of.kind === 'ratio' ? target > 0 : target > 0 && target < 1;
  const dispersion = hasChance && telling.length >= fewestTelling ? spreadOf(of.kind, target, telling) : null;
  return { ...of, target, dispersion, tellingUnits: telling.length };
}

/** Both limits for so many answers or contacts, whole ones or weighed. */
export const limitsFor = (funnel: Funnel, n: number): FunnelLimits => ({
  inner: limitsAt(funnel, n, funnelTails.inner),
  outer: limitsAt(funnel, n, funnelTails.outer),
});

/** Those with `tail` outside at each side by chance, at most. */
export function limitsAt({ kind, target, dispersion }: Funnel, n: number, tail: number): Limits {
  const more: Overdispersion | undefined = dispersion ? { kind: 'additive', between: dispersion.between } : undefined;
  return kind === 'ratio' ? poissonFunnelLimits(target, n, tail, more) : fairFunnelLimits(target, n, tail, more);
}

/**
 * What to say of one unit among `units` in their funnel: raw and shrunk rate, the limits for its own n, and whether it lies
 * beyond what chance gives one in five hundred. A flag is a reason to look, never a verdict; under `fewest` there is none.
 */
export function unitJudge(funnel: Funnel, units: readonly UnitCount[]): (unit: UnitCount) => JudgedUnit {
  const shrink = shrinker(funnel, units);
  return (unit) => {
    const { numerator, n } = unit;
    const weight = weightOf(funnel, unit);
    const rate = rateOfUnit(funnel.kind, unit);
    const alike = n < minimumContacts ? null : likeForLike(unit, weight);
    if (n < minimumContacts || weight < minimumContacts)
      return { ...rate, alike, shrunk: null, limits: null, standing: 'too-few' };
    const limits = limitsFor(funnel, weight);
    const standing = n < funnel.fewest ? 'too-few' : funnelStandingOf(funnel, numerator / weight, limits.outer);
    return { ...rate, alike, shrunk: shrink(unit), limits, standing };
  };
}

function likeForLike({ numerator, expected }: UnitCount, weight: number): LikeForLike | null {
  if (expected === undefined) return null;
  if (weight < minimumContacts) return { expected, weight, rate: null, interval: null };
  return { expected, weight, rate: numerator / weight, interval: poissonInterval(numerator, weight) };
}

/** A unit without a group to hold it against. */
export const rateOfUnit = (
  kind: FunnelOf['kind'],
  { numerator, n }: UnitCount,
): Pick<JudgedUnit, 'numerator' | 'n' | 'raw' | 'interval'> =>
  n < minimumContacts
    ? { numerator, n, raw: null, interval: null }
    : {
        ...{ numerator, n, raw: numerator / n },
        interval: kind === 'ratio' ? poissonInterval(numerator, n) : wilsonInterval(numerator, n),
      };

/** On the limit is within it. */
export function funnelStandingOf({ direction }: FunnelOf, rate: number, { low, high }: Limits): FunnelStanding {
  if (rate >= low && rate <= high) return 'within-chance';
  return rate > high === (direction === 'higher is better') ? 'look-better' : 'look-worse';
}

/** The limits along n, at `points` or fewer whole numbers up to `mostN`, close where they bend. */
export function funnelCurve(funnel: Funnel, mostN: number, points = 72): (FunnelLimits & { readonly n: number })[] {
  const first = Math.min(minimumContacts, mostN);
  const along = Array.from({ length: points }, (_, i) => {
    const share = i / (points - 1);
    // Between a straight and a logarithmic scale, for both are drawn.
    return Math.round(first * (mostN / first) ** share * 0.5 + (first + (mostN - first) * share ** 2) * 0.5);
  });
  return [...new Set([...along, mostN])].toSorted((a, b) => a - b).map((n) => ({ n, ...limitsFor(funnel, n) }));
}

function spreadOf(kind: FunnelOf['kind'], target: number, units: readonly UnitCount[]): Dispersion {
  return kind === 'ratio'
    ? rateDispersionAbout(
        target,
        units.map((unit) => ({ count: unit.numerator, exposure: weightOf({ target }, unit) })),
      )
    : dispersionAbout(
        target,
        units.map(({ numerator, n }) => ({ successes: numerator, trials: n })),
      );
}

function shrinker(funnel: Funnel, all: readonly UnitCount[]) {
  const units = all.filter((unit) => weightOf(funnel, unit) > 0);
  if (funnel.kind === 'ratio') {
    const of = (unit: UnitCount) => ({ count: unit.numerator, exposure: weightOf(funnel, unit) });
    const group = groupCountedRate(units.map(of));
    return (unit: UnitCount) => shrunkCountedRate(of(unit), group);
  }
  const of = ({ numerator, n }: UnitCount) => ({ successes: numerator, trials: n });
  const group = groupRate(units.map(of));
  return (unit: UnitCount) => shrunkRate(of(unit), group);
}

const sum = (values: readonly number[]): number => values.reduce((total, value) => total + value, 0);
