import { membersWithin } from '../../duties/duty.service.js';
import type { Reach } from '../../platform/access/viewer.js';
import type { Sql } from '../../platform/database/database.js';
import { SqlValues } from '../../platform/database/sql-values.js';
import { notFound } from '../../platform/http/problem.js';

/** Refused as if there were nobody: whose calls one may not see, of them one learns nothing. */
export async function refuseOutOfReach(sql: Sql, reach: Reach, staffId: string): Promise<void> {
  const values = new SqlValues();
  const id = values.add(staffId, 'uuid');
  const within = reach.everything ? 'true' : `s.id IN (${membersWithin(reach, values)})`;
  if (!(await sql.first(`SELECT FROM staff s WHERE s.id = ${id} AND ${within}`, values.list))) throw notFound('caller');
}
