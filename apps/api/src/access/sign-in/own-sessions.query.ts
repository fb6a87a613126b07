import type { OwnSession } from '@forecall/contracts';
import { isSessionOpen } from '../../platform/access/viewer.query.js';
import type { Sql } from '../../platform/database/database.js';
import { isoInstant } from '../../platform/database/iso-instant.js';

const name = `left(encode(e.token_sha256, 'hex'), 16)`;

export const ownSessions = (sql: Sql, signInId: string, current: string): Promise<OwnSession[]> =>
  sql.rows(
    /* sql */ `
    SELECT ${name} AS id, ${isoInstant('e.started_at')} AS "startedAt", ${isoInstant('e.last_used_at')} AS "lastUsedAt",
      e.user_agent AS "userAgent", encode(e.token_sha256, 'hex') = $2 AS current
    FROM session e WHERE e.sign_in_id = $1 AND ${isSessionOpen}
    ORDER BY e.last_used_at DESC, e.token_sha256 LIMIT 200`,
    [signInId, current],
  );

export const endOwnSession = (sql: Sql, signInId: string, id: string): Promise<number> =>
  sql.change(`DELETE FROM session e WHERE e.sign_in_id = $1 AND ${name} = $2`, [signInId, id]);

export const endOtherSessions = (sql: Sql, signInId: string, current: string): Promise<number> =>
  sql.change(`DELETE FROM session WHERE sign_in_id = $1 AND encode(token_sha256, 'hex') <> $2`, [signInId, current]);
