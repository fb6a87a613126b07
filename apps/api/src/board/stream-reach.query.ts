import { hasRole, reachOf, type Viewer } from '../platform/access/viewer.js';
import type { Sql } from '../platform/database/database.js';
import type { StreamReach } from './stream.service.js';

/** A head's departments and the departments of the teams that a supervisor leads. */
export async function streamReachOf(sql: Sql, viewer: Viewer): Promise<StreamReach> {
  const { departmentIds, teamIds, staffId } = reachOf(viewer);
  const ofTeams =
    teamIds.length > 0
      ? await sql.rows<{ id: string }>('SELECT department_id AS id FROM team WHERE id = ANY ($1::uuid[])', [teamIds])
      : [];
  return {
    everything: hasRole(viewer, 'executive'),
    staffId,
    departmentIds: new Set([...departmentIds, ...ofTeams.map(({ id }) => id)]),
  };
}
