import { Chains, mostSpent } from './chains.js';
import { at } from './ints.js';
import { isFixed, type Before } from './keep-places.js';
import type { Places } from './places.js';

/** After so many calls seen in searches there are no more trades: enough for thousands of late calls, an end for more. */
const mostSeen = 2_000_000;

/** Finds each call the best place that can still be had: on time, least late, with its own caller, near its due date. */
export class Placing {
  private readonly within: Chains;
  private readonly across: Chains;
  /** No calls but fixed ones have a place to be kept. */
  private readonly isFirstPlan: boolean;
  /** For whose calls kept ones may move at the moment: the row of a caller. */
  private caller = -1;

  constructor(
    private readonly places: Places,
    private readonly before: Before,
  ) {
    const mayMove = (call: number) =>
      at(before.isKept, call) === 0 || (this.caller >= 0 && at(before.caller, call) === this.caller);
    this.within = new Chains(places, mayMove);
    this.across = new Chains(places, mayMove);
    this.isFirstPlan = !before.isKept.some((isKept, call) => isKept === 1 && !isFixed(before, call));
  }

  /** By due dates: so no call has to become later for one that comes after it. */
  placeAll(): void {
    const rows = this.places.table.due.keys();
    for (const call of this.inTurn([...rows].filter((row) => !this.places.isPlaced(row)))) this.place(call);
  }

  /** Places late calls less late, and those without a place, where that can be had by now; whether any was. */
  improve(): boolean {
    const { places } = this;
    const waiting = Array.from(places.table.byRank).filter((call) => !places.isPlaced(call) || places.late(call) > 0);
    this.reopen();
    const improved = this.inTurn(waiting).filter((call) =>
      places.isPlaced(call) ? this.placeSooner(call) : this.place(call),
    );
    return improved.length > 0;
  }

  /** Later on caller by caller: those who may move the same calls find the same ways closed. */
  private inTurn(calls: number[]): number[] {
    const { caller } = this.before;
    return this.isFirstPlan ? calls : calls.sort((a, b) => at(caller, a) - at(caller, b));
  }

  private placeSooner(call: number): boolean {
    const late = this.places.late(call);
    // Another one that went sooner may have brought it on time.
    if (late === 0 || isFixed(this.before, call)) return false;
    this.askFor(call);
    return this.sooner(call, late, () => 0);
  }

  /**
   * Places late calls sooner, and those without a place, where others become later for it by fewer days in all than are
   * gained; whether any was. Not where places are to be kept, and in a large plan the more urgent only (`mostSeen`).
   */
  trade(): boolean {
    if (!this.isFirstPlan) return false;
    const late = Array.from(this.places.table.byRank).filter((call) => this.places.late(call) > 1);
    return late.filter((call) => this.across.seenInAll < mostSeen && this.tradeOne(call)).length > 0;
  }

  /** Its own place is free for the others meanwhile. */
  private tradeOne(call: number): boolean {
    const { places } = this;
    const late = places.late(call);
    if (late < 2) return false;
    this.across.reopen();
    const place = places.isPlaced(call) ? places.lift(call) : -1;
    if (this.sooner(call, late, (gain) => Math.min(gain - 1, mostSpent))) return true;
    if (place >= 0) places.put(call, place);
    return false;
  }

  private sooner(call: number, late: number, spend: (gain: number) => number): boolean {
    const { table, diary } = this.places;
    const due = at(table.due, call);
    if (this.across.makeRoom(call, { firstDay: 0, lastDay: due, caller: -1, spend: spend(late) })) return true;
    for (let day = Math.max(0, due + 1); day < diary.days && table.late(call, day) < late; day += 1) {
      const reach = { firstDay: day, lastDay: day, caller: -1, spend: spend(late - table.late(call, day)) };
      if (this.across.makeRoom(call, reach)) return true;
    }
    return false;
  }

  /** Gives calls that are not kept a free place that they like better, until there is none. */
  prefer(): void {
    const { places, before } = this;
    let isAny = true;
    while (isAny) {
      isAny = false;
      for (let call = 0; call < places.table.count; call += 1) {
        if (at(before.isKept, call) === 0 && places.isPlaced(call) && this.preferOther(call)) isAny = true;
      }
    }
  }

  private preferOther(call: number): boolean {
    const { places } = this;
    const own = places.sheetOf(call);
    const place = places.lift(call);
    for (const sheet of places.sheetsByPreference(call)) {
      if (sheet === own) break;
      if (places.fitIn(call, sheet)) return true;
    }
    places.put(call, place);
    return false;
  }

  private place(call: number): boolean {
    const { table, diary } = this.places;
    this.askFor(call);
    const due = at(table.due, call);
    if (this.placeBetween(call, 0, due)) return true;
    for (let day = Math.max(0, due + 1); day < diary.days; day += 1) {
      if (this.placeBetween(call, day, day)) return true;
    }
    return false;
  }

  /** In a first plan others make room for the own caller to be kept; later on they are not moved as long as one can. */
  private placeBetween(call: number, from: number, to: number): boolean {
    const { places } = this;
    const firstDay = Math.max(from, places.firstDay(call));
    const lastDay = Math.min(to, places.lastDay(call));
    if (firstDay > lastDay) return false;
    for (let n = 0; n < places.table.callers(call); n += 1) {
      const caller = places.table.caller(call, n);
      for (let day = lastDay; day >= firstDay; day -= 1) {
        if (places.fitIn(call, caller * places.diary.days + day)) return true;
      }
      if (this.isFirstPlan && this.within.makeRoom(call, { firstDay, lastDay, caller, spend: 0 })) return true;
    }
    return this.across.makeRoom(call, { firstDay, lastDay, caller: -1, spend: 0 });
  }

  private askFor(call: number): void {
    const caller = at(this.before.caller, call);
    if (!this.isFirstPlan && caller !== this.caller) this.reopen();
    this.caller = caller;
  }

  private reopen(): void {
    this.within.reopen();
    this.across.reopen();
  }
}
