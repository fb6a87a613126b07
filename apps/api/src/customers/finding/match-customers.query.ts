import type { Complainant } from '@forecall/contracts';
import type { Sql } from '../../platform/database/database.js';
import { accountFields, accountNow, personFields } from '../customer-json.query.js';
import { folded } from '../../platform/names/folded.js';
import { phoneDigits } from './typed.js';

/** What somebody tells of themselves; empty where they did not. */
export interface ToldOfThem {
  readonly company: string;
  readonly customerNumber: string;
  readonly email: string;
  readonly phone: string;
}

export type Fitting = Complainant['suggestions'][number];

/** More than these nobody looks through. */
const shownAtMost = 5;

/** A shorter end of a telephone number fits too many. */
const leastDigits = 7;

/**
 * Accounts, and people where they can be told, that fit the number, the e-mail address, the end of the telephone number
 * or the whole name of the company; whoever fits by more comes first.
 */
export function matchCustomers(sql: Sql, told: ToldOfThem): Promise<Fitting[]> {
  const digits = (phoneDigits(told.phone) ?? '').replace(/^(\+|0+)/, '');
  const end = digits.length < leastDigits ? '' : `${[...digits].toReversed().join('')}%`;
  return sql.rows<Fitting>(
    /* sql */ `
    WITH hit AS (
      SELECT id AS account_id, NULL::uuid AS person_id, 'customer-number' AS by FROM account
      WHERE $1 <> '' AND number = ANY (ARRAY[$1, upper($1)])
      UNION ALL
      SELECT account_id, id, 'email' FROM person WHERE $2 <> '' AND lower(email) = lower($2) AND left_on IS NULL AND merged_into IS NULL
      UNION ALL
      SELECT p.account_id, p.id, 'phone' FROM person_phone t JOIN person p ON p.id = t.person_id
      WHERE $3 <> '' AND reverse(t.e164) LIKE $3 AND p.left_on IS NULL AND p.merged_into IS NULL
      UNION ALL
      SELECT id, NULL, 'company' FROM account
      WHERE $4 <> '' AND search @@ $5::tsquery AND (lower(name) = lower($4) OR lower(name_zh) = lower($4))
    ), fitting AS (
      SELECT account_id, array_agg(DISTINCT by ORDER BY by DESC) AS by,
        CASE WHEN count(DISTINCT person_id) = 1 THEN min(person_id::text)::uuid END AS person_id
      FROM hit GROUP BY account_id ORDER BY cardinality(array_agg(DISTINCT by)) DESC, account_id LIMIT ${shownAtMost}
    )
    SELECT json_build_object(${accountFields('a')}) AS account, fitting.by,
      CASE WHEN p.id IS NOT NULL THEN json_build_object(${personFields('p')}) END AS person
    FROM fitting JOIN account a ON a.id = fitting.account_id AND a.merged_into IS NULL ${accountNow('a')}
    LEFT JOIN person p ON p.id = fitting.person_id
    ORDER BY cardinality(fitting.by) DESC, a.name COLLATE name_order, a.id`,
    [told.customerNumber, told.email, end, told.company, firstWordOf(told.company)],
  );
}

/** Leads to the few accounts to compare: the index knows beginnings of words. */
const firstWordOf = (name: string): string => {
  const word = /[\p{L}\p{N}]+/u.exec(folded(name))?.[0] ?? '-';
  return `'${word}':*`;
};
