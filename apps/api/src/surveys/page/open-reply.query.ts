import type { SurveyContent } from '@forecall/contracts';
import type { Sql } from '../../platform/database/database.js';

/** A link for whoever comes by that leads somewhere today, with the newest version of its form. */
const goodLink = /* sql */ `
  SELECT l.id, l.department_id, v.id AS version_id, v.content
  FROM survey_open_link l JOIN survey_form f ON f.id = l.form_id AND f.archived_at IS NULL
  JOIN LATERAL (
    SELECT v.id, v.content FROM form_version v WHERE v.form_id = f.id AND v.published_at IS NOT NULL ORDER BY v.n DESC LIMIT 1
  ) v ON true CROSS JOIN organisation o
  WHERE l.code = $1 AND NOT l.is_off AND l.ends_on >= (now() AT TIME ZONE o.zone)::date`;

/** What somebody is asked, and which version of the form that is. */
export interface AskedWith {
  readonly versionId: string;
  readonly content: SurveyContent;
}

export const askedByCode = async (sql: Sql, code: string): Promise<AskedWith | undefined> =>
  sql.first<AskedWith & Record<string, unknown>>(
    `SELECT good.version_id AS "versionId", good.content FROM (${goodLink}) good`,
    [code],
  );

/** The same page sent twice at once: one waits for the other. */
export const nobodyElse = (sql: Sql, secret: string): Promise<number> =>
  sql.change(`SELECT pg_advisory_xact_lock(hashtextextended($1, 13))`, [secret]);

/** What the reply of a secret was asked with; undefined: there is none yet. Not `isOfLink`: it is of a letter or another link. */
export const askedBefore = (
  sql: Sql,
  tokenSha256: Buffer,
  code: string,
): Promise<(AskedWith & { readonly isOfLink: boolean }) | undefined> =>
  sql.first<AskedWith & { isOfLink: boolean } & Record<string, unknown>>(
    /* sql */ `
    SELECT v.id AS "versionId", v.content, coalesce(o.code = $2, false) AS "isOfLink"
    FROM survey_link l JOIN survey_ask a ON a.id = l.ask_id JOIN form_version v ON v.id = a.version_id
    LEFT JOIN survey_open_link o ON o.id = a.open_link_id WHERE l.token_sha256 = $1`,
    [tokenSha256, code],
  );

/** Of its department; its secret is good for a day. 0: the link leads nowhere, or its form has another version by now. */
export const addOpenAsk = (
  sql: Sql,
  id: string,
  {
    code,
    locale,
    tokenSha256,
    versionId,
  }: { readonly code: string; readonly locale: string; readonly tokenSha256: Buffer; readonly versionId: string },
): Promise<number> =>
  sql.change(
    /* sql */ `
    WITH good AS (${goodLink}), asked AS (
      INSERT INTO survey_ask (id, version_id, about, open_link_id, channel, locale, state, send_at, asked_at, expires_at,
        handling_department_id, answerable_department_id)
      SELECT $2, version_id, 'department', id, 'link', $3, 'sent', now(), now(), now() + interval '1 day',
        department_id, department_id FROM good WHERE version_id = $5 RETURNING id
    )
    INSERT INTO survey_link (token_sha256, ask_id) SELECT $4, id FROM asked`,
    [code, id, locale, tokenSha256, versionId],
  );
