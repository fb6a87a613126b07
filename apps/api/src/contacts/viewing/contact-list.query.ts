import {
  type ContactBrief,
  type ContactFilters,
  type ContactQuery,
  type ListCount,
  mostCounted,
} from '@forecall/contracts';
import { accountsInCare } from '../../attribution/attribution.service.js';
import { isContactSeen, isCustomerWithheld } from '../../complaints/complaint-sight.service.js';
import type { Reach } from '../../platform/access/viewer.js';
import type { Sql } from '../../platform/database/database.js';
import { SqlValues } from '../../platform/database/sql-values.js';
import { countedSql } from '../../platform/http/counted.js';
import type { PageEnd } from '../../platform/http/page-cursor.js';
import { briefFields, contactNames, type UnnumberedComplaint } from './contact-json.query.js';

export interface ListedContact extends PageEnd {
  readonly contact: Omit<ContactBrief, 'complaint'> & { complaint: UnnumberedComplaint | null };
}

/** The last ended first, one row more than the limit. */
export function listContacts(sql: Sql, query: ContactQuery, reach: Reach, after?: PageEnd): Promise<ListedContact[]> {
  const values = new SqlValues();
  const withheld = isCustomerWithheld('c.id', reach, values);
  const wanted = [fitsFilters(query, reach, withheld, values)];
  if (after) {
    const at = values.add(after.at, 'timestamptz');
    wanted.push(`c.ended_at <= ${at} AND (c.ended_at, c.id) < (${at}, ${values.add(after.id, 'uuid')})`);
  }
  const limit = values.add(query.limit + 1, 'integer');
  const pages = waysTo(query, reach, withheld, values, (where) => {
    const conditions = [...wanted, where].join(' AND ');
    return `(SELECT c.id, c.ended_at FROM contact c WHERE ${conditions} ORDER BY c.ended_at DESC, c.id DESC LIMIT ${limit})`;
  });
  return sql.rows<ListedContact>(
    /* sql */ `
    WITH page AS (
      SELECT id, ended_at FROM (${pages.join(' UNION ')}) found ORDER BY ended_at DESC, id DESC LIMIT ${limit}
    )
    SELECT c.id, c.ended_at::text AS at, json_build_object(${briefFields(withheld)}) AS contact
    FROM page JOIN contact c ON c.id = page.id ${contactNames}
    ORDER BY c.ended_at DESC, c.id DESC`,
    values.list,
  );
}

/** How many there are, at most so many; `before`: only those that ended after that one. */
export function countContacts(
  sql: Sql,
  filters: ContactFilters,
  reach: Reach,
  before?: PageEnd,
): Promise<Pick<ListCount, 'count' | 'isMore'>> {
  const values = new SqlValues();
  const withheld = isCustomerWithheld('c.id', reach, values);
  const wanted = [fitsFilters(filters, reach, withheld, values)];
  if (before) {
    const at = values.add(before.at, 'timestamptz');
    wanted.push(`c.ended_at >= ${at} AND (c.ended_at, c.id) > (${at}, ${values.add(before.id, 'uuid')})`);
  }
  const limit = values.add(mostCounted + 1, 'integer');
  const ways = waysTo(
    filters,
    reach,
    withheld,
    values,
    (where) => `(SELECT c.id FROM contact c WHERE ${[...wanted, where].join(' AND ')} LIMIT ${limit})`,
  );
  return countedSql(sql, ways, limit, values);
}

/** So few rows fit that reading them all and looking at each is quickest. */
export const isNarrow = ({ accountId, personId, repId, conversationId }: ContactFilters): boolean =>
  [accountId, personId, repId, conversationId].some((id) => id !== undefined);

type Selection = (where: string) => string;

/** The rows of each way that they come within reach, or one look at the few that fit. */
function waysTo(
  filters: ContactFilters,
  reach: Reach,
  withheld: string,
  values: SqlValues,
  select: Selection,
): string[] {
  if (isNarrow(filters)) return [select(isContactSeen('c', reach, values))];
  if (reach.everything) return [select('true')];
  return waysWithin(reach, withheld, values).map((way) => ofEach(way, select));
}

interface Way {
  readonly units: string;
  readonly column: string;
  readonly only?: string;
}

/** How rows come within reach. Each has an index that is in the list's order; one condition with OR would have none. */
function waysWithin(reach: Reach, withheld: string, values: SqlValues): Way[] {
  const own = values.add(reach.staffId, 'uuid');
  const ways: Way[] = [
    { units: `SELECT ${own} AS id`, column: 'rep_id' },
    {
      units: `SELECT account_id AS id FROM (${accountsInCare(own)}) cared_for`,
      column: 'account_id',
      only: `NOT ${withheld}`,
    },
  ];
  if (reach.teamIds.length > 0)
    ways.push({ units: `SELECT unnest(${values.add(reach.teamIds, 'uuid[]')}) AS id`, column: 'team_id' });
  if (reach.departmentIds.length > 0) {
    const units = `SELECT unnest(${values.add(reach.departmentIds, 'uuid[]')}) AS id`;
    ways.push({ units, column: 'handling_department_id' }, { units, column: 'answerable_department_id' });
  }
  return ways;
}

/** By each unit, so that each is read from its own end of the index. */
const ofEach = ({ units, column, only = 'true' }: Way, select: Selection): string =>
  `(SELECT each.* FROM (${units}) unit CROSS JOIN LATERAL ${select(`c.${column} = unit.id AND ${only}`)} each)`;

function fitsFilters(query: ContactFilters, reach: Reach, withheld: string, values: SqlValues): string {
  const conditions = [`c.voided_at IS ${query.voided === 'yes' ? 'NOT NULL' : 'NULL'}`];
  const equal = (column: string, value: unknown, type: string) => {
    if (value !== undefined) conditions.push(`c.${column} = ${values.add(value, type)}`);
  };
  equal('account_id', query.accountId, 'uuid');
  equal('person_id', query.personId, 'uuid');
  equal('rep_id', query.repId === 'me' ? reach.staffId : query.repId, 'uuid');
  equal('team_id', query.teamId, 'uuid');
  equal(`${query.side}_department_id`, query.departmentId, 'uuid');
  equal('reason_id', query.reasonId, 'uuid');
  equal('conversation_id', query.conversationId, 'uuid');
  equal('channel', query.channel, 'text');
  equal('direction', query.direction, 'text');
  equal('purpose', query.purpose, 'text');
  equal('outcome', query.outcome, 'text');
  // Whether a withheld customer is the one asked for must not be told either.
  if ([query.accountId, query.personId, query.conversationId].some((id) => id !== undefined))
    conditions.push(`NOT ${withheld}`);
  if (query.conversationId !== undefined)
    conditions.push(`${isCustomerWithheld('c.conversation_id', reach, values)} IS NOT TRUE`);
  if (query.complaint) conditions.push(`c.complaint_mark ${query.complaint === 'yes' ? '>' : '='} 0`);
  if (query.from) conditions.push(`c.ended_at >= ${values.add(query.from, 'timestamptz')}`);
  if (query.to) conditions.push(`c.ended_at < ${values.add(query.to, 'timestamptz')}`);
  return conditions.join(' AND ');
}
