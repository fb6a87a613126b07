import { v7 as uuid } from 'uuid';
import type { Sql } from '../../platform/database/database.js';

export type LeaderRole = 'supervisor' | 'head';

const unitColumn = { supervisor: 'team_id', head: 'department_id' } as const;

/** Who leads it, or was the last who did; undefined where nobody ever did. */
export async function leaderOf(sql: Sql, role: LeaderRole, unitId: string): Promise<string | undefined> {
  const found = await sql.first<{ id: string }>(
    `SELECT staff_id AS id FROM leadership WHERE ${unitColumn[role]} = $1 AND role = $2 ORDER BY "from" DESC LIMIT 1`,
    [unitId, role],
  );
  return found?.id;
}

/** Leads the team or department since always, where nobody ever did. */
export const lead = (
  sql: Sql,
  { role, unitId, staffId, batchId }: { role: LeaderRole; unitId: string; staffId: string; batchId: string },
): Promise<number> =>
  sql.change(
    /* sql */ `
    INSERT INTO leadership (id, staff_id, role, ${unitColumn[role]}, batch_id)
    SELECT $1, $2, $3, $4, $5
    WHERE NOT EXISTS (SELECT FROM leadership WHERE ${unitColumn[role]} = $4 AND role = $3)`,
    [uuid(), staffId, role, unitId, batchId],
  );
