import type { ContactDetail, CorrectContact } from '@forecall/contracts';

/** What the form of a correction can change. */
export interface ContactEntry {
  readonly accountId: string;
  readonly reasonId: string;
  readonly channel: ContactDetail['channel'];
  readonly direction: ContactDetail['direction'];
  readonly purpose: ContactDetail['purpose'];
  readonly outcome: ContactDetail['outcome'];
  /** Empty: not said. */
  readonly resolved: 'yes' | 'no' | '';
  readonly note: string;
}
const entryFields: readonly (keyof ContactEntry)[] = [
  'accountId',
  'reasonId',
  'channel',
  'direction',
  'purpose',
  'outcome',
  'resolved',
  'note',
];

export const entryOf = (contact: ContactDetail): ContactEntry => ({
  accountId: contact.account?.id ?? '',
  reasonId: contact.reason?.id ?? '',
  channel: contact.channel,
  direction: contact.direction,
  purpose: contact.purpose,
  outcome: contact.outcome,
  resolved: contact.resolved === null ? '' : contact.resolved ? 'yes' : 'no',
  note: contact.note,
});

/** What to send so that `before` becomes `after`; a person goes with the account that is taken away. */
export function changesOf(before: ContactEntry, after: ContactEntry): CorrectContact['changes'] {
  const { accountId, reasonId, resolved, ...plain } = after;
  const changes = {
    ...plain,
    ...(accountId === before.accountId ? {} : { personId: null }),
    accountId: accountId || null,
    reasonId: reasonId || null,
    resolved: resolved === '' ? null : resolved === 'yes',
  };
  const same = new Set<string>(entryFields.filter((field) => before[field] === after[field]));
  return Object.fromEntries(Object.entries(changes).filter(([name]) => !same.has(name)));
}
