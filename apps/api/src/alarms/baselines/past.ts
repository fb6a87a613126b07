import type { DayOfContacts } from '@forecall/domain';

export interface Past {
  /** From the first day with a contact on. */
  readonly from: string;
  readonly to: string;
  readonly days: readonly DayOfContacts[];
  readonly contacts: number;
  readonly complaints: number;
  readonly usual: number;
}

/** Days without a contact count, but not those before the first. Undefined where none has any. */
export function pastFrom(all: readonly (DayOfContacts & { readonly day: string })[]): Past | undefined {
  const counting = all.slice(all.findIndex(({ contacts }) => contacts > 0));
  const [first, last] = [counting[0], counting.at(-1)];
  if (!first || !last || first.contacts === 0) return undefined;
  const days = counting.map(({ contacts, complaints }) => ({ contacts, complaints }));
  const contacts = days.reduce((sum, day) => sum + day.contacts, 0);
  const complaints = days.reduce((sum, day) => sum + day.complaints, 0);
  // A level of 0 could not rise: half a complaint is the least there is.
  const usual = (complaints + 0.5) / (contacts + 1);
  return { from: first.day, to: last.day, days, contacts, complaints, usual };
}
