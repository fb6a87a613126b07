import type { Named, NamedInBoth } from '@forecall/contracts';
import { holdsAt } from '../attribution/attribution.service.js';
import type { Reach } from '../platform/access/viewer.js';
import type { Sql } from '../platform/database/database.js';
import { named, namedInBoth } from '../platform/database/named-json.js';

export interface Team {
  readonly team: NamedInBoth;
  readonly department: NamedInBoth;
  readonly supervisors: Named[];
}

/** One team within reach; of none asked for the first that the viewer leads themselves, else of all they lead, by name. */
export const teamWithin = (sql: Sql, reach: Reach, teamId: string | null): Promise<Team | undefined> =>
  sql.first<Team & Record<string, unknown>>(
    /* sql */ `
    SELECT ${namedInBoth('team')} AS team, ${namedInBoth('department')} AS department,
      (SELECT coalesce(json_agg(${named('leader')} ORDER BY l.role = 'stand-in', leader.name, leader.id), '[]')
       FROM leadership l JOIN staff leader ON leader.id = l.staff_id
       WHERE l.team_id = team.id AND ${holdsAt('l', 'now()')}) AS supervisors
    FROM team JOIN department ON department.id = team.department_id
    WHERE ($1 OR team.id = ANY ($2::uuid[]) OR team.department_id = ANY ($3::uuid[]))
      AND CASE WHEN $4::uuid IS NULL THEN ${holdsAt('team', 'now()')} ELSE team.id = $4 END
    ORDER BY team.id = ANY ($2) DESC, team.name, team.id LIMIT 1`,
    [reach.everything, reach.teamIds, reach.departmentIds, teamId],
  );

export interface Person extends Named {
  readonly isMember: boolean;
  readonly isOnLeave: boolean;
}

/** Who is in the team at this moment, and those of these people besides; by name, one more than the limit. */
export const peopleOf = (sql: Sql, teamId: string, others: readonly string[], limit: number): Promise<Person[]> =>
  sql.rows<Person & Record<string, unknown>>(
    /* sql */ `
    SELECT s.id, s.name, m.staff_id IS NOT NULL AS "isMember",
      m.staff_id IS NOT NULL AND EXISTS (SELECT FROM leave l, (SELECT (now() AT TIME ZONE coalesce(s.zone, o.zone))::date AS day FROM organisation o) today
        WHERE l.staff_id = s.id AND l."to" >= today.day AND l."from" <= today.day) AS "isOnLeave"
    FROM staff s LEFT JOIN membership m ON m.staff_id = s.id AND m.team_id = $1 AND ${holdsAt('m', 'now()')}
    WHERE s.id IN (SELECT staff_id FROM membership m WHERE m.team_id = $1 AND ${holdsAt('m', 'now()')}) OR s.id = ANY ($2::uuid[])
    ORDER BY s.name, s.id LIMIT $3`,
    [teamId, others, limit + 1],
  );
