import { escapeIdentifier } from 'pg';
import type { Sql } from '../../platform/database/database.js';
import type { Row } from '../rows/row.js';

/** So many rows go in one statement; larger ones gain nothing and hold the text of all rows in memory. */
const rowsPerStatement = 5000;

/** Inserts rows that all have the columns of the first; `inserted` hears how many went in each time. */
export async function insertRows(
  sql: Sql,
  table: string,
  rows: readonly Row[],
  inserted: (count: number) => void,
): Promise<void> {
  const [first] = rows;
  if (!first) return;
  const columns = Object.keys(first).map(escapeIdentifier).join(', ');
  const name = escapeIdentifier(table);
  const text = `INSERT INTO ${name} (${columns}) SELECT ${columns} FROM json_populate_recordset(NULL::${name}, $1)`;
  // While the database takes one part, the next is written down.
  let underWay = Promise.resolve(0);
  for (let from = 0; from < rows.length; from += rowsPerStatement) {
    const part = JSON.stringify(rows.slice(from, from + rowsPerStatement));
    inserted(await underWay);
    underWay = sql.change(text, [part]);
  }
  inserted(await underWay);
}
