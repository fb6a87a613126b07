import type { AtomCounts } from '@forecall/domain';
import type { Sql } from '../platform/database/database.js';
import type { Question } from './question.js';
import { conditionSql, contributionSql, keysSql, relationOf, rowRelation } from './row-source.js';
import { SqlValues } from './sql-values.js';
import { atomsOfMetric, tallyFor, tallyRelation } from './tally-source.js';

export interface Counted {
  readonly keys: readonly string[];
  readonly counts: AtomCounts;
}

export interface Page {
  readonly after: readonly string[] | null;
  readonly limit: number;
}

type CountedRow = Record<string, string | number>;

/**
 * Counts the atoms of a question, in one line per breakdown key (one line in all without a breakdown), in the order of
 * the keys. From the tallies where they can answer, with what is not folded yet in the same statement; else from rows.
 */
export async function countAtoms(sql: Sql, question: Question, page: Page | null): Promise<Counted[]> {
  const values = new SqlValues();
  const table = tallyFor(question);
  const relation = table ? tallyRelation(question, table, values) : rowRelation(question, values);
  const keys = question.by.map((_, index) => `k${index + 1}`);
  const atoms = atomsOfMetric(question);
  const sums = atoms.map((atom) => `coalesce(sum(${atom}), 0)::float8 AS ${atom}`);
  const grouping =
    keys.length > 0
      ? `GROUP BY ${keys.join(', ')} HAVING ${atoms.map((atom) => `sum(${atom}) <> 0`).join(' OR ')}
         ORDER BY ${keys.map((key) => `${key} COLLATE "C"`).join(', ')} LIMIT ${values.add(page?.limit ?? 1, 'int')}`
      : '';
  const text = `SELECT ${[...keys, ...sums].join(', ')} FROM (${relation}) counted ${laterSql(keys, page, values)} ${grouping}`;
  const rows = await sql.rows<CountedRow>(text, values.list);
  return rows.map((row) => ({
    keys: keys.map((key) => String(row[key])),
    counts: Object.fromEntries(atoms.map((atom) => [atom, Number(row[atom])])),
  }));
}

/** Which groups come after those of the last page; keys sort by their characters, in every language the same. */
export const laterSql = (keys: readonly string[], page: Page | null, values: SqlValues): string =>
  page?.after
    ? `WHERE (${keys.map((key) => `${key} COLLATE "C"`).join(', ')}) > (${page.after.map((key) => values.add(key, 'text')).join(', ')})`
    : '';

/** How many complaints a question of a complaint rate counts, by breakdown key, the most first. */
export async function complaintCounts(
  sql: Sql,
  question: Question,
  limit: number,
): Promise<{ keys: string[]; complaints: number }[]> {
  const values = new SqlValues();
  const keys = question.by.map((_, index) => `k${index + 1}`);
  // The mark alone says nothing the numerator does not, but an index is by it.
  const rows = await sql.rows<Record<string, string | number>>(
    `SELECT ${[...keys, 'count(*)::int AS complaints'].join(', ')} FROM (
       SELECT ${keysSql(question, values)} 1 FROM ${relationOf(question)} WHERE ${conditionSql(question, values)}
         AND r.complaint_mark > 0 AND (${contributionSql(question).numerator}) <> 0
     ) counted GROUP BY ${keys.join(', ')} ORDER BY complaints DESC, ${keys.join(', ')} LIMIT ${values.add(limit, 'int')}`,
    values.list,
  );
  return rows.map((row) => ({ keys: keys.map((key) => String(row[key])), complaints: Number(row['complaints']) }));
}

export interface Quantiles {
  readonly median: number | null;
  readonly percentile90: number | null;
  readonly percentile95: number | null;
  readonly maximum: number | null;
}

/** Median, 90th and 95th percentile (linear interpolation, type 7) and maximum of the values behind a mean, by breakdown key. */
export async function quantilesOf(sql: Sql, question: Question): Promise<Map<string, Quantiles>> {
  const values = new SqlValues();
  const { numerator, denominator } = contributionSql(question);
  const relation = rowRelation(question, values);
  const keys = question.by.map((_, index) => `k${index + 1}`);
  const withValue = relation.replace(
    /^SELECT /,
    () => `SELECT (${numerator})::float8 AS value, (${denominator}) AS counts, `,
  );
  const text = `
    SELECT ${[...keys, 'percentile_cont(ARRAY[0.5, 0.9, 0.95, 1]) WITHIN GROUP (ORDER BY value) AS quantiles'].join(', ')}
    FROM (${withValue}) counted WHERE counts > 0 ${keys.length > 0 ? `GROUP BY ${keys.join(', ')}` : ''}`;
  const rows = await sql.rows<Record<string, string> & { quantiles: (number | null)[] | null }>(text, values.list);
  return new Map(
    rows.map((row) => [
      JSON.stringify(keys.map((key) => row[key])),
      {
        median: row.quantiles?.[0] ?? null,
        percentile90: row.quantiles?.[1] ?? null,
        percentile95: row.quantiles?.[2] ?? null,
        maximum: row.quantiles?.[3] ?? null,
      },
    ]),
  );
}

/** How many rows a question would read, counted up to the bound only. */
export async function rowsToRead(sql: Sql, question: Question, bound: number): Promise<number> {
  const values = new SqlValues();
  const text = `SELECT count(*)::int AS rows FROM
    (SELECT 1 FROM ${relationOf(question)} WHERE ${conditionSql(question, values)} LIMIT ${values.add(bound, 'int')}) counted`;
  return (await sql.first<{ rows: number }>(text, values.list))?.rows ?? 0;
}
