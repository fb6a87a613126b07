import type { AlarmWeights } from './live-alarm.js';

/**
 * How many alarms a walk would raise, for every threshold at once. An alarm is raised when the walk has risen by the
 * threshold above its lowest point since the last one ebbed, and ebbs when it has fallen by as much below its highest point
 * since then. So the alarms at a threshold are the rises of at least that length that remain when all smaller swings are
 * taken out: each swing between two larger ones is taken out once, with its length, as in the rainflow count of fatigue.
 * The state machine of the live alarm counts the same, one threshold at a time.
 */
export class RiseLengths {
  /** The turning points that are certain, and not yet taken out: lowest, highest, lowest ... */
  private readonly turns: number[] = [];
  private isRising = false;
  /** The lowest or highest point since the last certain turn. */
  private extreme = 0;
  private height = 0;

  /** Swings shorter than `shortest` are no swings; the lengths taken out are added to `kept`. */
  constructor(
    private readonly weights: AlarmWeights,
    private readonly shortest: number,
    private readonly kept: number[],
  ) {}

  /** Back to the beginning, for another walk from 0. */
  restart(): void {
    this.turns.length = 0;
    this.isRising = false;
    this.extreme = 0;
    this.height = 0;
  }

  /** The walk goes down with the others ... */
  others(count: number): void {
    this.height += count * this.weights.other;
  }

  /** ... and then up with the complaint. */
  complaint(): void {
    const low = this.height;
    const high = low + this.weights.complaint;
    this.height = high;
    if (!this.isRising) {
      if (low < this.extreme) this.extreme = low;
    } else if (this.extreme - low >= this.shortest) this.turn(low);
    if (this.isRising) {
      if (high > this.extreme) this.extreme = high;
    } else if (high - this.extreme >= this.shortest) this.turn(high);
  }

  /** Adds the rises of what is left; the walk may go on. */
  addRest(to: number[]): void {
    const rest = [...this.turns, this.extreme];
    takeOutSmaller(rest, to);
    for (let n = 1; n < rest.length; n += 2) to.push(swingTo(n, rest));
  }

  private turn(extreme: number): void {
    this.turns.push(this.extreme);
    this.extreme = extreme;
    this.isRising = !this.isRising;
    takeOutSmaller(this.turns, this.kept);
  }
}

/** At the end of the turns: a swing no longer than those beside it is no rise, or fall, to a threshold above its length. */
function takeOutSmaller(turns: number[], kept: number[]): void {
  for (let last = turns.length - 1; last >= 3; last -= 2) {
    const inner = swingTo(last - 1, turns);
    if (inner > swingTo(last, turns) || inner > swingTo(last - 2, turns)) return;
    kept.push(inner);
    turns[last - 2] = turns[last] as number;
    turns.length = last - 1;
  }
}

const swingTo = (n: number, turns: readonly number[]): number =>
  Math.abs((turns[n] as number) - (turns[n - 1] as number));
