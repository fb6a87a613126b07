/** Draws from 0 to below 1 that are the same at every run (Lehmer's generator). */
export function uniformDraws(seed: number): () => number {
  let state = seed;
  return () => (state = (state * 48_271) % 2_147_483_647) / 2_147_483_647;
}

/** How many of `trials` succeed. */
export const binomialDraw = (draw: () => number, trials: number, p: number): number =>
  Array.from({ length: trials }, draw).filter((value) => value < p).length;

/** About normal with mean 0 and standard deviation 1: twelve uniform draws, less six. */
export const normalDraw = (draw: () => number): number =>
  Array.from({ length: 12 }, draw).reduce((sum, value) => sum + value, 0) - 6;

/** The probability of exactly `count` of `trials`, in logarithms: another way than the library's. */
export function binomialProbability(count: number, trials: number, p: number): number {
  let logarithm = count * Math.log(p) + (trials - count) * Math.log(1 - p);
  for (let i = 1; i <= count; i += 1) logarithm += Math.log((trials - count + i) / i);
  return Math.exp(logarithm);
}

/** The probability of at most `count` of `trials`, term by term. */
export const binomialUpTo = (count: number, trials: number, p: number): number =>
  Array.from({ length: count + 1 }, (_, i) => binomialProbability(i, trials, p)).reduce((sum, one) => sum + one, 0);

/** The probability of at most `count` where `mean` are expected, term by term. */
export function poissonUpTo(count: number, mean: number): number {
  let [term, sum] = [Math.exp(-mean), 0];
  for (let i = 0; i <= count; i += 1) {
    sum += term;
    term *= mean / (i + 1);
  }
  return sum;
}
