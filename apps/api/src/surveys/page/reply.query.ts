import type { SurveyContent } from '@forecall/contracts';
import type { Sql } from '../../platform/database/database.js';
import type { Told } from './judge-reply.js';

export interface Face {
  readonly organisation: string;
  readonly locale: 'en' | 'zh';
  readonly zone: string;
}

/** What a page shows of us. */
export const face = (sql: Sql): Promise<Face | undefined> =>
  sql.first<Face & Record<string, unknown>>('SELECT name AS organisation, locale, zone FROM organisation');

export interface OpenAsk {
  readonly id: string;
  /** null: about an account or a department. */
  readonly contactId: string | null;
  /** By a link for whoever comes by: nobody knows who it is. */
  readonly isAnonymous: boolean;
  readonly formId: string;
  readonly content: SurveyContent;
  readonly hasAnswered: boolean;
  /** What was told last; null: nothing yet. */
  readonly former: Told | null;
  /** From the first answer on; before it null. */
  readonly mayChangeUntil: Date | null;
}

/** What an ask is about, which never changes; without a lock. */
export const askedAbout = (
  sql: Sql,
  tokenSha256: Buffer,
): Promise<{ accountId: string | null; contactId: string | null } | undefined> =>
  sql.first(
    `SELECT a.account_id AS "accountId", a.contact_id AS "contactId"
     FROM survey_link l JOIN survey_ask a ON a.id = l.ask_id WHERE l.token_sha256 = $1`,
    [tokenSha256],
  );

/** More changes of one answer are no customer's. */
const mostReplies = 50;

const changeEnds = `a.answered_at + make_interval(hours => s.change_hours)`;

/** An ask that may be answered, or whose answer may still be changed. With `lock` nobody else answers it meanwhile. */
export const openAsk = (
  sql: Sql,
  tokenSha256: Buffer,
  lock: '' | 'FOR NO KEY UPDATE OF a' = '',
): Promise<OpenAsk | undefined> =>
  sql.first<OpenAsk & Record<string, unknown>>(
    /* sql */ `
    SELECT a.id, a.contact_id AS "contactId", a.about = 'department' AS "isAnonymous", v.form_id AS "formId", v.content,
      a.state = 'answered' AS "hasAnswered", ${changeEnds} AS "mayChangeUntil",
      (SELECT r.told FROM survey_reply r WHERE r.ask_id = a.id ORDER BY r.n DESC LIMIT 1) AS former
    FROM survey_link l JOIN survey_ask a ON a.id = l.ask_id JOIN form_version v ON v.id = a.version_id
    LEFT JOIN contact c ON c.id = a.contact_id CROSS JOIN survey_setting s
    WHERE l.token_sha256 = $1 AND c.voided_at IS NULL AND CASE
      WHEN a.state = 'answered' THEN ${changeEnds} > now()
        AND (SELECT count(*) FROM survey_reply r WHERE r.ask_id = a.id) < ${mostReplies}
      ELSE a.state IN ('sent', 'bounced') AND a.expires_at > now() END
    ${lock}`,
    [tokenSha256],
  );

/** False where the last reply says the same: sent again it is the same answer. */
export const addReply = async (sql: Sql, askId: string, told: Told): Promise<boolean> =>
  (await sql.change(
    /* sql */ `
    INSERT INTO survey_reply (ask_id, n, told)
    SELECT $1, coalesce(last.n, 0) + 1, $2::jsonb FROM (SELECT) one LEFT JOIN LATERAL (
      SELECT r.n, r.told FROM survey_reply r WHERE r.ask_id = $1 ORDER BY r.n DESC LIMIT 1
    ) last ON true
    WHERE last.told IS DISTINCT FROM $2::jsonb`,
    [askId, JSON.stringify(told)],
  )) > 0;

/** The first answer; a change does not begin the time for changes anew. */
export const noteAnswered = async (sql: Sql, askId: string): Promise<Date | null> =>
  (
    await sql.first<{ until: Date }>(
      /* sql */ `
      UPDATE survey_ask a SET state = 'answered', answered_at = coalesce(a.answered_at, now())
      FROM survey_setting s WHERE a.id = $1 RETURNING ${changeEnds} AS until`,
      [askId],
    )
  )?.until ?? null;
