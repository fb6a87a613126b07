import type { CalibrationResults } from '@forecall/contracts';
import type { Marks } from '@forecall/domain';
import type { Reach } from '../../platform/access/viewer.js';
import type { Sql } from '../../platform/database/database.js';
import { named } from '../../platform/database/named-json.js';
import { hasSigned, rubricOf } from './gold-json.query.js';

export interface ClosedMarking {
  readonly sessionId: string;
  readonly assessor: { readonly id: string; readonly name: string };
  readonly isReference: boolean;
  readonly marks: Marks;
}

const sight = `($1::boolean OR g.department_id = ANY ($2::uuid[]))`;

/** The rubric, where one leads a department that has a session by it. */
export const calibratedRubric = (sql: Sql, { everything, departmentIds }: Reach, versionId: string) =>
  sql.first<{ rubric: CalibrationResults['rubric'] }>(
    /* sql */ `
    SELECT (${rubricOf('v', 'p')})::jsonb || jsonb_build_object('text', v.content) AS rubric
    FROM exam_paper_version v JOIN exam_paper p ON p.id = v.paper_id
    WHERE v.id = $3 AND EXISTS (SELECT FROM gold_session g WHERE g.rubric_version_id = v.id AND ${sight})`,
    [everything, departmentIds, versionId],
  );

/** What was signed in the sessions that closed last. Of an open one nothing is told. */
export const closedMarkings = (
  sql: Sql,
  { everything, departmentIds }: Reach,
  versionId: string,
  most: number,
): Promise<ClosedMarking[]> =>
  sql.rows<ClosedMarking & Record<string, unknown>>(
    /* sql */ `
    WITH counted AS (
      SELECT g.id FROM gold_session g WHERE g.rubric_version_id = $3 AND g.closed_at IS NOT NULL AND ${sight}
      ORDER BY g.closed_at DESC, g.id DESC LIMIT $4)
    SELECT m.gold_id AS "sessionId", ${named('s')} AS assessor, a.is_reference AS "isReference", m.marks
    FROM counted c JOIN gold_assessor a ON a.gold_id = c.id
    JOIN marking m ON m.gold_id = c.id AND m.assessor_id = a.staff_id AND m.signed_at IS NOT NULL
    JOIN staff s ON s.id = a.staff_id
    ORDER BY s.name COLLATE name_order, s.id, m.gold_id`,
    [everything, departmentIds, versionId, most],
  );

/** Who has not signed an open session yet, the first due first. */
export const waitingAssessors = (
  sql: Sql,
  { everything, departmentIds }: Reach,
  versionId: string,
): Promise<CalibrationResults['waiting']> =>
  sql.rows(
    /* sql */ `
    SELECT ${named('s')} AS staff, json_build_object('id', g.id, 'name', g.name) AS session, g.due_on::text AS "dueOn"
    FROM gold_session g JOIN gold_assessor a ON a.gold_id = g.id JOIN staff s ON s.id = a.staff_id
    WHERE g.rubric_version_id = $3 AND g.closed_at IS NULL AND NOT ${hasSigned} AND ${sight}
    ORDER BY g.due_on, s.name COLLATE name_order, g.id, s.id LIMIT 200`,
    [everything, departmentIds, versionId],
  );
