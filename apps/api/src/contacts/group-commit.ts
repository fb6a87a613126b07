import { ProblemError } from '../platform/http/problem.js';

export interface GroupLimits {
  /** Rows in one statement. */
  readonly group: number;
  /** Rows waiting for their turn; above it, a row is refused at once. */
  readonly queue: number;
}

interface Waiting<Entry, Outcome> {
  readonly entry: Entry;
  readonly resolve: (outcome: Outcome) => void;
  readonly reject: (error: unknown) => void;
}

/**
 * Commits rows in groups. While one group is under way the next collects; its turn begins when the last is over. A row
 * is answered only after its commit. `store` commits all rows it is given or none, and answers in their order.
 *
 * A failed group is tried row by row, so that a bad row fails alone, unless `isLost` says that nothing can be stored
 * now: then it may or may not have been committed, and the rows are refused.
 */
export class GroupCommit<Entry extends { readonly id: string }, Outcome> {
  private readonly waiting: Waiting<Entry, Outcome>[] = [];
  private turn: Promise<void> | undefined;

  constructor(
    private readonly store: (entries: readonly Entry[]) => Promise<readonly Outcome[]>,
    private readonly isLost: (error: unknown) => boolean,
    private readonly limits: GroupLimits = { group: 500, queue: 5000 },
  ) {}

  add(entry: Entry): Promise<Outcome> {
    if (this.waiting.length >= this.limits.queue) return Promise.reject(busy());
    return new Promise((resolve, reject) => {
      this.waiting.push({ entry, resolve, reject });
      this.turn ??= this.takeTurns();
    });
  }

  private async takeTurns(): Promise<void> {
    // What came in with the same read of the sockets goes with the first.
    await new Promise(setImmediate);
    while (this.waiting.length > 0) await this.commit(this.nextGroup());
    this.turn = undefined;
  }

  /** From the front, each id once: a second row of the same id waits, to find the first one stored. */
  private nextGroup(): Waiting<Entry, Outcome>[] {
    const { group } = this.limits;
    const ids = new Set<string>();
    const later: Waiting<Entry, Outcome>[] = [];
    const now: Waiting<Entry, Outcome>[] = [];
    for (const row of this.waiting.splice(0, group)) {
      (ids.has(row.entry.id) ? later : now).push(row);
      ids.add(row.entry.id);
    }
    this.waiting.unshift(...later);
    return now;
  }

  private async commit(rows: readonly Waiting<Entry, Outcome>[]): Promise<void> {
    try {
      const outcomes = await this.store(rows.map(({ entry }) => entry));
      for (const [index, outcome] of outcomes.entries()) rows[index]?.resolve(outcome);
    } catch (error) {
      if (rows.length === 1 || this.isLost(error)) for (const row of rows) row.reject(error);
      else for (const row of rows) await this.commit([row]);
    }
  }
}

const busy = () =>
  new ProblemError(503, 'busy', 'More contacts come in than can be stored. Send it again in a moment.');
