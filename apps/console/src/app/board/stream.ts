import type { BoardStream, StreamEntry } from '@forecall/contracts';

const mostEntries = 50;

export interface StreamState {
  /** By the end of the receiving contact, newest first: as the receipts of the figure have them. */
  readonly entries: readonly StreamEntry[];
  readonly lastOf: Readonly<Record<string, number>>;
}

export const streamFrom = ({ entries, lastOf }: BoardStream): StreamState => ({ entries, lastOf });

/**
 * Adds an entry that arrived, at the place of its time: what is logged late does not stand on top. Null where it does not follow the last one of its scope: something was missed, and the
 * stream must be loaded anew. An entry that is there already changes nothing.
 */
export function withArrived(state: StreamState, entry: StreamEntry): StreamState | null {
  const last = state.lastOf[entry.scope] ?? 0;
  if (entry.n <= last) return state;
  if (entry.n !== last + 1) return null;
  const place = state.entries.findIndex(({ endedAt }) => endedAt <= entry.endedAt);
  return {
    entries: state.entries.toSpliced(place < 0 ? state.entries.length : place, 0, entry).slice(0, mostEntries),
    lastOf: { ...state.lastOf, [entry.scope]: entry.n },
  };
}
