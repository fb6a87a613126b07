import { inject } from '@angular/core';
import type { ResolveFn } from '@angular/router';
import { Session } from '../../platform/session/session.js';
import { keep, readKept } from '../../platform/storage/stored-json.js';
import { promiseFrom } from '../../promises/index.js';
import { Drafts } from '../../platform/unsent/drafts.js';
import { emptyEntry, type Entry } from './entry.js';

/** The desk's form, among those whose drafts are kept. */
export const deskForm = 'desk';

/**
 * A kept draft as an entry of today: what an older release did not know is empty, what it knew stays. Null for what was
 * none.
 */
export function entryFrom(kept: unknown): Entry | null {
  if (typeof kept !== 'object' || kept === null) return null;
  const { id, startedAt } = kept as Partial<Record<string, unknown>>;
  if (typeof id !== 'string' || typeof startedAt !== 'string') return null;
  const empty = emptyEntry(id);
  const known = Object.entries(kept).filter(([name]) => name in empty);
  const entry = { ...empty, ...(Object.fromEntries(known) as Partial<Entry>) };
  return { ...entry, promise: promiseFrom(entry.promise) };
}

/** What was entered while the entry before it was being saved, for the next one. */
export function enteredSince(saved: Entry, now: Entry): Partial<Entry> {
  const changed = Object.entries(now).filter(([name, value]) => value !== saved[name as keyof Entry]);
  return Object.fromEntries(changed);
}

const keyOfOlder = (signInId: string): string => `desk.draft.${signInId}`;

/** The user's draft in this tab, before the page is there. */
export const draftOfTab: ResolveFn<Entry | null> = async () => {
  const [drafts, owner] = [inject(Drafts), inject(Session).me()?.signInId ?? ''];
  const own = entryFrom(await drafts.own(deskForm));
  // An older release kept it in the tab's own storage.
  const older = own ? null : entryFrom(readKept('session', keyOfOlder(owner)));
  if (older) await drafts.keepNow(deskForm, older);
  if (older && drafts.isKept()) keep('session', keyOfOlder(owner), null);
  return own ?? older;
};
