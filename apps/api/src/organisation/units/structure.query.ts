import type { Leader, OrganisationSettings } from '@forecall/contracts';
import type { Sql } from '../../platform/database/database.js';
import { isoInstant } from '../../platform/database/iso-instant.js';

const period = (alias: string) => `${isoInstant(`${alias}."from"`)} AS "from", ${isoInstant(`${alias}."to"`)} AS "to"`;

/** $1: as of when; $2: with those closed by then. What begins later is there already, and says when. */
const isShown = (alias: string) => `($2 OR ${alias}."to" IS NULL OR ${alias}."to" > $1)`;

export interface UnitRow {
  readonly id: string;
  readonly name: string;
  readonly nameZh: string | null;
  readonly from: string | null;
  readonly to: string | null;
  readonly revision: number;
}

export const settings = (sql: Sql): Promise<(OrganisationSettings & { today: string }) | undefined> =>
  sql.first(`
    SELECT name, zone, locale, country, is_demo AS "isDemo", revision, to_char(now() AT TIME ZONE zone, 'YYYY-MM-DD') AS today
    FROM organisation`);

export const departmentsAt = (sql: Sql, at: Date, withClosed: boolean, limit: number): Promise<UnitRow[]> =>
  sql.rows(
    /* sql */ `
    SELECT d.id, d.name, d.name_zh AS "nameZh", ${period('d')}, d.revision
    FROM department d WHERE ${isShown('d')} ORDER BY d.name COLLATE name_order, d.id LIMIT $3`,
    [at, withClosed, limit],
  );

export type TeamRow = UnitRow & { readonly departmentId: string; readonly memberCount: number };

export const teamsAt = (sql: Sql, at: Date, withClosed: boolean, limit: number): Promise<TeamRow[]> =>
  sql.rows(
    /* sql */ `
    SELECT t.id, t.department_id AS "departmentId", t.name, t.name_zh AS "nameZh", ${period('t')}, t.revision,
      coalesce(m.members, 0) AS "memberCount"
    FROM team t
    LEFT JOIN (
      SELECT team_id, count(*)::int AS members FROM membership
      WHERE "from" <= $1 AND ("to" IS NULL OR "to" > $1) GROUP BY team_id
    ) m ON m.team_id = t.id
    WHERE ${isShown('t')} ORDER BY t.name COLLATE name_order, t.id LIMIT $3`,
    [at, withClosed, limit],
  );

export type LeaderRow = Leader & { readonly unitId: string };

/** Present and coming leaders of all units, the earliest first, stand-ins after the others. */
export const leadersAt = (sql: Sql, at: Date): Promise<LeaderRow[]> =>
  sql.rows(
    /* sql */ `
    SELECT coalesce(l.team_id, l.department_id) AS "unitId", l.id, l.staff_id AS "staffId", s.name, l.role, ${period('l')}
    FROM leadership l JOIN staff s ON s.id = l.staff_id
    WHERE l."to" IS NULL OR l."to" > $1
    ORDER BY l.role = 'stand-in', l."from", s.name COLLATE name_order, l.id`,
    [at],
  );

/** Staff at work on that day who are in no team and lead none. */
export const withoutTeamCount = async (sql: Sql, at: Date): Promise<number> => {
  const row = await sql.first<{ n: number }>(
    /* sql */ `
    SELECT count(*)::int AS n FROM staff s, organisation o
    WHERE (s.left_on IS NULL OR s.left_on >= ($1::timestamptz AT TIME ZONE o.zone)::date)
      AND NOT EXISTS (SELECT FROM membership m WHERE m.staff_id = s.id AND m."from" <= $1 AND (m."to" IS NULL OR m."to" > $1))
      AND NOT EXISTS (SELECT FROM leadership l WHERE l.staff_id = s.id AND l."from" <= $1 AND (l."to" IS NULL OR l."to" > $1))`,
    [at],
  );
  return row?.n ?? 0;
};
