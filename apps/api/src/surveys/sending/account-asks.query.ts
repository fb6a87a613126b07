import { attributionColumns, attributionJoins, holdsAt } from '../../attribution/attribution.service.js';
import type { Sql } from '../../platform/database/database.js';
import { mayBeAsked, notAskedLately, zone } from './survey-look.query.js';

export interface AccountToAsk {
  readonly accountId: string;
  readonly personId: string;
  readonly zone: string;
}

const byInfluence = `array_position(ARRAY['decides', 'influences', 'uses', 'blocks'], p.influence)`;

/**
 * Key accounts whose time it is, each with the one person to ask: of those who may be asked whoever has the most
 * influence, of several the one asked longest ago or never. After an asking that did not bounce the days of the class
 * have to pass; the first falls on a day of its own within them, so that not all are asked at once when it is switched
 * on. An account that nobody in a team cares for is not asked: there is nobody to credit.
 */
export const dueAccounts = (
  sql: Sql,
  { minDays, onSince, limit }: { readonly minDays: number; readonly onSince: Date; readonly limit: number },
): Promise<AccountToAsk[]> =>
  sql.rows<AccountToAsk & Record<string, unknown>>(
    /* sql */ `
    SELECT acc.id AS "accountId", chosen.id AS "personId", ${zone} AS zone
    FROM survey_cadence k JOIN account_class held ON held.class = k.class AND ${holdsAt('held', 'now()')}
    JOIN account acc ON acc.id = held.account_id AND acc.merged_into IS NULL
    LEFT JOIN LATERAL (
      SELECT max(a.planned_at) AS at, max(a.planned_at) FILTER (WHERE a.state <> 'bounced') AS arrived
      FROM survey_ask a WHERE a.account_id = acc.id
    ) asked ON true
    CROSS JOIN LATERAL (
      SELECT p.id FROM person p LEFT JOIN LATERAL (
        SELECT max(a.planned_at) AS at FROM survey_ask a WHERE a.person_id = p.id AND a.about = 'account'
      ) before ON true
      WHERE p.account_id = acc.id AND ${mayBeAsked} AND ${notAskedLately('$1')}
      ORDER BY ${byInfluence} NULLS LAST, before.at NULLS FIRST, p.id LIMIT 1
    ) chosen
    WHERE CASE WHEN asked.at IS NULL
        THEN greatest($2::timestamptz, held."from")
          + make_interval(days => (abs(hashtextextended(acc.id::text, 11)) % k.days)::integer) <= now()
        ELSE asked.arrived IS NULL OR asked.arrived <= now() - make_interval(days => k.days) END
      AND EXISTS (SELECT FROM account_care c JOIN membership m ON m.staff_id = c.staff_id AND ${holdsAt('m', 'now()')}
        WHERE c.account_id = acc.id AND c.part = 'rep' AND ${holdsAt('c', 'now()')})
    ORDER BY acc.id LIMIT $3`,
    [minDays, onSince, limit],
  );

/** Credited to the rep in care of that day, with their team, supervisor and department, and in the class of that day. */
export const planAccount = (
  sql: Sql,
  id: string,
  { accountId, personId }: AccountToAsk,
  { versionId, sendAt }: { readonly versionId: string; readonly sendAt: Date },
): Promise<number> =>
  sql.change(
    /* sql */ `
    INSERT INTO survey_ask (id, version_id, about, account_id, person_id, channel, locale, send_at,
      rep_id, team_id, supervisor_id, handling_department_id, answerable_department_id, account_class, rep_in_care_id)
    SELECT $1, $2, 'account', $3, p.id, 'mail', coalesce(p.language, o.locale), $5, credited.*
    FROM person p, organisation o, (
      SELECT event.rep_id, ${attributionColumns('event')} FROM (
        SELECT c.staff_id AS rep_id, c.account_id, NULL::uuid AS reason_id, $5::timestamptz AS at,
          NULL::uuid AS handling_department_id, NULL::uuid AS answerable_department_id
        FROM account_care c WHERE c.account_id = $3 AND c.part = 'rep' AND ${holdsAt('c', '$5::timestamptz')}
      ) event ${attributionJoins('event')}
    ) credited
    WHERE p.id = $4 AND credited.handling_department_id IS NOT NULL`,
    [id, versionId, accountId, personId, sendAt],
  );
