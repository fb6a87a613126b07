const firstWaitMilliseconds = 2_000;
const longestWaitMilliseconds = 30_000;

/**
 * How long to wait before the next try after so many failures (from 1 on): twice as long each time, half a minute at
 * most. `chance` in 0..1 spreads it by a quarter to both sides, so that all consoles of a house do not return at once.
 */
export function waitBeforeTry(failures: number, chance: number): number {
  const wait = Math.min(longestWaitMilliseconds, firstWaitMilliseconds * 2 ** Math.max(0, failures - 1));
  return Math.round(wait * (0.75 + chance / 2));
}
