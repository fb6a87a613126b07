import type { Grant } from '@forecall/contracts';
import type { Database, Sql } from '../database/database.js';

/** A session ends after this long without a request, and a fixed time after it was opened (session.expires_at). */
export const sessionIdleHours = 12;

/** Somebody may come in until the end of the last day at work, in the organisation's zone. */
export const isAdmitted = /* sql */ `
  i.disabled_at IS NULL
  AND (s.left_on IS NULL OR s.left_on >= (now() AT TIME ZONE (SELECT zone FROM organisation))::date)`;

export const isSessionOpen = /* sql */ `
  e.expires_at > now() AND e.last_used_at > now() - interval '${sessionIdleHours} hours'`;

export const isTokenOpen = 't.expires_at > now() AND t.revoked_at IS NULL';

const person = /* sql */ `
  i.id AS "signInId", s.id AS "staffId", s.name, i.email,
  coalesce((
    SELECT json_agg(json_build_object(
      'role', g.role,
      'unit', CASE g.role WHEN 'rep' THEN 'self' WHEN 'supervisor' THEN 'team' WHEN 'head' THEN 'department' ELSE 'organisation' END,
      'unitId', coalesce(g.team_id, g.department_id),
      'unitName', coalesce(t.name, d.name),
      'unitNameZh', CASE WHEN t.id IS NULL THEN d.name_zh ELSE t.name_zh END
    ) ORDER BY g.role, g.id)
    FROM role_grant g LEFT JOIN team t ON t.id = g.team_id LEFT JOIN department d ON d.id = g.department_id
    WHERE g.sign_in_id = i.id AND g."from" <= now() AND (g."to" IS NULL OR g."to" > now())
  ), '[]') AS grants`;

export interface ViewerRow {
  readonly signInId: string;
  readonly staffId: string;
  readonly name: string;
  readonly email: string;
  readonly grants: Grant[];
  /** The last use is noted at most once a minute. */
  readonly isUseOld: boolean;
}

export interface TokenViewerRow extends ViewerRow {
  readonly scopes: string[];
}

/**
 * The hashes of $1, a JSON array of hex. Of an array of bytea the planner knows the length, and would plan anew each time
 * what takes longer to plan than to run; so that one plan serves every length, each table is read by its key, row by row.
 */
const asked = `json_array_elements_text($1) AS asked (hash)`;
const cameBy = (table: 'session' | 'api_token', as: string) => /* sql */ `
  CROSS JOIN LATERAL (SELECT * FROM ${table} WHERE ${table}.token_sha256 = decode(asked.hash, 'hex') LIMIT 1) ${as}
  CROSS JOIN LATERAL (SELECT * FROM sign_in WHERE sign_in.id = ${as}.sign_in_id LIMIT 1) i
  CROSS JOIN LATERAL (SELECT * FROM staff WHERE staff.id = i.staff_id LIMIT 1) s`;

/** Whom these open sessions belong to, by the hex of their hash. */
export const viewersOfSessions = (database: Database, hashes: readonly string[]) =>
  byKey<ViewerRow>(
    database,
    'viewers-of-sessions',
    /* sql */ `
    SELECT asked.hash AS key, ${person}, e.last_used_at < now() - interval '1 minute' AS "isUseOld"
    FROM ${asked} ${cameBy('session', 'e')}
    WHERE ${isSessionOpen} AND ${isAdmitted}`,
    hashes,
  );

export const viewersOfTokens = (database: Database, hashes: readonly string[]) =>
  byKey<TokenViewerRow>(
    database,
    'viewers-of-tokens',
    /* sql */ `
    SELECT asked.hash AS key, ${person}, t.scopes,
      coalesce(t.last_used_at < now() - interval '1 minute', true) AS "isUseOld"
    FROM ${asked} ${cameBy('api_token', 't')}
    WHERE ${isTokenOpen} AND ${isAdmitted}`,
    hashes,
  );

/** Somebody by staff, as they stand now, without a credential: for what the program does on their behalf. */
export const viewerOfStaff = (sql: Sql, staffId: string): Promise<Omit<ViewerRow, 'isUseOld'> | undefined> =>
  sql.first<Omit<ViewerRow, 'isUseOld'> & Record<string, unknown>>(
    `SELECT ${person} FROM sign_in i JOIN staff s ON s.id = i.staff_id WHERE i.staff_id = $1 AND ${isAdmitted}`,
    [staffId],
  );

async function byKey<Row>(database: Database, name: string, text: string, hashes: readonly string[]) {
  const rows = await database.prepared<Row & { key: string }>(name, text, [JSON.stringify(hashes)]);
  return new Map(rows.map(({ key: hash, ...row }) => [hash, row as Row]));
}

export const noteUse = (sql: Sql, table: 'session' | 'api_token', tokenSha256: Buffer): Promise<number> =>
  sql.change(
    `UPDATE ${table} SET last_used_at = now()
     WHERE token_sha256 = $1 AND coalesce(last_used_at < now() - interval '1 minute', true)`,
    [tokenSha256],
  );
