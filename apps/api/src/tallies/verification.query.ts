import type { Sql } from '../platform/database/database.js';
import type { Difference } from './verify.js';

const name = 'verify tallies';

export interface VerificationRow {
  readonly claimed_at: Date;
  readonly finished_at: Date | null;
  readonly outcome: { readonly differences: number; readonly first: readonly Difference[] } | null;
}

/** True for the one process that gets the night's run. */
export const claimNight = async (sql: Sql): Promise<Date | undefined> =>
  (
    await sql.first<{ due_at: Date }>(
      `INSERT INTO schedule_run (name, due_at) VALUES ($1, date_trunc('day', now()))
       ON CONFLICT (name, due_at) DO NOTHING RETURNING due_at`,
      [name],
    )
  )?.due_at;

export const noteVerification = (sql: Sql, dueAt: Date, differences: readonly Difference[]): Promise<number> =>
  sql.change('UPDATE schedule_run SET finished_at = now(), outcome = $3 WHERE name = $1 AND due_at = $2', [
    name,
    dueAt,
    JSON.stringify({ differences: differences.length, first: differences.slice(0, 10) }),
  ]);

export const lastVerification = (sql: Sql): Promise<VerificationRow | undefined> =>
  sql.first<VerificationRow & Record<string, unknown>>(
    'SELECT claimed_at, finished_at, outcome FROM schedule_run WHERE name = $1 ORDER BY due_at DESC LIMIT 1',
    [name],
  );
