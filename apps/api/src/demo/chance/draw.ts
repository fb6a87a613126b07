import { generateMersenne53Randomizer } from '@faker-js/faker';
import exponentialQuantile from '@stdlib/stats-base-dists-exponential-quantile';
import lognormalQuantile from '@stdlib/stats-base-dists-lognormal-quantile';
import { v7 as uuid } from 'uuid';

/**
 * Chance from a seed. Every part of the demo takes a stream of its own by name, so that a change in one part leaves
 * the others as they were.
 */
export class Draw {
  private readonly uniform: () => number;

  constructor(private readonly seed: number) {
    const twister = generateMersenne53Randomizer(seed);
    this.uniform = () => twister.next();
  }

  stream(name: string): Draw {
    let mixed = this.seed;
    for (const character of name) mixed = Math.imul(mixed ^ (character.codePointAt(0) ?? 0), 16_777_619);
    return new Draw(mixed >>> 0);
  }

  /** 0 <= x < 1 */
  next(): number {
    return this.uniform();
  }

  chance(probability: number): boolean {
    return this.uniform() < probability;
  }

  between(low: number, high: number): number {
    return low + (high - low) * this.uniform();
  }

  /** A whole number from `low` to `high`, both included. */
  whole(low: number, high: number): number {
    return low + Math.floor(this.uniform() * (high - low + 1));
  }

  pick<Item>(items: readonly Item[]): Item {
    const item = items[Math.floor(this.uniform() * items.length)];
    if (item === undefined) throw new Error('There is nothing to pick from.');
    return item;
  }

  weighted<Item>(items: readonly Item[], weightOf: (item: Item) => number): Item {
    let rest = this.uniform() * items.reduce((sum, item) => sum + weightOf(item), 0);
    for (const item of items) if ((rest -= weightOf(item)) < 0) return item;
    return this.pick(items);
  }

  shuffled<Item>(items: readonly Item[]): Item[] {
    const order = items.map((item) => ({ item, place: this.uniform() }));
    return order.sort((a, b) => a.place - b.place).map(({ item }) => item);
  }

  exponential(mean: number): number {
    return exponentialQuantile(this.uniform(), 1 / mean);
  }

  /** `spread` is the standard deviation of the logarithm. */
  lognormal(median: number, spread: number): number {
    return lognormalQuantile(this.uniform() || Number.EPSILON, Math.log(median), spread);
  }

  /** A UUID v7 of that moment. */
  id(atMs: number): string {
    const random = new Uint8Array(16);
    for (let place = 0; place < 16; place += 4) {
      const bits = Math.floor(this.uniform() * 4_294_967_296);
      random[place] = bits >>> 24;
      random[place + 1] = bits >>> 16;
      random[place + 2] = bits >>> 8;
      random[place + 3] = bits;
    }
    return uuid({ msecs: atMs, random });
  }
}
