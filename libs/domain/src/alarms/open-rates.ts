import normalQuantile from '@stdlib/stats-base-dists-normal-quantile';
import type { GroupRate } from '../statistics/shrinkage.js';

/** A complete local day of a department. */
export interface DayOfContacts {
  readonly contacts: number;
  readonly complaints: number;
}

/** Spreads of the day's rate that are thought possible: its standard deviation over its mean. */
const spreads = Array.from({ length: 41 }, (_, n) => 0.04 * n);
/** A spread of this much is half as believable beforehand as none. */
const usualSpread = 0.3;
/** The golden section: its multiples fall evenly into 0 to 1, however many they are. */
const golden = (Math.sqrt(5) - 1) / 2;

interface Possible {
  /** Strength of the beta distribution of the day's rate. */
  readonly strength: number;
  /** What the past is worth under it: complaints and contacts of as many independent contacts. */
  readonly complaints: number;
  readonly contacts: number;
  /** Up to where it reaches in the probabilities put end to end. */
  readonly upTo: number;
}

/**
 * What a department's past leaves open: its true rate and the strength with which the day's rate stays near it, as
 * `count` equally likely pairs that stand evenly in their joint distribution.
 *
 * The likelihood is the days' beta-binomial one. Before the past is seen, a spread (standard deviation over mean) of the
 * day's rate is as believable as 1 / (1 + (spread / 0.3)^2), and a rate as any other of its own size (uniform in its
 * logarithm). Given the strength, the rate is a gamma about the mean of the days, weighted with what each tells of it
 * (Wilson and Hilferty's normal approximation).
 */
export function openRates(past: readonly DayOfContacts[], count: number): GroupRate[] {
  const days = past.filter(({ contacts }) => contacts > 0);
  const mean = total(days, 'complaints') / total(days, 'contacts');
  const possible = withShares(spreads.map((spread) => weighed(days, mean, spread)));
  let at = 0;
  return Array.from({ length: count }, (_, n) => {
    while (at < possible.length - 1 && one(possible, at).upTo < (n + 0.5) / count) at += 1;
    const { strength, complaints, contacts } = one(possible, at);
    const normal = normalQuantile(((n + 0.5) * golden) % 1, 0, 1);
    const rate = gammaAt(normal, complaints) / contacts;
    return { mean: Math.min(0.999, Math.max(1e-9, rate)), strength };
  });
}

interface Weighed extends Omit<Possible, 'upTo'> {
  readonly logarithm: number;
}

function weighed(days: readonly DayOfContacts[], mean: number, spread: number): Weighed {
  const correlation = Math.min(0.999, (spread * spread * mean) / (1 - mean));
  const strength = correlation === 0 ? Number.POSITIVE_INFINITY : 1 / correlation - 1;
  let [complaints, contacts] = [0, 0];
  for (const day of days) {
    const worth = 1 / (1 + (day.contacts - 1) * correlation);
    complaints += day.complaints * worth;
    contacts += day.contacts * worth;
  }
  const rate = complaints / contacts;
  const prior = -Math.log(1 + (spread / usualSpread) ** 2);
  // The rate itself is integrated out: the narrower it is known, the less room this strength takes.
  const room = -0.5 * Math.log(complaints);
  return { strength, complaints, contacts, logarithm: prior + room + logLikelihood(days, rate, strength) };
}

function withShares(all: readonly Weighed[]): Possible[] {
  const most = Math.max(...all.map(({ logarithm }) => logarithm));
  const sum = all.reduce((weights, { logarithm }) => weights + Math.exp(logarithm - most), 0);
  let upTo = 0;
  return all.map(({ strength, complaints, contacts, logarithm }) => {
    upTo += Math.exp(logarithm - most) / sum;
    return { strength, complaints, contacts, upTo };
  });
}

function logLikelihood(days: readonly DayOfContacts[], rate: number, strength: number): number {
  let sum = 0;
  if (strength === Number.POSITIVE_INFINITY) {
    for (const { contacts, complaints } of days) {
      sum += complaints * Math.log(rate) + (contacts - complaints) * Math.log1p(-rate);
    }
    return sum;
  }
  const [a, b] = [rate * strength, (1 - rate) * strength];
  const [atA, atB, atStrength] = [logGamma(a), logGamma(b), logGamma(strength)];
  for (const { contacts, complaints } of days) {
    sum += logGamma(a + complaints) - atA + logGamma(b + contacts - complaints) - atB;
    sum -= logGamma(strength + contacts) - atStrength;
  }
  return sum;
}

/** Stirling's series, from 8 on exact to ten digits; below by the recurrence. */
function logGamma(x: number): number {
  let [at, product] = [x, 1];
  for (; at < 8; at += 1) product *= at;
  const square = at * at;
  const series = (1 - (1 - 2 / (7 * square)) / (30 * square)) / (12 * at);
  return (at - 0.5) * Math.log(at) - at + 0.918_938_533_204_672_7 + series - Math.log(product);
}

/** Where a gamma distribution of this shape and scale 1 has as much below as a standard normal has below `normal`. */
const gammaAt = (normal: number, shape: number): number =>
  shape * Math.max(0, 1 - 1 / (9 * shape) + normal / (3 * Math.sqrt(shape))) ** 3;

const one = (possible: readonly Possible[], n: number): Possible => possible[n] as Possible;

const total = (days: readonly DayOfContacts[], of: keyof DayOfContacts): number =>
  days.reduce((sum, day) => sum + day[of], 0);
