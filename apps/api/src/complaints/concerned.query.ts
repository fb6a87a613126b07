import type { Sql } from '../platform/database/database.js';

/** Whether a complaint, or one merged into it, is about somebody: who is to see to it is somebody else. */
export const isConcerned = async (sql: Sql, complaintId: string, staffId: string | null): Promise<boolean> =>
  staffId !== null &&
  (await sql.first('SELECT FROM complaint WHERE (id = $1 OR merged_into = $1) AND rep_concerned_id = $2 LIMIT 1', [
    ...[complaintId, staffId],
  ])) !== undefined;
