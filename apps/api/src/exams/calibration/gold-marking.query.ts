import type { GoldSheet, GoldToMark, GoldToMarkQuery } from '@forecall/contracts';
import type { Sql } from '../../platform/database/database.js';
import type { PageEnd } from '../../platform/http/page-cursor.js';
import { sessionColumns, sessionJoins } from './gold-json.query.js';

/** As its assessor $1 finds it; nothing of another's marking. */
const toMark = /* sql */ `
  ${sessionColumns}, g.recording AS link, g.played, a.is_reference AS "isReference", m.id IS NOT NULL AS "isBegun",
  m.signed_at AS "signedAt", m.outcome`;

const joins = /* sql */ `
  ${sessionJoins} JOIN gold_assessor a ON a.gold_id = g.id AND a.staff_id = $1
  LEFT JOIN marking m ON m.gold_id = g.id AND m.assessor_id = $1`;

/** What one may still mark, the first due first; or what one has signed, the last first. */
export function goldToMark(
  sql: Sql,
  staffId: string,
  { state, limit }: GoldToMarkQuery,
  after: PageEnd | undefined,
): Promise<(GoldToMark & PageEnd)[]> {
  const isOpen = state === 'open';
  // A day as a moment, so that it can be the place of a page.
  const at = isOpen ? `(g.due_on::timestamp AT TIME ZONE 'UTC')` : 'm.signed_at';
  const [direction, beyond] = isOpen ? ['ASC', '>'] : ['DESC', '<'];
  const wanted = isOpen ? 'g.closed_at IS NULL AND m.signed_at IS NULL' : 'm.signed_at IS NOT NULL';
  return sql.rows(
    /* sql */ `
    SELECT ${toMark}, ${at}::text AS at FROM ${joins}
    WHERE ${wanted} AND ($2::timestamptz IS NULL OR (${at}, g.id) ${beyond} ($2::timestamptz, $3::uuid))
    ORDER BY ${at} ${direction}, g.id ${direction} LIMIT $4`,
    [staffId, after?.at ?? null, after?.id ?? null, limit + 1],
  );
}

/** With the rubric by which it is marked; undefined: not one of its assessors. */
export const goldSheet = (
  sql: Sql,
  staffId: string,
  id: string,
): Promise<Pick<GoldSheet, 'session' | 'rubric'> | undefined> =>
  sql.first(
    /* sql */ `
    SELECT (SELECT row_to_json(one) FROM (SELECT ${toMark} FROM ${joins} WHERE g.id = x.id) one) AS session,
      json_build_object('name', json_build_object('en', xp.name_en, 'zh', xp.name_zh), 'n', xv.n, 'text', xv.content) AS rubric
    FROM gold_session x JOIN gold_assessor xa ON xa.gold_id = x.id AND xa.staff_id = $1
    JOIN exam_paper_version xv ON xv.id = x.rubric_version_id JOIN exam_paper xp ON xp.id = xv.paper_id WHERE x.id = $2`,
    [staffId, id],
  );
