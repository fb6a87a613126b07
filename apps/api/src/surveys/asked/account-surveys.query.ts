import type { AccountSurveys } from '@forecall/contracts';
import { isAccountInside } from '../../key-accounts/account-page.service.js';
import type { Reach } from '../../platform/access/viewer.js';
import type { Sql } from '../../platform/database/database.js';
import { isoInstant } from '../../platform/database/iso-instant.js';
import { namedInBoth } from '../../platform/database/named-json.js';
import { SqlValues } from '../../platform/database/sql-values.js';
import { type ToldReply, toldReply } from '../../satisfaction/answer.service.js';

export function accountSight(sql: Sql, id: string, reach: Reach): Promise<{ isInside: boolean } | undefined> {
  const values = new SqlValues();
  return sql.first(
    `SELECT ${isAccountInside('a', reach, values)} AS "isInside" FROM account a WHERE a.id = ${values.add(id, 'uuid')}`,
    values.list,
  );
}

type StoredReply = Omit<AccountSurveys['replies'][number], 'lines'> & { readonly reply: ToldReply | null };

/** By the asking, with the answers that count. */
export const repliesOf = (sql: Sql, accountId: string): Promise<StoredReply[]> =>
  sql.rows<StoredReply & Record<string, unknown>>(
    /* sql */ `
    SELECT a.id AS "askId", ${isoInstant('told.at')} AS at, ${namedInBoth('person')} AS person,
      json_build_object('id', f.id, 'nameEn', f.name_en, 'nameZh', f.name_zh) AS form, told.scores, told.text,
      ${toldReply('a.id')} AS reply
    FROM (
      SELECT * FROM survey_ask WHERE account_id = $1 AND state = 'answered' ORDER BY planned_at DESC, id DESC LIMIT 20
    ) a
    JOIN LATERAL (
      SELECT max(x.at) AS at, max(x.text) AS text, json_agg(json_build_object('kind', x.kind, 'item', x.item,
        'scale', x.scale, 'score', x.score) ORDER BY x.kind, x.item) AS scores
      FROM answer x WHERE x.ask_id = a.id AND x.superseded_by IS NULL AND x.voided_at IS NULL
      HAVING count(*) > 0
    ) told ON true
    JOIN form_version v ON v.id = a.version_id JOIN survey_form f ON f.id = v.form_id
    LEFT JOIN person ON person.id = a.person_id
    ORDER BY told.at DESC, a.id`,
    [accountId],
  );

export const waitingOf = (sql: Sql, accountId: string): Promise<NonNullable<AccountSurveys['waiting']> | undefined> =>
  sql.first<NonNullable<AccountSurveys['waiting']> & Record<string, unknown>>(
    /* sql */ `
    SELECT ${isoInstant('a.asked_at')} AS "askedAt", ${isoInstant('a.expires_at')} AS "expiresAt",
      ${namedInBoth('person')} AS person
    FROM survey_ask a LEFT JOIN person ON person.id = a.person_id
    WHERE a.account_id = $1 AND a.state = 'sent' AND a.expires_at > now() ORDER BY a.planned_at DESC LIMIT 1`,
    [accountId],
  );
