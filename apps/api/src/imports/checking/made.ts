import type { CountedNames, Made, MadeKind } from '@forecall/contracts';
import type { Sql } from '../../platform/database/database.js';
import type { Names } from '../writing/names.js';

const mostNames = 50;

/** What would be made: counts, and the first names of each kind. */
export const madeOf = ({ made, passedOver }: Names): MadeByCheck => ({
  ...Object.fromEntries([...made].map(([kind, names]) => [kind, counted(names)])),
  ...(passedOver.size > 0 && { passedOver: counted(passedOver) }),
});

const counted = (names: ReadonlySet<string> | ReadonlyMap<string, string>): CountedNames => ({
  count: names.size,
  names: [...names.values()].slice(0, mostNames),
});

/** As it is kept of a check. */
export type MadeByCheck = Made & { readonly passedOver?: CountedNames };

const tables: Readonly<Record<MadeKind, { readonly table: string; readonly name: string }>> = {
  departments: { table: 'department', name: 'name' },
  teams: { table: 'team', name: 'name' },
  staff: { table: 'staff', name: 'name' },
  reasons: { table: 'reason', name: 'name_en' },
  accounts: { table: 'account', name: 'name' },
  persons: { table: 'person', name: 'name' },
};

/** What an import has made. */
export async function madeBy(sql: Sql, batchId: string): Promise<Made> {
  const made: Made = {};
  for (const [kind, { table, name }] of Object.entries(tables) as [MadeKind, (typeof tables)[MadeKind]][]) {
    const found = await sql.first<{ count: number; names: string[] }>(
      `SELECT (SELECT count(*)::int FROM ${table} WHERE batch_id = $1) AS count,
         ARRAY (SELECT ${name} FROM ${table} WHERE batch_id = $1 ORDER BY id LIMIT ${mostNames}) AS names`,
      [batchId],
    );
    if (found && found.count > 0) made[kind] = found;
  }
  return made;
}
