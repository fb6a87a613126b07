import type { AuditEntry } from '@forecall/contracts';

export interface Change {
  readonly field: string;
  readonly before: unknown;
  readonly after: unknown;
}

/**
 * What an act changed, field by field in the order they were recorded. A field that is the same on both sides is left
 * out as long as something differs.
 */
export function changesOf({ before, after }: Pick<AuditEntry, 'before' | 'after'>): Change[] {
  const fields = [...new Set([...Object.keys(before ?? {}), ...Object.keys(after ?? {})])];
  const all = fields.map((field) => ({ field, before: before?.[field], after: after?.[field] }));
  const differing = all.filter((change) => JSON.stringify(change.before) !== JSON.stringify(change.after));
  return differing.length > 0 ? differing : all;
}
