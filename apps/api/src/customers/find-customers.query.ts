import type { AccountBrief, PersonBrief } from '@forecall/contracts';
import type { Sql } from '../platform/database/database.js';
import { accountFields, accountNow, personFields } from './customer-json.query.js';

/** Of each kind. */
export const shownAtMost = 10;

/** As many as are put in order; more than these nobody looks through. */
const consideredAtMost = 500;

/** What is typed as PostgreSQL asks for it: the beginnings of words that must all be there. */
export function prefixQuery(typed: string): string | undefined {
  const words = typed
    .toLowerCase()
    .split(/[\s.,;:()/&'"·-]+/)
    .filter((word) => word !== '');
  return words.length === 0 ? undefined : words.map((word) => `'${word.replaceAll('\\', '\\\\')}':*`).join(' & ');
}

/** The digits of what may be a telephone number, with its plus if it has one; at least four. */
export function phoneDigits(typed: string): string | undefined {
  const digits = typed.replaceAll(/[\s().\-–]/g, '').replace(/^00/, '+');
  return /^\+?\d{4,15}$/.test(digits) ? digits : undefined;
}

/** $2 is what was typed. */
const beginsWith = (named: string): string =>
  `starts_with(lower(${named}.name), lower($2)) OR coalesce(starts_with(${named}.name_zh, $2), false)`;
const accountOrder = (account: string): string =>
  `lower(${account}.number) = lower($2) DESC, ${beginsWith(account)} DESC, ${account}.name COLLATE name_order, ${account}.id`;

/** One with that number comes first, then those whose name begins with what was typed. */
export const findAccounts = (sql: Sql, typed: string, query: string): Promise<{ account: AccountBrief }[]> =>
  sql.rows(
    /* sql */ `
    SELECT json_build_object(${accountFields('a')}, 'industry', a.industry) AS account
    FROM (
      SELECT * FROM (
        SELECT * FROM account WHERE search @@ $1::tsquery AND merged_into IS NULL LIMIT ${consideredAtMost}
      ) fitting
      ORDER BY ${accountOrder('fitting')} LIMIT ${shownAtMost + 1}
    ) a ${accountNow('a')}
    ORDER BY ${accountOrder('a')}`,
    [query, typed],
  );

export const findPeople = (sql: Sql, typed: string, query: string): Promise<{ person: PersonBrief }[]> =>
  people(
    sql,
    `SELECT * FROM (SELECT * FROM person WHERE search @@ $1::tsquery AND left_on IS NULL LIMIT ${consideredAtMost}) fitting
     ORDER BY ${beginsWith('fitting')} DESC, name COLLATE name_order, id LIMIT ${shownAtMost + 1}`,
    [query, typed],
  );

/** With a plus by its beginning, without by its end too: people leave out the country, and say the zero before the area. */
export function findPeopleByPhone(sql: Sql, digits: string): Promise<{ person: PersonBrief }[]> {
  const isWhole = digits.startsWith('+');
  const fitting = isWhole ? 'e164 LIKE $1' : '(reverse(e164) LIKE $1 OR e164 LIKE $2)';
  const end = `${[...digits.replace(/^0+/, '')].toReversed().join('')}%`;
  return people(
    sql,
    `SELECT * FROM person WHERE left_on IS NULL
       AND id IN (SELECT person_id FROM person_phone WHERE ${fitting} LIMIT ${consideredAtMost})
     ORDER BY name COLLATE name_order, id LIMIT ${shownAtMost + 1}`,
    isWhole ? [`${digits}%`] : [end, `+${digits}%`],
  );
}

const people = (sql: Sql, found: string, values: unknown[]): Promise<{ person: PersonBrief }[]> =>
  sql.rows(
    /* sql */ `
    SELECT json_build_object(${personFields('p')}, 'account', json_build_object(${accountFields('a')})) AS person
    FROM (${found}) p JOIN account a ON a.id = p.account_id ${accountNow('a')}
    ORDER BY p.name COLLATE name_order, p.id`,
    values,
  );
