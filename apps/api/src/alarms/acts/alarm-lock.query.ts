import type { AlarmState } from '@forecall/contracts';
import type { Reach } from '../../platform/access/viewer.js';
import type { Sql } from '../../platform/database/database.js';

export interface LockedAlarm {
  readonly id: string;
  readonly departmentId: string;
  readonly department: string;
  readonly departmentZh: string;
  readonly since: Date;
  readonly state: AlarmState;
  readonly isEbbed: boolean;
  readonly takenBy: string | null;
  readonly revision: number;
  readonly chartBaselineId: string | null;
  readonly mayWork: boolean;
}

/** Who leads the department of an alarm or one of its teams, and who leads everything. */
export const mayWorkSql = (department: string, reach: number): string => /* sql */ `
  ($${reach}::boolean OR ${department} = ANY ($${reach + 1}::uuid[])
    OR EXISTS (SELECT FROM team led WHERE led.department_id = ${department} AND led.id = ANY ($${reach + 2}::uuid[])))`;

export const reachValues = ({ everything, departmentIds, teamIds }: Reach) => [everything, departmentIds, teamIds];

export const stateSql = (alarm: string): string =>
  `CASE WHEN ${alarm}.outcome IS NOT NULL THEN ${alarm}.outcome WHEN ${alarm}.taken_by IS NOT NULL THEN 'taken' ELSE 'open' END`;

/** Nobody else acts on it until the transaction is over. */
export async function lockAlarm(sql: Sql, reach: Reach, id: string): Promise<LockedAlarm | undefined> {
  if (!(await sql.first('SELECT FROM alarm WHERE id = $1 FOR UPDATE', [id]))) return undefined;
  return sql.first<LockedAlarm & Record<string, unknown>>(
    /* sql */ `
    SELECT a.id, a.department_id AS "departmentId", d.name AS department, coalesce(d.name_zh, d.name) AS "departmentZh",
      a.since, ${stateSql('a')} AS state, a.ebbed_at IS NOT NULL AS "isEbbed", a.taken_by AS "takenBy", a.revision,
      a.chart_baseline_id AS "chartBaselineId",
      ${mayWorkSql('a.department_id', 2)} AS "mayWork"
    FROM alarm a JOIN department d ON d.id = a.department_id WHERE a.id = $1`,
    [id, ...reachValues(reach)],
  );
}
