import type { Sql } from '../platform/database/database.js';

type NameInBoth = { en: string; zh: string } | null;

const reason = { table: 'reason', en: 'name_en', zh: 'name_zh' };

const tables: Readonly<Record<string, { table: string; en: string; zh: string }>> = {
  department: { table: 'department', en: 'name', zh: 'coalesce(name_zh, name)' },
  team: { table: 'team', en: 'name', zh: 'coalesce(name_zh, name)' },
  rep: { table: 'staff', en: 'name', zh: 'name' },
  supervisor: { table: 'staff', en: 'name', zh: 'name' },
  reason,
  'widest-reason': reason,
  campaign: {
    table: 'campaign',
    en: `coalesce(nullif(name_en, ''), name_zh)`,
    zh: `coalesce(nullif(name_zh, ''), name_en)`,
  },
  account: { table: 'account', en: 'name', zh: 'coalesce(name_zh, name)' },
};

/** The names of units by id, in both languages; a dimension without names (channel, time) gives an empty map. */
export async function namesOf(sql: Sql, dimension: string, ids: readonly string[]): Promise<Map<string, NameInBoth>> {
  const source = tables[dimension];
  const known = [...new Set(ids.filter((id) => id !== ''))];
  if (!source || known.length === 0) return new Map();
  const rows = await sql.rows<{ id: string; en: string; zh: string }>(
    `SELECT id, ${source.en} AS en, ${source.zh} AS zh FROM ${source.table} WHERE id = ANY ($1::uuid[])`,
    [known],
  );
  return new Map(rows.map(({ id, en, zh }) => [id, { en, zh }]));
}
