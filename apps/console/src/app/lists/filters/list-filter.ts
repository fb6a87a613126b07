import type { Params } from '@angular/router';

/**
 * How the value of a filter is chosen. `owner`: me, nobody, or somebody found by typing; `staff` without "nobody";
 * `widest-reason`: a reason that is part of no other.
 */
export type FilterKind =
  'choice' | 'owner' | 'staff' | 'account' | 'department' | 'team' | 'reason' | 'widest-reason' | 'day';

/** A filter of a list. In the page's address it stands under its name, and so it goes to the server. */
export interface ListFilter {
  readonly name: string;
  /** The key of the word on its chip. */
  readonly label: string;
  readonly kind: FilterKind;
  /** What can be chosen, for a choice. */
  readonly values?: readonly string[];
  /** The key of a value's word. */
  readonly words?: (value: string) => string;
  /** On the bar though nothing is chosen. */
  readonly isAlways?: boolean;
  /** What is in force where nothing is chosen; the word of none of them is "any". */
  readonly unasked?: string;
}

export type FilterValues = Readonly<Record<string, string>>;

const id = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/i;
const day = /^\d{4}-\d\d-\d\d$/;
const words: Partial<Record<FilterKind, readonly string[]>> = { owner: ['me', 'nobody'], staff: ['me'] };

/** What of an address are filters of this list. What it cannot mean is left out: an address may be old or mistyped. */
export function filtersIn(filters: readonly ListFilter[], address: Params): FilterValues {
  const values: Record<string, string> = {};
  for (const filter of filters) {
    const value: unknown = address[filter.name];
    if (typeof value === 'string' && isPossible(filter, value)) values[filter.name] = value;
  }
  return values;
}

function isPossible({ kind, values, unasked }: ListFilter, value: string): boolean {
  if (value === unasked) return false;
  if (kind === 'choice') return values?.includes(value) ?? value.trim() !== '';
  if (kind === 'day') return day.test(value) && !Number.isNaN(Date.parse(value));
  return id.test(value) || (words[kind]?.includes(value) ?? false);
}

/** The address of a list, as it is kept in a view: the filters in the order of the list, nothing else. */
export const addressOf = (filters: readonly ListFilter[], values: FilterValues): string =>
  new URLSearchParams(
    filters.flatMap(({ name }) => {
      const value = values[name];
      return value === undefined ? [] : [[name, value]];
    }),
  ).toString();
