import type { DutyEntry, DutyList, DutyQuery } from '@forecall/contracts';
import type { Sql } from '../platform/database/database.js';
import { isoInstant } from '../platform/database/iso-instant.js';
import { named } from '../platform/database/named-json.js';
import { SqlValues } from '../platform/database/sql-values.js';
import type { PageEnd } from '../platform/http/page-cursor.js';
import { dutyColumns, dutyNames } from './duty-json.query.js';
import { type DutySight, isCallGoneUp, isSeen, isWithinReach, waysIntoDay } from './duty-sight.js';

export type DutyRow = Omit<DutyEntry, 'isByHand' | 'mayHandOn'>;

/** Open ones by when they are due, ended ones by when they ended, the last first; one row more than the limit. */
export function listDuties(sql: Sql, query: DutyQuery, sight: DutySight, after?: PageEnd) {
  const values = new SqlValues();
  const isOpen = query.state === 'open';
  const [sortedBy, direction, beyond] = isOpen ? ['due_at', 'ASC', '>'] : ['done_at', 'DESC', '<'];
  const wanted = [isOpen ? 'd.done_at IS NULL' : 'd.done_at IS NOT NULL'];
  if (countsLateCalls(query)) wanted.push(`NOT (${isCallGoneUp(sight, values)})`);
  if (query.ownerId) wanted.push(`d.owner_id = ${values.add(query.ownerId, 'uuid')}`);
  if (after)
    wanted.push(
      `(d.${sortedBy}, d.id) ${beyond} (${values.add(after.at, 'timestamptz')}, ${values.add(after.id, 'uuid')})`,
    );
  const limit = values.add(query.limit + 1, 'integer');
  const page = (where: string) =>
    `(SELECT d.id, d.${sortedBy} FROM duty d WHERE ${wanted.join(' AND ')} AND (${where})
      ORDER BY d.${sortedBy} ${direction}, d.id ${direction} LIMIT ${limit})`;
  const ways = query.of === 'me' ? waysIntoDay(sight, values) : [isWithinReach(sight, values)];
  return sql.rows<DutyRow & PageEnd>(
    /* sql */ `
    WITH page AS (
      SELECT id, ${sortedBy} FROM (${ways.map(page).join(' UNION ')}) found
      ORDER BY ${sortedBy} ${direction}, id ${direction} LIMIT ${limit}
    )
    SELECT d.${sortedBy}::text AS at, ${dutyColumns(sight, values)}
    FROM page JOIN duty d ON d.id = page.id ${dutyNames}
    ORDER BY d.${sortedBy} ${direction}, d.id ${direction}`,
    values.list,
  );
}

/** Only of one's day: whoever looks at all of their people's duties sees each. */
export const countsLateCalls = ({ lateCalls, of, state }: DutyQuery): boolean =>
  lateCalls === 'by-caller' && of === 'me' && state === 'open';

/** Late calls that went up to who looks, counted by those who are to make them. */
export function lateCallsByCaller(sql: Sql, sight: DutySight): Promise<DutyList['lateCalls']> {
  const values = new SqlValues();
  return sql.rows<DutyList['lateCalls'][number] & Record<string, unknown>>(
    /* sql */ `
    SELECT ${named('owner')} AS owner, late.count, ${isoInstant('late.first')} AS "dueAt" FROM (
      SELECT d.owner_id, count(*)::int AS count, min(d.due_at) AS first FROM duty d
      WHERE d.done_at IS NULL AND ${isCallGoneUp(sight, values)} GROUP BY d.owner_id
    ) late JOIN staff owner ON owner.id = late.owner_id ORDER BY late.first, owner.id LIMIT 200`,
    values.list,
  );
}

export function oneDuty(sql: Sql, id: string, sight: DutySight): Promise<DutyRow | undefined> {
  const values = new SqlValues();
  return sql.first<DutyRow & Record<string, unknown>>(
    `SELECT ${dutyColumns(sight, values)} FROM duty d ${dutyNames}
     WHERE d.id = ${values.add(id, 'uuid')} AND ${isSeen(sight, values)}`,
    values.list,
  );
}

/** How many of one's day are overdue or due until then, counted up to a hundred. */
export async function countDue(sql: Sql, sight: DutySight, until: Date): Promise<number> {
  const values = new SqlValues();
  const before = values.add(until, 'timestamptz');
  const one = (way: string) =>
    `(SELECT d.id FROM duty d WHERE d.done_at IS NULL AND d.due_at <= ${before} AND (${way}) LIMIT 100)`;
  const row = await sql.first<{ due: number }>(
    `SELECT least(count(*), 100)::int AS due FROM (${waysIntoDay(sight, values).map(one).join(' UNION ')}) found`,
    values.list,
  );
  return row?.due ?? 0;
}
