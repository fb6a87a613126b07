/** Numbers that look drawn and come from a seed (mulberry32): the same seed draws the same company. */
export class Draw {
  constructor(private state: number) {}

  /** 0 or more, less than 1. */
  share(): number {
    this.state = (this.state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(this.state ^ (this.state >>> 15), this.state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  }

  /** Both bounds included. */
  from(least: number, most: number): number {
    return least + Math.floor(this.share() * (most - least + 1));
  }

  one<T>(list: readonly T[]): T {
    return list[this.from(0, list.length - 1)] as T;
  }

  shuffled<T>(list: readonly T[]): T[] {
    return list
      .map((value) => ({ value, key: this.share() }))
      .sort((a, b) => a.key - b.key)
      .map(({ value }) => value);
  }
}
