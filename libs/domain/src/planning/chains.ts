import { at, lowestBit } from './ints.js';
import type { Places } from './places.js';

/** Where a search may lead. */
export interface Reach {
  /** The days for the call itself. The others keep their own: none later than its due date, or than it is now. */
  readonly firstDay: number;
  readonly lastDay: number;
  /** The row of the one caller with whom all of the chain stays; -1 for any. */
  readonly caller: number;
}

/**
 * Makes room for a call by a chain: it takes the place of another, that one the place of a third, up to one that finds a
 * free place. This is a search for an augmenting path by breadth: where there is such a chain it finds one, of the
 * shortest. What a search without success has seen stays closed, as nothing leads out of there: so all those searches
 * together look at each call and sheet once, until `reopen`.
 */
export class Chains {
  private turn = 1;
  /** Closed are those with the number of this turn. */
  private readonly closedCalls: Int32Array;
  private readonly closedSheets: Int32Array;
  /** The calls that this search has seen stand in the way of another (`wantedBy`), which then would take `wanted`. */
  private readonly seen: Int32Array;
  private readonly wantedBy: Int32Array;
  private readonly wanted: Int32Array;
  private seenCount = 0;
  private seenSheets: number[] = [];

  constructor(
    private readonly places: Places,
    private readonly mayMove: (call: number) => boolean,
  ) {
    const { count } = places.table;
    this.closedCalls = new Int32Array(count);
    this.closedSheets = new Int32Array(places.diary.room.length);
    this.seen = new Int32Array(count);
    this.wantedBy = new Int32Array(count);
    this.wanted = new Int32Array(count);
  }

  /** Forgets what is closed: places have become free, or other calls may move. */
  reopen(): void {
    this.turn += 1;
  }

  /** Places a call, or places it anew; false, and nothing is changed, where no chain leads to a free place. */
  makeRoom(call: number, { firstDay, lastDay, caller }: Reach): boolean {
    const { table } = this.places;
    this.seenCount = 0;
    this.seenSheets = [];
    this.wantedBy[call] = -1;
    let asking = call;
    let place = this.look(call, firstDay, lastDay, caller);
    for (let n = 0; place < 0 && n < this.seenCount; n += 1) {
      asking = at(this.seen, n);
      const latest = Math.max(at(table.due, asking), this.places.dayOf(asking));
      place = this.look(asking, 0, latest, caller);
      if (place >= 0 && !this.isOfDifferentAccounts(asking)) place = -1;
    }
    if (place < 0) return false;
    this.moveUp(asking, place);
    for (let n = 0; n < this.seenCount; n += 1) this.closedCalls[at(this.seen, n)] = 0;
    for (const sheet of this.seenSheets) this.closedSheets[sheet] = 0;
    return true;
  }

  /** A free place for a call on these days; -1 for none: then whoever stands in its way is seen. */
  private look(call: number, firstDay: number, lastDay: number, only: number): number {
    const { diary, table } = this.places;
    const first = Math.max(firstDay, this.places.firstDay(call));
    const last = Math.min(lastDay, this.places.lastDay(call));
    for (let n = 0; n < table.callers(call); n += 1) {
      const caller = table.caller(call, n);
      if (only >= 0 && caller !== only) continue;
      for (let day = last; day >= first; day -= 1) {
        const place = this.lookAt(call, caller * diary.days + day);
        if (place >= 0) return place;
      }
    }
    return -1;
  }

  private lookAt(call: number, sheet: number): number {
    if (at(this.closedSheets, sheet) === this.turn) return -1;
    const { diary } = this.places;
    const free = this.places.freePlace(call, sheet);
    if (free >= 0 && at(diary.room, sheet) > 0) return free;
    if (free >= 0) {
      // The day is full: any of its calls may go.
      this.closedSheets[sheet] = this.turn;
      this.seenSheets.push(sheet);
      for (const other of diary.callsOn(sheet)) this.see(other, call, free);
      return -1;
    }
    const end = (sheet + 1) * diary.slotsPerSheet;
    for (let from = end - diary.slotsPerSheet; from < end; from += 32) {
      for (let left = this.places.possible(call, from); left !== 0; left &= left - 1) {
        const place = from + lowestBit(left);
        this.see(diary.callAt(place), call, place);
      }
    }
    return -1;
  }

  private see(call: number, wantedBy: number, wanted: number): void {
    if (at(this.closedCalls, call) === this.turn || !this.mayMove(call)) return;
    this.closedCalls[call] = this.turn;
    this.seen[this.seenCount] = call;
    this.seenCount += 1;
    this.wantedBy[call] = wantedBy;
    this.wanted[call] = wanted;
  }

  /** No call is in a chain twice, nor two of one account: their order was looked at as they are now. */
  private isOfDifferentAccounts(last: number): boolean {
    const accounts = new Set<string | undefined>();
    for (let call = last; call >= 0; call = at(this.wantedBy, call)) {
      const account = this.places.table.calls[call]?.accountId;
      if (accounts.has(account)) return false;
      accounts.add(account);
    }
    return true;
  }

  /** The last of the chain goes to the free place, each one before it to the place that it wanted. */
  private moveUp(last: number, freePlace: number): void {
    let place = freePlace;
    for (let call = last; call >= 0; call = at(this.wantedBy, call)) {
      if (this.places.isPlaced(call)) this.places.lift(call);
      this.places.put(call, place);
      place = at(this.wanted, call);
    }
  }
}
