import type { GoalSet, LookAtGoal } from '@forecall/contracts';
import type { AppraisalGoal } from '@forecall/domain';
import { v7 as uuid } from 'uuid';
import type { Sql } from '../../platform/database/database.js';
import { named } from '../../platform/database/named-json.js';

const columns = /* sql */ `
  g.id, g.text, g.due_on::text AS "dueOn", c.from_on::text AS "from", coalesce((
    SELECT json_agg(json_build_object('at', to_char(l.at AT TIME ZONE 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"'), 'by', ${named('s')},
      'outcome', l.outcome, 'note', l.note) ORDER BY l.n)
    FROM appraisal_goal_look l LEFT JOIN staff s ON s.id = l.by_staff_id WHERE l.goal_id = g.id), '[]') AS looks`;
const joins = 'appraisal_goal g JOIN appraisal a ON a.id = g.appraisal_id JOIN appraisal_cycle c ON c.id = a.cycle_id';

type Goal = Omit<GoalSet, 'mayLook'>;

export const goalsOf = (sql: Sql, appraisalId: string): Promise<Goal[]> =>
  sql.rows<Goal & Record<string, unknown>>(
    `SELECT ${columns} FROM ${joins} WHERE g.appraisal_id = $1 ORDER BY g.place`,
    [appraisalId],
  );

/**
 * Goals that somebody got for the same part in appraisals of earlier periods: the last one that set any, and whatever
 * nobody has looked at. At most 50, the earliest due first.
 */
export const goalsBefore = (
  sql: Sql,
  { subjectId, kind, to }: { readonly subjectId: string; readonly kind: string; readonly to: string },
): Promise<Goal[]> =>
  sql.rows<Goal & Record<string, unknown>>(
    /* sql */ `
    SELECT ${columns} FROM ${joins}
    WHERE g.subject_id = $1 AND a.kind = $2 AND c.to_on < $3::date AND (
      NOT EXISTS (SELECT FROM appraisal_goal_look l WHERE l.goal_id = g.id)
      OR g.appraisal_id = (SELECT b.id FROM appraisal b JOIN appraisal_cycle bc ON bc.id = b.cycle_id
        WHERE b.subject_id = $1 AND b.kind = $2 AND bc.to_on < $3::date
          AND EXISTS (SELECT FROM appraisal_goal bg WHERE bg.appraisal_id = b.id)
        ORDER BY bc.to_on DESC LIMIT 1))
    ORDER BY g.due_on, g.id LIMIT 50`,
    [subjectId, kind, to],
  );

export async function addGoals(
  sql: Sql,
  of: { readonly appraisalId: string; readonly subjectId: string; readonly setBy: string },
  goals: readonly AppraisalGoal[],
): Promise<void> {
  for (const [place, { text, dueOn }] of goals.entries())
    await sql.change(
      'INSERT INTO appraisal_goal (id, appraisal_id, place, subject_id, set_by, text, due_on) VALUES ($1, $2, $3, $4, $5, $6, $7)',
      [uuid(), of.appraisalId, place, of.subjectId, of.setBy, text, dueOn],
    );
}

export interface LockedGoal {
  readonly id: string;
  readonly appraisalId: string;
  readonly subjectId: string;
  readonly setBy: string;
  readonly departmentId: string;
  readonly looks: number;
  /** Who leads the team that the member is in now, and who appraises them in a cycle that is open. */
  readonly leaderIds: readonly string[];
}

export async function lockGoal(sql: Sql, id: string): Promise<LockedGoal | undefined> {
  if (!(await sql.first('SELECT FROM appraisal_goal WHERE id = $1 FOR UPDATE', [id]))) return undefined;
  return sql.first<LockedGoal & Record<string, unknown>>(
    /* sql */ `
    SELECT g.id, g.appraisal_id AS "appraisalId", g.subject_id AS "subjectId", g.set_by AS "setBy",
      a.department_id AS "departmentId",
      (SELECT count(*)::int FROM appraisal_goal_look l WHERE l.goal_id = g.id) AS looks,
      ARRAY(SELECT l.staff_id FROM membership m JOIN leadership l ON l.team_id = m.team_id
        WHERE m.staff_id = g.subject_id AND m."from" <= now() AND (m."to" IS NULL OR m."to" > now())
          AND l."from" <= now() AND (l."to" IS NULL OR l."to" > now())
        UNION SELECT b.appraiser_id FROM appraisal b JOIN appraisal_cycle c ON c.id = b.cycle_id AND c.closed_at IS NULL
        WHERE b.subject_id = g.subject_id) AS "leaderIds"
    FROM appraisal_goal g JOIN appraisal a ON a.id = g.appraisal_id WHERE g.id = $1`,
    [id],
  );
}

export const addLook = (sql: Sql, id: string, n: number, by: string, { outcome, note }: LookAtGoal): Promise<number> =>
  sql.change('INSERT INTO appraisal_goal_look (goal_id, n, by_staff_id, outcome, note) VALUES ($1, $2, $3, $4, $5)', [
    id,
    n,
    by,
    outcome,
    note,
  ]);

export const goalById = (sql: Sql, id: string): Promise<Goal | undefined> =>
  sql.first<Goal & Record<string, unknown>>(`SELECT ${columns} FROM ${joins} WHERE g.id = $1`, [id]);
