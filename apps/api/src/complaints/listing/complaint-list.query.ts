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
import { handedOverBy, isSeen, isWithheld, type Sight } from '../complaint-sight.service.js';
import { type Along, fitsFilters, isNarrow } from './complaint-filter.query.js';

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
  const start = after ? `AND ${afterSql(query.sort, after, values)}` : '';
  const limit = values.add(query.limit + 1, 'integer');
  const pages = waysTo(query, sight, query.sort, values).map(
    (way) =>
      `(SELECT k.id, ${column} AS at FROM ${way} ${start} ORDER BY ${column} ${direction}, k.id ${direction} LIMIT ${limit})`,
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
  let newer = '';
  if (before) {
    const at = values.add(before.at, 'timestamptz');
    newer = `AND c.ended_at >= ${at} AND (c.ended_at, k.id) > (${at}, ${values.add(before.id, 'uuid')})`;
  }
  const limit = values.add(mostCounted + 1, 'integer');
  const ways = waysTo(filters, sight, 'newest', values).map(
    (way) => `(SELECT k.id FROM ${way} ${newer} LIMIT ${limit})`,
  );
  return countedSql(sql, ways, limit, values);
}

/**
 * Which table is read first is said, not left to the planner: it takes it for chance that a contact with the mark has a
 * complaint, and would rather read both tables whole.
 */
const tables: Record<Along, string> = {
  complaint: 'complaint k CROSS JOIN LATERAL (SELECT * FROM contact WHERE contact.id = k.contact_id OFFSET 0) c',
  contact: 'contact c CROSS JOIN LATERAL (SELECT * FROM complaint WHERE complaint.contact_id = c.id OFFSET 0) k',
};

/** The rows that fit, by each way that they come into sight: each has an index of its own, or few rows to look at. */
function waysTo(filters: ComplaintFilters, sight: Sight, sort: ComplaintQuery['sort'], values: SqlValues): string[] {
  const way = (along: Along, seen: string) =>
    `${tables[along]} WHERE ${fitsFilters(filters, sight, along, values)} AND ${seen}`;
  if (isNarrow(filters)) return [way('complaint', isSeen(sight, values))];
  if (filters.accountId !== undefined) return [way('contact', isSeen(sight, values))];
  if (sight.everything) return [way(sort === 'newest' ? 'contact' : 'complaint', 'true')];
  const own = values.add(sight.staffId, 'uuid');
  return [
    way('complaint', `k.owner_id = ${own}`),
    way('complaint', `k.rep_concerned_id = ${own}`),
    way('complaint', `k.id IN (${handedOverBy(own, values.add(sight.departmentIds, 'uuid[]'))})`),
    way('contact', `c.rep_id = ${own}`),
    ...sight.departmentIds.flatMap((id) => {
      const department = values.add(id, 'uuid');
      return [
        way('contact', `c.handling_department_id = ${department}`),
        way('contact', `c.answerable_department_id = ${department}`),
      ];
    }),
  ];
}

function afterSql(sort: ComplaintQuery['sort'], after: PageEnd, values: SqlValues): string {
  const { column, after: beyond } = orders[sort];
  const at = values.add(after.at, 'timestamptz');
  return `${column} ${beyond}= ${at} AND (${column}, k.id) ${beyond} (${at}, ${values.add(after.id, 'uuid')})`;
}
