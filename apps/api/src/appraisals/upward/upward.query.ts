import type { AnswerUpward, UpwardAsked } from '@forecall/contracts';
import { fewestUpward, upwardItems, type UpwardItem } from '@forecall/domain';
import type { Reach } from '../../platform/access/viewer.js';
import type { Sql } from '../../platform/database/database.js';
import { named, namedInBoth } from '../../platform/database/named-json.js';

/**
 * Asks the members who are appraised in a cycle about whoever led their team on its last day; gives back whom. A team with
 * fewer than four to ask is not asked: nothing of it could ever be shown.
 */
export async function askTeams(sql: Sql, cycleId: string): Promise<string[]> {
  await sql.change(
    /* sql */ `
    INSERT INTO upward_team (cycle_id, team_id, supervisor_id, asked)
    SELECT c.id, l.team_id, l.staff_id, count(*)
    FROM appraisal_cycle c CROSS JOIN organisation o
    JOIN leadership l ON l.role = 'supervisor' AND l."from" < c.to_on::timestamp AT TIME ZONE o.zone
      AND (l."to" IS NULL OR l."to" >= c.to_on::timestamp AT TIME ZONE o.zone)
    JOIN appraisal a ON a.cycle_id = c.id AND a.team_id = l.team_id AND a.kind = 'rep' AND a.subject_id <> l.staff_id
    WHERE c.id = $1 GROUP BY c.id, l.team_id, l.staff_id HAVING count(*) >= ${fewestUpward}`,
    [cycleId],
  );
  await sql.change(
    /* sql */ `
    INSERT INTO upward_answer (cycle_id, team_id, item)
    SELECT cycle_id, team_id, item FROM upward_team CROSS JOIN unnest($2::text[]) AS item WHERE cycle_id = $1`,
    [cycleId, upwardItems],
  );
  const asked = await sql.rows<{ id: string }>(
    /* sql */ `
    INSERT INTO upward_done (cycle_id, team_id, staff_id)
    SELECT u.cycle_id, u.team_id, a.subject_id FROM upward_team u
    JOIN appraisal a ON a.cycle_id = u.cycle_id AND a.team_id = u.team_id AND a.kind = 'rep' AND a.subject_id <> u.supervisor_id
    WHERE u.cycle_id = $1 ORDER BY a.subject_id RETURNING staff_id AS id`,
    [cycleId],
  );
  return asked.map(({ id }) => id);
}

/** What somebody may answer, or has answered, in cycles that are open. */
export const askedOf = (sql: Sql, staffId: string): Promise<UpwardAsked['asked']> =>
  sql.rows<UpwardAsked['asked'][number] & Record<string, unknown>>(
    /* sql */ `
    SELECT json_build_object('id', c.id, 'kind', c.kind, 'from', c.from_on::text, 'to', c.to_on::text) AS cycle,
      ${namedInBoth('t')} AS team, ${named('s')} AS supervisor, x.is_done AS "isAnswered"
    FROM upward_done x JOIN upward_team u USING (cycle_id, team_id) JOIN appraisal_cycle c ON c.id = x.cycle_id
    JOIN team t ON t.id = x.team_id JOIN staff s ON s.id = u.supervisor_id
    WHERE x.staff_id = $1 AND c.closed_at IS NULL ORDER BY c.to_on DESC, c.id LIMIT 50`,
    [staffId],
  );

export type Standing = 'may' | 'done' | 'closed' | 'none';

/** Whether somebody may answer; the team waits for whoever answers at the same moment, the cycle's close for both. */
export async function lockAnswering(sql: Sql, staffId: string, { cycleId, teamId }: AnswerUpward): Promise<Standing> {
  const cycle = await sql.first<{ isClosed: boolean }>(
    'SELECT closed_at IS NOT NULL AS "isClosed" FROM appraisal_cycle WHERE id = $1 FOR SHARE',
    [cycleId],
  );
  await sql.rows('SELECT FROM upward_team WHERE cycle_id = $1 AND team_id = $2 FOR UPDATE', [cycleId, teamId]);
  const own = await sql.first<{ isDone: boolean }>(
    'SELECT is_done AS "isDone" FROM upward_done WHERE cycle_id = $1 AND team_id = $2 AND staff_id = $3',
    [cycleId, teamId, staffId],
  );
  if (!cycle || !own) return 'none';
  if (cycle.isClosed) return 'closed';
  return own.isDone ? 'done' : 'may';
}

/**
 * Adds an answer to the sums of the team, and notes who has answered. Every row of the team is written anew in both
 * tables, in the order of nothing that was answered, so that the rows as they stand tell of the last transaction only.
 */
export async function addAnswer(sql: Sql, staffId: string, { cycleId, teamId, scores }: AnswerUpward): Promise<void> {
  await sql.change(
    /* sql */ `
    UPDATE upward_answer SET answers = answers + 1, sum = sum + ($3::jsonb ->> item)::int WHERE cycle_id = $1 AND team_id = $2`,
    [cycleId, teamId, JSON.stringify(scores)],
  );
  await sql.change('UPDATE upward_done SET is_done = is_done OR staff_id = $3 WHERE cycle_id = $1 AND team_id = $2', [
    cycleId,
    teamId,
    staffId,
  ]);
}

export interface SumsOfTeam {
  readonly team: UpwardAsked['asked'][number]['team'];
  readonly supervisor: { readonly id: string; readonly name: string };
  readonly asked: number;
  readonly answered: number;
  readonly sums: Readonly<Record<UpwardItem, number>>;
}

/** Of a closed cycle, whole teams only: to those of whom it is, and to who leads them. */
export const sumsOfTeams = (
  sql: Sql,
  { everything, departmentIds, staffId }: Reach,
  cycleId: string,
): Promise<SumsOfTeam[]> =>
  sql.rows<SumsOfTeam & Record<string, unknown>>(
    /* sql */ `
    SELECT ${namedInBoth('t')} AS team, ${named('s')} AS supervisor, u.asked, max(x.answers) AS answered,
      jsonb_object_agg(x.item, x.sum) AS sums
    FROM upward_team u JOIN appraisal_cycle c ON c.id = u.cycle_id AND c.closed_at IS NOT NULL
    JOIN upward_answer x USING (cycle_id, team_id) JOIN team t ON t.id = u.team_id JOIN staff s ON s.id = u.supervisor_id
    WHERE u.cycle_id = $1 AND ($2::boolean OR u.supervisor_id = $4 OR t.department_id = ANY ($3::uuid[]))
    GROUP BY t.id, s.id, u.asked ORDER BY t.name COLLATE name_order, t.id LIMIT 1000`,
    [cycleId, everything, departmentIds, staffId],
  );
