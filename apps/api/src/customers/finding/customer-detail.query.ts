import type { AccountDetail, PersonDetail } from '@forecall/contracts';
import type { Sql } from '../../platform/database/database.js';
import { accountFields, accountNow, personFields } from '../customer-json.query.js';
import { namedInBoth } from '../../platform/database/named-json.js';

const isNow = (alias: string): string =>
  `${alias}."from" <= now() AND (${alias}."to" IS NULL OR ${alias}."to" > now())`;

/** Somebody at an account as its page and a call show them, for json_build_object. */
export const personAtAccount = (person: string): string => `${personFields(person)}, ${knownOfPerson(person)}`;

/** What their account's page and a call want to know of somebody, besides what is shown of them everywhere. */
const knownOfPerson = (person: string): string => /* sql */ `
  'email', ${person}.email, 'language', ${person}.language, 'influence', ${person}.influence,
  'temperament', (SELECT t.type FROM temperament t WHERE t.person_id = ${person}.id ORDER BY t.at DESC, t.id DESC LIMIT 1),
  'zone', ${person}.zone, 'callingWeek', ${person}.calling_week, 'callOrder', ${person}.call_order,
  'doNotCall', CASE WHEN ${person}.do_not_call_since IS NOT NULL
    THEN json_build_object('since', ${person}.do_not_call_since, 'why', ${person}.do_not_call_why) END,
  'revision', ${person}.revision`;

export async function accountDetail(sql: Sql, id: string): Promise<AccountDetail | undefined> {
  const row = await sql.first<{ account: AccountDetail }>(
    /* sql */ `
    SELECT json_build_object(${accountFields('a')}, 'industry', a.industry, 'zone', a.zone, 'revision', a.revision,
      'tier', a.tier, 'country', a.country, 'region', a.region, 'callingWeek', a.calling_week,
      'mergedInto', (SELECT ${namedInBoth('m')} FROM account m WHERE m.id = a.merged_into),
      'support', coalesce((
        SELECT json_agg(json_build_object('id', staff.id, 'name', staff.name) ORDER BY staff.name COLLATE name_order)
        FROM account_care c JOIN staff ON staff.id = c.staff_id
        WHERE c.account_id = a.id AND c.part = 'support' AND ${isNow('c')}
      ), '[]'),
      'people', coalesce((
        SELECT json_agg(json_build_object(${personAtAccount('p')})
          ORDER BY p.call_order, p.name COLLATE name_order, p.id)
        FROM (
          SELECT * FROM person WHERE account_id = a.id AND left_on IS NULL AND merged_into IS NULL
          ORDER BY call_order, name COLLATE name_order LIMIT 200
        ) p
      ), '[]')) AS account
    FROM account a ${accountNow('a')} WHERE a.id = $1`,
    [id],
  );
  return row?.account;
}

export async function personDetail(sql: Sql, id: string): Promise<PersonDetail | undefined> {
  const row = await sql.first<{ person: PersonDetail }>(
    /* sql */ `
    SELECT json_build_object(${personFields('p')}, 'account', json_build_object(${accountFields('a')}),
      ${knownOfPerson('p')}, 'hasLeft', p.left_on IS NOT NULL, 'mergedInto', p.merged_into) AS person
    FROM person p JOIN account a ON a.id = p.account_id ${accountNow('a')} WHERE p.id = $1`,
    [id],
  );
  return row?.person;
}
