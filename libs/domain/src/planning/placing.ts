import { Chains } from './chains.js';
import { at } from './ints.js';
import { isFixed, type Before } from './keep-places.js';
import type { Places } from './places.js';

/** Finds each call the best place that can still be had: on time, least late, with its own caller, near its due date. */
export class Placing {
  private readonly within: Chains;
  private readonly across: Chains;
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
    this.isFirstPlan = !before.isKept.includes(1);
  }

  /** By due dates: so no call has to become later for one that comes after it. */
  placeAll(): void {
    for (let call = 0; call < this.places.table.count; call += 1) {
      if (!this.places.isPlaced(call)) this.place(call);
    }
  }

  /** Places late calls less late where that can be had by now; whether any was. */
  improve(): boolean {
    const { places, before } = this;
    const late = Array.from(places.table.byRank).filter(
      (call) => places.isPlaced(call) && places.late(call) > 0 && !isFixed(before, call),
    );
    // Those that may move the same calls in a row: so what one has found closed the next need not try.
    if (!this.isFirstPlan)
      late.sort(
        (a, b) => at(before.caller, a) - at(before.caller, b) || at(places.table.rank, a) - at(places.table.rank, b),
      );
    this.reopen();
    return late.filter((call) => this.improveOne(call)).length > 0;
  }

  private improveOne(call: number): boolean {
    const { table } = this.places;
    const late = this.places.late(call);
    const due = at(table.due, call);
    this.askFor(call);
    if (this.across.makeRoom(call, { firstDay: 0, lastDay: due, caller: -1 })) return true;
    for (let day = Math.max(0, due + 1); table.late(call, day) < late; day += 1) {
      if (this.across.makeRoom(call, { firstDay: day, lastDay: day, caller: -1 })) return true;
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

  private place(call: number): void {
    const { table, diary } = this.places;
    this.askFor(call);
    const due = at(table.due, call);
    if (this.placeBetween(call, 0, due)) return;
    for (let day = Math.max(0, due + 1); day < diary.days; day += 1) {
      if (this.placeBetween(call, day, day)) return;
    }
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
      if (this.isFirstPlan && this.within.makeRoom(call, { firstDay, lastDay, caller })) return true;
    }
    return this.across.makeRoom(call, { firstDay, lastDay, caller: -1 });
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
