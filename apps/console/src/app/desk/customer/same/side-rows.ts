import type { Side } from './merging-client.js';

export interface SideRow {
  readonly name: string;
  /** Of the first and of the second, ready to print. */
  readonly values: readonly [string, string];
}

/** What the rows are made of, by the name of their text. */
export type SideWords = Readonly<Record<string, (side: Side) => string>>;

/** The rows in which at least one of the two has something to say. */
export const sideRows = (words: SideWords, [one, other]: readonly [Side, Side]): SideRow[] =>
  Object.entries(words)
    .map(([name, say]): SideRow => ({ name, values: [say(one), say(other)] }))
    .filter(({ values }) => values.some((value) => value !== ''));

/** Each number once, as many as fit. */
export function phonesOf(side: Side, atMost = 6): string[] {
  const all = side.kind === 'account' ? side.one.people.flatMap(({ phones }) => phones) : side.one.phones;
  const phones = [...new Set(all)];
  return phones.length > atMost ? [...phones.slice(0, atMost), '…'] : phones;
}

/** How many contacts the history knows of; it tells no more than `atMost`. */
export const contactsOf = ({ history }: Side, atMost = 20) => ({
  count: history.contacts.length,
  mayBeMore: history.contacts.length >= atMost,
  lastAt: history.contacts[0]?.endedAt ?? null,
});
