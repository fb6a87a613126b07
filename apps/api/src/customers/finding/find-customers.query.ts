import type { AccountBrief, PersonBrief } from '@forecall/contracts';
import type { Sql } from '../../platform/database/database.js';
import { accountFields, accountNow, personFields } from '../customer-json.query.js';
import type { Typed } from './typed.js';

/** Of each kind. */
export const shownAtMost = 10;

/** As many as are put in order; more than these nobody looks through. */
const consideredAtMost = 500;

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

/** By own words and those of the account together; beside letters, digits may be a part of the telephone number. */
export function findPeople(sql: Sql, asked: Typed): Promise<{ person: PersonBrief }[]> {
  const { text, allWords, anyWord, nameWords, digits } = asked;
  const isPart = `EXISTS (SELECT FROM person_phone ph WHERE ph.person_id = person.id AND ph.e164 LIKE $5)`;
  const [fitting, values] =
    digits.length === 0
      ? [`(search || account_search) @@ $1::tsquery AND search @@ $3::tsquery`, [allWords, text, anyWord]]
      : [
          `(search || account_search) @@ $4::tsquery AND ((search || account_search) @@ $1::tsquery OR ${isPart})
           AND search @@ $3::tsquery`,
          [allWords, text, anyWord, nameWords, `%${digits.join('%')}%`],
        ];
  return people(
    sql,
    `SELECT * FROM (
       SELECT * FROM person WHERE ${fitting} AND left_on IS NULL AND merged_into IS NULL LIMIT ${consideredAtMost}
     ) fitting
     ORDER BY ${beginsWith('fitting')} DESC, name COLLATE name_order, id LIMIT ${shownAtMost + 1}`,
    values,
  );
}

/** Those with exactly this number. */
export const peopleWithPhone = (sql: Sql, e164: string): Promise<{ person: PersonBrief }[]> =>
  people(
    sql,
    `SELECT * FROM person WHERE left_on IS NULL AND merged_into IS NULL
       AND id IN (SELECT person_id FROM person_phone WHERE e164 = $1 LIMIT ${consideredAtMost})
     ORDER BY name COLLATE name_order, id LIMIT ${shownAtMost}`,
    [e164],
  );

/** With a plus by its beginning, without by its end too: people leave out the country, and say the zero before the area. */
export function findPeopleByPhone(sql: Sql, digits: string): Promise<{ person: PersonBrief }[]> {
  const isWhole = digits.startsWith('+');
  const fitting = isWhole ? 'e164 LIKE $1' : '(reverse(e164) LIKE $1 OR e164 LIKE $2)';
  const end = `${[...digits.replace(/^0+/, '')].toReversed().join('')}%`;
  return people(
    sql,
    `SELECT * FROM person WHERE left_on IS NULL AND merged_into IS NULL
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
