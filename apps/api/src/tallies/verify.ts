import type { Sql } from '../platform/database/database.js';
import { talliedAtoms } from './atom.js';
import { recountSql } from './rebuild.js';
import { tallySelect, tallyTables } from './tally-table.js';

export interface Difference {
  readonly table: string;
  readonly key: string;
  readonly atom: string;
  readonly tallied: number;
  readonly recounted: number;
}

/**
 * Compares every atom in every bucket of every tally, with what is not folded yet, with a recount of the rows. Each
 * table is compared in one statement, that is in one snapshot, so it may run while others write. At most `most` lines.
 * `onTable` hears of each table before it is compared.
 */
export async function verifyTallies(
  sql: Sql,
  most = 100,
  onTable: (table: string, place: number, of: number) => void = () => undefined,
): Promise<Difference[]> {
  const found: Difference[] = [];
  for (const [place, tally] of tallyTables.entries()) {
    onTable(tally.table, place + 1, tallyTables.length);
    const keys = [...(tally.sides ? ['side'] : []), ...tally.keys.map(([column]) => column), 'bucket'];
    const sums = talliedAtoms.map((atom) => `whole_sum(${atom}) AS ${atom}`).join(', ');
    const grouped = (from: string) => `SELECT ${keys.join(', ')}, ${sums} FROM (${from}) x GROUP BY ${keys.join(', ')}`;
    const stored = `SELECT ${keys.join(', ')}, ${talliedAtoms.join(', ')} FROM ${tally.table}
      UNION ALL (${tallySelect(tally, 'tally_delta')})`;
    const rows = await sql.rows<{ key: string; atom: string; tallied: string; recounted: string }>(
      `WITH ${recountSql()}
       SELECT concat_ws(' | ', ${keys.map((key) => `coalesce(t.${key}, r.${key})::text`).join(', ')}) AS key,
         v.atom, coalesce(v.tallied, 0) AS tallied, coalesce(v.recounted, 0) AS recounted
       FROM (${grouped(stored)}) t
       FULL JOIN (${grouped(tallySelect(tally, 'recount'))}) r ON (${keys.map((key) => `t.${key} = r.${key}`).join(' AND ')})
       CROSS JOIN LATERAL (VALUES ${talliedAtoms.map((atom) => `('${atom}', t.${atom}, r.${atom})`).join(', ')}) AS v (atom, tallied, recounted)
       WHERE coalesce(v.tallied, 0) <> coalesce(v.recounted, 0)
       LIMIT ${most - found.length}`,
    );
    found.push(
      ...rows.map(({ key, atom, tallied, recounted }) => ({
        table: tally.table,
        key,
        atom,
        tallied: Number(tallied),
        recounted: Number(recounted),
      })),
    );
    if (found.length >= most) break;
  }
  return found;
}
