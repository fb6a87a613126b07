import type { Customer } from '../customer/customer.js';
import type { ContactToLog } from '../desk-client.js';

/** What the desk's form holds while one talks. */
export interface Entry {
  /** The contact's own from its beginning: however often it is sent, it is stored once. */
  readonly id: string;
  /** ISO; null until something was entered. */
  readonly startedAt: string | null;
  readonly channel: 'phone' | 'email' | 'chat' | 'message' | 'visit';
  readonly direction: 'in' | 'out';
  readonly reasonId: string | null;
  readonly note: string;
  readonly ending: 'solved' | 'follow-up' | 'complaint' | null;
  readonly remedySought: string;
  readonly harm: 'small' | 'money' | 'stopped-work' | null;
  readonly customer: Customer | null;
}

export const emptyEntry = (id: string): Entry => ({
  id,
  startedAt: null,
  channel: 'phone',
  direction: 'in',
  reasonId: null,
  note: '',
  ending: null,
  remedySought: '',
  harm: null,
  customer: null,
});

export const entryFields = ['customer', 'reasonId', 'note', 'ending', 'remedySought'] as const;
export type EntryField = (typeof entryFields)[number];

/** What is missing before it can be saved. A complaint without a word of what happened helps nobody. */
export function missingIn({ reasonId, ending, note }: Entry): EntryField[] {
  const missing: EntryField[] = [];
  if (reasonId === null) missing.push('reasonId');
  if (ending === 'complaint' && note.trim() === '') missing.push('note');
  if (ending === null) missing.push('ending');
  return missing;
}

/** The entry as it is sent; `endedAt` in ISO. */
export function contactOf(entry: Entry, endedAt: string): ContactToLog {
  const note = entry.note.trim();
  return {
    id: entry.id,
    channel: entry.channel,
    direction: entry.direction,
    // Both as UTC in ISO, so their texts sort as their times do.
    startedAt: entry.startedAt !== null && entry.startedAt < endedAt ? entry.startedAt : endedAt,
    endedAt,
    accountId: entry.customer?.accountId ?? null,
    personId: entry.customer?.personId ?? null,
    reasonId: entry.reasonId,
    resolved: entry.ending === 'solved',
    note,
    ...(entry.ending === 'complaint' && {
      complaint: { summary: note, remedySought: entry.remedySought.trim(), severity: entry.harm },
    }),
  };
}

const fieldOfPath: Readonly<Record<string, EntryField>> = {
  accountId: 'customer',
  personId: 'customer',
  reasonId: 'reasonId',
  note: 'note',
  resolved: 'ending',
  complaint: 'ending',
  'complaint.summary': 'note',
  'complaint.remedySought': 'remedySought',
};

/** Which field of the form a path of the sent contact belongs to; none for what the form does not show. */
export const fieldAt = (path: string): EntryField | undefined => fieldOfPath[path];
