import type { Sql } from '../database/database.js';
import { isAdmitted, isSessionOpen, isTokenOpen } from './viewer.query.js';

/** What somebody came in with: which kind, and the hash that names it. */
export interface Credential {
  readonly via: 'session' | 'token' | 'wallboard';
  /** Hex SHA-256. */
  readonly credential: string;
}

export interface LiveCredential extends Credential {
  readonly roles: string;
}

const roles = /* sql */ `
  coalesce((
    SELECT string_agg(r.role COLLATE "C", ',' ORDER BY r.role COLLATE "C")
    FROM role_grant g, LATERAL (
      SELECT g.role || ':' || coalesce(coalesce(g.team_id, g.department_id)::text, '') AS role
    ) r
    WHERE g.sign_in_id = i.id AND g."from" <= now() AND (g."to" IS NULL OR g."to" > now())
  ), '')`;

/** Which of these are good at this moment. */
export const liveCredentials = (sql: Sql, asked: readonly Credential[]): Promise<LiveCredential[]> => {
  const hashes = (via: Credential['via']) =>
    asked.filter((one) => one.via === via).map(({ credential }) => Buffer.from(credential, 'hex'));
  return sql.rows(
    /* sql */ `
    SELECT 'session' AS via, encode(e.token_sha256, 'hex') AS credential, ${roles} AS roles
    FROM session e JOIN sign_in i ON i.id = e.sign_in_id JOIN staff s ON s.id = i.staff_id
    WHERE e.token_sha256 = ANY ($1::bytea[]) AND ${isSessionOpen} AND ${isAdmitted}
    UNION ALL
    SELECT 'token', encode(t.token_sha256, 'hex'), ${roles}
    FROM api_token t JOIN sign_in i ON i.id = t.sign_in_id JOIN staff s ON s.id = i.staff_id
    WHERE t.token_sha256 = ANY ($2::bytea[]) AND ${isTokenOpen} AND ${isAdmitted}
    UNION ALL
    SELECT 'wallboard', encode(w.token_sha256, 'hex'), ''
    FROM wallboard w WHERE w.token_sha256 = ANY ($3::bytea[]) AND w.revoked_at IS NULL`,
    [hashes('session'), hashes('token'), hashes('wallboard')],
  );
};
