import { at, lowestBit, setBits } from './ints.js';
import { dayNumber, slotsIn } from './grid.js';
import type { Caller } from './plan.js';

/**
 * The days of all callers. A caller's day is a sheet: the caller's row x `days` + the day counted from `firstDay`. A
 * sheet has `slotsPerSheet` places, of which the first is the caller's first open slot of that day: place = sheet x
 * slotsPerSheet + slot - firstSlot. Bits of places are kept 32 to a word.
 */
export class Diary {
  readonly firstDay: number;
  readonly days: number;
  readonly slotsPerSheet: number;
  /** The slots that any sheet has: the first, and the first one after. */
  readonly horizon: readonly [number, number];
  /** Of a sheet, counted from 1970. */
  readonly firstSlot: Int32Array;
  /** How many calls a sheet still takes. */
  readonly room: Int32Array;
  /** Which places the callers work; `free`: of these the ones without a call. */
  readonly open: Int32Array;
  readonly free: Int32Array;
  private readonly holder: Int32Array;

  /** Slots before `notBefore` are closed. */
  constructor(callers: readonly Caller[], slotMs: number, notBefore: number) {
    const worked = callers.flatMap((caller, row) => daysWorked(caller, row, slotMs, notBefore));
    this.firstDay = worked.reduce((least, { day }) => Math.min(least, day), worked[0]?.day ?? 0);
    this.days = worked.reduce((most, { day }) => Math.max(most, day - this.firstDay + 1), 0);
    this.slotsPerSheet = 32 * worked.reduce((most, { first, end }) => Math.max(most, Math.ceil((end - first) / 32)), 1);
    const begin = worked.reduce((least, { first }) => Math.min(least, first), Infinity);
    const last = worked.reduce((most, { first }) => Math.max(most, first), begin);
    this.horizon = worked.length > 0 ? [begin, last + this.slotsPerSheet] : [0, 0];
    const sheets = callers.length * this.days;
    this.firstSlot = new Int32Array(sheets);
    this.room = new Int32Array(sheets);
    this.open = new Int32Array((sheets * this.slotsPerSheet) / 32);
    for (const { row, day, ranges, first } of worked) {
      const sheet = row * this.days + day - this.firstDay;
      const offset = sheet * this.slotsPerSheet - first;
      this.firstSlot[sheet] = first;
      this.room[sheet] = callers[row]?.callsPerDay ?? 0;
      for (const [from, to] of ranges) setBits(this.open, from + offset, to + offset);
    }
    this.free = this.open.slice();
    this.holder = new Int32Array(sheets * this.slotsPerSheet).fill(-1);
  }

  sheetOf(place: number): number {
    return Math.floor(place / this.slotsPerSheet);
  }

  dayOf(sheet: number): number {
    return sheet % this.days;
  }

  /** The row of its caller. */
  callerOf(sheet: number): number {
    return Math.floor(sheet / this.days);
  }

  /** Counted from 1970. */
  slotOf(place: number): number {
    return at(this.firstSlot, this.sheetOf(place)) + (place % this.slotsPerSheet);
  }

  /** Whether the caller works at a place. */
  isOpen(place: number): boolean {
    return (at(this.open, place >> 5) & (1 << (place & 31))) !== 0;
  }

  /** The call at a place, -1 for none. */
  callAt(place: number): number {
    return at(this.holder, place);
  }

  enter(place: number, call: number): void {
    const sheet = this.sheetOf(place);
    this.free[place >> 5] = at(this.free, place >> 5) & ~(1 << (place & 31));
    this.room[sheet] = at(this.room, sheet) - 1;
    this.holder[place] = call;
  }

  strike(place: number): void {
    const sheet = this.sheetOf(place);
    this.free[place >> 5] = at(this.free, place >> 5) | (1 << (place & 31));
    this.room[sheet] = at(this.room, sheet) + 1;
    this.holder[place] = -1;
  }

  /** Of the 32 places from one on, those with a call. */
  taken(place: number): number {
    return at(this.open, place >> 5) & ~at(this.free, place >> 5);
  }

  /** The calls of a sheet in the order of their times. */
  callsOn(sheet: number): number[] {
    const calls: number[] = [];
    const end = (sheet + 1) * this.slotsPerSheet;
    for (let place = sheet * this.slotsPerSheet; place < end; place += 32) {
      for (let left = this.taken(place); left !== 0; left &= left - 1) calls.push(this.callAt(place + lowestBit(left)));
    }
    return calls;
  }
}

interface DayWorked {
  readonly row: number;
  readonly day: number;
  readonly ranges: readonly (readonly [number, number])[];
  readonly first: number;
  readonly end: number;
}

const daysWorked = ({ days }: Caller, row: number, slotMs: number, notBefore: number): DayWorked[] =>
  days.flatMap(({ on, open }) => {
    const ranges = open
      .map((span) => slotsIn(span, slotMs))
      .map(([from, to]) => [Math.max(from, notBefore), to] as const)
      .filter(([from, to]) => from < to);
    const first = Math.min(...ranges.map(([from]) => from));
    const end = Math.max(...ranges.map(([, to]) => to));
    return ranges.length > 0 ? [{ row, day: dayNumber(on), ranges, first, end }] : [];
  });
