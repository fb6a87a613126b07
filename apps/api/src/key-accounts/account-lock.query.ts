import { reachOf, type Viewer } from '../platform/access/viewer.js';
import type { Sql } from '../platform/database/database.js';
import { SqlValues } from '../platform/database/sql-values.js';
import { isDirected, isInside } from './account-sight.query.js';
import { mergedAway, noAccount, notYours, onlyInside } from './account-refusal.js';

export interface LockedAccount {
  readonly id: string;
  readonly name: string;
  readonly revision: number;
  readonly isDirected: boolean;
  readonly isInside: boolean;
}

/** An account that is about to be changed, kept for this transaction; refused where it is merged away. */
export async function lockAccount(sql: Sql, viewer: Viewer, id: string): Promise<LockedAccount> {
  const values = new SqlValues();
  const reach = reachOf(viewer);
  const row = await sql.first<LockedAccount & { isMerged: boolean }>(
    `SELECT a.id, a.name, a.revision, a.merged_into IS NOT NULL AS "isMerged",
       ${isDirected('a', reach, values)} AS "isDirected", ${isInside('a', reach, values)} AS "isInside"
     FROM account a WHERE a.id = ${values.add(id, 'uuid')} FOR UPDATE`,
    values.list,
  );
  if (!row) throw noAccount();
  if (row.isMerged) throw mergedAway();
  return row;
}

export async function lockToDirect(sql: Sql, viewer: Viewer, id: string): Promise<LockedAccount> {
  const account = await lockAccount(sql, viewer, id);
  if (!account.isDirected) throw notYours();
  return account;
}

export async function lockToKnow(sql: Sql, viewer: Viewer, id: string): Promise<LockedAccount> {
  const account = await lockAccount(sql, viewer, id);
  if (!account.isInside) throw onlyInside();
  return account;
}

/** The same, or the one it was merged into: a console may not have heard of that. */
export async function stayedAccount(sql: Sql, id: string): Promise<string> {
  const row = await sql.first<{ mergedInto: string | null }>(
    'SELECT merged_into AS "mergedInto" FROM account WHERE id = $1',
    [id],
  );
  return row?.mergedInto ?? id;
}
