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

export const contentOfCode = async (sql: Sql, code: string): Promise<SurveyContent | undefined> =>
  (await sql.first<{ content: SurveyContent }>(goodLink, [code]))?.content;

/** The same page sent twice at once: one waits for the other. */
export const nobodyElse = (sql: Sql, secret: string): Promise<number> =>
  sql.change(`SELECT pg_advisory_xact_lock(hashtextextended($1, 13))`, [secret]);

export const isTold = async (sql: Sql, tokenSha256: Buffer): Promise<boolean> =>
  (await sql.first('SELECT FROM survey_link WHERE token_sha256 = $1', [tokenSha256])) !== undefined;

/** Of its department; its secret is good for a day. 0: the link leads nowhere. */
export const addOpenAsk = (
  sql: Sql,
  id: string,
  { code, locale, tokenSha256 }: { readonly code: string; readonly locale: string; readonly tokenSha256: Buffer },
): Promise<number> =>
  sql.change(
    /* sql */ `
    WITH good AS (${goodLink}), asked AS (
      INSERT INTO survey_ask (id, version_id, about, open_link_id, channel, locale, state, send_at, asked_at, expires_at,
        handling_department_id, answerable_department_id)
      SELECT $2, version_id, 'department', id, 'link', $3, 'sent', now(), now(), now() + interval '1 day',
        department_id, department_id FROM good RETURNING id
    )
    INSERT INTO survey_link (token_sha256, ask_id) SELECT $4, id FROM asked`,
    [code, id, locale, tokenSha256],
  );
