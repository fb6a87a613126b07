import type { Sql } from '../platform/database/database.js';

export interface DutyCounts {
  readonly open: number;
  readonly overdue: number;
}

/** How many duties of each of these people are open, and how many of them past their time; who has none is left out. */
export const dutyCounts = async (sql: Sql, staffIds: readonly string[]): Promise<Map<string, DutyCounts>> => {
  const rows = await sql.rows<DutyCounts & { id: string }>(
    /* sql */ `
    SELECT owner_id AS id, count(*)::integer AS open, (count(*) FILTER (WHERE due_at < now()))::integer AS overdue
    FROM duty WHERE owner_id = ANY ($1::uuid[]) AND done_at IS NULL GROUP BY owner_id`,
    [staffIds],
  );
  return new Map(rows.map(({ id, ...counts }) => [id, counts]));
};
