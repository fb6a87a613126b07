import gammaQuantile from '@stdlib/stats-base-dists-gamma-quantile';

/** The contacts of one value of a dimension (a reason, a team, ...) while the rate rose, and in the usual time. */
export interface RiseSlice {
  readonly dimension: string;
  readonly key: string;
  readonly complaints: number;
  readonly usualComplaints: number;
}

export interface RiseFactor {
  readonly dimension: string;
  readonly key: string;
  readonly complaints: number;
  /** How many complaints it would have had at the usual level and mix. */
  readonly expected: number;
  /** Its part of all complaints beyond the usual; above 1 where others fell meanwhile. */
  readonly share: number;
}

/** A factor explains something from this part of the rise on, and not by chance. */
export const leastShare = 0.25;
const mostChance = 0.001;

/** From this part of the surest one's deviance on a factor is as sure. */
const asSure = 0.75;

/**
 * What explains most of a rise: of each dimension the value that is surest, by the Poisson deviance of its complaints
 * from what the usual time would have given in as many contacts (39 where 2 are usual are surer than 40 where 20 are).
 * First those about as sure as the surest, in the order in which their dimensions were asked for, then the others.
 * What could be chance (0.1 %) or is under a quarter of the rise explains nothing.
 */
export function explainRise(
  seen: { readonly contacts: number; readonly complaints: number },
  usual: { readonly contacts: number; readonly complaints: number },
  slices: readonly RiseSlice[],
): RiseFactor[] {
  if (seen.contacts <= 0 || usual.contacts <= 0) return [];
  const scale = seen.contacts / usual.contacts;
  const excess = seen.complaints - usual.complaints * scale;
  if (excess <= 0) return [];
  const best = new Map<string, RiseFactor>();
  for (const { dimension, key, complaints, usualComplaints } of slices) {
    const expected = usualComplaints * scale;
    const share = (complaints - expected) / excess;
    if (share < leastShare || isByChance(complaints, expected)) continue;
    const other = best.get(dimension);
    const factor = { dimension, key, complaints, expected, share };
    if (!other || sureness(factor) > sureness(other)) best.set(dimension, factor);
  }
  const factors = [...best.values()];
  const most = Math.max(...factors.map(sureness));
  const isAmongMost = (factor: RiseFactor) => sureness(factor) >= asSure * most;
  const others = factors.filter((factor) => !isAmongMost(factor));
  return [...factors.filter(isAmongMost), ...others.toSorted((a, b) => sureness(b) - sureness(a))];
}

/** Where next to nothing is usual, half a complaint is, so that one or two decide nothing. */
const atLeastHalf = (expected: number): number => Math.max(expected, 0.5);

/** So many or more would come by chance (Poisson) more often than the limit allows: the quantile of the gamma says so. */
const isByChance = (complaints: number, expected: number): boolean =>
  complaints === 0 || atLeastHalf(expected) >= gammaQuantile(mostChance, complaints, 1);

/** The Poisson deviance. */
const sureness = ({ complaints, expected }: RiseFactor): number =>
  complaints * Math.log(complaints / atLeastHalf(expected)) - (complaints - atLeastHalf(expected));
