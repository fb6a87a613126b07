import type { BoardStream, StreamEntry } from '@forecall/contracts';

const mostEntries = 50;

export interface StreamState {
  /** Newest first. */
  readonly entries: readonly StreamEntry[];
  readonly lastOf: Readonly<Record<string, number>>;
}

export const streamFrom = ({ entries, lastOf }: BoardStream): StreamState => ({ entries, lastOf });

/**
 * Adds an entry that arrived. Null where it does not follow the last one of its scope: something was missed, and the
 * stream must be loaded anew. An entry that is there already changes nothing.
 */
export function withArrived(state: StreamState, entry: StreamEntry): StreamState | null {
  const last = state.lastOf[entry.scope] ?? 0;
  if (entry.n <= last) return state;
  if (entry.n !== last + 1) return null;
  return {
    entries: [entry, ...state.entries].slice(0, mostEntries),
    lastOf: { ...state.lastOf, [entry.scope]: entry.n },
  };
}
