import type { NamedInBoth } from '@forecall/contracts';
import { holdsAt } from '../../attribution/attribution.service.js';
import { membersWithin } from '../../duties/duty.service.js';
import type { Reach } from '../../platform/access/viewer.js';
import { namedInBoth } from '../../platform/database/named-json.js';
import type { Sql } from '../../platform/database/database.js';
import { SqlValues } from '../../platform/database/sql-values.js';

export interface PlanCaller {
  readonly id: string;
  readonly name: string;
  readonly team: NamedInBoth | null;
  /** null: as many as everybody. */
  readonly callsPerDay: number | null;
}

export interface WhosePlan {
  readonly teamId?: string | undefined;
  readonly staffId?: string | undefined;
}

const mostTeams = 200;

const caresAs = (staffId: string): string =>
  `account_care c WHERE c.staff_id = ${staffId} AND c.part = 'rep' AND ${holdsAt('c', 'now()')}`;
/** Of many the care of all accounts is read once; the limit makes PostgreSQL look up one by itself. */
const isCaring = (staffId: string, isOne: boolean): string =>
  isOne
    ? `coalesce((SELECT true FROM ${caresAs(staffId)} LIMIT 1), false)`
    : `EXISTS (SELECT FROM ${caresAs(staffId)})`;

/**
 * Those within reach who may be given calls, as the planner has it: who cares for accounts, their colleagues in the team,
 * and whoever has a call. Who leads nobody is there whether or not they have any.
 */
function reached(reach: Reach, values: SqlValues): string {
  const leads = reach.everything || reach.teamIds.length > 0 || reach.departmentIds.length > 0;
  const isOneself = (id: string) => `${id} = ${values.add(reach.staffId, 'uuid')}`;
  const within = reach.everything ? 'true' : `(${isOneself('s.id')} OR s.id IN (${membersWithin(reach, values)}))`;
  return /* sql */ `
    reached AS MATERIALIZED (
      SELECT s.id, s.name, m.team_id, ${isCaring('s.id', !leads)} AS is_caring
      FROM staff s LEFT JOIN membership m ON m.staff_id = s.id AND ${holdsAt('m', 'now()')}
      WHERE s.left_on IS NULL AND ${within}
    ), calling AS (
      SELECT r.* FROM reached r WHERE r.is_caring ${leads ? '' : `OR ${isOneself('r.id')}`}
        OR r.team_id IN (SELECT other.team_id FROM reached other WHERE other.is_caring)
        OR EXISTS (SELECT FROM planned_call p WHERE p.staff_id = r.id AND p.state = 'planned')
    )`;
}

/** By team and name; one more than `limit` where there are more. */
export function planCallers(sql: Sql, reach: Reach, whose: WhosePlan, limit: number): Promise<PlanCaller[]> {
  const values = new SqlValues();
  const callers = reached(reach, values);
  const wanted = [
    whose.teamId === undefined ? 'true' : `r.team_id = ${values.add(whose.teamId, 'uuid')}`,
    whose.staffId === undefined ? 'true' : `r.id = ${values.add(whose.staffId, 'uuid')}`,
  ];
  return sql.rows<PlanCaller>(
    /* sql */ `
    WITH ${callers}
    SELECT r.id, r.name, ${namedInBoth('t')} AS team, capacity.calls_per_day AS "callsPerDay"
    FROM calling r LEFT JOIN team t ON t.id = r.team_id LEFT JOIN caller_capacity capacity ON capacity.staff_id = r.id
    WHERE ${wanted.join(' AND ')}
    ORDER BY t.name COLLATE name_order NULLS LAST, t.id, r.name COLLATE name_order, r.id LIMIT ${limit + 1}`,
    values.list,
  );
}

/** The teams of all those callers. */
export function planTeams(sql: Sql, reach: Reach): Promise<NamedInBoth[]> {
  const values = new SqlValues();
  return sql.rows<NamedInBoth>(
    /* sql */ `
    WITH ${reached(reach, values)}
    SELECT t.id, t.name, t.name_zh AS "nameZh" FROM team t
    WHERE t.id IN (SELECT r.team_id FROM calling r) ORDER BY t.name COLLATE name_order, t.id LIMIT ${mostTeams}`,
    values.list,
  );
}
