/** A confidence interval: `low <= high`, in the unit of the figure it belongs to. */
export interface Interval {
  readonly low: number;
  readonly high: number;
  readonly method: 'wilson' | 'clopper-pearson' | 'exact-poisson' | 'normal';
}

/** The 97.5 % point of the standard normal distribution. */
export const z95 = 1.959963984540054;
