import type { Sql } from '../platform/database/database.js';
import { noteRun } from '../platform/schedules/schedule-run.query.js';
import type { Difference } from './verify.js';

export const verificationName = 'verify tallies';

export interface VerificationRow {
  readonly claimed_at: Date;
  readonly finished_at: Date | null;
  readonly outcome: { readonly differences: number; readonly first: readonly Difference[] } | null;
}

export const noteVerification = (sql: Sql, dueAt: string, differences: readonly Difference[]): Promise<number> =>
  noteRun(sql, {
    ...{ name: verificationName, dueAt },
    outcome: { differences: differences.length, first: differences.slice(0, 10) },
  });

export const lastVerification = (sql: Sql): Promise<VerificationRow | undefined> =>
  sql.first<VerificationRow & Record<string, unknown>>(
    'SELECT claimed_at, finished_at, outcome FROM schedule_run WHERE name = $1 ORDER BY due_at DESC LIMIT 1',
    [verificationName],
  );
