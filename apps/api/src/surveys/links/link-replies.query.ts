import type { OpenSurveyWords, SurveyContent } from '@forecall/contracts';
import type { Sql } from '../../platform/database/database.js';
import { isoInstant } from '../../platform/database/iso-instant.js';
import type { PageEnd } from '../../platform/http/page-cursor.js';

/** The last word of each reply that came by a link in the last 90 days. */
const lastReplies = /* sql */ `
  SELECT a.id, a.version_id, a.answered_at, last.told FROM survey_ask a
  JOIN LATERAL (SELECT r.told FROM survey_reply r WHERE r.ask_id = a.id ORDER BY r.n DESC LIMIT 1) last ON true
  WHERE a.open_link_id = $1 AND a.planned_at > now() - interval '90 days'`;

export interface AskedVersion {
  readonly versionId: string;
  readonly content: SurveyContent;
}

/** The versions of a link's form that were published, the newest first. */
export const versionsOf = (sql: Sql, linkId: string): Promise<AskedVersion[]> =>
  sql.rows<AskedVersion & Record<string, unknown>>(
    `SELECT v.id AS "versionId", v.content FROM form_version v JOIN survey_open_link l ON l.form_id = v.form_id
     WHERE l.id = $1 AND v.published_at IS NOT NULL ORDER BY v.n DESC`,
    [linkId],
  );

export interface ToldCount {
  readonly versionId: string;
  /** The id of the question. */
  readonly id: string;
  /** A score or the id of an option; null where it was answered in words. */
  readonly value: string | null;
  readonly count: number;
}

export const toldCounts = (sql: Sql, linkId: string): Promise<ToldCount[]> =>
  sql.rows<ToldCount & Record<string, unknown>>(
    /* sql */ `
    SELECT r.version_id AS "versionId", q.value ->> 'id' AS id,
      CASE WHEN q.value ->> 'kind' <> 'text' THEN r.told ->> (q.value ->> 'id') END AS value, count(*)::int AS count
    FROM (${lastReplies}) r JOIN form_version v ON v.id = r.version_id
    CROSS JOIN jsonb_array_elements(v.content -> 'questions') q
    WHERE r.told ? (q.value ->> 'id') GROUP BY 1, 2, 3`,
    [linkId],
  );

type WordsRow = OpenSurveyWords['replies'][number] & PageEnd;

/** The newest first, one row more than the limit; those in which nothing was written are left out. */
export const wordsPage = (
  sql: Sql,
  linkId: string,
  { limit, after }: { readonly limit: number; readonly after: PageEnd | undefined },
): Promise<(WordsRow & { readonly toldAt: string })[]> =>
  sql.rows<WordsRow & { toldAt: string } & Record<string, unknown>>(
    /* sql */ `
    SELECT r.id, r.answered_at::text AS at, ${isoInstant('r.answered_at')} AS "toldAt", written.words
    FROM (${lastReplies}) r JOIN form_version v ON v.id = r.version_id
    JOIN LATERAL (
      SELECT json_agg(json_build_object('question', q.value -> 'text', 'text', r.told ->> (q.value ->> 'id')) ORDER BY q.n) AS words
      FROM jsonb_array_elements(v.content -> 'questions') WITH ORDINALITY q (value, n)
      WHERE q.value ->> 'kind' = 'text' AND r.told ? (q.value ->> 'id')
    ) written ON written.words IS NOT NULL
    WHERE $2::timestamptz IS NULL OR (r.answered_at, r.id) < ($2, $3::uuid)
    ORDER BY r.answered_at DESC, r.id DESC LIMIT $4`,
    [linkId, after?.at ?? null, after?.id ?? null, limit + 1],
  );
