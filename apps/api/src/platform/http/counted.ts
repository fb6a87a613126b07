import { type ListCount, mostCounted } from '@forecall/contracts';
import type { Sql } from '../database/database.js';
import type { SqlValues } from '../database/sql-values.js';

type Counted = Pick<ListCount, 'count' | 'isMore'>;

/** Counts the ids of several statements, each once and at most `mostCounted`; `limit`: the value one above it. */
export async function countedSql(
  sql: Sql,
  ways: readonly string[],
  limit: string,
  values: SqlValues,
): Promise<Counted> {
  const row = await sql.first<{ count: number }>(
    `SELECT count(*)::int AS count FROM (SELECT id FROM (${ways.join(' UNION ')}) found LIMIT ${limit}) counted`,
    values.list,
  );
  const count = row?.count ?? 0;
  return { count: Math.min(count, mostCounted), isMore: count > mostCounted };
}

/**
 * The count of a list and, where nothing is found, what each of the given filters costs: the count without it, the most
 * first. `unasked`: the value of a filter that does not narrow, where leaving it out does.
 */
export async function countWithCosts<Filters extends object>(
  filters: Filters,
  unasked: Partial<Filters>,
  count: (filters: Filters) => Promise<Counted>,
): Promise<ListCount> {
  const found = await count(filters);
  if (found.count > 0) return { ...found, without: [] };
  const names = (Object.keys(filters) as (keyof Filters & string)[]).filter(
    (name) => filters[name] !== undefined && filters[name] !== unasked[name],
  );
  const without: ListCount['without'] = [];
  for (const filter of names) without.push({ filter, ...(await count({ ...filters, [filter]: unasked[filter] })) });
  return { ...found, without: without.filter(({ count: n }) => n > 0).toSorted((a, b) => b.count - a.count) };
}
