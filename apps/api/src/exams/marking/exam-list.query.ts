import type { ExamCourse, ExamToMark, ExamsToMarkQuery } from '@forecall/contracts';
import type { Sql } from '../../platform/database/database.js';
import type { PageEnd } from '../../platform/http/page-cursor.js';
import { courseColumns, courseJoins, examColumns, examJoins } from './exam-json.query.js';

/** As its assessor $1 sees it; nothing of the other's marking. */
export const toMarkColumns = /* sql */ `
  ${examColumns}, CASE WHEN e.assessor_id = $1 THEN 'first' ELSE 'second' END AS role, m.id IS NOT NULL AS "isBegun",
  m.signed_at AS "signedAt", m.outcome`;

export const toMarkJoins = `${examJoins} LEFT JOIN marking m ON m.exam_id = e.id AND m.assessor_id = $1`;

/** Until the end of today, or after it, the earliest first; or what one has signed, the last first. */
export function examsToMark(
  sql: Sql,
  staffId: string,
  { state, limit }: ExamsToMarkQuery,
  after: PageEnd | undefined,
): Promise<(ExamToMark & PageEnd)[]> {
  const [at, direction, beyond] = state === 'signed' ? ['m.signed_at', 'DESC', '<'] : ['e.starts_at', 'ASC', '>'];
  const wanted =
    state === 'signed'
      ? 'm.signed_at IS NOT NULL'
      : `e.state IN ('booked', 'second') AND m.signed_at IS NULL
         AND (e.starts_at AT TIME ZONE o.zone)::date ${state === 'open' ? '<=' : '>'} (now() AT TIME ZONE o.zone)::date`;
  return sql.rows(
    /* sql */ `
    SELECT ${toMarkColumns}, ${at}::text AS at FROM ${toMarkJoins} CROSS JOIN organisation o
    WHERE (e.assessor_id = $1 OR e.second_id = $1) AND ${wanted}
      AND ($2::timestamptz IS NULL OR (${at}, e.id) ${beyond} ($2::timestamptz, $3::uuid))
    ORDER BY ${at} ${direction}, e.id ${direction} LIMIT $4`,
    [staffId, after?.at ?? null, after?.id ?? null, limit + 1],
  );
}

/** Of one candidate, the latest first; those that were given up are not shown. */
export const examsOfStaff = (
  sql: Sql,
  staffId: string,
  limit: number,
  after: PageEnd | undefined,
): Promise<(ExamCourse & PageEnd)[]> =>
  sql.rows(
    /* sql */ `
    SELECT ${courseColumns}, e.starts_at::text AS at FROM ${courseJoins}
    WHERE e.staff_id = $1 AND e.state <> 'cancelled'
      AND ($2::timestamptz IS NULL OR (e.starts_at, e.id) < ($2::timestamptz, $3::uuid))
    ORDER BY e.starts_at DESC, e.id DESC LIMIT $4`,
    [staffId, after?.at ?? null, after?.id ?? null, limit + 1],
  );
