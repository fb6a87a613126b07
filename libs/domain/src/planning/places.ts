import type { CallTable } from './call-table.js';
import type { Diary } from './diary.js';
import type { HoursTable } from './hours-table.js';
import { at, lowestBit } from './ints.js';

/** Where each call is, and what the rules allow it. */
export class Places {
  /** Of each call; -1 for none. */
  readonly placeOf: Int32Array;
  /** 1 for a call whose time others may not change. */
  readonly isSettled: Int32Array;
  /** The places that a search for times has asked for, by the words of a sheet; none outside of one. */
  private readonly tried: Int32Array;

  constructor(
    readonly diary: Diary,
    readonly table: CallTable,
    private readonly hours: HoursTable,
  ) {
    this.placeOf = new Int32Array(table.count).fill(-1);
    this.isSettled = new Int32Array(table.count);
    this.tried = new Int32Array(diary.slotsPerSheet / 32);
  }

  isPlaced(call: number): boolean {
    return at(this.placeOf, call) >= 0;
  }

  /** -1 for a call without a place. */
  sheetOf(call: number): number {
    return this.diary.sheetOf(at(this.placeOf, call));
  }

  dayOf(call: number): number {
    return this.diary.dayOf(this.sheetOf(call));
  }

  /** The working days it is late where it is. */
  late(call: number): number {
    return this.lateOn(call, this.sheetOf(call));
  }

  /** The working days it would be late on a sheet; without one (-1) as late as on the working day after the last. */
  lateOn(call: number, sheet: number): number {
    return sheet < 0 ? this.table.late(call, Infinity) + 1 : this.table.late(call, this.diary.dayOf(sheet));
  }

  put(call: number, place: number): void {
    this.diary.enter(place, call);
    this.placeOf[call] = place;
  }

  lift(call: number): number {
    const place = at(this.placeOf, call);
    this.diary.strike(place);
    this.placeOf[call] = -1;
    return place;
  }

  /** The first day it may be on: not before its earliest, and after the call of its account that is due before it. */
  firstDay(call: number): number {
    return Math.max(at(this.table.earliest, call), this.afterPrevious(call));
  }

  afterPrevious(call: number): number {
    const previous = this.nearestPlaced(call, this.table.before);
    return previous < 0 ? 0 : this.dayOf(previous) + 1;
  }

  /** The last day it may be on: before the call of its account that is due after it. */
  lastDay(call: number): number {
    const next = this.nearestPlaced(call, this.table.after);
    return next < 0 ? this.diary.days - 1 : this.dayOf(next) - 1;
  }

  /**
   * The callers' days a call may be on, best first: on time with the first caller from the due date back to the earliest,
   * then with the next one; then late, day by day, each day the first caller first.
   */
  *sheetsByPreference(call: number): Generator<number> {
    const { table, diary } = this;
    const first = this.firstDay(call);
    const last = this.lastDay(call);
    const callers = Array.from({ length: table.callers(call) }, (_, n) => table.caller(call, n));
    const due = at(table.due, call);
    for (const caller of callers) {
      for (let day = Math.min(due, last); day >= first; day -= 1) yield caller * diary.days + day;
    }
    for (let day = Math.max(due + 1, first); day <= last; day += 1) {
      for (const caller of callers) yield caller * diary.days + day;
    }
  }

  /** Of the 32 places from one on, those where its caller works and its account can be called. */
  possible(call: number, place: number): number {
    const open = at(this.diary.open, place >> 5);
    const row = at(this.table.hours, call);
    return open === 0 || row < 0 ? 0 : open & this.hours.openFrom(row, this.diary.slotOf(place));
  }

  /** The first place of a sheet that is free and possible, whether or not the sheet takes one more call; -1 for none. */
  freePlace(call: number, sheet: number): number {
    const first = sheet * this.diary.slotsPerSheet;
    for (let word = 0; word < this.tried.length; word += 1) {
      const from = first + word * 32;
      const free = at(this.diary.free, from >> 5) & ~at(this.tried, word) & this.possible(call, from);
      if (free !== 0) return from + lowestBit(free);
    }
    return -1;
  }

  /**
   * Puts a call on a sheet, where need be by other times for calls of that sheet that are not settled. False, and nothing
   * is changed, where the sheet has no room or no times can be found. The account's other
   * calls are not looked at.
   */
  fitIn(call: number, sheet: number): boolean {
    if (at(this.diary.room, sheet) <= 0) return false;
    const isFound = this.findTime(call, sheet);
    this.tried.fill(0);
    return isFound;
  }

  private nearestPlaced(call: number, direction: Int32Array): number {
    let other = at(direction, call);
    while (other >= 0 && !this.isPlaced(other)) other = at(direction, other);
    return other;
  }

  private findTime(call: number, sheet: number): boolean {
    const free = this.freePlace(call, sheet);
    if (free >= 0) {
      this.put(call, free);
      return true;
    }
    const first = sheet * this.diary.slotsPerSheet;
    for (let word = 0; word < this.tried.length; word += 1) {
      const from = first + word * 32;
      const possible = this.possible(call, from);
      for (let left = possible & ~at(this.tried, word); left !== 0; left = possible & ~at(this.tried, word)) {
        const place = from + lowestBit(left);
        this.tried[word] = at(this.tried, word) | (left & -left);
        if (this.giveUp(place, sheet)) {
          this.put(call, place);
          return true;
        }
      }
    }
    return false;
  }

  /** Whether the call at a place could be given another time on its sheet. */
  private giveUp(place: number, sheet: number): boolean {
    const other = this.diary.callAt(place);
    if (at(this.isSettled, other) === 1) return false;
    this.lift(other);
    if (this.findTime(other, sheet)) return true;
    this.put(other, place);
    return false;
  }
}
