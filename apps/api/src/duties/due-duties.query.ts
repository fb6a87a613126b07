import { teamAt } from '../attribution/attribution.service.js';
import type { Sql } from '../platform/database/database.js';
import { isAbout } from './duty-about-whom.query.js';

/** Open duties of which it is time to remind or to say that they are due, and that from now on are told. */
export async function tellable(sql: Sql, what: 'reminder' | 'due', most: number): Promise<string[]> {
  // What is due by now needs no reminder any more.
  const when = what === 'due' ? 'd.due_at <= now()' : 'd.remind_at <= now() AND d.due_at > now()';
  const time = what === 'due' ? 'd.due_at' : 'd.remind_at';
  const rows = await sql.rows<{ id: string }>(
    /* sql */ `
    INSERT INTO duty_told (duty_id, what, for_time)
    SELECT d.id, $1, ${time} FROM duty d
    WHERE d.done_at IS NULL AND ${when}
      AND NOT EXISTS (SELECT 1 FROM duty_told told WHERE told.duty_id = d.id AND told.what = $1 AND told.for_time = ${time})
    ORDER BY d.due_at, d.id LIMIT $2
    ON CONFLICT DO NOTHING RETURNING duty_id AS id`,
    [what, most],
  );
  return rows.map(({ id }) => id);
}

/**
 * Overdue ones whose time to go up has come, that have not been there, and above which there is somebody. Two processes
 * that look at once do not get the same.
 */
export async function toGoUp(sql: Sql, level: 'supervisor' | 'head', most: number): Promise<string[]> {
  const after = level === 'head' ? 'head_after_minutes' : 'supervisor_after_minutes';
  const rows = await sql.rows<{ id: string }>(
    /* sql */ `
    SELECT d.id FROM duty d
    LEFT JOIN team t ON t.id = coalesce(d.team_id, ${teamAt('d.owner_id', 'now()')})
    WHERE d.done_at IS NULL
      AND d.due_at <= now() - (SELECT ${after} FROM duty_setting) * interval '1 minute'
      AND NOT EXISTS (SELECT 1 FROM duty_above above WHERE above.duty_id = d.id AND above.level = $1)
      AND EXISTS (
        SELECT 1 FROM leadership l WHERE l.role = $1 AND l."from" <= now() AND (l."to" IS NULL OR l."to" > now())
          AND CASE $1 WHEN 'head' THEN l.department_id = coalesce(d.department_id, t.department_id) ELSE l.team_id = t.id END
          AND l.staff_id IS DISTINCT FROM d.owner_id AND NOT ${isAbout('d', 'l.staff_id')}
      )
    ORDER BY d.due_at, d.id LIMIT $2 FOR UPDATE OF d SKIP LOCKED`,
    [level, most],
  );
  return rows.map(({ id }) => id);
}
