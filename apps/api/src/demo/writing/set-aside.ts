import { escapeIdentifier } from 'pg';
import type { Sql } from '../../platform/database/database.js';

interface Definition {
  readonly name: string;
  readonly definition: string;
}

/**
 * Takes a table's indexes, foreign keys and the named triggers away, and gives back what puts them there again, in the
 * same transaction: built at once over all rows they cost a third. Foreign keys and unique indexes are checked over all
 * rows when they come back. The primary key stays.
 */
export async function setAside(
  sql: Sql,
  table: string,
  triggers: readonly string[] = [],
): Promise<() => Promise<void>> {
  const name = escapeIdentifier(table);
  const keys = await sql.rows<Definition & Record<string, unknown>>(
    `SELECT conname AS name, pg_get_constraintdef(oid) AS definition FROM pg_constraint
     WHERE conrelid = $1::regclass AND contype = 'f' ORDER BY conname`,
    [name],
  );
  const indexes = await sql.rows<Definition & Record<string, unknown>>(
    `SELECT i.relname AS name, pg_get_indexdef(i.oid) AS definition
     FROM pg_index x JOIN pg_class i ON i.oid = x.indexrelid
     WHERE x.indrelid = $1::regclass AND NOT EXISTS (SELECT FROM pg_constraint c WHERE c.conindid = i.oid AND c.contype <> 'f')
     ORDER BY i.relname`,
    [name],
  );
  const alter = (change: string) => sql.change(`ALTER TABLE ${name} ${change}`);
  for (const key of keys) await alter(`DROP CONSTRAINT ${escapeIdentifier(key.name)}`);
  for (const index of indexes) await sql.change(`DROP INDEX ${escapeIdentifier(index.name)}`);
  for (const trigger of triggers) await alter(`DISABLE TRIGGER ${escapeIdentifier(trigger)}`);
  return async () => {
    for (const trigger of triggers) await alter(`ENABLE TRIGGER ${escapeIdentifier(trigger)}`);
    for (const index of indexes) await sql.change(index.definition);
    for (const key of keys) await alter(`ADD CONSTRAINT ${escapeIdentifier(key.name)} ${key.definition}`);
  };
}
