import type { Sql } from '../platform/database/database.js';

/** Every table that holds a row, of whatever schema is ours; by the catalogue, so that none can be forgotten. */
export async function filledTables(sql: Sql): Promise<string[]> {
  const tables = await sql.rows<{ name: string }>(/* sql */ `
    SELECT CASE n.nspname WHEN current_schema() THEN '' ELSE n.nspname || '.' END || c.relname AS name
    FROM pg_class c JOIN pg_namespace n ON n.oid = c.relnamespace
    WHERE c.relkind = 'r' AND n.nspname NOT IN ('pg_catalog', 'information_schema', 'pg_toast') ORDER BY 1`);
  const filled: string[] = [];
  for (const { name } of tables) if (await sql.first(`SELECT FROM ${name} LIMIT 1`)) filled.push(name);
  return filled;
}
