import { keep, readKept } from '../platform/storage/stored-json.js';
import type { WrittenEntry } from './written-entry.js';

const keyOf = (signInId: string): string => `written-complaint.draft.${signInId}`;

/** Keeps what is in the form over a reload of this tab, for this user alone. Says whether it is kept. */
export const keepDraft = (signInId: string, entry: WrittenEntry | null): boolean =>
  keep('session', keyOf(signInId), entry);

/** The user's draft in this tab. One of an older release, without what an entry has today, is none. */
export function draftOf(signInId: string, empty: WrittenEntry): WrittenEntry | null {
  const kept = readKept('session', keyOf(signInId));
  if (typeof kept !== 'object' || kept === null) return null;
  return Object.keys(empty).every((name) => name in kept) ? (kept as WrittenEntry) : null;
}
