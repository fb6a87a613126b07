import type { Sql } from '../platform/database/database.js';
import { talliedAtoms } from './atom.js';
import { foldAll } from './fold.query.js';
import { tallyTables } from './tally-table.js';

/**
 * Takes the lines of units (departments, teams, staff, reasons) that are deleted out of the tallies, in the transaction
 * that deletes them. Nothing that is counted goes: no row refers to a deleted unit any more, so that once all
 * differences are folded its lines are zero in every atom, and only such lines are deleted; what folds in the same
 * moment waits for the lock.
 */
export async function forgetUnits(sql: Sql, ids: readonly string[]): Promise<void> {
  if (ids.length === 0) return;
  await foldAll(sql);
  const isZero = talliedAtoms.map((atom) => `${atom} = 0`).join(' AND ');
  for (const { table, sides, keys } of tallyTables) {
    // With the side the keys' index serves.
    const side = sides ? `side IN (${sides.map((one) => `'${one}'`).join(', ')}) AND ` : '';
    const isOfOne = keys
      .flatMap(([column]) => (column === 'channel' ? [] : `${column} = ANY ($1::uuid[])`))
      .join(' OR ');
    await sql.change(`DELETE FROM ${table} WHERE ${side}(${isOfOne}) AND ${isZero}`, [ids]);
  }
}
