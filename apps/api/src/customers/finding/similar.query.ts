import type { AccountBrief, PersonBrief } from '@forecall/contracts';
import type { Sql } from '../../platform/database/database.js';
import { accountFields, accountNow, personFields } from '../customer-json.query.js';

const shownAtMost = 10;

/** Accounts whose name in either language is the same but for accents, signs, spaces and the form of the company. */
export const similarAccounts = (
  sql: Sql,
  name: string,
  nameZh: string | null = null,
  exceptId: string | null = null,
): Promise<{ account: AccountBrief }[]> =>
  sql.rows(
    /* sql */ `
    SELECT json_build_object(${accountFields('a')}, 'industry', a.industry) AS account
    FROM (
      SELECT * FROM account
      WHERE (name_key IN (name_key($1), name_key($2)) OR name_zh_key IN (name_key($1), name_key($2)))
        AND merged_into IS NULL AND id IS DISTINCT FROM $3
      ORDER BY name COLLATE name_order, id LIMIT ${shownAtMost}
    ) a ${accountNow('a')}
    ORDER BY a.name COLLATE name_order, a.id`,
    [name, nameZh, exceptId],
  );

/** People with the same number, and those of the same name in an account of such a name. */
export const similarPeople = (
  sql: Sql,
  { person, company, e164 }: { person: string; company: string; e164: string | null },
): Promise<{ person: PersonBrief }[]> =>
  sql.rows(
    /* sql */ `
    SELECT json_build_object(${personFields('p')}, 'account', json_build_object(${accountFields('a')})) AS person
    FROM (
      SELECT * FROM person
      WHERE left_on IS NULL AND merged_into IS NULL AND (
        id IN (SELECT ph.person_id FROM person_phone ph WHERE ph.e164 = $3)
        OR name_key = name_key($1) AND account_id IN (
          SELECT a.id FROM account a
          WHERE (a.name_key = name_key($2) OR a.name_zh_key = name_key($2)) AND a.merged_into IS NULL)
      )
      ORDER BY name COLLATE name_order, id LIMIT ${shownAtMost}
    ) p JOIN account a ON a.id = p.account_id ${accountNow('a')}
    ORDER BY p.name COLLATE name_order, p.id`,
    [person, company, e164],
  );

/** Others of the same account with a number or a name of this one. */
export const peopleLike = (sql: Sql, id: string): Promise<{ person: PersonBrief }[]> =>
  sql.rows(
    /* sql */ `
    SELECT json_build_object(${personFields('p')}, 'account', json_build_object(${accountFields('a')})) AS person
    FROM (
      SELECT other.* FROM person one JOIN person other ON other.account_id = one.account_id AND other.id <> one.id
      WHERE one.id = $1 AND other.left_on IS NULL AND other.merged_into IS NULL AND (
        other.name_key = one.name_key OR name_key(other.name_zh) = name_key(one.name_zh)
        OR EXISTS (
          SELECT FROM person_phone own JOIN person_phone theirs ON theirs.e164 = own.e164
          WHERE own.person_id = one.id AND theirs.person_id = other.id)
      )
      ORDER BY other.name COLLATE name_order, other.id LIMIT ${shownAtMost}
    ) p JOIN account a ON a.id = p.account_id ${accountNow('a')}
    ORDER BY p.name COLLATE name_order, p.id`,
    [id],
  );
