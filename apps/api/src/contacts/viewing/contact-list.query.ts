import type { ContactBrief, ContactQuery } from '@forecall/contracts';
import { accountsInCare } from '../../attribution/attribution.service.js';
import { isContactSeen, isCustomerWithheld } from '../../complaints/complaint-sight.service.js';
import type { Reach } from '../../platform/access/viewer.js';
import type { Sql } from '../../platform/database/database.js';
import { SqlValues } from '../../platform/database/sql-values.js';
import type { PageEnd } from '../../platform/http/page-cursor.js';
import { briefFields, contactNames, type UnnumberedComplaint } from './contact-json.query.js';

export interface ListedContact extends PageEnd {
  readonly contact: Omit<ContactBrief, 'complaint'> & { complaint: UnnumberedComplaint | null };
}

/** The last ended first, one row more than the limit. */
export function listContacts(sql: Sql, query: ContactQuery, reach: Reach, after?: PageEnd): Promise<ListedContact[]> {
  const values = new SqlValues();
  const withheld = isCustomerWithheld('c.id', reach, values);
  const wanted = filterSql(query, withheld, values, after);
  const limit = values.add(query.limit + 1, 'integer');
  const page = (where: string, from = 'contact c') =>
    `(SELECT c.id, c.ended_at FROM ${from} WHERE ${wanted} AND ${where} ORDER BY c.ended_at DESC, c.id DESC LIMIT ${limit})`;
  const pages = isNarrow(query)
    ? [page(isContactSeen('c', reach, values))]
    : reach.everything
      ? [page('true')]
      : waysWithin(reach, withheld, values).map((way) => pageOfEach(way, page));
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

/** So few rows fit that reading them all and looking at each is quickest. */
export const isNarrow = ({ accountId, personId, repId, conversationId }: ContactQuery): boolean =>
  [accountId, personId, repId, conversationId].some((id) => id !== undefined);

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

/** The first page of each unit, so that each is read from its own end of the index. */
const pageOfEach = ({ units, column, only = 'true' }: Way, page: (where: string) => string): string =>
  `(SELECT each.id, each.ended_at FROM (${units}) unit CROSS JOIN LATERAL ${page(`c.${column} = unit.id AND ${only}`)} each)`;

function filterSql(query: ContactQuery, withheld: string, values: SqlValues, after?: PageEnd): string {
  const conditions = [`c.voided_at IS ${query.voided === 'yes' ? 'NOT NULL' : 'NULL'}`];
  const equal = (column: string, value: unknown, type: string) => {
    if (value !== undefined) conditions.push(`c.${column} = ${values.add(value, type)}`);
  };
  equal('account_id', query.accountId, 'uuid');
  equal('person_id', query.personId, 'uuid');
  equal('rep_id', query.repId, 'uuid');
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
  if (query.complaint) conditions.push(`c.complaint_mark ${query.complaint === 'yes' ? '>' : '='} 0`);
  if (query.from) conditions.push(`c.ended_at >= ${values.add(query.from, 'timestamptz')}`);
  if (query.to) conditions.push(`c.ended_at < ${values.add(query.to, 'timestamptz')}`);
  if (after) {
    const at = values.add(after.at, 'timestamptz');
    conditions.push(`c.ended_at <= ${at} AND (c.ended_at, c.id) < (${at}, ${values.add(after.id, 'uuid')})`);
  }
  return conditions.join(' AND ');
}
