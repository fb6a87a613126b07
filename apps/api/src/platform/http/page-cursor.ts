import { badRequest } from './problem.js';

/** Where a page ended: the moment by which the list is sorted, as PostgreSQL writes it (to the microsecond), and the id. */
export interface PageEnd {
  readonly at: string;
  readonly id: string;
}

const message = 'is not the place of a row in this list';

const form = /^(\d{4,6}-\d\d-\d\d \d\d:\d\d:\d\d(?:\.\d{1,6})?[+-]\d\d(?::\d\d){0,2}) ([0-9a-f-]{36})$/;

const placeOf = ({ at, id }: PageEnd): string => Buffer.from(`${at} ${id}`).toString('base64url');

/**
 * The `next` of a page that was filled, null where the list is over, and the place of its first row. One row more than
 * the limit was asked for.
 */
export function pageOf<Row extends PageEnd>(
  rows: readonly Row[],
  limit: number,
): { rows: Row[]; head: string | null; next: string | null } {
  const shown = rows.slice(0, limit);
  const [first, last] = [shown[0], shown.at(-1)];
  return { rows: shown, head: first ? placeOf(first) : null, next: rows.length > limit && last ? placeOf(last) : null };
}

/** The reverse; a refusal where it is not ours. `path`: the field that said it. */
export function pageAfter(after: string | undefined, path: 'after' | 'before' = 'after'): PageEnd | undefined {
  if (after === undefined) return undefined;
  const [, at, id] = form.exec(Buffer.from(after, 'base64url').toString('utf8')) ?? [];
  if (at === undefined || id === undefined)
    throw badRequest('bad-cursor', `${path}: ${message}.`, { fields: [{ path, code: 'bad-cursor', message }] });
  return { at, id };
}
