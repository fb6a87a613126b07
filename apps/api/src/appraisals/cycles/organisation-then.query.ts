import type { MemberThen, TeamThen } from '@forecall/domain';
import { isAdmitted } from '../../platform/access/viewer.query.js';
import type { Sql } from '../../platform/database/database.js';

export interface Then {
  /** First instant of the period, and of what comes after it. */
  readonly start: Date;
  readonly end: Date;
  /** Who is away from today until this day is not here to appraise. */
  readonly today: string;
  readonly writeBy: string;
}

/** Held in the last instant of the period; $2 is the end. */
const heldAtEnd = (as: string) => `${as}."from" < $2 AND (${as}."to" IS NULL OR ${as}."to" >= $2)`;

const isHere = /* sql */ `
  EXISTS (SELECT FROM sign_in i JOIN staff s ON s.id = i.staff_id WHERE s.id = ONE AND ${isAdmitted})`;
const here = (one: string) => isHere.replace('ONE', one);
const isAway = (one: string) =>
  `EXISTS (SELECT FROM leave l WHERE l.staff_id = ${one} AND l."from" <= $3::date AND l."to" >= $4::date)`;

const leaders = (lead: string, unit: string) => /* sql */ `
  json_build_object(
    'leader', CASE WHEN ${here(`${lead}.staff_id`)} AND NOT ${isAway(`${lead}.staff_id`)} THEN ${lead}.staff_id END,
    'standIns', (
      SELECT coalesce(json_agg(one.staff_id ORDER BY one.rank, one.name COLLATE name_order, one.staff_id), '[]') FROM (
        SELECT b.staff_id, 2 AS rank, p.name FROM leadership b JOIN staff p ON p.id = b.staff_id
        WHERE b.role = 'stand-in' AND ${unit} AND ${heldAtEnd('b')}
        UNION ALL
        SELECT l.stand_in_id, 1, p.name FROM leave l JOIN staff p ON p.id = l.stand_in_id
        WHERE l.staff_id = ${lead}.staff_id AND l."from" <= $3::date AND l."to" >= $4::date
      ) one WHERE ${here('one.staff_id')} AND NOT ${isAway('one.staff_id')}))`;

/** Every team of the last day, by department and name, with who led it and who can appraise in their place. */
export const teamsThen = (sql: Sql, { start, end, today, writeBy }: Then): Promise<TeamThen[]> =>
  sql.rows<TeamThen & Record<string, unknown>>(
    /* sql */ `
    SELECT t.id, t.department_id AS "departmentId", sup.staff_id AS "supervisorId", head.staff_id AS "headId",
      ${leaders('sup', 'b.team_id = t.id')} AS team, ${leaders('head', 'b.department_id = t.department_id')} AS department
    FROM team t JOIN department d ON d.id = t.department_id
    LEFT JOIN leadership sup ON sup.team_id = t.id AND sup.role = 'supervisor' AND ${heldAtEnd('sup')}
    LEFT JOIN leadership head ON head.department_id = d.id AND head.role = 'head' AND ${heldAtEnd('head')}
    WHERE t."from" < $2 AND (t."to" IS NULL OR t."to" > $1)
    ORDER BY d.name COLLATE name_order, t.name COLLATE name_order, t.id`,
    [start, end, today, writeBy],
  );

/** Everybody who was in a team within the period, once: with the last team, and the days of the calendar in any. */
export const membersThen = (sql: Sql, { start, end, today }: Then): Promise<MemberThen[]> =>
  sql.rows<MemberThen & Record<string, unknown>>(
    /* sql */ `
    SELECT m.staff_id AS "staffId", (array_agg(m.team_id ORDER BY m."from" DESC))[1] AS "teamId",
      count(DISTINCT day)::int AS days,
      bool_or(${heldAtEnd('m')}) AND (s.left_on IS NULL OR s.left_on >= $3::date) AS "isThere"
    FROM membership m JOIN staff s ON s.id = m.staff_id CROSS JOIN organisation o,
      generate_series((greatest(m."from", $1) AT TIME ZONE o.zone)::date,
        ((least(coalesce(m."to", $2), $2) - interval '1 microsecond') AT TIME ZONE o.zone)::date, interval '1 day') day
    WHERE m."from" < $2 AND (m."to" IS NULL OR m."to" > $1)
    GROUP BY m.staff_id, s.id, s.name, s.left_on ORDER BY s.name COLLATE name_order, s.id`,
    [start, end, today],
  );

/** By name. */
export const executivesNow = async (sql: Sql): Promise<string[]> =>
  (
    await sql.rows<{ id: string }>(/* sql */ `
      SELECT s.id FROM staff s JOIN sign_in i ON i.staff_id = s.id
      WHERE ${isAdmitted} AND EXISTS (SELECT FROM role_grant g WHERE g.sign_in_id = i.id AND g.role = 'executive'
        AND g."from" <= now() AND (g."to" IS NULL OR g."to" > now()))
      ORDER BY s.name COLLATE name_order, s.id`)
  ).map(({ id }) => id);
