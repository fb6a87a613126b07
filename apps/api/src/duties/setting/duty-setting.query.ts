import type { DutySetting } from '@forecall/contracts';
import type { Sql } from '../../platform/database/database.js';

export async function dutySetting(sql: Sql, lock: '' | 'FOR UPDATE' = ''): Promise<DutySetting> {
  const row = await sql.first<DutySetting>(
    `SELECT supervisor_after_minutes AS "supervisorAfterMinutes", head_after_minutes AS "headAfterMinutes", revision
     FROM duty_setting ${lock}`,
  );
  if (!row) throw new Error('The migration makes the one row.');
  return row;
}

export const writeDutySetting = (sql: Sql, told: Omit<DutySetting, 'revision'>): Promise<number> =>
  sql.change(
    'UPDATE duty_setting SET supervisor_after_minutes = $1, head_after_minutes = $2, revision = revision + 1',
    [told.supervisorAfterMinutes, told.headAfterMinutes],
  );
