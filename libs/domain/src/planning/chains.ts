import { at, lowestBit } from './ints.js';
import type { Places } from './places.js';

/** Where a search may lead. */
export interface Reach {
  /** The days for the call itself. */
  readonly firstDay: number;
  readonly lastDay: number;
  /** The row of the one caller with whom all of the chain stays; -1 for any. */
  readonly caller: number;
  /** How many working days later the others may become in all, 0 to `mostSpent`. */
  readonly spend: number;
}

/** More would hardly find more: so few days later others become. */
export const mostSpent = 63;

/**
 * Makes room for a call by a chain: it takes the place of another, that one the place of a third, up to one that finds a
 * free place. No other call becomes later than it is, unless it stays on time or there are days to spend. This is a search
 * for augmenting paths by breadth, the most left to spend first: where there is such a chain it finds one. What a search
 * without success has seen stays closed, as nothing leads out of there: so all those searches together look at each call
 * and sheet once, until `reopen`.
 */
export class Chains {
  /** The calls seen in all searches: a measure of the work done. */
  seenInAll = 0;
  private turn = 1;
  /** Whom the search is for: it gives nobody its place, as a chain that comes back to where it began has no end. */
  private asking = -1;
  /** What a call and a sheet were closed with: see `mark`. */
  private readonly closedCalls: Int32Array;
  private readonly closedSheets: Int32Array;
  /** The calls that stand in the way of another (`wantedBy`), which then would take `wanted`; by the days left to spend. */
  private seen: number[][] = [];
  private readonly wantedBy: Int32Array;
  private readonly wanted: Int32Array;
  private seenSheets: number[] = [];

  constructor(
    private readonly places: Places,
    private readonly mayMove: (call: number) => boolean,
  ) {
    const { count } = places.table;
    this.closedCalls = new Int32Array(count);
    this.closedSheets = new Int32Array(places.diary.room.length);
    this.wantedBy = new Int32Array(count);
    this.wanted = new Int32Array(count);
  }

  /** Forgets what is closed: places have become free, or other calls may move. */
  reopen(): void {
    this.turn += 1;
  }

  /** Places a call, or places it anew; false, and nothing is changed, where no chain leads to a free place. */
  makeRoom(call: number, { firstDay, lastDay, caller, spend }: Reach): boolean {
    this.seenSheets = [];
    this.seen = Array.from({ length: spend + 1 }, () => []);
    this.wantedBy[call] = -1;
    this.asking = call;
    const last = Math.min(lastDay, this.places.lastDay(call));
    for (const each of this.callersOf(call, caller)) {
      for (let day = last; day >= Math.max(firstDay, this.places.firstDay(call)); day -= 1) {
        const place = this.lookAt(call, each * this.places.diary.days + day, spend);
        if (place >= 0) return this.moveUp(call, place);
      }
    }
    for (let left = spend; left >= 0; left -= 1) {
      // The list grows while it is gone through.
      for (const other of this.seen[left] ?? []) {
        const place = this.look(other, caller, left);
        if (place >= 0 && this.isInOrder(other, place)) return this.moveUp(other, place);
      }
    }
    return false;
  }

  private callersOf(call: number, only: number): number[] {
    const { table } = this.places;
    const callers: number[] = [];
    for (let n = 0; n < table.callers(call); n += 1) {
      if (only < 0 || table.caller(call, n) === only) callers.push(table.caller(call, n));
    }
    return callers;
  }

  /** A free place for a call of the chain; -1 for none: then whoever stands in its way is seen. On time before late. */
  private look(call: number, only: number, left: number): number {
    const { diary, table } = this.places;
    const late = this.places.late(call);
    const callers = this.callersOf(call, only);
    const first = this.places.firstDay(call);
    const last = this.places.lastDay(call);
    const usual = Math.min(last, Math.max(at(table.due, call), this.places.dayOf(call)));
    for (const caller of callers) {
      for (let day = usual; day >= first; day -= 1) {
        const place = this.lookAt(call, caller * diary.days + day, left);
        if (place >= 0) return place;
      }
    }
    for (let day = Math.max(usual + 1, first); left > 0 && day <= last; day += 1) {
      const leftThen = left - (table.late(call, day) - late);
      if (leftThen < 0) break;
      for (const caller of callers) {
        const place = this.lookAt(call, caller * diary.days + day, leftThen);
        if (place >= 0) return place;
      }
    }
    return -1;
  }

  private lookAt(call: number, sheet: number, left: number): number {
    if (at(this.closedSheets, sheet) >= this.mark(left)) return -1;
    const { diary } = this.places;
    const free = this.places.freePlace(call, sheet);
    if (free >= 0 && at(diary.room, sheet) > 0) return free;
    const isFull = free >= 0;
    // A day that holds who is asking is not closed: for the next one that call may go.
    if (isFull && !this.isAsking(sheet)) {
      this.closedSheets[sheet] = this.mark(left);
      this.seenSheets.push(sheet);
    }
    const end = (sheet + 1) * diary.slotsPerSheet;
    for (let from = end - diary.slotsPerSheet; from < end; from += 32) {
      // Any call of a full day may go; else one of those whose times are possible.
      for (let bits = isFull ? diary.taken(from) : this.places.possible(call, from); bits !== 0; bits &= bits - 1) {
        const place = from + lowestBit(bits);
        this.see(diary.callAt(place), left, call, isFull ? free : place);
      }
    }
    return -1;
  }

  private isAsking(sheet: number): boolean {
    return this.places.isPlaced(this.asking) && this.places.sheetOf(this.asking) === sheet;
  }

  private see(call: number, left: number, wantedBy: number, wanted: number): void {
    if (call === this.asking || at(this.closedCalls, call) >= this.mark(left) || !this.mayMove(call)) return;
    this.closedCalls[call] = this.mark(left);
    this.seen[left]?.push(call);
    this.seenInAll += 1;
    this.wantedBy[call] = wantedBy;
    this.wanted[call] = wanted;
  }

  /** Closed in this turn with so many days left: no way out for anyone with as many or fewer. */
  private mark(left: number): number {
    return this.turn * (mostSpent + 1) + left;
  }

  /**
   * No call is in the chain twice, and the calls of an account stay in order: each was looked at with the others where
   * they are now.
   */
  private isInOrder(last: number, freePlace: number): boolean {
    const { diary, table } = this.places;
    const days = new Map<number, number>();
    let place = freePlace;
    for (let call = last; call >= 0; call = at(this.wantedBy, call)) {
      if (days.has(call)) return false;
      days.set(call, diary.dayOf(diary.sheetOf(place)));
      place = at(this.wanted, call);
    }
    return [...days].every(([call, day]) => {
      let other = at(table.before, call);
      while (other >= 0 && !days.has(other)) other = at(table.before, other);
      return (days.get(other) ?? -1) < day;
    });
  }

  /** The last of the chain goes to the free place, each one before it to the place that it wanted. */
  private moveUp(last: number, freePlace: number): true {
    let place = freePlace;
    for (let call = last; call >= 0; call = at(this.wantedBy, call)) {
      if (this.places.isPlaced(call)) this.places.lift(call);
      this.places.put(call, place);
      place = at(this.wanted, call);
    }
    for (const calls of this.seen) for (const call of calls) this.closedCalls[call] = 0;
    for (const sheet of this.seenSheets) this.closedSheets[sheet] = 0;
    return true;
  }
}
