import { z95 } from './interval.js';

/**
 * What several raters gave for one unit, as numbers of categories or of points; who did not rate is not in it. Only units
 * with two ratings or more tell of agreement.
 */
export type Ratings = readonly number[];

/** How far raters agree beyond chance; `value` is null where no two ratings differ from each other in any unit. */
export interface Agreement {
  /** The share of agreeing pairs, 0 to 1. */
  readonly observed: number;
  /** The share expected by chance, by the coefficient's own idea of chance. */
  readonly expected: number;
  readonly value: number | null;
}

export type Scale = 'nominal' | 'ordinal' | 'interval' | 'ratio';

/** Too few rated units for a verdict. */
export const minimumRatedUnits = 40;

const beyondChance = (observed: number, expected: number): Agreement => ({
  ...{ observed, expected },
  value: expected === 1 ? null : (observed - expected) / (1 - expected),
});

const sum = (values: readonly number[]): number => values.reduce((total, value) => total + value, 0);

/** How often each category was given to each unit, for the coefficients that count. */
export const countsOf = (units: readonly Ratings[], categories: readonly number[]): number[][] =>
  units.map((ratings) => categories.map((category) => ratings.filter((rating) => rating === category).length));

/**
 * Cohen's kappa of two raters, from their table: rows are what the first gave, columns what the second gave.
 * Source: Cohen, Educational and Psychological Measurement 20 (1960) 37.
 */
export function cohenKappa(table: readonly (readonly number[])[]): Agreement {
  const total = sum(table.map(sum));
  const observed = sum(table.map((row, n) => row[n] ?? 0)) / total;
  const columns = table.map((_, n) => sum(table.map((row) => row[n] ?? 0)));
  const expected = sum(table.map((row, n) => (sum(row) * (columns[n] ?? 0)) / total ** 2));
  return beyondChance(observed, expected);
}

/** The table of two raters over the units that both rated. */
export const tableOf = (pairs: readonly (readonly [number, number])[], categories: readonly number[]): number[][] =>
  categories.map((one) => categories.map((other) => pairs.filter(([a, b]) => a === one && b === other).length));

/**
 * Fleiss' kappa: `counts` holds for each unit how often each category was given, the same number of ratings to each.
 * Source: Fleiss, Psychological Bulletin 76 (1971) 378.
 */
export function fleissKappa(counts: readonly (readonly number[])[]): Agreement {
  const total = sum(counts.map(sum));
  const shares = (counts[0] ?? []).map((_, n) => sum(counts.map((row) => row[n] ?? 0)) / total);
  return beyondChance(meanPairAgreement(counts), sum(shares.map((share) => share ** 2)));
}

/**
 * Gwet's AC1, which does not collapse where nearly everybody gets the same mark; units may have different numbers of
 * ratings. Source: Gwet, British Journal of Mathematical and Statistical Psychology 61 (2008) 29.
 */
export function gwetAc1(counts: readonly (readonly number[])[]): Agreement {
  const rated = counts.filter((row) => sum(row) > 0);
  const categories = (counts[0] ?? []).length;
  const shares = (counts[0] ?? []).map((_, n) => sum(rated.map((row) => (row[n] ?? 0) / sum(row))) / rated.length);
  const expected = categories < 2 ? 1 : sum(shares.map((share) => share * (1 - share))) / (categories - 1);
  return beyondChance(meanPairAgreement(counts), expected);
}

/** The share of agreeing pairs in each unit with two ratings or more, over those units. */
function meanPairAgreement(counts: readonly (readonly number[])[]): number {
  const paired = counts.filter((row) => sum(row) > 1);
  const ofUnit = (row: readonly number[]) => sum(row.map((n) => n * (n - 1))) / (sum(row) * (sum(row) - 1));
  return sum(paired.map(ofUnit)) / paired.length;
}

/**
 * Krippendorff's alpha; ratings may be missing. The observed and expected parts are one minus its disagreements, so that
 * alpha = (observed - expected) / (1 - expected) holds for it too on the nominal scale; on others they are relative.
 * Source: Krippendorff, Computing Krippendorff's Alpha-Reliability (2011).
 */
export function krippendorffAlpha(units: readonly Ratings[], scale: Scale): Agreement {
  const paired = units.filter((ratings) => ratings.length > 1);
  const given = givenRatings(paired);
  const distance = distances[scale];
  const inUnit = (ratings: readonly Given[]) =>
    sum(ratings.map((one) => sum(ratings.map((other) => distance(one, other))))) / (ratings.length - 1);
  const ofRating = new Map(given.map((one) => [one.value, one]));
  const asGiven = (ratings: Ratings) => ratings.flatMap((rating) => ofRating.get(rating) ?? []);
  const total = sum(given.map(({ times }) => times));
  const disagreement = sum(paired.map((ratings) => inUnit(asGiven(ratings)))) / total;
  const byChance =
    sum(given.map((one) => sum(given.map((other) => one.times * other.times * distance(one, other))))) /
    (total * (total - 1));
  return {
    ...{ observed: 1 - disagreement, expected: 1 - byChance },
    value: byChance > 0 ? 1 - disagreement / byChance : null,
  };
}

/** A rating that was given: how often, and how often it or a lower one was. */
interface Given {
  readonly value: number;
  readonly times: number;
  readonly upTo: number;
}

function givenRatings(units: readonly Ratings[]): Given[] {
  const all = units.flat();
  let upTo = 0;
  return [...new Set(all)]
    .toSorted((a, b) => a - b)
    .map((value) => {
      const times = all.filter((rating) => rating === value).length;
      return { value, times, upTo: (upTo += times) };
    });
}

/** Squared distances of two ratings. */
const distances: Readonly<Record<Scale, (one: Given, other: Given) => number>> = {
  nominal: (one, other) => (one.value === other.value ? 0 : 1),
  ordinal: (one, other) => {
    const [low, high] = one.value < other.value ? [one, other] : [other, one];
    return low.value === high.value ? 0 : (high.upTo - low.upTo + (low.times - high.times) / 2) ** 2;
  },
  interval: (one, other) => (one.value - other.value) ** 2,
  ratio: (one, other) =>
    one.value + other.value === 0 ? 0 : ((one.value - other.value) / (one.value + other.value)) ** 2,
};

/**
 * The 95 % interval of a coefficient by the jackknife over the units: what is left when each unit is taken out tells how
 * much hangs on single ones. Null under two units or without a value. Source: Efron and Stein, Annals of Statistics 9
 * (1981) 586.
 */
export function jackknifeInterval<Unit>(
  units: readonly Unit[],
  coefficient: (units: readonly Unit[]) => number | null,
): { readonly low: number; readonly high: number } | null {
  const whole = coefficient(units);
  if (whole === null || units.length < 2) return null;
  const without = units.map((_, n) => coefficient(units.toSpliced(n, 1)));
  const known = without.filter((value): value is number => value !== null && Number.isFinite(value));
  if (known.length < units.length) return null;
  const mean = sum(known) / known.length;
  const error = Math.sqrt(((known.length - 1) / known.length) * sum(known.map((value) => (value - mean) ** 2)));
  return { low: Math.max(-1, whole - z95 * error), high: Math.min(1, whole + z95 * error) };
}
