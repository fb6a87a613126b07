import type { Made } from '@forecall/contracts';
import type { Names } from '../writing/names.js';

const mostNames = 50;

/** Counts, and the first names of each kind. */
export const madeOf = ({ made }: Names, before: Made = {}): Made => ({
  ...before,
  ...Object.fromEntries(
    [...made].map(([kind, names]) => [kind, { count: names.size, names: [...names].slice(0, mostNames) }]),
  ),
});
