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
      'unitName', coalesce(t.name, d.name)
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

const key = `encode(asked.token_sha256, 'hex') AS key`;

/** Whom these open sessions belong to, by the hex of their hash. */
export const viewersOfSessions = (database: Database, hashes: readonly string[]) =>
  byKey<ViewerRow>(
    database,
    'viewers-of-sessions',
    /* sql */ `
    SELECT ${key}, ${person}, e.last_used_at < now() - interval '1 minute' AS "isUseOld"
    FROM unnest($1::bytea[]) AS asked (token_sha256)
    CROSS JOIN LATERAL (SELECT * FROM session WHERE session.token_sha256 = asked.token_sha256 LIMIT 1) e
    JOIN sign_in i ON i.id = e.sign_in_id JOIN staff s ON s.id = i.staff_id
    WHERE ${isSessionOpen} AND ${isAdmitted}`,
    hashes,
  );

export const viewersOfTokens = (database: Database, hashes: readonly string[]) =>
  byKey<TokenViewerRow>(
    database,
    'viewers-of-tokens',
    /* sql */ `
    SELECT ${key}, ${person}, t.scopes, coalesce(t.last_used_at < now() - interval '1 minute', true) AS "isUseOld"
    FROM unnest($1::bytea[]) AS asked (token_sha256)
    CROSS JOIN LATERAL (SELECT * FROM api_token WHERE api_token.token_sha256 = asked.token_sha256 LIMIT 1) t
    JOIN sign_in i ON i.id = t.sign_in_id JOIN staff s ON s.id = i.staff_id
    WHERE ${isTokenOpen} AND ${isAdmitted}`,
    hashes,
  );

async function byKey<Row>(database: Database, name: string, text: string, hashes: readonly string[]) {
  const rows = await database.prepared<Row & { key: string }>(name, text, [hashes.map((hash) => `\\x${hash}`)]);
  return new Map(rows.map(({ key: hash, ...row }) => [hash, row as Row]));
}

export const noteUse = (sql: Sql, table: 'session' | 'api_token', tokenSha256: Buffer): Promise<number> =>
  sql.change(
    `UPDATE ${table} SET last_used_at = now()
     WHERE token_sha256 = $1 AND coalesce(last_used_at < now() - interval '1 minute', true)`,
    [tokenSha256],
  );
