import { named } from '../platform/database/named-json.js';

/** Care class and rep in care at this moment; SQL joins over an account. */
export const accountNow = (account: string): string => /* sql */ `
  LEFT JOIN LATERAL (
    SELECT c.class FROM account_class c
    WHERE c.account_id = ${account}.id AND c."from" <= now() AND (c."to" IS NULL OR c."to" > now())
    ORDER BY c."from" DESC LIMIT 1
  ) care_class ON true
  LEFT JOIN LATERAL (
    SELECT staff.id, staff.name FROM account_care c JOIN staff ON staff.id = c.staff_id
    WHERE c.account_id = ${account}.id AND c.part = 'rep' AND c."from" <= now() AND (c."to" IS NULL OR c."to" > now())
    ORDER BY c."from" DESC LIMIT 1
  ) caring ON true`;

/** What is shown of an account everywhere, for json_build_object; over the joins above. */
export const accountFields = (account: string): string => /* sql */ `
  'id', ${account}.id, 'number', ${account}.number, 'name', ${account}.name, 'nameZh', ${account}.name_zh,
  'careClass', care_class.class,
  'repInCare', ${named('caring')}`;

export const personFields = (person: string): string => /* sql */ `
  'id', ${person}.id, 'name', ${person}.name, 'nameZh', ${person}.name_zh, 'position', ${person}.position,
  'phones', coalesce((
    SELECT json_agg(phone.e164 ORDER BY phone.e164) FROM person_phone phone WHERE phone.person_id = ${person}.id), '[]')`;
