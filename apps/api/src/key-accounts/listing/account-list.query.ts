import {
  type KeyAccountEntry,
  type KeyAccountFilters,
  type KeyAccountQuery,
  type ListCount,
  mostCounted,
} from '@forecall/contracts';
import { accountBrief, accountNow, namesQuery } from '../../customers/finding/customer.service.js';
import { isCustomerWithheld } from '../../complaints/complaint-sight.service.js';
import type { Reach } from '../../platform/access/viewer.js';
import type { Sql } from '../../platform/database/database.js';
import { named } from '../../platform/database/named-json.js';
import { countedSql } from '../../platform/http/counted.js';
import { SqlValues } from '../../platform/database/sql-values.js';
import { isInside } from '../account-sight.query.js';

/** By what a list is sorted, and the id of the account: the place where a page ended. */
export interface ListPlace {
  readonly key: string;
  readonly id: string;
}

export interface ListedAccount extends ListPlace {
  readonly account: KeyAccountEntry;
}

/** Each sorting is read along an index of its own; `key` is its column, `type` that of the column. */
const ways = {
  name: { from: 'account a', key: 'a.name COLLATE name_order', type: 'text' },
  health: {
    from: `account_health h JOIN account a ON a.id = h.account_id AND h.day = (SELECT max(day) FROM health_day)`,
    key: 'h.health',
    type: 'numeric',
  },
  'next-call': {
    from: `planned_call p JOIN account a ON a.id = p.account_id AND p.state = 'planned' AND NOT EXISTS (
      SELECT FROM planned_call sooner WHERE sooner.account_id = p.account_id AND sooner.state = 'planned' AND sooner.due_on < p.due_on)`,
    key: 'p.due_on',
    type: 'date',
  },
} as const;

/** Only those in a class at this moment. */
const heldNow = `JOIN account_class held ON held.account_id = a.id
  AND held."from" <= now() AND (held."to" IS NULL OR held."to" > now())`;

/** Key accounts, one row more than the limit. What the index is sorted by a page goes on after. */
export function listAccounts(
  sql: Sql,
  query: KeyAccountQuery,
  reach: Reach,
  after?: ListPlace,
): Promise<ListedAccount[]> {
  const values = new SqlValues();
  const { from, key, type } = ways[query.sort];
  const wanted = ['a.merged_into IS NULL', ...fitsFilters(query, reach, values)];
  if (after)
    wanted.push(`(${key}, a.id) > (${values.add(after.key, type)}${type === 'text' ? ' COLLATE name_order' : ''},
      ${values.add(after.id, 'uuid')})`);
  return sql.rows<ListedAccount>(
    /* sql */ `
    WITH page AS (
      SELECT a.id, ${key} AS key FROM ${from} ${heldNow}
      WHERE ${wanted.join(' AND ')} ORDER BY ${key}, a.id LIMIT ${values.add(query.limit + 1, 'integer')}
    )
    SELECT a.id, page.key::text AS key, json_build_object(${accountBrief('a')}, 'tier', a.tier,
      'health', CASE WHEN ${isInside('a', reach, values)} THEN (
        SELECT json_build_object('value', h.health, 'band', h.band, 'on', h.day) FROM account_health h
        WHERE h.account_id = a.id ORDER BY h.day DESC LIMIT 1) END,
      'isHealthHidden', ${isInside('a', reach, values)} IS NOT TRUE,
      'lastContactAt', (SELECT c.ended_at FROM contact c WHERE c.account_id = a.id AND c.voided_at IS NULL
        ORDER BY c.ended_at DESC LIMIT 1),
      'nextCall', (SELECT json_build_object('dueOn', p.due_on, 'onDay', p.on_day, 'staff', ${named('s')})
        FROM planned_call p LEFT JOIN staff s ON s.id = p.staff_id
        WHERE p.account_id = a.id AND p.state = 'planned' ORDER BY p.due_on LIMIT 1),
      'openComplaints', (SELECT count(*) FROM contact c JOIN complaint k ON k.contact_id = c.id
        WHERE c.account_id = a.id AND c.complaint_mark > 0 AND k.is_open
          AND ${isCustomerWithheld('c.id', reach, values)} IS NOT TRUE)) AS account
    FROM page JOIN account a ON a.id = page.id ${accountNow('a')}
    ORDER BY page.key, a.id`,
    values.list,
  );
}

/** How many there are, at most so many. */
export function countAccounts(
  sql: Sql,
  filters: KeyAccountFilters,
  reach: Reach,
): Promise<Pick<ListCount, 'count' | 'isMore'>> {
  const values = new SqlValues();
  const wanted = ['a.merged_into IS NULL', ...fitsFilters(filters, reach, values)];
  const limit = values.add(mostCounted + 1, 'integer');
  const found = `(SELECT a.id FROM account a ${heldNow} WHERE ${wanted.join(' AND ')} LIMIT ${limit})`;
  return countedSql(sql, [found], limit, values);
}

function fitsFilters(query: KeyAccountFilters, reach: Reach, values: SqlValues): string[] {
  const wanted: string[] = [];
  const { inCare } = query;
  if (query.class !== 'any') wanted.push(`held.class = ${values.add(query.class, 'text')}`);
  if (query.tier) wanted.push(`a.tier = ${values.add(query.tier, 'text')}`);
  if (query.band)
    wanted.push(`EXISTS (SELECT FROM account_health b WHERE b.account_id = a.id AND b.day = (SELECT max(day) FROM health_day)
      AND b.band = ${values.add(query.band, 'text')}) AND ${isInside('a', reach, values)}`);
  if (inCare) {
    const cares = (account: string) => `SELECT FROM account_care c WHERE c.account_id = ${account} AND c.part = 'rep'
      AND c."from" <= now() AND (c."to" IS NULL OR c."to" > now())`;
    // Those of nobody are few and anywhere: they are found first, not looked for along the order of the list.
    wanted.push(
      inCare === 'nobody'
        ? `a.id = ANY (ARRAY (SELECT lone.account_id FROM account_class lone
            WHERE lone."from" <= now() AND (lone."to" IS NULL OR lone."to" > now())
              AND NOT EXISTS (${cares('lone.account_id')})))`
        : `EXISTS (${cares('a.id')} AND c.staff_id = ${values.add(inCare === 'me' ? reach.staffId : inCare, 'uuid')})`,
    );
  }
  if (query.q !== undefined) {
    const words = namesQuery(query.q);
    wanted.push(words === undefined ? 'false' : `a.search @@ ${values.add(words, 'tsquery')}`);
  }
  return wanted;
}

/** Whether the health of any key account is for somebody: else a list has nothing to say of it. */
export async function seesHealth(sql: Sql, reach: Reach): Promise<boolean> {
  const values = new SqlValues();
  const row = await sql.first(
    `SELECT FROM account_class held JOIN account a ON a.id = held.account_id
     WHERE held."from" <= now() AND (held."to" IS NULL OR held."to" > now()) AND a.merged_into IS NULL
       AND ${isInside('a', reach, values)} LIMIT 1`,
    values.list,
  );
  return row !== undefined;
}
