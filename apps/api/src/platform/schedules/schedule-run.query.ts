import type { Sql } from '../database/database.js';

/** The moment, for the one process that gets it. A day begins at midnight UTC of the database's clock. */
export const claimRun = async (sql: Sql, name: string, every: 'minute' | 'day'): Promise<Date | undefined> =>
  (
    await sql.first<{ due_at: Date }>(
      `INSERT INTO schedule_run (name, due_at) VALUES ($1, date_trunc($2, now(), 'UTC'))
       ON CONFLICT (name, due_at) DO NOTHING RETURNING due_at`,
      [name, every],
    )
  )?.due_at;

/** Of what runs each minute nobody reads yesterday's runs. */
export const forgetRuns = (sql: Sql, name: string, dueAt: Date): Promise<number> =>
  sql.change(`DELETE FROM schedule_run WHERE name = $1 AND due_at < $2::timestamptz - interval '1 day'`, [name, dueAt]);

/** What came of a run. */
export const noteRun = (sql: Sql, { name, dueAt, outcome }: { name: string; dueAt: string; outcome: object }) =>
  sql.change('UPDATE schedule_run SET finished_at = now(), outcome = $3 WHERE name = $1 AND due_at = $2', [
    name,
    dueAt,
    JSON.stringify(outcome),
  ]);
