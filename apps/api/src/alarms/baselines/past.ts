import type { DayOfContacts } from '@forecall/domain';

export type DatedDay = DayOfContacts & { readonly day: string };

export interface Past {
  /** From the first day with a contact on. */
  readonly from: string;
  readonly to: string;
  /** null: left out, as the days of an alarm that was explained. The rhythm of the week goes on over it. */
  readonly days: readonly (DayOfContacts | null)[];
  readonly contacts: number;
  readonly complaints: number;
  readonly usual: number;
}

/** Days without a contact count, but not those before the first. Undefined where none has any. */
export function pastFrom(
  all: readonly DatedDay[],
  leftOut: readonly { readonly from: string; readonly to: string }[] = [],
): Past | undefined {
  const counting = all.slice(all.findIndex(({ contacts }) => contacts > 0));
  const [first, last] = [counting[0], counting.at(-1)];
  if (!first || !last || first.contacts === 0) return undefined;
  const isOut = (day: string) => leftOut.some(({ from, to }) => from <= day && day <= to);
  const days = counting.map(({ day, contacts, complaints }) => (isOut(day) ? null : { contacts, complaints }));
  const contacts = days.reduce((sum, day) => sum + (day?.contacts ?? 0), 0);
  const complaints = days.reduce((sum, day) => sum + (day?.complaints ?? 0), 0);
  // A level of 0 could not rise: half a complaint is the least there is.
  const usual = (complaints + 0.5) / (contacts + 1);
  return { from: first.day, to: last.day, days, contacts, complaints, usual };
}
