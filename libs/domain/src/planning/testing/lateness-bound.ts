import type { DueCall, PlanInput } from '../plan.js';
import { Facts } from './facts.js';

/** What a call costs on each day that it could have, by the number of the day: a caller's date, or 0 for none at all. */
type Costs = readonly (readonly [day: number, cost: number])[];

/**
 * A sum of working days late below which no plan can be; a call without a place counts as late as one on the working day
 * after the last.
 *
 * It is the value of an easier task: each call goes to a date of one of its callers, not before its earliest, on which
 * both sides work at a common time, and a date takes the caller's `callsPerDay`; times within the day, one call of an
 * account a day and the order of its calls are left out. Each date has a price for a place. Whatever the prices, a plan's
 * sum is at least what the calls would pay if each took what is cheapest for it, price included, less the price of all
 * places (weak duality), and that is what is answered. So a fault in finding the prices could make the bound loose, never
 * wrong. They are found as in Hungarian assignment, call by call, which makes the bound the exact minimum of the easier
 * task.
 */
export function latenessBound(input: PlanInput): number {
  const facts = new Facts(input);
  const capacity = [Infinity];
  const numbers = new Map<string, number>();
  for (const { id, callsPerDay } of input.callers) {
    for (const on of facts.dates(id)) numbers.set(`${id} ${on}`, capacity.push(callsPerDay) - 1);
  }
  const costs = input.calls.map((call) => costsOf(facts, call, numbers)).filter(({ length }) => length > 1);
  const prices = fairPrices(costs, capacity);
  const paid = costs.map((each) => Math.min(...each.map(([day, cost]) => cost + (prices[day] ?? 0))));
  const sum = (values: readonly number[]) => values.reduce((total, value) => total + value, 0);
  return sum(paid) - sum(prices.map((price, day) => (price > 0 ? price * (capacity[day] ?? 0) : 0)));
}

/** What a call costs that is not placed: the working days up to the end, and one. */
export const costUnplaced = (facts: Facts, call: DueCall): number => facts.late(call, '9999-12-31') + 1;

function costsOf(facts: Facts, call: DueCall, numbers: ReadonlyMap<string, number>): Costs {
  const days = call.callers.flatMap((id) =>
    facts
      .dates(id)
      .filter((on) => on >= call.earliestOn && facts.commonStarts(call, id, on).length > 0)
      .map((on) => [numbers.get(`${id} ${on}`) ?? 0, facts.late(call, on)] as const),
  );
  return [[0, costUnplaced(facts, call)], ...days];
}

/**
 * Adds the calls one by one, each by the chain of moves that costs the least at the prices so far, and raises the price
 * of each day that the chain would rather have had by what it would have saved there.
 */
function fairPrices(costs: readonly Costs[], capacity: readonly number[]): number[] {
  const prices = capacity.map(() => 0);
  const callsOn = capacity.map(() => new Set<number>());
  const dayOf: number[] = [];
  for (const call of costs.keys()) {
    const { end, distances, comer } = cheapestChain(call, costs, { prices, capacity, callsOn, dayOf });
    for (const [day, distance] of distances) {
      prices[day] = (prices[day] ?? 0) + Math.max(0, (distances.get(end) ?? 0) - distance);
    }
    for (let to: number | undefined = end; to !== undefined;) {
      const mover: number = comer.get(to) ?? call;
      const from: number | undefined = dayOf[mover];
      dayOf[mover] = to;
      callsOn[to]?.add(mover);
      if (from !== undefined) callsOn[from]?.delete(mover);
      to = from;
    }
  }
  return prices;
}

interface Assignment {
  readonly prices: readonly number[];
  readonly capacity: readonly number[];
  readonly callsOn: readonly ReadonlySet<number>[];
  readonly dayOf: readonly number[];
}

/** The nearest day with room (Dijkstra's way, distances being whole numbers), and who comes to each day on the way. */
function cheapestChain(call: number, costs: readonly Costs[], { prices, capacity, callsOn, dayOf }: Assignment) {
  const distances = new Map<number, number>();
  const comer = new Map<number, number>();
  const waiting: number[][] = [];
  const look = (mover: number, base: number) => {
    const choices = costs[mover] ?? [];
    const own = choices.find(([day]) => day === dayOf[mover]);
    const at = own
      ? own[1] + (prices[own[0]] ?? 0)
      : Math.min(...choices.map(([day, cost]) => cost + (prices[day] ?? 0)));
    for (const [day, cost] of choices) {
      const distance = base + cost + (prices[day] ?? 0) - at;
      if (distance >= (distances.get(day) ?? Infinity)) continue;
      distances.set(day, distance);
      comer.set(day, mover);
      (waiting[distance] ??= []).push(day);
    }
  };
  look(call, 0);
  for (let distance = 0; ; distance += 1) {
    // The list grows while it is gone through.
    for (const day of waiting[distance] ?? []) {
      if ((distances.get(day) ?? 0) < distance) continue;
      if ((callsOn[day]?.size ?? 0) < (capacity[day] ?? 0)) return { end: day, distances, comer };
      for (const mover of callsOn[day] ?? []) look(mover, distance);
    }
  }
}
