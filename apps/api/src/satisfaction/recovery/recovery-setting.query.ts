import type { RecoverySetting } from '@forecall/contracts';
import type { Sql } from '../../platform/database/database.js';

export async function recoverySetting(sql: Sql, lock: '' | 'FOR UPDATE' = ''): Promise<RecoverySetting> {
  const row = await sql.first<RecoverySetting>(
    `SELECT csat_most AS "csatMost", nps_most AS "npsMost", ces_most AS "cesMost", due_minutes AS "dueMinutes", revision
     FROM recovery_setting ${lock}`,
  );
  if (!row) throw new Error('The migration makes the one row.');
  return row;
}

export const writeRecoverySetting = (sql: Sql, told: Omit<RecoverySetting, 'revision'>): Promise<number> =>
  sql.change(
    `UPDATE recovery_setting SET csat_most = $1, nps_most = $2, ces_most = $3, due_minutes = $4, revision = revision + 1`,
    [told.csatMost, told.npsMost, told.cesMost, told.dueMinutes],
  );
