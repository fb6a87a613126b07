import betaQuantile from '@stdlib/stats-base-dists-beta-quantile';

/**
 * The interval of a mean by Student's t, 95 % by default, in the unit of the values. Null under two values, and where
 * they do not differ, which tells nothing of chance. The quantile follows from the beta distribution: of |T| > t the
 * chance is I_x(df / 2, 1 / 2) with x = df / (df + t^2). Source: Student, Biometrika 6 (1908) 1; NIST DLMF 8.17.
 */
export function studentInterval(values: readonly number[], alpha = 0.05): { low: number; high: number } | null {
  const df = values.length - 1;
  if (df < 1) return null;
  const mean = values.reduce((total, value) => total + value, 0) / values.length;
  const squares = values.reduce((total, value) => total + (value - mean) ** 2, 0);
  if (squares === 0) return null;
  const x = betaQuantile(alpha, df / 2, 1 / 2);
  const spread = Math.sqrt(((df * (1 - x)) / x) * (squares / df / values.length));
  return { low: mean - spread, high: mean + spread };
}
