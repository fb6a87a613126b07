import {
  type ComplaintBrief,
  type ComplaintFilters,
  type ComplaintQuery,
  type ListCount,
  mostCounted,
} from '@forecall/contracts';
import type { Sql } from '../../platform/database/database.js';
import { SqlValues } from '../../platform/database/sql-values.js';
import { countedSql } from '../../platform/http/counted.js';
import type { PageEnd } from '../../platform/http/page-cursor.js';
import { briefFields, complaintNames } from '../complaint-json.query.js';
import type { ComplaintRow } from '../complaint-row.query.js';
import { isSeen, isWithheld, type Sight } from '../complaint-sight.js';
import { fitsFilters, isNarrow } from './complaint-filter.query.js';

export interface ListedComplaint extends PageEnd {
  readonly complaint: ComplaintRow<ComplaintBrief>;
}

/** By what a list is sorted. Newest: by the end of the receiving contact; oldest: by first receipt. */
const orders = {
  newest: { column: 'c.ended_at', direction: 'DESC', after: '<' },
  oldest: { column: 'k.first_received_at', direction: 'ASC', after: '>' },
} as const;

/** In the order asked for; one row more than the limit. */
export function listComplaints(
  sql: Sql,
  query: ComplaintQuery,
  sight: Sight,
  after?: PageEnd,
): Promise<ListedComplaint[]> {
  const values = new SqlValues();
  const { column, direction } = orders[query.sort];
  const wanted = [fitsFilters(query, sight, values), ...(after ? [afterSql(query.sort, after, values)] : [])];
  const limit = values.add(query.limit + 1, 'integer');
  const pages = waysTo(query, sight, values).map(
    (way) =>
      `(SELECT k.id, ${column} AS at FROM complaint k JOIN contact c ON c.id = k.contact_id
        WHERE ${[...wanted, way].join(' AND ')} ORDER BY ${column} ${direction}, k.id ${direction} LIMIT ${limit})`,
  );
  return sql.rows<ListedComplaint>(
    /* sql */ `
    WITH page AS (
      SELECT id, at FROM (${pages.join(' UNION ')}) found ORDER BY at ${direction}, id ${direction} LIMIT ${limit}
    )
    SELECT k.id, page.at::text AS at, json_build_object(${briefFields(isWithheld(sight, values))}) AS complaint
    FROM page JOIN complaint k ON k.id = page.id JOIN contact c ON c.id = k.contact_id ${complaintNames}
    ORDER BY page.at ${direction}, k.id ${direction}`,
    values.list,
  );
}

/** How many there are, at most so many; `before`: only those newer than that row. */
export async function countComplaints(
  sql: Sql,
  filters: ComplaintFilters,
  sight: Sight,
  before?: PageEnd,
): Promise<Pick<ListCount, 'count' | 'isMore'>> {
  const values = new SqlValues();
  const wanted = [fitsFilters(filters, sight, values)];
  if (before) {
    const at = values.add(before.at, 'timestamptz');
    wanted.push(`c.ended_at >= ${at} AND (c.ended_at, k.id) > (${at}, ${values.add(before.id, 'uuid')})`);
  }
  const limit = values.add(mostCounted + 1, 'integer');
  const ways = waysTo(filters, sight, values).map(
    (way) =>
      `(SELECT k.id FROM complaint k JOIN contact c ON c.id = k.contact_id
        WHERE ${[...wanted, way].join(' AND ')} LIMIT ${limit})`,
  );
  return countedSql(sql, ways, limit, values);
}

/** Each with an index of its own, or one look at the few that fit. */
const waysTo = (filters: ComplaintFilters, sight: Sight, values: SqlValues): string[] =>
  isNarrow(filters) || sight.everything ? [isSeen(sight, values)] : waysSeen(sight, values);

/** How complaints come into sight. */
function waysSeen({ staffId, departmentIds }: Sight, values: SqlValues): string[] {
  const own = values.add(staffId, 'uuid');
  const ways = [`k.owner_id = ${own}`, `k.rep_concerned_id = ${own}`, `c.rep_id = ${own}`];
  for (const departmentId of departmentIds) {
    const department = values.add(departmentId, 'uuid');
    ways.push(`c.handling_department_id = ${department}`, `c.answerable_department_id = ${department}`);
  }
  return ways;
}

function afterSql(sort: ComplaintQuery['sort'], after: PageEnd, values: SqlValues): string {
  const { column, after: beyond } = orders[sort];
  const at = values.add(after.at, 'timestamptz');
  return `${column} ${beyond}= ${at} AND (${column}, k.id) ${beyond} (${at}, ${values.add(after.id, 'uuid')})`;
}
