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
export type EntryField = keyof ContactEntry;

export const entryFields: readonly EntryField[] = [
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

export type Whose = 'theirs' | 'mine';

/** A field in which what is saved now and what one wrote differ, and what goes without saying. */
export interface Difference {
  readonly field: EntryField;
  /** Null: both changed it, so somebody has to choose. */
  readonly usual: Whose | null;
}

/** After somebody else saved: where the two versions differ. `base` is what one had before oneself when one began. */
export const differencesOf = (base: ContactEntry, mine: ContactEntry, theirs: ContactEntry): Difference[] =>
  entryFields
    .filter((field) => mine[field] !== theirs[field])
    .map((field) => ({
      field,
      usual: mine[field] === base[field] ? 'theirs' : theirs[field] === base[field] ? 'mine' : null,
    }));

/** The version that the choices make of the two; what they do not name stays as it is saved. */
export const chosenOf = (
  mine: ContactEntry,
  theirs: ContactEntry,
  choices: Readonly<Partial<Record<EntryField, Whose | null>>>,
): ContactEntry => ({
  ...theirs,
  ...Object.fromEntries(entryFields.filter((field) => choices[field] === 'mine').map((field) => [field, mine[field]])),
});
