import binomialQuantile from '@stdlib/stats-base-dists-binomial-quantile';

/** Runs of points on one side of a centre line. */
export interface Runs {
  /** Points that do not lie on the line; the others neither end nor lengthen a run. */
  readonly useful: number;
  readonly longest: number;
  /** A longer run than this is more than chance. */
  readonly longestByChance: number;
  readonly crossings: number;
  /** Fewer crossings than this are more than chance. */
  readonly fewestByChance: number;
}

/**
 * The longest run and the crossings of the centre line, with what chance allows.
 * Source: Anhøj and Olesen, PLoS ONE 9 (2014) e113825.
 */
export function runsAboutCentre(values: readonly number[], centre: number): Runs {
  const above = values.filter((value) => value !== centre).map((value) => value > centre);
  const crossings = above.filter((isAbove, n) => n > 0 && isAbove !== above[n - 1]).length;
  let [longest, run] = [0, 0];
  above.forEach((isAbove, n) => {
    run = n > 0 && isAbove === above[n - 1] ? run + 1 : 1;
    longest = Math.max(longest, run);
  });
  const useful = above.length;
  return {
    ...{ useful, longest, crossings },
    longestByChance: useful === 0 ? 0 : Math.round(Math.log2(useful)) + 3,
    fewestByChance: useful < 2 ? 0 : binomialQuantile(0.05, useful - 1, 0.5),
  };
}
