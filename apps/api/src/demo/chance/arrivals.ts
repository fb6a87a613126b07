import type { Draw } from './draw.js';

const hourMs = 3_600_000;
const hoursInBlock = 24;

/**
 * The instants of a non-homogeneous Poisson process, in order: candidates at the highest rate of each day, each kept
 * with the ratio of its own hour's rate to that (Lewis and Shedler's thinning, Naval Research Logistics 26, 1979).
 * `ratesPerHour` has one rate for each hour from `fromMs` on.
 */
export function arrivalTimes(draw: Draw, ratesPerHour: Float64Array, fromMs: number, toMs: number): number[] {
  const times: number[] = [];
  for (let block = 0; block < ratesPerHour.length; block += hoursInBlock) {
    const rates = ratesPerHour.subarray(block, block + hoursInBlock);
    const highest = Math.max(...rates);
    if (highest === 0) continue;
    let hour = 0;
    // Waiting times have no memory, so each block begins anew.
    while ((hour += draw.exponential(1 / highest)) < rates.length) {
      if (draw.next() * highest >= (rates[Math.floor(hour)] ?? 0)) continue;
      const at = Math.floor(fromMs + (block + hour) * hourMs);
      if (at >= toMs) return times;
      times.push(at);
    }
  }
  return times;
}
