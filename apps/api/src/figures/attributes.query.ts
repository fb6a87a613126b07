import {
  AskedAttribute,
  attributeRows,
  type AttributesInUse,
  mostAttributeNames,
  mostAttributeValues,
} from '@forecall/contracts';
import { isCustomerWithheld } from '../attribution/withheld.query.js';
import type { Reach } from '../platform/access/viewer.js';
import type { Sql } from '../platform/database/database.js';
import { SqlValues } from '../platform/database/sql-values.js';
import { accountRows } from './account-rows.js';
import { reachSql } from './row-source.js';

interface FoundName {
  readonly name: string;
  readonly rows: number;
  readonly values: string[] | null;
}

/**
 * What imports brought along, by what is most frequent in the newest rows that have any: a look at a bounded number of
 * rows, so that a name used only before them is not listed.
 */
export async function attributesInUse(sql: Sql, reach: Reach): Promise<AttributesInUse> {
  const [contacts, customers] = await Promise.all([
    names(sql, newestContacts, reach),
    names(sql, newestAccounts, reach),
  ]);
  return { contacts, customers };
}

type Newest = (reach: Reach, values: SqlValues) => string;

const newestContacts: Newest = (reach, values) => `
  SELECT r.attributes FROM (
    SELECT * FROM contact WHERE attributes <> '{}' ORDER BY ended_at DESC LIMIT ${attributeRows}) r
  WHERE r.voided_at IS NULL AND ${reachSql(reach, 'r.id', values)}
    AND ${isCustomerWithheld('r.id', reach, values)} IS NOT TRUE`;

const newestAccounts: Newest = (reach, values) => `
  SELECT r.attributes FROM ${accountRows} r
  WHERE r.id IN (SELECT id FROM account WHERE attributes <> '{}' ORDER BY id DESC LIMIT ${attributeRows})
    AND ${reachSql(reach, 'r.id', values)}`;

/** A value that cannot be asked for is not offered, nor are values of which nearly every row has one of its own. */
async function names(sql: Sql, newest: Newest, reach: Reach): Promise<AttributesInUse['contacts']> {
  const values = new SqlValues();
  const text = `
    WITH said AS (
      SELECT a.name, a.value, count(*)::int AS rows
      FROM (${newest(reach, values)}) r, jsonb_each_text(r.attributes) a(name, value) GROUP BY a.name, a.value),
    ranked AS (
      SELECT *, row_number() OVER (PARTITION BY name ORDER BY rows DESC, value COLLATE "C") AS place FROM said)
    SELECT name, sum(rows)::int AS rows,
      CASE WHEN count(*) * 2 <= sum(rows) THEN
        array_agg(value ORDER BY place) FILTER (WHERE place <= ${mostAttributeValues} AND length(value) BETWEEN 1 AND 120)
      END AS values
    FROM ranked GROUP BY name ORDER BY rows DESC, name COLLATE "C" LIMIT ${mostAttributeNames}`;
  const found = await sql.rows<FoundName>(text, values.list);
  return found
    .filter(({ name }) => AskedAttribute.safeParse(name).success)
    .map(({ name, rows, values: said }) => ({ name, rows, values: said ?? [] }));
}
