import type { ComplaintBrief, ComplaintQuery } from '@forecall/contracts';
import { runningNumberIn } from '@forecall/domain';
import type { Sql } from '../platform/database/database.js';
import { SqlValues } from '../platform/database/sql-values.js';
import type { PageEnd } from '../platform/http/page-cursor.js';
import { briefFields, complaintNames } from './complaint-json.query.js';
import type { ComplaintRow } from './complaint-row.query.js';
import { handedOverBy, isSeen, isWithheld, type Sight } from './complaint-sight.js';

export interface ListedComplaint extends PageEnd {
  readonly complaint: ComplaintRow<ComplaintBrief>;
}

/** By the end of the receiving contact, the last first; one row more than the limit. */
export function listComplaints(
  sql: Sql,
  query: ComplaintQuery,
  sight: Sight,
  after?: PageEnd,
): Promise<ListedComplaint[]> {
  const values = new SqlValues();
  const wanted = filterSql(query, values, after);
  const limit = values.add(query.limit + 1, 'integer');
  const page = (where: string) =>
    `(SELECT k.id, c.ended_at FROM complaint k JOIN contact c ON c.id = k.contact_id
      WHERE ${wanted} AND ${where} ORDER BY c.ended_at DESC, k.id DESC LIMIT ${limit})`;
  const pages = isNarrow(query) || sight.everything ? [page(isSeen(sight, values))] : waysSeen(sight, values).map(page);
  return sql.rows<ListedComplaint>(
    /* sql */ `
    WITH page AS (
      SELECT id, ended_at FROM (${pages.join(' UNION ')}) found ORDER BY ended_at DESC, id DESC LIMIT ${limit}
    )
    SELECT k.id, c.ended_at::text AS at, json_build_object(${briefFields(isWithheld(sight, values))}) AS complaint
    FROM page JOIN complaint k ON k.id = page.id JOIN contact c ON c.id = k.contact_id ${complaintNames}
    ORDER BY c.ended_at DESC, k.id DESC`,
    values.list,
  );
}

/** The open ones are few, those of an account or with a number too: looking at each is quickest. */
const isNarrow = ({ state, accountId, number }: ComplaintQuery): boolean =>
  state === 'open' || accountId !== undefined || number !== undefined;

/** How complaints come into sight, each with an index of its own. */
function waysSeen({ staffId, departmentIds }: Sight, values: SqlValues): string[] {
  const own = values.add(staffId, 'uuid');
  const ways = [
    ...[`k.owner_id = ${own}`, `k.rep_concerned_id = ${own}`, `c.rep_id = ${own}`],
    `k.id IN (${handedOverBy(own, values.add(departmentIds, 'uuid[]'))})`,
  ];
  for (const departmentId of departmentIds) {
    const department = values.add(departmentId, 'uuid');
    ways.push(`c.handling_department_id = ${department}`, `c.answerable_department_id = ${department}`);
  }
  return ways;
}

/** The mark on the contact says that its complaint is neither voided nor merged away, and leads to the small indexes. */
const states = {
  open: 'k.is_open AND c.complaint_mark > 0',
  closed: 'NOT k.is_open AND c.complaint_mark > 0',
  all: 'c.complaint_mark > 0',
  voided: 'k.voided_at IS NOT NULL',
} as const;

function filterSql(query: ComplaintQuery, values: SqlValues, after?: PageEnd): string {
  const conditions: string[] = [states[query.state]];
  const equal = (column: string, value: string | undefined, type = 'uuid') => {
    if (value !== undefined) conditions.push(`${column} = ${values.add(value, type)}`);
  };
  equal('c.answerable_department_id', query.departmentId);
  equal('c.handling_department_id', query.handlingDepartmentId);
  equal('k.owner_id', query.ownerId);
  equal('k.rep_concerned_id', query.repConcernedId);
  equal('c.account_id', query.accountId);
  equal('c.reason_id', query.reasonId);
  equal('k.severity', query.severity, 'text');
  if (query.number !== undefined)
    conditions.push(`k.number = ${values.add(runningNumberIn(query.number) ?? 0, 'integer')}`);
  if (query.from) conditions.push(`c.ended_at >= ${values.add(query.from, 'timestamptz')}`);
  if (query.to) conditions.push(`c.ended_at < ${values.add(query.to, 'timestamptz')}`);
  if (after) {
    const at = values.add(after.at, 'timestamptz');
    conditions.push(`c.ended_at <= ${at} AND (c.ended_at, k.id) < (${at}, ${values.add(after.id, 'uuid')})`);
  }
  return conditions.join(' AND ');
}
