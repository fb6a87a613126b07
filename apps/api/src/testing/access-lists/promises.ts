import type { PromiseList } from '@forecall/contracts';
import { v7 as uuid } from 'uuid';
import type { Sql } from '../../platform/database/database.js';
import type { Scenery, Visitor } from './scenery.js';
import type { ScopedList } from './scoped-list.js';

interface PromiseRow {
  readonly id: string;
  readonly ownerId: string;
  readonly accountId: string;
  readonly isKept: boolean;
}

/** Of everybody to every account, some kept, several due at the same moment. */
export async function createPromises(sql: Sql, { visitors, accountIds }: Scenery): Promise<PromiseRow[]> {
  const rows: PromiseRow[] = [];
  for (let n = 0; n < 60; n += 1) {
    const row = {
      id: uuid(),
      ownerId: visitors[n % visitors.length]!.staffId,
      accountId: accountIds[Math.floor(n / 2) % accountIds.length]!,
      isKept: n % 5 === 0,
    };
    const dueAt = new Date(Date.UTC(2026, 0, 1 + Math.floor(n / 4)));
    await sql.change(
      `INSERT INTO promise (id, account_id, owner_id, what, original_due_at, due_at, kept_at)
       VALUES ($1, $2, $3, 'An example', $4, $4, CASE WHEN $5 THEN $4::timestamptz END)`,
      [row.id, row.accountId, row.ownerId, dueAt, row.isKept],
    );
    rows.push(row);
  }
  return rows;
}

/** One's own; those of people one leads, and of an account, are proven beside the promises. */
export const promiseList = ({ visitors, accountIds }: Scenery): ScopedList<PromiseRow, Visitor> => ({
  route: 'GET /api/promises',
  unasked: () => ({ state: 'open' }),
  filters: {
    state: { values: ['open', 'ended'], holds: ({ isKept }, state) => isKept === (state === 'ended') },
    ownerId: { values: visitors.map(({ staffId }) => staffId), holds: ({ ownerId }, id) => ownerId === id },
    accountId: { values: accountIds, holds: ({ accountId }, id) => accountId === id },
  },
  idsOf: (body) => (body as PromiseList).promises.map(({ id }) => id),
  isSeen: ({ ownerId }, { staffId }) => ownerId === staffId,
});
