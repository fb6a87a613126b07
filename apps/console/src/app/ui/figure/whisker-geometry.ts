/** The group's common scale: the shares at the left and the right end. */
export interface Scale {
  from: number;
  to: number;
}

/** Where a value lies on the scale, in percent of its width; values outside lie at its ends. */
export function position(value: number, { from, to }: Scale): number {
  if (to <= from) return 0;
  return Math.min(Math.max((value - from) / (to - from), 0), 1) * 100;
}

const steps = [
  0.01, 0.02, 0.03, 0.04, 0.05, 0.06, 0.08, 0.1, 0.12, 0.15, 0.2, 0.25, 0.3, 0.35, 0.4, 0.45, 0.5, 0.6, 0.7, 0.8, 0.9,
  1,
];

/**
 * One scale for a group of rates, from 0 to the first round share that holds every value and usual level, and most of
 * every interval: an interval of few cases may run out of it.
 */
export function commonScale(rates: readonly { value: number | null; high?: number; usual?: number | null }[]): Scale {
  const needed = rates.flatMap(({ value, high, usual }) => {
    if (value === null) return [];
    return [value * 1.1, usual ?? 0, Math.min(high ?? 0, value * 2)];
  });
  const most = Math.max(0, ...needed);
  return { from: 0, to: steps.find((step) => step >= most) ?? 1 };
}
