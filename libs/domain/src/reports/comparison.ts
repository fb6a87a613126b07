import type { Figure } from '../figures/figure.js';
import type { MetricDefinition } from '../figures/metric-definition.js';
import { definitionOf } from '../figures/metric.js';
import { poissonInterval } from '../statistics/exact-interval.js';

type Compared = Pick<Figure, 'value' | 'n' | 'interval' | 'definition'>;

/** How a figure has changed. Differences of rates are 0..1, of durations seconds, of all else in the figure's unit. */
export interface Change {
  readonly difference: number;
  /** The difference over the value before, 1 = doubled; null of rates and of what may be below zero, whose change is told in points, and from zero. */
  readonly relative: number | null;
  /** Where the difference lies with 95 % confidence; null where one of both figures has no interval. */
  readonly low: number | null;
  readonly high: number | null;
  /** The interval leaves zero out. */
  readonly isBeyondChance: boolean;
}

/** Told in points: shares, and what may lie below zero. */
const ofPoints: ReadonlySet<MetricDefinition['unit']> = new Set(['rate', 'net-share', 'gap']);

/**
 * The change from a figure to a later one, null where one of them has no value (the first period has nothing before) or
 * rests on fewer than its minimum n: nothing is said of those.
 * The interval of the difference is put together from both intervals by Newcombe's way (of Wilson intervals his method
 * 10): low = d - sqrt((now - now.low)^2 + (before.high - before)^2), and the other way round.
 * Source: Newcombe, Statistics in Medicine 17 (1998) 873; Zou and Donner (2008) for other figures.
 */
export function changeOf(now: Compared, before: Compared | null): Change | null {
  if (before === null || now.value === null || before.value === null) return null;
  const { unit, minimumN } = definitionOf(now.definition.id);
  const isCount = unit === 'contacts' || unit === 'complaints';
  if (!isCount && Math.min(now.n, before.n) < minimumN) return null;
  const difference = now.value - before.value;
  const [ofNow, ofBefore] = [boundsOf(now), boundsOf(before)];
  const low = ofNow && ofBefore ? difference - Math.hypot(now.value - ofNow.low, ofBefore.high - before.value) : null;
  const high = ofNow && ofBefore ? difference + Math.hypot(ofNow.high - now.value, before.value - ofBefore.low) : null;
  return {
    difference,
    relative: ofPoints.has(unit) || before.value === 0 ? null : difference / before.value,
    low,
    high,
    isBeyondChance: low !== null && high !== null && (low > 0 || high < 0),
  };
}

/** A count stands for itself: its interval is that of a Poisson count. */
function boundsOf({ value, interval, definition }: Compared): { low: number; high: number } | null {
  if (interval) return interval;
  return definitionOf(definition.id).denominator === null && value !== null ? poissonInterval(value, 1) : null;
}

/** Rounded for print, halves away from zero; what binary fractions take off a half is given back. */
export function roundedHalfUp(value: number, decimals: number): number {
  const scale = 10 ** decimals;
  const rounded = (Math.sign(value) * Math.round(Math.abs(value) * scale + 1e-9)) / scale;
  return rounded === 0 ? 0 : rounded;
}

export interface Spread {
  /** How many values had at least one. */
  readonly values: number;
  /** The largest part that one value has, 0..1; null where there is nothing. */
  readonly highestShare: number | null;
  readonly highestKey: string | null;
}

/**
 * How the amounts of a breakdown are spread: over how many values, and how much the largest has of all. What has no value
 * (an empty key) counts into all, but is no value.
 */
export function spreadOf(parts: readonly { readonly key: string; readonly amount: number }[]): Spread {
  const all = parts.reduce((sum, { amount }) => sum + amount, 0);
  const present = parts.filter(({ key, amount }) => key !== '' && amount > 0);
  const [first, ...rest] = present;
  if (first === undefined) return { values: 0, highestShare: null, highestKey: null };
  const highest = rest.reduce((most, part) => (part.amount > most.amount ? part : most), first);
  return { values: present.length, highestShare: highest.amount / all, highestKey: highest.key };
}
