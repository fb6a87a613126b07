import type { FindHit } from '../../ui/find/find-source.js';

/**
 * How well a hit answers what was typed: 3 = its label begins with it, 2 = a word of the label does, 1 = it is found in
 * the label or in its further words, 0 = not. Every word typed must be found.
 */
export function rank(hit: Pick<FindHit, 'label' | 'words'>, typed: string): number {
  const label = hit.label.toLowerCase();
  const words = (hit.words ?? '').toLowerCase();
  const asked = typed.toLowerCase().trim();
  if (asked === '') return 1;
  const parts = asked.split(/\s+/);
  if (!parts.every((part) => label.includes(part) || words.split(/\s+/).some((word) => word.startsWith(part))))
    return 0;
  if (label.startsWith(asked)) return 3;
  return parts.every((part) => label.split(/\s+/).some((word) => word.startsWith(part))) ? 2 : 1;
}

/** Those that answer, best first; equal ones keep their order. */
export function ranked(hits: readonly FindHit[], typed: string): FindHit[] {
  return hits
    .map((hit) => ({ hit, rank: rank(hit, typed) }))
    .filter((one) => one.rank > 0)
    .sort((one, other) => other.rank - one.rank)
    .map((one) => one.hit);
}
