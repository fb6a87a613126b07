import type { Sql } from '../../platform/database/database.js';

/** What an import brings, in the order in which it is taken out again: who refers goes before who is referred to. */
export const broughtKinds = [
  'complaint',
  'answer',
  'contact',
  'person',
  'account',
  'staff',
  'reason',
  'team',
  'department',
] as const;
export type BroughtKind = (typeof broughtKinds)[number];

/** Another table's column that refers to rows of a kind. */
export interface Reference {
  readonly table: string;
  readonly column: string;
  /** The table says of each row which import brought it. */
  readonly hasBatch: boolean;
}

/**
 * Every foreign key onto a table, from the catalogue, so that a table that comes later is not forgotten; those that go
 * with the row by themselves are left out.
 */
export const referencesTo = (sql: Sql, kind: BroughtKind): Promise<Reference[]> =>
  sql.rows(
    /* sql */ `
    SELECT f.conrelid::regclass::text AS "table", quote_ident(a.attname) AS "column", EXISTS (
        SELECT FROM pg_attribute b WHERE b.attrelid = f.conrelid AND b.attname = 'batch_id' AND NOT b.attisdropped
      ) AS "hasBatch"
    FROM pg_constraint f JOIN pg_attribute a ON a.attrelid = f.conrelid AND a.attnum = f.conkey[1]
    WHERE f.contype = 'f' AND f.confrelid = $1::regclass AND f.confdeltype <> 'c'
    ORDER BY 1, 2`,
    [kind],
  );

const dutyOfImport = `d.created_by IS NULL AND d.done_by IS NULL
  AND NOT EXISTS (SELECT FROM duty_step s WHERE s.duty_id = d.id AND s.by_sign_in_id IS NOT NULL)`;

/**
 * Of tables that do not name an import: when a row `r` is something that people did. What is not here always is. Rows that
 * are not count as parts of what they refer to, and go with it.
 */
const byPeople: Readonly<Record<string, string>> = {
  complaint_step: 'r.by_sign_in_id IS NOT NULL',
  person_phone: 'false',
  notification: 'false',
  duty_above: 'false',
  duty: `NOT EXISTS (SELECT FROM duty d JOIN complaint k ON d.source_entity = 'complaint' AND k.id = d.source_id
    WHERE d.id = r.id AND k.batch_id IS NOT NULL AND ${dutyOfImport})`,
};

/** SQL: people have referred to the row `t` by this. */
export const isPeoples = ({ table, column, hasBatch }: Reference): string =>
  `EXISTS (SELECT FROM ${table} r WHERE r.${column} = t.id AND ${hasBatch ? 'r.batch_id IS NULL' : (byPeople[table] ?? 'true')})`;

/** SQL of the import, other than `$1`, that refers to the row `t` by this; undefined where none can. */
export const otherImport = ({ table, column, hasBatch }: Reference): string | undefined =>
  hasBatch
    ? `(SELECT r.batch_id FROM ${table} r WHERE r.${column} = t.id AND r.batch_id <> $1 LIMIT 1)`
    : table === 'duty'
      ? `(SELECT k.batch_id FROM duty r JOIN complaint k ON r.source_entity = 'complaint' AND k.id = r.source_id
          WHERE r.${column} = t.id AND k.batch_id <> $1 LIMIT 1)`
      : undefined;

/** People have dealt with a duty about the complaint `t`. */
export const hasPeoplesDuty = `EXISTS (
  SELECT FROM duty d WHERE d.source_entity = 'complaint' AND d.source_id = t.id AND NOT (${dutyOfImport}))`;
