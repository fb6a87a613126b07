import type { RoleGrant, UserEntry, UserQuery } from '@forecall/contracts';
import { isSessionOpen, isTokenOpen } from '../../platform/access/viewer.query.js';
import type { Sql } from '../../platform/database/database.js';
import { isoInstant } from '../../platform/database/iso-instant.js';

const roles = (which: string, order: string, limit: string) => /* sql */ `
  coalesce((
    SELECT json_agg(r.grant ORDER BY r.place) FROM (
      SELECT row_number() OVER (ORDER BY ${order}, g.id) AS place, json_build_object(
        'id', g.id, 'role', g.role,
        'unit', CASE g.role WHEN 'rep' THEN 'self' WHEN 'supervisor' THEN 'team' WHEN 'head' THEN 'department' ELSE 'organisation' END,
        'unitId', coalesce(g.team_id, g.department_id), 'unitName', coalesce(t.name, d.name),
        'from', ${isoInstant('g."from"')}, 'to', ${isoInstant('g."to"')}, 'grantedBy', bs.name
      ) AS grant
      FROM role_grant g LEFT JOIN team t ON t.id = g.team_id LEFT JOIN department d ON d.id = g.department_id
        LEFT JOIN sign_in b ON b.id = g.granted_by LEFT JOIN staff bs ON bs.id = b.staff_id
      WHERE g.sign_in_id = i.id AND ${which}
      ORDER BY place ${limit}
    ) r
  ), '[]')`;

const presentRoles = roles('(g."to" IS NULL OR g."to" > now())', 'g."from"', '');

const state = /* sql */ `
  CASE WHEN i.disabled_at IS NOT NULL THEN 'disabled'
    WHEN s.left_on < (SELECT (now() AT TIME ZONE zone)::date FROM organisation) THEN 'left'
    WHEN i.argon2id IS NULL THEN 'invited' ELSE 'active' END`;

const columns = /* sql */ `
  i.id, s.id AS "staffId", s.name, s.external_id AS "externalId", i.email, ${state} AS state, ${presentRoles} AS roles,
  (SELECT ${isoInstant('max(e.last_used_at)')} FROM session e WHERE e.sign_in_id = i.id AND ${isSessionOpen}) AS "lastSeenAt",
  ${isoInstant('i.created_at')} AS "createdAt", i.revision`;

const searched = `lower(s.name || ' ' || replace(s.pinyin, ' ', '') || ' ' || s.pinyin_initials || ' ' ||
  coalesce(s.external_id, '') || ' ' || i.email)`;

/** One search pattern per word: all must be found. */
const patterns = (search: string) =>
  search
    .toLowerCase()
    .split(/\s+/)
    .filter((word) => word !== '')
    .map((word) => `%${word.replaceAll(/[\\%_]/g, (sign) => `\\${sign}`)}%`);

const filter = /* sql */ `
  ${searched} LIKE ALL ($1::text[])
  AND ($2::text = 'all' OR ${state} = $2)
  AND ($3::text IS NULL OR EXISTS (
    SELECT FROM role_grant g WHERE g.sign_in_id = i.id AND g.role = $3
      AND g."from" <= now() AND (g."to" IS NULL OR g."to" > now())))`;

/** In the order of names of both languages, from the one after a known sign-in on. */
export const userPage = (sql: Sql, { search, state: asked, role, after, limit }: UserQuery): Promise<UserEntry[]> =>
  sql.rows(
    /* sql */ `
    SELECT ${columns} FROM sign_in i JOIN staff s ON s.id = i.staff_id
    WHERE ${filter} AND ($4::uuid IS NULL OR (s.name COLLATE name_order, i.id) > (
      SELECT ls.name COLLATE name_order, li.id FROM sign_in li JOIN staff ls ON ls.id = li.staff_id WHERE li.id = $4))
    ORDER BY s.name COLLATE name_order, i.id LIMIT $5`,
    [patterns(search), asked, role ?? null, after ?? null, limit],
  );

export async function userCount(sql: Sql, { search, state: asked, role }: UserQuery): Promise<number> {
  const row = await sql.first<{ n: number }>(
    `SELECT count(*)::int AS n FROM sign_in i JOIN staff s ON s.id = i.staff_id WHERE ${filter}`,
    [patterns(search), asked, role ?? null],
  );
  return row?.n ?? 0;
}

export const userById = (sql: Sql, id: string): Promise<UserEntry | undefined> =>
  sql.first(`SELECT ${columns} FROM sign_in i JOIN staff s ON s.id = i.staff_id WHERE i.id = $1`, [id]);

export interface UserDetails {
  readonly pastRoles: RoleGrant[];
  readonly openSessions: number;
  readonly activeTokens: number;
}

export const userDetails = (sql: Sql, id: string): Promise<UserDetails | undefined> =>
  sql.first(
    /* sql */ `
    SELECT ${roles('g."to" <= now()', 'g."to" DESC', 'LIMIT 200')} AS "pastRoles",
      (SELECT count(*)::int FROM session e WHERE e.sign_in_id = i.id AND ${isSessionOpen}) AS "openSessions",
      (SELECT count(*)::int FROM api_token t WHERE t.sign_in_id = i.id AND ${isTokenOpen}) AS "activeTokens"
    FROM sign_in i WHERE i.id = $1`,
    [id],
  );
