import { at, lowestBit } from '../planning/ints.js';
import type { ExamSlots } from './booking-slots.js';

/**
 * Gives slots to candidates so that as many as possible have one and the load is as even as it can be. The load that each
 * assessor may have is raised one by one; under each limit augmenting paths place whoever can be placed. No placed
 * candidate loses their place and no load shrinks by that, and the loads that are possible form a polymatroid, whose
 * greedily raised base is the most even one (Fujishige 1980): the busiest has least, the least busy has most.
 */
export class EvenLoad {
  /** Who has the slot: -1 for nobody, -2 for closed. */
  private readonly holder: Int32Array;
  private readonly slotOf: number[] = [];
  private readonly load: Int32Array;
  private readonly seatsOf: Set<number>[];

  constructor(
    private readonly slots: ExamSlots,
    load: readonly number[],
  ) {
    this.holder = new Int32Array(slots.count).fill(-1);
    this.load = Int32Array.from(load);
    this.seatsOf = load.map(() => new Set());
  }

  /** The slot of whoever goes before the others: of the least busy assessor, the first. */
  placeAlone(fits: Int32Array, isFree: (slot: number) => boolean): number | undefined {
    const best = this.listed(fits)
      .filter((slot) => at(this.holder, slot) === -1 && isFree(slot))
      .sort((a, b) => this.loadAt(a) - this.loadAt(b) || a - b)[0];
    if (best === undefined) return undefined;
    this.holder[best] = -2;
    this.load[at(this.slots.assessor, best)] = this.loadAt(best) + 1;
    return best;
  }

  /** Nobody is examined in these any more. */
  close(isClosed: (slot: number) => boolean): void {
    for (const slot of this.holder.keys()) if (at(this.holder, slot) === -1 && isClosed(slot)) this.holder[slot] = -2;
  }

  /** The slot of each; -1 for none. `fits`: a bit for each slot that would do. */
  place(fits: readonly Int32Array[]): readonly number[] {
    this.slotOf.push(...fits.map(() => -1));
    let waiting = [...fits.keys()];
    const most = Math.max(0, ...this.load) + fits.length;
    for (let limit = Math.min(...this.load) + 1; waiting.length > 0 && limit <= most; limit += 1) {
      const search = new Search(this.slots, this, fits, limit);
      waiting = waiting.filter((candidate) => !search.place(candidate));
      // Nobody is kept back by the limit: a higher one would not help.
      if (!search.isAtLimit) break;
    }
    this.moveUp(fits);
    return this.slotOf;
  }

  loadAt(slot: number): number {
    return at(this.load, at(this.slots.assessor, slot));
  }

  holderOf(slot: number): number {
    return at(this.holder, slot);
  }

  seats(slot: number): ReadonlySet<number> {
    return this.seatsOf[at(this.slots.assessor, slot)] ?? new Set();
  }

  slotHeldBy(candidate: number): number {
    return this.slotOf[candidate] ?? -1;
  }

  leave(candidate: number): void {
    const slot = this.slotHeldBy(candidate);
    if (slot < 0) return;
    this.slotOf[candidate] = -1;
    this.holder[slot] = -1;
    this.seatsOf[at(this.slots.assessor, slot)]?.delete(candidate);
    this.load[at(this.slots.assessor, slot)] = this.loadAt(slot) - 1;
  }

  take(candidate: number, slot: number): void {
    this.slotOf[candidate] = slot;
    this.holder[slot] = candidate;
    this.seatsOf[at(this.slots.assessor, slot)]?.add(candidate);
    this.load[at(this.slots.assessor, slot)] = this.loadAt(slot) + 1;
  }

  /** Each free slot is taken by the same assessor's exam that has the latest place and would do there. */
  private moveUp(fits: readonly Int32Array[]): void {
    for (const slot of this.holder.keys()) {
      if (this.holderOf(slot) !== -1) continue;
      const [last] = [...this.seats(slot)]
        .filter((candidate) => this.slotHeldBy(candidate) > slot && hasBit(fits[candidate], slot))
        .sort((a, b) => this.slotHeldBy(b) - this.slotHeldBy(a));
      if (last === undefined) continue;
      this.leave(last);
      this.take(last, slot);
    }
  }

  private listed(bits: Int32Array): number[] {
    return Array.from({ length: this.slots.count }, (_, slot) => slot).filter((slot) => hasBit(bits, slot));
  }
}

const hasBit = (bits: Int32Array | undefined, bit: number): boolean =>
  bits !== undefined && (at(bits, bit >> 5) & (1 << (bit & 31))) !== 0;

/** Augmenting paths under one limit. What a search without success has seen leads nowhere until the limit is raised. */
class Search {
  /** Somebody would take a slot of an assessor who has as many as the limit lets. */
  isAtLimit = false;
  private readonly unseen: Int32Array;
  private readonly isSeen: Uint8Array;
  private readonly isOpened = new Set<number>();

  constructor(
    private readonly slots: ExamSlots,
    private readonly held: EvenLoad,
    private readonly fits: readonly Int32Array[],
    private readonly limit: number,
  ) {
    this.unseen = new Int32Array(slots.words).fill(-1);
    this.isSeen = new Uint8Array(fits.length);
  }

  place(first: number): boolean {
    const queue = [first];
    /** The slot that a candidate would leave to whom. */
    const cameFrom = new Map<number, { readonly candidate: number; readonly slot: number }>();
    const seen: number[] = [];
    const opened: number[] = [];
    const reach = (candidate: number, by: number, slot: number) => {
      if (this.isSeen[candidate] || candidate === first) return;
      this.isSeen[candidate] = 1;
      cameFrom.set(candidate, { candidate: by, slot });
      queue.push(candidate);
    };
    for (const candidate of queue) {
      const row = this.fits[candidate];
      if (!row) continue;
      for (let word = 0; word < row.length; word += 1) {
        let bits = at(row, word) & at(this.unseen, word);
        for (; bits !== 0; bits &= bits - 1) {
          const slot = (word << 5) + lowestBit(bits);
          const holder = this.held.holderOf(slot);
          this.unseen[word] = at(this.unseen, word) & ~(1 << (slot & 31));
          seen.push(slot);
          if (holder === -2) continue;
          if (holder >= 0) {
            reach(holder, candidate, slot);
            continue;
          }
          const assessor = at(this.slots.assessor, slot);
          if (this.held.loadAt(slot) < this.limit) {
            this.shift(candidate, slot, cameFrom);
            this.forget(seen, [first, ...cameFrom.keys()], opened);
            return true;
          }
          this.isAtLimit = true;
          if (this.isOpened.has(assessor)) continue;
          this.isOpened.add(assessor);
          opened.push(assessor);
          for (const other of this.held.seats(slot)) reach(other, candidate, slot);
        }
      }
    }
    return false;
  }

  /** Everybody on the path leaves their place and takes the one before which they were reached. */
  private shift(
    last: number,
    free: number,
    cameFrom: ReadonlyMap<number, { readonly candidate: number; readonly slot: number }>,
  ): void {
    let [candidate, slot] = [last, free];
    for (;;) {
      const before = cameFrom.get(candidate);
      this.held.leave(candidate);
      this.held.take(candidate, slot);
      if (!before) return;
      [candidate, slot] = [before.candidate, before.slot];
    }
  }

  private forget(slots: readonly number[], candidates: readonly number[], assessors: readonly number[]): void {
    for (const slot of slots) this.unseen[slot >> 5] = at(this.unseen, slot >> 5) | (1 << (slot & 31));
    for (const candidate of candidates) this.isSeen[candidate] = 0;
    for (const assessor of assessors) this.isOpened.delete(assessor);
  }
}
