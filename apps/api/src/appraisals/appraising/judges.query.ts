import type { Named } from '@forecall/contracts';
import { isAdmitted } from '../../platform/access/viewer.query.js';
import type { Sql } from '../../platform/database/database.js';

/**
 * Who decides and signs the appraisal `a`, as a relation (staff_id): the heads of its department, without whoever is
 * appraised or appraises; where there is none, the executives; where nobody else is left, whoever appraises it, because
 * the company ends there.
 */
export const judgesOf = (a: string): string => /* sql */ `
  SELECT staff_id FROM (
    SELECT s.id AS staff_id, rank() OVER (ORDER BY CASE WHEN s.id = ${a}.appraiser_id THEN 3
      WHEN bool_or(g.role = 'head') THEN 1 ELSE 2 END) AS place
    FROM role_grant g JOIN sign_in i ON i.id = g.sign_in_id JOIN staff s ON s.id = i.staff_id
    WHERE (g.role = 'executive' OR g.role = 'head' AND g.department_id = ${a}.department_id) AND s.id <> ${a}.subject_id
      AND g."from" <= now() AND (g."to" IS NULL OR g."to" > now()) AND ${isAdmitted}
    GROUP BY s.id
  ) led WHERE place = 1`;

/** By name. */
export const judgesNamed = (sql: Sql, appraisalId: string): Promise<Named[]> =>
  sql.rows<Named & Record<string, unknown>>(
    `SELECT s.id, s.name FROM appraisal a, LATERAL (${judgesOf('a')}) j JOIN staff s ON s.id = j.staff_id
     WHERE a.id = $1 ORDER BY s.name COLLATE name_order, s.id`,
    [appraisalId],
  );

export const judgeIds = async (sql: Sql, appraisalId: string): Promise<string[]> =>
  (await judgesNamed(sql, appraisalId)).map(({ id }) => id).toSorted();
