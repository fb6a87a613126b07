import type { GroupRate } from '../statistics/shrinkage.js';
import type { AlarmWeights } from './live-alarm.js';
import { RiseLengths } from './rise-lengths.js';
import { type Draw, drawShare } from './seeded-draws.js';
import { drawContacts, drawnVolume, type Volumes } from './simulated-days.js';

/** Days of a run that are not counted, because it begins without evidence: about 30 complaints, and 1 to 8 weeks. */
export const warmUpDays = (complaintsPerDay: number): number =>
  7 * Math.min(8, Math.max(1, Math.ceil(30 / (7 * complaintsPerDay))));
/** Days of a run that are counted: a baseline is in use for 28 days, and the next one shares most of its past. */
export const countedDays = 56;

/** How many false alarms were raised, by threshold, in so many days. */
export class FalseAlarms {
  readonly days: number;
  private readonly all: Float64Array;
  private readonly early: Float64Array;

  /** One run for each of `rates`; its first `warmUp` days are not counted. Thresholds under `shortest` cannot be asked for. */
  constructor(
    draw: Draw,
    rates: readonly GroupRate[],
    volumes: Volumes,
    weights: AlarmWeights,
    private readonly shortest: number,
    warmUp: number,
  ) {
    const all: number[] = [];
    const early: number[] = [];
    const lengths = new RiseLengths(weights, shortest, all);
    rates.forEach(({ mean, strength }, run) => {
      const before = all.length;
      lengths.restart();
      for (let day = 0; day < warmUp + countedDays; day += 1) {
        if (day === warmUp) {
          lengths.addRest(early);
          for (const length of all.slice(before)) early.push(length);
        }
        drawContacts(draw, drawnVolume(draw, volumes, run + day), drawShare(draw, mean, strength), lengths);
      }
      lengths.addRest(all);
    });
    this.all = Float64Array.from(all).sort();
    this.early = Float64Array.from(early).sort();
    this.days = rates.length * countedDays;
  }

  at(threshold: number): number {
    return atLeast(this.all, threshold) - atLeast(this.early, threshold);
  }

  /** The lowest threshold, from `shortest` on, with at most one false alarm in so many days. */
  lowestThreshold(budgetDays: number): number {
    const isGood = (threshold: number): boolean => this.at(threshold) * budgetDays <= this.days;
    if (isGood(this.shortest)) return this.shortest;
    let [low, high] = [this.shortest, 1.001 * (this.all.at(-1) ?? this.shortest)];
    for (let n = 0; n < 50; n += 1) {
      const middle = (low + high) / 2;
      if (isGood(middle)) high = middle;
      else low = middle;
    }
    return high;
  }
}

/** How many of the ascending values are at least this. */
function atLeast(sorted: Float64Array, value: number): number {
  let [from, to] = [0, sorted.length];
  while (from < to) {
    const middle = (from + to) >>> 1;
    if ((sorted[middle] as number) < value) from = middle + 1;
    else to = middle;
  }
  return sorted.length - from;
}
