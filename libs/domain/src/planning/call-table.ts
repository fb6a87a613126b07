import { healthBands } from '../care/account-health.js';
import { dayNumber } from './grid.js';
import type { HoursTable } from './hours-table.js';
import { at } from './ints.js';
import type { DueCall } from './plan.js';

interface Reading {
  readonly calls: readonly DueCall[];
  readonly workingDays: readonly string[];
  readonly rowOfCaller: ReadonlyMap<string, number>;
  readonly hours: HoursTable;
  readonly firstDay: number;
}

/**
 * The calls in columns, a row each in the order of their due dates; of one date the more urgent first, so that the order
 * of the input means nothing. Days are counted from the diary's first.
 */
export class CallTable {
  readonly calls: readonly DueCall[];
  readonly count: number;
  readonly due: Int32Array;
  /** 0 where it lies before the first day. */
  readonly earliest: Int32Array;
  readonly hours: Int32Array;
  /** Its place in the order of urgency among calls that are due: band, due date, health, id; 0 comes first. */
  readonly rank: Int32Array;
  /** The rows in the order of their rank. */
  readonly byRank: Int32Array;
  /** The call of the same account that is due before and after it; -1 for none. */
  readonly before: Int32Array;
  readonly after: Int32Array;
  private readonly callersFrom: Int32Array;
  private readonly callersOf: Int32Array;
  private readonly workingDays: Int32Array;
  private readonly workedUpToDue: Int32Array;
  private readonly firstCounted: number;

  constructor({ calls, workingDays, rowOfCaller, hours, firstDay }: Reading) {
    const days = new Map<string, number>();
    const dayOf = (date: string): number => {
      let day = days.get(date);
      if (day === undefined) days.set(date, (day = dayNumber(date) - firstDay));
      return day;
    };
    const bands = healthBands.length;
    const sorted = calls
      .map((call) => ({ call, order: dayOf(call.dueOn) * bands + healthBands.indexOf(call.band) }))
      .sort((a, b) => a.order - b.order || a.call.health - b.call.health || inOrder(a.call.id, b.call.id));
    this.calls = sorted.map(({ call }) => call);
    this.count = sorted.length;
    const columnOf = (valueOf: (call: DueCall) => number) => Int32Array.from(this.calls.map(valueOf));
    this.due = columnOf(({ dueOn }) => dayOf(dueOn));
    this.earliest = columnOf(({ earliestOn }) => Math.max(0, dayOf(earliestOn)));
    this.hours = columnOf((call) => hours.rowOf(call.hours));
    const rows = [...this.calls.keys()];
    this.byRank = Int32Array.from(
      // Within a band the rows stand by due date, health and id already.
      healthBands.flatMap((band) => rows.filter((row) => this.calls[row]?.band === band)),
    );
    this.rank = new Int32Array(this.count);
    this.byRank.forEach((row, rank) => (this.rank[row] = rank));
    const callersOf: number[] = [];
    this.callersFrom = new Int32Array(this.count + 1);
    for (const [row, { callers }] of this.calls.entries()) {
      for (const id of callers) {
        const caller = rowOfCaller.get(id);
        if (caller !== undefined) callersOf.push(caller);
      }
      this.callersFrom[row + 1] = callersOf.length;
    }
    this.callersOf = Int32Array.from(callersOf);
    [this.before, this.after] = neighbours(this.calls);
    [this.firstCounted, this.workingDays] = runningCount(workingDays.map(dayOf));
    this.workedUpToDue = this.due.map((day) => this.workedUpTo(day));
  }

  /** How many callers may make it, of those that are known. */
  callers(call: number): number {
    return at(this.callersFrom, call + 1) - at(this.callersFrom, call);
  }

  /** The row of its n-th caller. */
  caller(call: number, n: number): number {
    return at(this.callersOf, at(this.callersFrom, call) + n);
  }

  isOneOf(call: number, caller: number): boolean {
    const from = at(this.callersFrom, call);
    return this.callersOf.subarray(from, at(this.callersFrom, call + 1)).includes(caller);
  }

  /** The working days after its due date up to a day. */
  late(call: number, day: number): number {
    return Math.max(0, this.workedUpTo(day) - at(this.workedUpToDue, call));
  }

  private workedUpTo(day: number): number {
    const index = Math.min(day - this.firstCounted, this.workingDays.length - 1);
    return index < 0 ? 0 : at(this.workingDays, index);
  }
}

const inOrder = (a: string, b: string): number => (a < b ? -1 : Number(a > b));

function neighbours(calls: readonly DueCall[]): [Int32Array, Int32Array] {
  const before = new Int32Array(calls.length).fill(-1);
  const after = new Int32Array(calls.length).fill(-1);
  const last = new Map<string, number>();
  for (const [row, { accountId }] of calls.entries()) {
    const previous = last.get(accountId) ?? -1;
    before[row] = previous;
    if (previous >= 0) after[previous] = row;
    last.set(accountId, row);
  }
  return [before, after];
}

/** The first of some days, and from it on for every day how many of them lie up to it. */
function runningCount(days: readonly number[]): [number, Int32Array] {
  const first = days.reduce((least, day) => Math.min(least, day), Infinity);
  const last = days.reduce((most, day) => Math.max(most, day), -Infinity);
  if (first > last) return [0, new Int32Array(0)];
  const counts = new Int32Array(last - first + 1);
  for (const day of days) counts[day - first] = 1;
  for (let n = 1; n < counts.length; n += 1) counts[n] = at(counts, n) + at(counts, n - 1);
  return [first, counts];
}
