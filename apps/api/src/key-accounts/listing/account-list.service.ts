import { Injectable } from '@nestjs/common';
import type { KeyAccountFilters, KeyAccountList, KeyAccountQuery, ListCount } from '@forecall/contracts';
import { z } from 'zod';
import { reachOf, type Viewer } from '../../platform/access/viewer.js';
import { Database } from '../../platform/database/database.js';
import { badRequest } from '../../platform/http/problem.js';
import { countWithCosts } from '../../platform/http/counted.js';
import { countAccounts, listAccounts, type ListPlace, seesHealth } from './account-list.query.js';

/** Every account that is in a class. */
@Injectable()
export class AccountListService {
  constructor(private readonly database: Database) {}

  count(viewer: Viewer, filters: KeyAccountFilters): Promise<ListCount> {
    const reach = reachOf(viewer);
    return countWithCosts(filters, { class: 'any' }, (asked) => countAccounts(this.database, asked, reach));
  }

  async list(viewer: Viewer, query: KeyAccountQuery): Promise<KeyAccountList> {
    const reach = reachOf(viewer);
    const rows = await listAccounts(this.database, query, reach, placeIn(query));
    const shown = rows.slice(0, query.limit);
    const last = shown.at(-1);
    return {
      accounts: shown.map(({ account }) => account),
      next: rows.length > query.limit && last ? written(query, last) : null,
      seesHealth: shown.some(({ account }) => !account.isHealthHidden) || (await seesHealth(this.database, reach)),
    };
  }
}

/** A place belongs to the sorting it was made for. */
const written = ({ sort }: KeyAccountQuery, { key, id }: ListPlace): string =>
  Buffer.from(JSON.stringify([sort, key, id])).toString('base64url');

const forms = {
  name: z.string().max(200),
  health: z.string().regex(/^\d{1,3}(\.\d+)?$/),
  'next-call': z.iso.date(),
} as const;

function placeIn({ after, sort }: KeyAccountQuery): ListPlace | undefined {
  if (after === undefined) return undefined;
  const told = z.tuple([z.literal(sort), forms[sort], z.uuid()]).safeParse(parsed(after));
  if (!told.success) {
    const message = 'is not the place of a row in this list';
    throw badRequest('bad-cursor', `after: ${message}.`, { fields: [{ path: 'after', code: 'bad-cursor', message }] });
  }
  return { key: told.data[1], id: told.data[2] };
}

function parsed(after: string): unknown {
  try {
    return JSON.parse(Buffer.from(after, 'base64url').toString('utf8'));
  } catch {
    return undefined;
  }
}
