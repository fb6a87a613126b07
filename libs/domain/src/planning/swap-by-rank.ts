import { at } from './ints.js';
import type { Before } from './keep-places.js';
import type { Places } from './places.js';

/**
 * Among calls that are due the more urgent go first: a late call, or one without a place, changes with an earlier one
 * where that makes the two less late together, or leaves their sum and the late one is the more urgent. Until there is no
 * such pair; kept calls stay. Whether any did.
 */
export const swapByRank = (places: Places, { isKept }: Before): boolean => new Swaps(places, isKept).all();

class Swaps {
  /** Each swap has a number. Of a sheet that of its last; of a call the last one when it had looked in vain. */
  private swaps = 1;
  private readonly changed: Int32Array;
  private readonly lookedAt: Int32Array;

  constructor(
    private readonly places: Places,
    private readonly isKept: Int32Array,
  ) {
    this.changed = new Int32Array(places.diary.room.length).fill(1);
    this.lookedAt = new Int32Array(places.table.count);
  }

  all(): boolean {
    let before = 0;
    while (before < this.swaps) {
      before = this.swaps;
      for (const call of this.places.table.byRank) {
        if (at(this.isKept, call) === 0 && this.places.late(call) > 0) this.goForward(call);
      }
    }
    return this.swaps > 1;
  }

  private goForward(call: number): void {
    const { places } = this;
    const own = places.sheetOf(call);
    const isOwnChanged = own >= 0 && at(this.changed, own) > at(this.lookedAt, call);
    const since = isOwnChanged ? 0 : at(this.lookedAt, call);
    for (const sheet of places.sheetsByPreference(call)) {
      const gain = places.late(call) - places.lateOn(call, sheet);
      if (gain <= 0) break;
      if (at(this.changed, sheet) <= since) continue;
      for (const other of places.diary.callsOn(sheet)) {
        const loss = places.lateOn(other, own) - places.lateOn(other, sheet);
        const isMoreUrgent = at(places.table.rank, call) < at(places.table.rank, other);
        if (at(this.isKept, other) === 1 || loss > gain || (loss === gain && !isMoreUrgent)) continue;
        if (own < 0 ? !takePlace(places, call, other) : !swap(places, call, other)) continue;
        this.swaps += 1;
        if (own >= 0) this.changed[own] = this.swaps;
        this.changed[sheet] = this.swaps;
        return;
      }
    }
    this.lookedAt[call] = this.swaps;
  }
}

/** Changes the places of two calls, by other times for calls of those days where need be; false where that cannot be. */
function swap(places: Places, call: number, other: number): boolean {
  const { diary, table } = places;
  const from = places.sheetOf(call);
  const to = places.sheetOf(other);
  const day = diary.dayOf(from);
  if (!table.isOneOf(other, diary.callerOf(from))) return false;
  if (day < places.firstDay(other) || day > places.lastDay(other)) return false;
  places.lift(call);
  if (takePlace(places, call, other)) {
    if (places.fitIn(other, from)) return true;
    places.lift(call);
    places.fitIn(other, to);
  }
  // The day held it before, so it does again, if at another time.
  places.fitIn(call, from);
  return false;
}

/** Puts a call without a place on the day of another, which then has none; false, and both are as before. */
function takePlace(places: Places, call: number, other: number): boolean {
  const place = places.lift(other);
  if (places.fitIn(call, places.diary.sheetOf(place))) return true;
  places.put(other, place);
  return false;
}
