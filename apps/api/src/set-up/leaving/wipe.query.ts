import { escapeIdentifier } from 'pg';
import type { Sql } from '../../platform/database/database.js';

/** What is about this build and not about a company. Every other table is emptied, also one that is yet to come. */
export const keptTables: readonly string[] = ['migration', 'tally_definition'];

/**
 * Takes every table before anything is changed. Whoever writes holds some and may wait for others that we have already:
 * we give up long before PostgreSQL looks for such circles (a second) and would break off the other one.
 */
export async function lockCompany(sql: Sql): Promise<void> {
  const names = (await tablesOfCompany(sql)).map(escapeIdentifier).join(', ');
  await sql.change(`SET LOCAL lock_timeout = 100`);
  await sql.change(`LOCK TABLE ${names}, pgboss.job IN ACCESS EXCLUSIVE MODE`);
}

/** Empties every table of the company, takes its jobs back and begins its numbers anew. */
export async function wipeCompany(sql: Sql): Promise<void> {
  const names = (await tablesOfCompany(sql)).map(escapeIdentifier).join(', ');
  // The trail of the demo goes with the demo; the trigger holds again when this commits.
  await sql.change('ALTER TABLE audit_entry DISABLE TRIGGER append_only');
  await sql.change(`TRUNCATE ${names}`);
  await sql.change('ALTER TABLE audit_entry ENABLE TRIGGER append_only');
  for (const table of await settingTables(sql))
    await sql.change(`INSERT INTO ${escapeIdentifier(table)} DEFAULT VALUES`);
  for (const sequence of await shownNumbers(sql))
    await sql.change(`ALTER SEQUENCE ${escapeIdentifier(sequence)} RESTART`);
  await sql.change('DELETE FROM pgboss.job');
}

const tablesOfCompany = (sql: Sql): Promise<string[]> =>
  namesOf(
    sql,
    /* sql */ `
    SELECT c.relname AS name FROM pg_class c
    WHERE c.relnamespace = current_schema()::regnamespace AND c.relkind IN ('r', 'p') AND NOT c.relispartition
      AND c.relname <> ALL ($1) ORDER BY 1`,
    [keptTables],
  );

/** Tables of one row that say how this company works; they begin as they did in a new database. */
const settingTables = (sql: Sql): Promise<string[]> =>
  namesOf(
    sql,
    /* sql */ `
    SELECT table_name AS name FROM information_schema.columns
    WHERE table_schema = current_schema() AND column_name = 'only_one' AND table_name <> ALL ($1) ORDER BY 1`,
    [[...keptTables, 'organisation']],
  );

/** The numbers that people see: of complaints and accounts. Ids of rows count on, as others remember the last one. */
const shownNumbers = (sql: Sql): Promise<string[]> =>
  namesOf(
    sql,
    /* sql */ `
    SELECT c.relname AS name FROM pg_class c
    WHERE c.relnamespace = current_schema()::regnamespace AND c.relkind = 'S' AND NOT EXISTS (
      SELECT FROM pg_depend d LEFT JOIN pg_class owner ON owner.oid = d.refobjid
      WHERE d.classid = 'pg_class'::regclass AND d.objid = c.oid
        AND (d.deptype = 'i' OR (d.deptype = 'a' AND owner.relname = ANY ($1))))
    ORDER BY 1`,
    [keptTables],
  );

async function namesOf(sql: Sql, text: string, values: readonly unknown[] = []): Promise<string[]> {
  return (await sql.rows<{ name: string }>(text, values)).map(({ name }) => name);
}
