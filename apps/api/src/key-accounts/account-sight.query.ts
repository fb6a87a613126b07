import { accountsInCare, holdsAt } from '../attribution/attribution.service.js';
import type { Reach } from '../platform/access/viewer.js';
import type { SqlValues } from '../platform/database/sql-values.js';

/**
 * Whether somebody leads those who care for an account: its rep in care is in a team or department of theirs. One that
 * nobody cares for is every leader's. SQL over the alias of an account.
 */
export function isDirected(account: string, reach: Reach, values: SqlValues): string {
  if (reach.everything) return 'true';
  if (reach.teamIds.length + reach.departmentIds.length === 0) return 'false';
  const inCare = `FROM account_care c`;
  const isHeld = `c.account_id = ${account}.id AND c.part = 'rep' AND ${holdsAt('c', 'now()')}`;
  // Joined, and not one inside the other, so that a list asks once for all of its accounts.
  return `(NOT EXISTS (SELECT ${inCare} WHERE ${isHeld}) OR EXISTS (
    SELECT ${inCare} JOIN membership m ON m.staff_id = c.staff_id JOIN team t ON t.id = m.team_id
    WHERE ${isHeld} AND ${holdsAt('m', 'now()')}
      AND (m.team_id = ANY (${values.add(reach.teamIds, 'uuid[]')})
        OR t.department_id = ANY (${values.add(reach.departmentIds, 'uuid[]')}))))`;
}

/**
 * Whether what we know of an account is for somebody: they care for it, as rep or support, are to call it about now, or
 * lead those who care.
 */
export function isInside(account: string, reach: Reach, values: SqlValues): string {
  const own = values.add(reach.staffId, 'uuid');
  return `(${account}.id IN (${accountsInCare(own)}) OR EXISTS (
      SELECT FROM planned_call called WHERE called.account_id = ${account}.id AND called.staff_id = ${own}
        AND called.state = 'planned' AND called.on_day < now() + interval '3 days')
    OR ${isDirected(account, reach, values)})`;
}
