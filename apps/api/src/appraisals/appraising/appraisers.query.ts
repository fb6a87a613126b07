import type { Appraisers } from '@forecall/contracts';
import { isAdmitted } from '../../platform/access/viewer.query.js';
import type { Sql } from '../../platform/database/database.js';
import { namedInBoth } from '../../platform/database/named-json.js';

/**
 * Who may be named to write an appraisal: supervisors and heads of its department who stand above whom it is about, and
 * executives; never whom it is about, nor whoever they appraise in the same cycle. By name, at most 200.
 */
export const appraisersOf = (
  sql: Sql,
  appraisalId: string,
  staffId: string | null = null,
): Promise<Appraisers['appraisers']> =>
  sql.rows<Appraisers['appraisers'][number] & Record<string, unknown>>(
    /* sql */ `
    WITH led AS (
      SELECT i.staff_id, g.role, CASE g.role WHEN 'executive' THEN 3 WHEN 'head' THEN 2 ELSE 1 END AS rank,
        coalesce(${namedInBoth('t')}, ${namedInBoth('d')}) AS unit
      FROM appraisal a CROSS JOIN role_grant g JOIN sign_in i ON i.id = g.sign_in_id
      LEFT JOIN team t ON t.id = g.team_id LEFT JOIN department d ON d.id = g.department_id
      WHERE a.id = $1 AND (g.role = 'executive' OR coalesce(t.department_id, d.id) = a.department_id)
        AND g."from" <= now() AND (g."to" IS NULL OR g."to" > now())
    ), subject AS (
      SELECT a.cycle_id, a.subject_id, greatest(CASE a.kind WHEN 'supervisor' THEN 1 ELSE 0 END,
        (SELECT max(led.rank) FROM led WHERE led.staff_id = a.subject_id)) AS rank
      FROM appraisal a WHERE a.id = $1
    )
    SELECT s.id, s.name, json_agg(json_build_object('role', led.role, 'unit', led.unit) ORDER BY led.rank DESC) AS roles
    FROM led JOIN staff s ON s.id = led.staff_id JOIN sign_in i ON i.staff_id = s.id CROSS JOIN subject
    WHERE ${isAdmitted} AND s.id <> subject.subject_id AND ($2::uuid IS NULL OR s.id = $2)
      AND NOT EXISTS (SELECT FROM appraisal b
        WHERE b.cycle_id = subject.cycle_id AND b.subject_id = s.id AND b.appraiser_id = subject.subject_id)
    GROUP BY s.id, subject.rank HAVING max(led.rank) > subject.rank OR max(led.rank) = 3
    ORDER BY s.name COLLATE name_order, s.id LIMIT 200`,
    [appraisalId, staffId],
  );
