import type { Named } from '@forecall/contracts';
import { teamAt } from '../attribution/attribution.service.js';
import type { Reach } from '../platform/access/viewer.js';
import type { Sql } from '../platform/database/database.js';
import { SqlValues } from '../platform/database/sql-values.js';
import { isAbout } from './duty-about-whom.query.js';
import { membersWithin } from './duty-sight.js';

/** Those whom one leads, and the own team: to them a duty may be handed. Whoever has left takes none. */
function mayTake(reach: Reach, values: SqlValues): string {
  const present = `(s.left_on IS NULL OR s.left_on >= (now() AT TIME ZONE (SELECT zone FROM organisation))::date)`;
  if (reach.everything) return present;
  const own = values.add(reach.staffId, 'uuid');
  return `${present} AND (s.id = ${own} OR s.id IN (${membersWithin(reach, values)})
    OR s.id IN (SELECT m.staff_id FROM membership m WHERE m.team_id = ${teamAt(own, 'now()')}
      AND m."from" <= now() AND (m."to" IS NULL OR m."to" > now())))`;
}

/** With a duty, without those whom it is about. */
export function takersFor(sql: Sql, reach: Reach, dutyId?: string): Promise<Named[]> {
  const values = new SqlValues();
  const isOther =
    dutyId === undefined
      ? 'true'
      : `NOT EXISTS (SELECT FROM duty d WHERE d.id = ${values.add(dutyId, 'uuid')} AND ${isAbout('d', 's.id')})`;
  return sql.rows<Named & Record<string, unknown>>(
    `SELECT s.id, s.name FROM staff s WHERE ${mayTake(reach, values)} AND ${isOther} ORDER BY s.name COLLATE name_order, s.id LIMIT 200`,
    values.list,
  );
}

export async function isTaker(sql: Sql, reach: Reach, staffId: string): Promise<boolean> {
  const values = new SqlValues();
  const row = await sql.first(
    `SELECT 1 FROM staff s WHERE s.id = ${values.add(staffId, 'uuid')} AND ${mayTake(reach, values)}`,
    values.list,
  );
  return row !== undefined;
}
