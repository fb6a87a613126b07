import type { AuditEntry } from '@forecall/contracts';

export interface Change {
  readonly field: string;
  readonly before: unknown;
  readonly after: unknown;
}

/** Who and where come before when; the database keeps no order of its own. */
const lastFields = ['from', 'to', 'until', 'lastDay', 'days'];
const placeOf = ({ field }: Change) => lastFields.indexOf(field);

const isNothing = (value: unknown) => value === null || value === undefined || value === '';

/**
 * What an act changed, field by field. A field that is empty on both sides is left out, and one that is the same on
 * both as long as something differs.
 */
export function changesOf({ before, after }: Pick<AuditEntry, 'before' | 'after'>): Change[] {
  const fields = [...new Set([...Object.keys(before ?? {}), ...Object.keys(after ?? {})])];
  const all = fields
    .map((field) => ({ field, before: before?.[field], after: after?.[field] }))
    .filter((change) => !isNothing(change.before) || !isNothing(change.after))
    .toSorted((a, b) => placeOf(a) - placeOf(b));
  const differing = all.filter((change) => JSON.stringify(change.before) !== JSON.stringify(change.after));
  return differing.length > 0 ? differing : all;
}
