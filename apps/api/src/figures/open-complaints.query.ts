import type { Sql } from '../platform/database/database.js';
import { laterSql, type Page } from './figure.query.js';
import type { Question } from './question.js';
import { keysSql, scopeSql } from './row-source.js';
import { SqlValues } from './sql-values.js';

export interface OpenComplaints {
  readonly keys: readonly string[];
  readonly count: number;
  /** Seconds since the first receipt, at the end of the period. */
  readonly medianAge: number | null;
  readonly oldestAge: number | null;
}

/** The rows: received before the end of the period and not closed by then (a later reopening opens it again). */
export function openComplaintRows(question: Question, values: SqlValues): string {
  const until = values.add(question.to, 'timestamptz');
  return `
    FROM complaint p JOIN contact r ON r.id = p.contact_id
    WHERE p.first_received_at < ${until} AND p.voided_at IS NULL AND p.merged_into IS NULL AND r.voided_at IS NULL
      AND NOT coalesce((
        SELECT s.step = 'closed' FROM complaint_step s
        WHERE s.complaint_id = p.id AND s.step IN ('closed', 'reopened') AND s.at < ${until}
        ORDER BY s.at DESC, s.recorded_at DESC LIMIT 1), false)
      ${scopeSql(question, values)
        .map((condition) => `AND ${condition}`)
        .join(' ')}`;
}

/** In one line per breakdown key, in the order of the keys; by a time, that of the first receipt. */
export async function openComplaints(sql: Sql, question: Question, page: Page | null): Promise<OpenComplaints[]> {
  const values = new SqlValues();
  const age = `extract(epoch FROM ${values.add(question.to, 'timestamptz')} - received_at)`;
  const keys = question.by.map((_, index) => `k${index + 1}`);
  const grouping =
    keys.length > 0
      ? `GROUP BY ${keys.join(', ')} ORDER BY ${keys.map((key) => `${key} COLLATE "C"`).join(', ')}
         LIMIT ${values.add(page?.limit ?? 1, 'int')}`
      : '';
  const rows = `SELECT ${keysSql(question, values)} p.first_received_at AS received_at ${openComplaintRows(question, values)}`;
  const text = `
    SELECT ${keys.map((key) => `${key}, `).join('')} count(*)::int AS count,
      percentile_cont(0.5) WITHIN GROUP (ORDER BY ${age}) AS median, max(${age})::float8 AS oldest
    FROM (${rows}) opened ${laterSql(keys, page, values)} ${grouping}`;
  const found = await sql.rows<
    Record<string, string> & { count: number; median: number | null; oldest: number | null }
  >(text, values.list);
  return found.map((row) => ({
    keys: keys.map((key) => String(row[key])),
    count: row.count,
    medianAge: row.median,
    oldestAge: row.oldest,
  }));
}
