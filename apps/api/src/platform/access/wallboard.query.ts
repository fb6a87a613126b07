import type { Sql } from '../database/database.js';
import { sha256 } from './secret.js';

export interface WallboardLink {
  /** Hex SHA-256 of its token; names it to the watch over credentials. */
  readonly credential: string;
  readonly name: string;
  readonly locale: 'en' | 'zh';
  /** Null: the whole organisation. */
  readonly departmentId: string | null;
}

/** The wallboard behind a link's token, unless it was revoked. */
export const wallboardByToken = (sql: Sql, token: string): Promise<WallboardLink | undefined> =>
  sql.first<WallboardLink & Record<string, unknown>>(
    `SELECT encode(token_sha256, 'hex') AS credential, name, locale, department_id AS "departmentId"
     FROM wallboard WHERE token_sha256 = $1 AND revoked_at IS NULL`,
    [sha256(token)],
  );
