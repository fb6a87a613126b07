import { z } from 'zod';
import { day, freeText } from '@forecall/contracts';
import { badRequest } from '../platform/http/problem.js';

/** Where a page that is sorted by name ended. */
export interface NameEnd {
  /** By what the list is sorted before the name; empty: by nothing. */
  readonly first?: string;
  readonly name: string;
  readonly id: string;
}

const Place = z.tuple([
  z.union([z.literal(''), day]),
  freeText(400),
  z.string().regex(/^[0-9a-f-]{36}( (rep|supervisor))?$/),
]);
const message = 'is not the place of a row in this list';

export function nameAfter(after: string | undefined): NameEnd | undefined {
  if (after === undefined) return undefined;
  const place = Place.safeParse(parsed(Buffer.from(after, 'base64url').toString('utf8')));
  if (!place.success)
    throw badRequest('bad-cursor', `after: ${message}.`, { fields: [{ path: 'after', code: 'bad-cursor', message }] });
  const [first, name, id] = place.data;
  return { first, name, id };
}

/** The rows that are shown, and where the list goes on; one row more than the limit was asked for. */
export function pageByName<Row extends NameEnd>(rows: readonly Row[], limit: number) {
  const shown = rows.slice(0, limit);
  const last = shown.at(-1);
  const next =
    rows.length > limit && last
      ? Buffer.from(JSON.stringify([last.first ?? '', last.name, last.id])).toString('base64url')
      : null;
  return { rows: shown, next };
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
