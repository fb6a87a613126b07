import type { Sql } from '../platform/database/database.js';
import { isTime, type Question } from './question.js';
import { reachSql } from './row-source.js';
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
  const conditions = question.scope.map(({ dimension, id }) =>
    dimension === 'channel'
      ? `r.channel = ${values.add(id, 'text')}`
      : `${column(dimension)} = ${values.add(id, 'uuid')}`,
  );
  if (question.reach) conditions.push(reachSql(question.reach, values));
  return `
    FROM complaint p JOIN contact r ON r.id = p.contact_id
    WHERE p.first_received_at < ${until} AND p.voided_at IS NULL AND p.merged_into IS NULL AND r.voided_at IS NULL
      AND NOT coalesce((
        SELECT s.step = 'closed' FROM complaint_step s
        WHERE s.complaint_id = p.id AND s.step IN ('closed', 'reopened') AND s.at < ${until}
        ORDER BY s.at DESC, s.recorded_at DESC LIMIT 1), false)
      ${conditions.map((condition) => `AND ${condition}`).join(' ')}`;
}

const column = (dimension: string) => (dimension === 'department' ? 'r.answerable_department_id' : `r.${dimension}_id`);

export async function openComplaints(sql: Sql, question: Question): Promise<OpenComplaints[]> {
  const values = new SqlValues();
  const rows = openComplaintRows(question, values);
  const units = question.by.filter((dimension) => !isTime(dimension));
  const keys = units.map(
    (dimension, index) =>
      `coalesce((${dimension === 'channel' ? 'r.channel' : column(dimension)})::text, '') AS k${index + 1}, `,
  );
  const age = `extract(epoch FROM ${values.add(question.to, 'timestamptz')} - p.first_received_at)`;
  const text = `
    SELECT ${keys.join('')} count(*)::int AS count,
      percentile_cont(0.5) WITHIN GROUP (ORDER BY ${age}) AS median, max(${age})::float8 AS oldest
    ${rows} ${units.length > 0 ? `GROUP BY ${units.map((_, index) => `k${index + 1}`).join(', ')} ORDER BY 1 LIMIT 500` : ''}`;
  const found = await sql.rows<
    Record<string, string> & { count: number; median: number | null; oldest: number | null }
  >(text, values.list);
  return found.map((row) => ({
    keys: units.map((_, index) => String(row[`k${index + 1}`])),
    count: row.count,
    medianAge: row.median,
    oldestAge: row.oldest,
  }));
}
