import type { Sql } from '../../platform/database/database.js';
import type { Finding } from './finding.js';

export interface ToFind {
  readonly id: string;
  readonly departmentId: string;
  readonly department: string;
  readonly departmentZh: string;
  readonly since: Date;
  readonly baselineId: string;
  readonly pastFrom: string;
  readonly usual: number;
  readonly isTold: boolean;
}

/**
 * Alarms whose reason is to be looked for, claimed for a while: those of which nobody was told yet, and those that go on
 * and were last looked into a minute ago.
 */
export const claimToFind = (sql: Sql, now: Date): Promise<ToFind[]> =>
  sql.rows<ToFind & Record<string, unknown>>(
    /* sql */ `
    WITH claimed AS (
      UPDATE alarm SET found_at = $1 WHERE id IN (
        SELECT id FROM alarm WHERE outcome IS NULL AND (
            told_at IS NULL AND (found_at IS NULL OR found_at < $1::timestamptz - interval '10 seconds')
            OR ebbed_at IS NULL AND found_at < $1::timestamptz - interval '1 minute')
        ORDER BY told_at IS NOT NULL, raised_at LIMIT 20 FOR UPDATE SKIP LOCKED)
      RETURNING *
    )
    SELECT a.id, a.department_id AS "departmentId", d.name AS department, coalesce(d.name_zh, d.name) AS "departmentZh",
      a.since, a.baseline_id AS "baselineId", b.past_from::text AS "pastFrom", b.usual, a.told_at IS NOT NULL AS "isTold"
    FROM claimed a JOIN department d ON d.id = a.department_id JOIN alarm_baseline b ON b.id = a.baseline_id
    ORDER BY a.raised_at, a.id`,
    [now],
  );

export const keepFinding = (sql: Sql, alarmId: string, finding: Finding): Promise<number> =>
  sql.change('UPDATE alarm SET finding = $2 WHERE id = $1 AND outcome IS NULL', [alarmId, JSON.stringify(finding)]);

/** False: another process told of it, or it was ended meanwhile. */
export const claimTelling = async (sql: Sql, alarmId: string, now: Date): Promise<boolean> =>
  (await sql.change('UPDATE alarm SET told_at = $2 WHERE id = $1 AND told_at IS NULL AND outcome IS NULL', [
    ...[alarmId, now],
  ])) > 0;

/** Who leads the department or one of its teams. */
export const leadersOf = async (sql: Sql, departmentId: string): Promise<string[]> =>
  (
    await sql.rows<{ id: string }>(
      /* sql */ `
      SELECT DISTINCT l.staff_id AS id FROM leadership l LEFT JOIN team t ON t.id = l.team_id
      WHERE coalesce(l.department_id, t.department_id) = $1 AND l."from" <= now() AND (l."to" IS NULL OR l."to" > now())`,
      [departmentId],
    )
  ).map(({ id }) => id);
