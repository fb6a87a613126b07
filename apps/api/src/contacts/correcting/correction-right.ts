import type { Reach } from '../../platform/access/viewer.js';
import type { SqlValues } from '../../platform/database/sql-values.js';

/** How long after logging it a rep may correct an own contact. */
const ownHours = 24;

/** A supervisor of the team, or a head of one of the departments; SQL over a contact. */
export function isLed(contact: string, { teamIds, departmentIds }: Reach, values: SqlValues): string {
  const departments = values.add(departmentIds, 'uuid[]');
  return `coalesce(
    ${contact}.team_id = ANY (${values.add(teamIds, 'uuid[]')})
    OR ${contact}.handling_department_id = ANY (${departments})
    OR ${contact}.answerable_department_id = ANY (${departments}), false)`;
}

export const isOwnAndFresh = (contact: string, { staffId }: Reach, values: SqlValues): string =>
  `coalesce(${contact}.rep_id = ${values.add(staffId, 'uuid')}
    AND ${contact}.created_at > now() - interval '${ownHours} hours', false)`;
