import {
  type ListCount,
  type LocaleName,
  mostCounted,
  type PromiseEntry,
  type PromiseFilters,
  type PromiseQuery,
} from '@forecall/contracts';
import { membersWithin } from '../duties/duty.service.js';
import { isAccountInside } from '../key-accounts/account-page.service.js';
import type { Reach } from '../platform/access/viewer.js';
import type { Sql } from '../platform/database/database.js';
import { named, namedInBoth } from '../platform/database/named-json.js';
import { SqlValues } from '../platform/database/sql-values.js';
import { countedSql } from '../platform/http/counted.js';
import type { PageEnd } from '../platform/http/page-cursor.js';

const isOpen = 'p.kept_at IS NULL AND p.voided_at IS NULL AND p.broken_at IS NULL';
const hasEnded = '(p.kept_at IS NOT NULL OR p.voided_at IS NOT NULL OR p.broken_at IS NOT NULL)';

const hadItWhenDue = 'coalesce(p.due_owner_id, p.owner_id)';

/** Who keeps it, who made it, and who leads whoever keeps it or had it when it was due. SQL over the promise `p`. */
const mayWork = (reach: Reach, values: SqlValues): string => {
  const own = values.add(reach.staffId, 'uuid');
  const isLed = () => {
    const members = membersWithin(reach, values);
    return `p.owner_id IN (${members}) OR ${hadItWhenDue} IN (${members})`;
  };
  const led = reach.everything ? 'false' : isLed();
  return `(p.owner_id = ${own} OR EXISTS (SELECT FROM sign_in w WHERE w.id = p.made_by AND w.staff_id = ${own}) OR ${led})`;
};

/** Whoever works on it until it is due; from then on who leads whoever had it: it stands in their figure, and nobody leads themselves. */
const mayVoid = (reach: Reach, values: SqlValues): string =>
  `(${mayWork(reach, values)} AND (p.due_at > now()
    OR ${hadItWhenDue} IN (${membersWithin(reach, values)}) AND ${hadItWhenDue} <> ${values.add(reach.staffId, 'uuid')}))`;

/** Of an account everybody who talks with customers sees the open ones; the rest is for those inside. */
const isSeen = (reach: Reach, values: SqlValues): string =>
  `(${isOpen} OR ${mayWork(reach, values)}
    OR ${isAccountInside('a', reach, values)})`;

const joins = /* sql */ `
  JOIN account a ON a.id = p.account_id
  LEFT JOIN person who ON who.id = p.person_id
  JOIN staff owner ON owner.id = p.owner_id
  LEFT JOIN sign_in maker ON maker.id = p.made_by LEFT JOIN staff made ON made.id = maker.staff_id`;

const fields = (reach: Reach, values: SqlValues): string => /* sql */ `
  'id', p.id, 'account', ${namedInBoth('a')}, 'person', ${namedInBoth('who')}, 'contactId', p.contact_id, 'what', p.what,
  'originalDueAt', p.original_due_at, 'dueAt', p.due_at, 'isRenegotiated', p.due_at <> p.original_due_at,
  'owner', ${named('owner')}, 'madeAt', p.made_at, 'madeBy', ${named('made')}, 'keptAt', p.kept_at,
  'brokenAt', p.broken_at, 'brokenWhy', p.broken_why,
  'state', CASE WHEN p.voided_at IS NOT NULL THEN 'void' WHEN p.kept_at <= p.due_at THEN 'kept'
    WHEN p.kept_at IS NOT NULL THEN 'kept-late' WHEN p.broken_at IS NOT NULL OR p.due_at < now() THEN 'broken' ELSE 'open' END,
  'voidWhy', p.void_why, 'mayWork', ${mayWork(reach, values)}, 'mayVoid', ${mayVoid(reach, values)},
  'revision', p.revision`;

/** One row more than the limit. */
export function listPromises(
  sql: Sql,
  query: PromiseQuery,
  reach: Reach,
  after?: PageEnd,
): Promise<(PageEnd & { promise: PromiseEntry })[]> {
  const values = new SqlValues();
  const [direction, beyond] = query.state === 'ended' ? ['DESC', '<'] : ['ASC', '>'];
  const wanted = fitsFilters(query, reach, values);
  if (after)
    wanted.push(`(p.due_at, p.id) ${beyond} (${values.add(after.at, 'timestamptz')}, ${values.add(after.id, 'uuid')})`);
  return sql.rows(
    /* sql */ `
    SELECT p.id, p.due_at::text AS at, json_build_object(${fields(reach, values)}) AS promise
    FROM promise p ${joins} WHERE ${wanted.join(' AND ')}
    ORDER BY p.due_at ${direction}, p.id ${direction} LIMIT ${values.add(query.limit + 1, 'integer')}`,
    values.list,
  );
}

/** How many there are, at most so many. */
export function countPromises(
  sql: Sql,
  filters: PromiseFilters,
  reach: Reach,
): Promise<Pick<ListCount, 'count' | 'isMore'>> {
  const values = new SqlValues();
  const wanted = fitsFilters(filters, reach, values).join(' AND ');
  const limit = values.add(mostCounted + 1, 'integer');
  return countedSql(
    sql,
    [`(SELECT p.id FROM promise p JOIN account a ON a.id = p.account_id WHERE ${wanted} LIMIT ${limit})`],
    limit,
    values,
  );
}

function fitsFilters(query: PromiseFilters, reach: Reach, values: SqlValues): string[] {
  const wanted = [query.state === 'ended' ? hasEnded : isOpen];
  if (query.state === 'late') wanted.push('p.due_at < now()');
  if (query.accountId) wanted.push(`p.account_id = ${values.add(query.accountId, 'uuid')}`);
  if (query.ownerId) wanted.push(`p.owner_id = ${values.add(query.ownerId, 'uuid')}`);
  if (query.departmentId) wanted.push(`p.department_id = ${values.add(query.departmentId, 'uuid')}`);
  if (query.teamId) wanted.push(`p.team_id = ${values.add(query.teamId, 'uuid')}`);
  if (query.of === 'me') wanted.push(`p.owner_id = ${values.add(reach.staffId, 'uuid')}`);
  if (query.of === 'reach' && !reach.everything) wanted.push(`p.owner_id IN (${membersWithin(reach, values)})`);
  if (query.of === 'account') wanted.push(isSeen(reach, values));
  return wanted;
}

export function onePromise(sql: Sql, id: string, reach: Reach): Promise<{ promise: PromiseEntry } | undefined> {
  const values = new SqlValues();
  return sql.first<{ promise: PromiseEntry }>(
    `SELECT json_build_object(${fields(reach, values)}) AS promise FROM promise p ${joins}
     WHERE p.id = ${values.add(id, 'uuid')} AND ${isSeen(reach, values)}`,
    values.list,
  );
}

/** What a letter to the customer is made of. */
export interface LetterFacts {
  readonly what: string;
  readonly dueAt: Date;
  readonly isMoved: boolean;
  readonly person: string | null;
  readonly owner: string;
  readonly to: string | null;
  readonly language: LocaleName;
  readonly zone: string;
  /** Theirs is not ours. */
  readonly isZoneForeign: boolean;
}

export const letterFacts = (sql: Sql, id: string): Promise<LetterFacts | undefined> =>
  sql.first<LetterFacts>(
    /* sql */ `
    SELECT p.what, p.due_at AS "dueAt", p.due_at <> p.original_due_at AS "isMoved", owner.name AS owner, who.email AS to,
      coalesce(who.language, o.locale) AS language, coalesce(who.zone, a.zone, o.zone) AS zone,
      coalesce(who.zone, a.zone, o.zone) <> o.zone AS "isZoneForeign",
      CASE WHEN coalesce(who.language, o.locale) = 'zh' THEN coalesce(who.name_zh, who.name) ELSE who.name END AS person
    FROM promise p JOIN account a ON a.id = p.account_id JOIN staff owner ON owner.id = p.owner_id
    LEFT JOIN person who ON who.id = p.person_id CROSS JOIN organisation o WHERE p.id = $1`,
    [id],
  );

export interface LockedPromise {
  readonly id: string;
  readonly accountId: string;
  readonly personId: string | null;
  readonly what: string;
  readonly accountName: string;
  readonly originalDueAt: Date;
  readonly dueAt: Date;
  readonly ownerId: string;
  readonly ownerName: string;
  readonly keptAt: Date | null;
  readonly voidedAt: Date | null;
  readonly brokenAt: Date | null;
  readonly revision: number;
  readonly mayWork: boolean;
  readonly mayVoid: boolean;
  readonly isSeen: boolean;
}

/** Locked before it is joined: what the row holds now is then what is joined to, whoever changed it meanwhile. */
export async function lockPromise(sql: Sql, id: string, reach: Reach): Promise<LockedPromise | undefined> {
  await sql.first('SELECT FROM promise WHERE id = $1 FOR UPDATE', [id]);
  const values = new SqlValues();
  return sql.first<LockedPromise>(
    `SELECT p.id, p.account_id AS "accountId", p.person_id AS "personId", p.what, a.name AS "accountName",
       p.original_due_at AS "originalDueAt", p.due_at AS "dueAt", p.owner_id AS "ownerId", owner.name AS "ownerName",
       p.kept_at AS "keptAt", p.voided_at AS "voidedAt", p.broken_at AS "brokenAt", p.revision,
       ${mayWork(reach, values)} AS "mayWork", ${mayVoid(reach, values)} AS "mayVoid", ${isSeen(reach, values)} AS "isSeen"
     FROM promise p ${joins} WHERE p.id = ${values.add(id, 'uuid')}`,
    values.list,
  );
}
