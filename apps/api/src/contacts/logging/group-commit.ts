import { ProblemError } from '../../platform/http/problem.js';

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

interface Attempt<Outcome> {
  readonly outcomes?: readonly Outcome[];
  readonly error?: unknown;
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
    let under = this.begin();
    while (under) {
      const { rows, result } = under;
      const { outcomes, error } = await result;
      if (outcomes === undefined && rows.length > 1 && !this.isLost(error)) {
        await this.storeSingly(rows);
        under = this.begin();
      } else {
        under = this.begin();
        // The next group is on its way to the database before the last is answered, so that both are at work.
        process.nextTick(() => answer(rows, outcomes, error));
      }
    }
    this.turn = undefined;
  }

  /** Sends the next group, if any row waits. */
  private begin() {
    if (this.waiting.length === 0) return undefined;
    const rows = this.nextGroup();
    return { rows, result: this.attempt(rows) };
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

  private async attempt(rows: readonly Waiting<Entry, Outcome>[]): Promise<Attempt<Outcome>> {
    try {
      return { outcomes: await this.store(rows.map(({ entry }) => entry)) };
    } catch (error) {
      return { error };
    }
  }

  private async storeSingly(rows: readonly Waiting<Entry, Outcome>[]): Promise<void> {
    for (const row of rows) {
      const { outcomes, error } = await this.attempt([row]);
      answer([row], outcomes, error);
    }
  }
}

function answer<Outcome>(
  rows: readonly Waiting<unknown, Outcome>[],
  outcomes: readonly Outcome[] | undefined,
  error: unknown,
): void {
  for (const [index, { resolve, reject }] of rows.entries()) {
    const outcome = outcomes?.[index];
    if (outcome === undefined) reject(error);
    else resolve(outcome);
  }
}

const busy = () =>
  new ProblemError(503, 'busy', 'More contacts come in than can be stored. Send it again in a moment.');
