import type { DueCall, PlanInput } from '../plan.js';
import { Facts } from './facts.js';

/** Costs of a call by the number of the day: a caller's date, or 0 for none. */
type Costs = ReadonlyMap<number, number>;

/**
 * The least sum of working days late that any plan could have, where a call without a place counts as late as one on the
 * working day after the last. It is the exact minimum of an easier task: each call goes to a date of one of its callers,
 * not before its earliest, on which both sides work at a common time; a date takes the caller's `callsPerDay`. Times
 * within the day, one call of an account a day and the order of its calls are left out. So each plan is an answer of the
 * easier task with the same sum, and none is below the least.
 *
 * Found as a flow of minimum cost: the calls are added one by one, each by the cheapest chain of moves (Bellman and Ford,
 * as a move may cost less than nothing), which keeps the sum the least for the calls so far.
 */
export function latenessBound(input: PlanInput): number {
  const facts = new Facts(input);
  const capacity = [Infinity];
  const numbers = new Map<string, number>();
  for (const { id, callsPerDay } of input.callers) {
    for (const on of facts.dates(id)) numbers.set(`${id} ${on}`, capacity.push(callsPerDay) - 1);
  }
  const costs = input.calls
    .toSorted((a, b) => (a.dueOn < b.dueOn ? -1 : 1))
    .map((call) => costsOf(facts, call, numbers))
    .filter(({ size }) => size > 1);
  const dayOf: number[] = [];
  const callsOn = capacity.map(() => new Set<number>());
  for (const call of costs.keys()) add(call, { costs, dayOf, callsOn, capacity });
  return dayOf.reduce((sum, day, call) => sum + (costs[call]?.get(day) ?? 0), 0);
}

/** What a call costs that is not placed: the working days to the end, and one. */
export const costUnplaced = (facts: Facts, call: DueCall): number => facts.late(call, '9999-12-31') + 1;

function costsOf(facts: Facts, call: DueCall, numbers: ReadonlyMap<string, number>): Costs {
  const costs = new Map([[0, costUnplaced(facts, call)]]);
  for (const callerId of call.callers) {
    for (const on of facts.dates(callerId)) {
      if (on < call.earliestOn || facts.commonStarts(call, callerId, on).length === 0) continue;
      costs.set(numbers.get(`${callerId} ${on}`) ?? 0, facts.late(call, on));
    }
  }
  return costs;
}

interface Assignment {
  readonly costs: readonly Costs[];
  readonly dayOf: number[];
  readonly callsOn: readonly Set<number>[];
  readonly capacity: readonly number[];
}

function add(call: number, { costs, dayOf, callsOn, capacity }: Assignment): void {
  const least = new Map<number, number>();
  /** The call that comes to a day in the cheapest chain that ends there. */
  const comer = new Map<number, number>();
  const queue: number[] = [];
  const relax = (mover: number, base: number) => {
    for (const [day, cost] of costs[mover] ?? []) {
      if (base + cost >= (least.get(day) ?? Infinity)) continue;
      least.set(day, base + cost);
      comer.set(day, mover);
      if (isFull(day)) queue.push(day);
    }
  };
  const isFull = (day: number) => (callsOn[day]?.size ?? 0) >= (capacity[day] ?? 0);
  // No chain costs less than nothing: a call more never makes the sum smaller.
  const free = [...(costs[call] ?? [])].find(([day, cost]) => cost === 0 && !isFull(day));
  if (free) comer.set(free[0], call);
  else relax(call, 0);
  for (let day = queue.shift(); day !== undefined; day = queue.shift()) {
    for (const mover of callsOn[day] ?? []) relax(mover, (least.get(day) ?? 0) - (costs[mover]?.get(day) ?? 0));
  }
  const ends = [...least].filter(([day]) => !isFull(day)).sort(([, a], [, b]) => a - b);
  let end = free?.[0] ?? ends[0]?.[0] ?? 0;
  for (;;) {
    const mover = comer.get(end) ?? call;
    const from = dayOf[mover];
    dayOf[mover] = end;
    callsOn[end]?.add(mover);
    if (from === undefined) return;
    callsOn[from]?.delete(mover);
    end = from;
  }
}
