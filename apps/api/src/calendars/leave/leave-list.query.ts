import type { LeaveEntry, LeaveQuery } from '@forecall/contracts';
import type { Viewer } from '../../platform/access/viewer.js';
import type { Sql } from '../../platform/database/database.js';
import { SqlValues } from '../../platform/database/sql-values.js';
import type { PageEnd } from '../../platform/http/page-cursor.js';
import { isLeaveManaged, isLeaveSeen } from './leave-reach.js';
import { named } from '../../platform/database/named-json.js';

export interface ListedLeave extends PageEnd {
  readonly leave: LeaveEntry;
}

/** What ends first comes first; one row more than the limit. Who stands in knows when, not why. */
export function listLeave(
  sql: Sql,
  viewer: Viewer,
  query: LeaveQuery & { readonly from: string },
  after?: PageEnd,
): Promise<ListedLeave[]> {
  const values = new SqlValues();
  const seen = isLeaveSeen('l.staff_id', viewer, values);
  const isSeen = `(${seen} OR l.stand_in_id = ${values.add(viewer.staffId, 'uuid')})`;
  const wanted = [`l."to" >= ${values.add(query.from, 'date')}`, isSeen];
  if (query.to !== undefined) wanted.push(`l."from" <= ${values.add(query.to, 'date')}`);
  if (query.staffId !== undefined) wanted.push(`l.staff_id = ${values.add(query.staffId, 'uuid')}`);
  if (after)
    wanted.push(`(l."to", l.id) > (${values.add(after.at, 'timestamptz')}::date, ${values.add(after.id, 'uuid')})`);
  return sql.rows<ListedLeave>(
    /* sql */ `
    SELECT (l."to"::timestamptz)::text AS at, l.id, json_build_object(
      'id', l.id, 'staff', ${named('s')}, 'from', l."from", 'to', l."to",
      'fromMidday', l.from_midday, 'untilMidday', l.until_midday, 
      'kind', CASE WHEN ${seen} THEN l.kind END, 'note', CASE WHEN ${seen} THEN l.note END,
      'standIn', ${named('i')},
      'mayChange', ${isLeaveManaged('l.staff_id', viewer, values)}, 'revision', l.revision) AS leave
    FROM leave l JOIN staff s ON s.id = l.staff_id LEFT JOIN staff i ON i.id = l.stand_in_id
    WHERE ${wanted.join(' AND ')}
    ORDER BY l."to", l.id LIMIT ${values.add(query.limit + 1, 'integer')}`,
    values.list,
  );
}
