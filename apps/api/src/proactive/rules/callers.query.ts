import type { CallerCapacities, CapacityQuery } from '@forecall/contracts';
import { holdsAt } from '../../attribution/attribution.service.js';
import { membersWithin } from '../../duties/duty.service.js';
import type { Reach } from '../../platform/access/viewer.js';
import type { Sql } from '../../platform/database/database.js';
import { named, namedInBoth } from '../../platform/database/named-json.js';
import { SqlValues } from '../../platform/database/sql-values.js';

export type Caller = CallerCapacities['callers'][number];

/** In a team in which somebody has a key account in care: those the plan gives calls to. */
const callingTeams = `
  SELECT caring.team_id FROM account_care c
  JOIN membership caring ON caring.staff_id = c.staff_id AND ${holdsAt('caring', 'now()')}
  WHERE c.part = 'rep' AND ${holdsAt('c', 'now()')}`;

/** Those who make calls and whom somebody leads, by name, one row more than the limit. */
export function callersWithin(sql: Sql, { q, after, limit }: CapacityQuery, reach: Reach): Promise<Caller[]> {
  const values = new SqlValues();
  const wanted = [
    `s.left_on IS NULL AND (m.team_id IN (${callingTeams})
      OR EXISTS (SELECT FROM caller_capacity set_before WHERE set_before.staff_id = s.id))`,
  ];
  if (!reach.everything) wanted.push(`s.id IN (${membersWithin(reach, values)})`);
  if (q !== undefined) wanted.push(`s.name ILIKE '%' || ${values.add(q.replace(/[\\%_]/g, '\\$&'), 'text')} || '%'`);
  if (after !== undefined)
    wanted.push(`(s.name COLLATE name_order, s.id) > (
      SELECT last.name COLLATE name_order, last.id FROM staff last WHERE last.id = ${values.add(after, 'uuid')})`);
  return sql.rows<Caller>(
    /* sql */ `
    WITH page AS (
      SELECT s.id, s.name, m.team_id FROM staff s
      JOIN membership m ON m.staff_id = s.id AND ${holdsAt('m', 'now()')}
      WHERE ${wanted.join(' AND ')}
      ORDER BY s.name COLLATE name_order, s.id LIMIT ${values.add(limit + 1, 'integer')}
    )
    SELECT json_build_object('id', s.id, 'name', s.name) AS staff, ${namedInBoth('t')} AS team, (
        SELECT count(*)::int FROM account_care c
        JOIN account_class k ON k.account_id = c.account_id AND ${holdsAt('k', 'now()')}
        WHERE c.staff_id = s.id AND c.part = 'rep' AND ${holdsAt('c', 'now()')}
      ) AS "inCare",
      CASE WHEN own.staff_id IS NOT NULL THEN
        json_build_object('callsPerDay', own.calls_per_day, 'at', own.set_at, 'by', ${named('setter')}) END AS own
    FROM page s LEFT JOIN team t ON t.id = s.team_id
    LEFT JOIN caller_capacity own ON own.staff_id = s.id
    LEFT JOIN sign_in w ON w.id = own.set_by LEFT JOIN staff setter ON setter.id = w.staff_id
    ORDER BY s.name COLLATE name_order, s.id`,
    values.list,
  );
}
