import type { NamedInBoth } from '@forecall/contracts';
import { holdsAt } from '../attribution/attribution.service.js';
import type { Reach } from '../platform/access/viewer.js';
import type { Sql } from '../platform/database/database.js';

export type DepartmentGroup = NamedInBoth & { readonly mayTeams: boolean };

const mostDepartments = 500;

/** The departments in which somebody works or leads, all for those who see everything; with their teams for who leads there. */
export const departmentGroups = (sql: Sql, { everything, departmentIds, teamIds, staffId }: Reach) =>
  sql.rows<DepartmentGroup>(
    /* sql */ `
    SELECT d.id, d.name, d.name_zh AS "nameZh", led."mayTeams"
    FROM department d
    CROSS JOIN LATERAL (
      SELECT $1 OR d.id = ANY ($2::uuid[])
        OR EXISTS (SELECT FROM team t WHERE t.id = ANY ($3::uuid[]) AND t.department_id = d.id) AS "mayTeams"
    ) led
    WHERE led."mayTeams" OR EXISTS (
      SELECT FROM membership m JOIN team t ON t.id = m.team_id
      WHERE m.staff_id = $4 AND t.department_id = d.id AND ${holdsAt('m', 'now()')})
    ORDER BY d.name COLLATE name_order, d.id LIMIT $5`,
    [everything, departmentIds, teamIds, staffId, mostDepartments],
  );
