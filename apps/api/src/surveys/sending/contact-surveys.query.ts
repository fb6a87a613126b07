import type { ContactSurveys } from '@forecall/contracts';
import { isContactSeen, isCustomerWithheld } from '../../complaints/complaint-sight.service.js';
import type { Reach } from '../../platform/access/viewer.js';
import type { Sql } from '../../platform/database/database.js';
import { isoInstant } from '../../platform/database/iso-instant.js';
import { namedInBoth } from '../../platform/database/named-json.js';
import { SqlValues } from '../../platform/database/sql-values.js';

/** Whom one would ask about a contact, and whether that makes sense; of a withheld customer nothing. */
export function contactSurveys(sql: Sql, contactId: string, reach: Reach): Promise<ContactSurveys | undefined> {
  const values = new SqlValues();
  const isWithheld = `coalesce(${isCustomerWithheld('c.id', reach, values)}, false)`;
  const unlessWithheld = (name: string) => `CASE WHEN NOT ${isWithheld} THEN ${name} END`;
  return sql.first<ContactSurveys & Record<string, unknown>>(
    /* sql */ `
    SELECT c.channel, ${isoInstant('c.ended_at')} AS "endedAt",
      ${unlessWithheld(namedInBoth('account'))} AS account, ${unlessWithheld(namedInBoth('person'))} AS person,
      ${unlessWithheld(`(
        SELECT ${isoInstant('min(u.do_not_survey_since)')} FROM person u
        WHERE u.id = person.id OR (person.email <> '' AND lower(u.email) = lower(person.email)))`)} AS "stoppedAt",
      ${isoInstant('told.at')} AS "answeredAt", told.channel = 'agent' AS "isEnteredByUs",
      (SELECT ${isoInstant('max(a.asked_at)')} FROM survey_ask a
       WHERE a.contact_id = c.id AND a.channel = 'mail' AND a.state = 'sent' AND a.expires_at > now()) AS "askedAt"
    FROM contact c LEFT JOIN account ON account.id = c.account_id LEFT JOIN person ON person.id = c.person_id
    LEFT JOIN LATERAL (
      SELECT a.answered_at AS at, a.channel FROM survey_ask a WHERE a.contact_id = c.id AND a.state = 'answered'
      ORDER BY a.channel = 'agent', a.answered_at DESC LIMIT 1
    ) told ON true
    WHERE c.id = ${values.add(contactId, 'uuid')} AND ${isContactSeen('c', reach, values)}`,
    values.list,
  );
}
