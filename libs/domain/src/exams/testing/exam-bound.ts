/** What the best plan can reach, found by flows and not by the planner's search. */
export interface ExamBound {
  readonly placed: number;
  /** The least that the load of the busiest assessor can be, and the most of the least busy one. */
  readonly leastMost: number;
  readonly mostLeast: number;
}

/** Who may take which slot, whose slot it is, and what each assessor has already. */
export interface ExamChoices {
  readonly load: readonly number[];
  readonly slots: readonly { readonly assessor: number }[];
  /** For each candidate the numbers of the slots that would do. */
  readonly choices: readonly (readonly number[])[];
}

/**
 * Loads of plans that place most are the base of a polymatroid: a plan exists that has the least most and the most least
 * at once, so the best spread is the difference of both.
 */
export function examBound(given: ExamChoices): ExamBound {
  const { load, choices } = given;
  const room = (limit: number) => load.map((had) => Math.max(0, limit - had));
  const most = Math.max(0, ...load) + choices.length;
  const placed = greatestFlow(given, room(most));
  let leastMost = Math.max(0, ...load);
  while (greatestFlow(given, room(leastMost)) < placed) leastMost += 1;
  let mostLeast = Math.min(...load);
  const isReached = (limit: number) =>
    greatestFlow(given, room(limit)) === room(limit).reduce((sum, each) => sum + each, 0);
  while (mostLeast < most && isReached(mostLeast + 1)) mostLeast += 1;
  return { placed, leastMost, mostLeast };
}

/** The greatest flow from the source over candidates, slots and assessors to the sink; by shortest ways (Edmonds, Karp). */
function greatestFlow({ slots, choices }: ExamChoices, room: readonly number[]): number {
  const [slotAt, assessorAt] = [1 + choices.length, 1 + choices.length + slots.length];
  const sink = assessorAt + room.length;
  const left = Array.from({ length: sink + 1 }, () => new Map<number, number>());
  const edge = (from: number, to: number, capacity: number) => {
    left[from]?.set(to, capacity);
    left[to]?.set(from, 0);
  };
  const add = (from: number, to: number, by: number) => {
    const edges = left[from];
    edges?.set(to, (edges.get(to) ?? 0) + by);
  };
  for (const [n, wanted] of choices.entries()) {
    edge(0, 1 + n, 1);
    for (const slot of wanted) edge(1 + n, slotAt + slot, 1);
  }
  for (const [n, { assessor }] of slots.entries()) edge(slotAt + n, assessorAt + assessor, 1);
  for (const [n, capacity] of room.entries()) edge(assessorAt + n, sink, capacity);
  for (let flow = 0; ; flow += 1) {
    const cameFrom = new Map([[0, -1]]);
    const queue = [0];
    for (const node of queue) {
      if (cameFrom.has(sink)) break;
      for (const [next, capacity] of left[node] ?? []) {
        if (capacity === 0 || cameFrom.has(next)) continue;
        cameFrom.set(next, node);
        queue.push(next);
      }
    }
    if (!cameFrom.has(sink)) return flow;
    for (let node = sink; node !== 0;) {
      const before = cameFrom.get(node) ?? 0;
      add(before, node, -1);
      add(node, before, 1);
      node = before;
    }
  }
}
