/** Draws from 0 to below 1. */
export type Draw = () => number;

/**
 * Draws that are the same at every run with the same seed: fast, of good quality, and not for secrets.
 * Source: Chris Doty-Humphrey's small fast counting generator (PractRand), with 32 bits.
 */
export function seededDraws(seed: number): Draw {
  if (!Number.isSafeInteger(seed)) throw new RangeError(`The seed must be a whole number, and is ${seed}`);
  // Whole numbers of 32 bits in an array stay numbers; in variables of the closure each would be an object.
  const state = Int32Array.of(0, seed, Math.floor(seed / 2 ** 32), 1);
  const draw = (): number => {
    const [a, b, c, counter] = [state[0] as number, state[1] as number, state[2] as number, state[3] as number];
    const sum = (a + b + counter) | 0;
    state[0] = b ^ (b >>> 9);
    state[1] = c + (c << 3);
    state[2] = ((c << 21) | (c >>> 11)) + sum;
    state[3] = counter + 1;
    return (sum >>> 0) / 2 ** 32;
  };
  for (let n = 0; n < 16; n += 1) draw();
  return draw;
}

/** A standard normal draw. Source: Marsaglia and Bray's polar method. */
export function drawNormal(draw: Draw): number {
  for (;;) {
    const x = 2 * draw() - 1;
    const y = 2 * draw() - 1;
    const square = x * x + y * y;
    if (square > 0 && square < 1) return x * Math.sqrt((-2 * Math.log(square)) / square);
  }
}

/** A gamma draw with scale 1. Source: Marsaglia and Tsang, ACM Transactions on Mathematical Software 26 (2000) 363. */
export function drawGamma(draw: Draw, shape: number): number {
  if (shape < 1) return drawGamma(draw, shape + 1) * (1 - draw()) ** (1 / shape);
  const d = shape - 1 / 3;
  const c = 1 / Math.sqrt(9 * d);
  for (;;) {
    const x = drawNormal(draw);
    const root = 1 + c * x;
    if (root <= 0) continue;
    const v = root * root * root;
    const u = 1 - draw();
    // Nearly always this is enough, and needs no logarithm.
    if (u < 1 - 0.0331 * x * x * x * x) return d * v;
    if (Math.log(u) < 0.5 * x * x + d - d * v + d * Math.log(v)) return d * v;
  }
}

/** A share about `mean` (between 0 and 1) whose two beta parameters sum to `strength`; the mean itself if that is infinite. */
export function drawShare(draw: Draw, mean: number, strength: number): number {
  if (strength === Number.POSITIVE_INFINITY) return mean;
  const successes = drawGamma(draw, mean * strength);
  // Of very small parameters both draws may be too small for a number.
  const sum = successes + drawGamma(draw, (1 - mean) * strength);
  return sum > 0 ? successes / sum : draw() < mean ? 1 : 0;
}
