import type { RoleName, TokenEntry, TokenQuery } from '@forecall/contracts';
import { v7 as uuid } from 'uuid';
import { isTokenOpen } from '../../platform/access/viewer.query.js';
import type { Sql } from '../../platform/database/database.js';
import { isoInstant } from '../../platform/database/iso-instant.js';

const columns = /* sql */ `
  t.id, t.name, t.sign_in_id AS "signInId", s.name AS "actsFor", t.scopes,
  CASE WHEN t.revoked_at IS NOT NULL THEN 'revoked' WHEN t.expires_at <= now() THEN 'expired' ELSE 'active' END AS state,
  ${isoInstant('t.created_at')} AS "createdAt", ${isoInstant('t.expires_at')} AS "expiresAt",
  ${isoInstant('t.last_used_at')} AS "lastUsedAt", ${isoInstant('t.revoked_at')} AS "revokedAt"`;

const tables = 'api_token t JOIN sign_in i ON i.id = t.sign_in_id JOIN staff s ON s.id = i.staff_id';

/** The newest first. */
export const tokenPage = (sql: Sql, { state, after, limit }: TokenQuery): Promise<TokenEntry[]> =>
  sql.rows(
    /* sql */ `
    SELECT ${columns} FROM ${tables}
    WHERE ($1 = 'all' OR (${isTokenOpen}) = ($1 = 'active')) AND ($2::uuid IS NULL OR (t.created_at, t.id) <
      (SELECT l.created_at, l.id FROM api_token l WHERE l.id = $2))
    ORDER BY t.created_at DESC, t.id DESC LIMIT $3`,
    [state, after ?? null, limit],
  );

export const tokenById = (sql: Sql, id: string): Promise<TokenEntry | undefined> =>
  sql.first(`SELECT ${columns} FROM ${tables} WHERE t.id = $1`, [id]);

export async function addToken(
  sql: Sql,
  token: { hash: Buffer; signInId: string; name: string; scopes: readonly string[]; days: number },
): Promise<string> {
  const id = uuid();
  await sql.change(
    /* sql */ `
    INSERT INTO api_token (id, token_sha256, sign_in_id, name, scopes, expires_at)
    VALUES ($1, $2, $3, $4, $5, now() + $6 * interval '1 day')`,
    [id, token.hash, token.signInId, token.name, [...new Set(token.scopes)], token.days],
  );
  return id;
}

export const revokeToken = (sql: Sql, id: string): Promise<number> =>
  sql.change('UPDATE api_token SET revoked_at = now() WHERE id = $1 AND revoked_at IS NULL', [id]);

/** Somebody who may come in, for whom a token can act, with the roles held now or later. */
export const ownerOfTokens = (sql: Sql, signInId: string): Promise<{ name: string; roles: RoleName[] } | undefined> =>
  sql.first(
    /* sql */ `
    SELECT s.name, ARRAY(SELECT g.role FROM role_grant g WHERE g.sign_in_id = i.id AND (g."to" IS NULL OR g."to" > now())) AS roles
    FROM sign_in i JOIN staff s ON s.id = i.staff_id WHERE i.id = $1 AND i.disabled_at IS NULL`,
    [signInId],
  );
