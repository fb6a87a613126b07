import type { ComplaintChange } from '@forecall/contracts';

export type Image = Readonly<Record<string, unknown>>;

/** What a correction or an act can change, under the names of the contract. */
const fields: Readonly<Record<string, string>> = {
  first_received_at: 'receivedAt',
  summary: 'summary',
  remedy_sought: 'remedySought',
  remedy_given: 'remedyGiven',
  severity: 'severity',
  impact: 'impact',
  need_for_action: 'needForAction',
  decision: 'decision',
  further_options: 'furtherOptions',
  rep_concerned_id: 'repConcerned',
  about_contact_id: 'aboutContact',
  repeat_of: 'repeatOf',
  merged_into: 'mergedInto',
  owner_id: 'owner',
  void_reason: 'voidReason',
};

const isSame = (one: unknown, other: unknown): boolean => (one ?? null) === (other ?? null);

/** The fields that differ between two images of a row. */
export const differences = (before: Image, after: Image): ComplaintChange['changes'] =>
  Object.entries(fields)
    .filter(([column]) => !isSame(before[column], after[column]))
    .map(([column, field]) => ({ field, before: before[column] ?? null, after: after[column] ?? null }));

const uuid = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/;

export const idsIn = (changes: readonly ComplaintChange[]): string[] =>
  changes
    .flatMap(({ changes: fields }) => fields.flatMap(({ before, after }) => [before, after]))
    .filter((value): value is string => typeof value === 'string' && uuid.test(value));
