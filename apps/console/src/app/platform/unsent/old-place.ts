import { keep, readKept } from '../storage/stored-json.js';
import type { KeptWrite } from '../storage/browser-database.js';

const keyOf = (owner: string): string => `desk.outbox.${owner}`;

/** What an older release kept: contacts only, as a list in localStorage. */
export function writesAtOldPlace(owner: string): KeptWrite[] {
  const kept = readKept('local', keyOf(owner));
  if (!Array.isArray(kept)) return [];
  return (kept as Partial<{ contact: { id?: unknown }; entry: unknown; refusal: KeptWrite['refusal'] }>[]).flatMap(
    ({ contact, entry, refusal }) =>
      typeof contact?.id === 'string'
        ? [{ id: contact.id, owner, path: '/api/contacts', body: contact, form: entry, refusal: refusal ?? null }]
        : [],
  );
}

export const emptyOldPlace = (owner: string): boolean => keep('local', keyOf(owner), null);
