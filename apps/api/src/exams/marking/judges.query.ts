import type { Sql } from '../../platform/database/database.js';
import { isAdmitted } from '../../platform/access/viewer.query.js';

/** What somebody who leads had to do with an exam. */
export const involvements = ['none', 'decided', 'marked'] as const;
export type Involvement = (typeof involvements)[number];

interface Judge {
  readonly staffId: string;
  readonly isHead: boolean;
  readonly isExecutive: boolean;
  readonly involved: Involvement;
}

export interface Judges {
  /** Who may decide at this moment, and what they had to do with it. */
  readonly may: ReadonlyMap<string, Involvement>;
  /** In whose day it is to be decided; null: the department's heads, all of them. */
  readonly ownerIds: readonly string[] | null;
}

/**
 * Who decides about an exam, where marks differ and in a dispute: the heads of its department and the executives who did
 * neither mark nor decide it, nor sat it. Is nobody of them left, executives are the last instance all the same: who decided
 * before those who marked. It is in the day of the heads; where none of them may, of the executives.
 */
export async function judgesOf(sql: Sql, examId: string): Promise<Judges> {
  const led = await sql.rows<Judge & Record<string, unknown>>(
    /* sql */ `
    SELECT s.id AS "staffId", bool_or(g.role = 'head') AS "isHead", bool_or(g.role = 'executive') AS "isExecutive",
      CASE WHEN s.id IN (e.assessor_id, e.second_id) THEN 'marked'
        WHEN EXISTS (SELECT FROM exam_step w WHERE w.exam_id = e.id AND w.step = 'decided' AND w.by_staff_id = s.id) THEN 'decided'
        ELSE 'none' END AS involved
    FROM exam e JOIN campaign c ON c.id = e.campaign_id
    JOIN role_grant g ON g.role = 'executive' OR g.role = 'head' AND g.department_id = c.department_id
    JOIN sign_in i ON i.id = g.sign_in_id JOIN staff s ON s.id = i.staff_id
    WHERE e.id = $1 AND s.id <> e.staff_id AND g."from" <= now() AND (g."to" IS NULL OR g."to" > now()) AND ${isAdmitted}
    GROUP BY s.id, e.id ORDER BY s.id`,
    [examId],
  );
  const judges =
    involvements
      .map((one) => led.filter(({ involved, isExecutive }) => involved === one && (one === 'none' || isExecutive)))
      .find((some) => some.length > 0) ?? [];
  const heads = judges.filter(({ isHead }) => isHead);
  const areAll = heads.length === led.filter(({ isHead }) => isHead).length;
  const owners = heads.length > 0 ? heads : judges;
  return {
    may: new Map(judges.map(({ staffId, involved }) => [staffId, involved])),
    ownerIds: (heads.length > 0 && areAll) || owners.length === 0 ? null : owners.map(({ staffId }) => staffId),
  };
}
