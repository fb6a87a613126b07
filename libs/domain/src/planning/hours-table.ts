import { slotsIn } from './grid.js';
import { at, setBits } from './ints.js';
import type { CallingHours } from './plan.js';

/** The calling hours of all accounts: a row each, a bit per slot from `firstSlot` to `endSlot` (counted from 1970). */
export class HoursTable {
  private readonly rows: ReadonlyMap<string, number>;
  private readonly words: number;
  private readonly bits: Int32Array;

  constructor(
    hours: readonly CallingHours[],
    slotMs: number,
    private readonly firstSlot: number,
    endSlot: number,
  ) {
    this.rows = new Map(hours.map(({ id }, row) => [id, row]));
    // A word more: 32 slots may be asked for from the last one on.
    this.words = Math.ceil((endSlot - firstSlot) / 32) + 2;
    this.bits = new Int32Array(hours.length * this.words);
    for (const [row, { open }] of hours.entries()) {
      const offset = row * this.words * 32 - firstSlot;
      for (const span of open) {
        const [from, to] = slotsIn(span, slotMs);
        setBits(this.bits, Math.max(from, firstSlot) + offset, Math.min(to, endSlot) + offset);
      }
    }
  }

  /** -1 for hours that are not known. */
  rowOf(id: string): number {
    return this.rows.get(id) ?? -1;
  }

  /** Which of the 32 slots from one on are open, the lowest bit first. */
  openFrom(row: number, slot: number): number {
    const bit = slot - this.firstSlot;
    const word = row * this.words + (bit >> 5);
    const shift = bit & 31;
    return shift === 0
      ? at(this.bits, word)
      : (at(this.bits, word) >>> shift) | (at(this.bits, word + 1) << (32 - shift));
  }
}
