import type { Sql } from '../platform/database/database.js';
import type { Question } from './question.js';
import { openComplaintRows } from './open-complaints.query.js';
import { conditionSql, contributionSql, relationOf } from './row-source.js';
import { SqlValues } from './sql-values.js';

/** Up to so many rows are kept by their ids; of more, how many they are and their hash. */
export const mostRowsKept = 5_000;

export interface RowsBehind {
  readonly rows: number;
  /** Of what each row adds, in the order of their ids: equal as long as every row adds the same. */
  readonly sha256: Buffer;
  /** What each row adds above and below the line; null: there are more than are kept. */
  readonly ids: Readonly<Record<string, string>> | null;
}

/** The rows that stand in a figure, on either side of it. A row may stand in it more than once: it adds up. */
export async function rowsBehind(sql: Sql, question: Question): Promise<RowsBehind> {
  const values = new SqlValues();
  const found = await sql.first<{ rows: number; sha256: Buffer; ids: Record<string, string> | null }>(
    /* sql */ `
    WITH behind AS MATERIALIZED (
      SELECT id, (sum(numerator)::float8 || '/' || sum(denominator)::float8) AS adds
      FROM (${relation(question, values)}) r WHERE numerator <> 0 OR denominator <> 0 GROUP BY id)
    SELECT count(*)::int AS rows, sha256(convert_to(coalesce(string_agg(id || ' ' || adds, ',' ORDER BY id), ''), 'UTF8')) AS sha256,
      CASE WHEN (SELECT count(*) FROM behind) <= ${mostRowsKept} THEN
        (SELECT coalesce(jsonb_object_agg(id, adds), '{}') FROM behind) END AS ids
    FROM behind`,
    values.list,
  );
  return { rows: found?.rows ?? 0, sha256: found?.sha256 ?? Buffer.alloc(0), ids: found?.ids ?? null };
}

function relation(question: Question, values: SqlValues): string {
  if (question.metric.source === 'complaint')
    return `SELECT p.id, 1::float8 AS numerator, 1::float8 AS denominator ${openComplaintRows(question, values)}`;
  const { numerator, denominator } = contributionSql(question);
  return `SELECT r.id, (${numerator})::float8 AS numerator, (${denominator})::float8 AS denominator
    FROM ${relationOf(question)} WHERE ${conditionSql(question, values)}`;
}
