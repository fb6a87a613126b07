import { isAdmitted } from '../platform/access/viewer.query.js';
import type { Sql } from '../platform/database/database.js';

export interface FeedReader {
  readonly signInId: string;
  readonly staffId: string;
  readonly locale: 'en' | 'zh';
  readonly organisation: string;
}

/** Whose feed it is; undefined for whoever may not come in any more. */
export const readerOfFeed = (sql: Sql, secretSha256: Buffer): Promise<FeedReader | undefined> =>
  sql.first<FeedReader & Record<string, unknown>>(
    /* sql */ `
    SELECT i.id AS "signInId", s.id AS "staffId", coalesce(i.locale, 'en') AS locale,
      (SELECT name FROM organisation) AS organisation
    FROM calendar_feed f JOIN sign_in i ON i.id = f.sign_in_id JOIN staff s ON s.id = i.staff_id
    WHERE f.secret_sha256 = $1 AND ${isAdmitted}`,
    [secretSha256],
  );

/** To the minute: calendars that read often write seldom. */
export const noteReading = (sql: Sql, signInId: string): Promise<number> =>
  sql.change(
    `UPDATE calendar_feed SET read_at = now()
     WHERE sign_in_id = $1 AND coalesce(read_at < now() - interval '1 minute', true)`,
    [signInId],
  );

export const feedOf = (sql: Sql, signInId: string): Promise<{ madeAt: Date; readAt: Date | null } | undefined> =>
  sql.first<{ madeAt: Date; readAt: Date | null }>(
    'SELECT made_at AS "madeAt", read_at AS "readAt" FROM calendar_feed WHERE sign_in_id = $1',
    [signInId],
  );

/** The link of before, if there was one, is dead. */
export const putFeed = (sql: Sql, signInId: string, secretSha256: Buffer): Promise<number> =>
  sql.change(
    `INSERT INTO calendar_feed (sign_in_id, secret_sha256) VALUES ($1, $2)
     ON CONFLICT (sign_in_id) DO UPDATE SET secret_sha256 = excluded.secret_sha256, made_at = now(), read_at = NULL`,
    [signInId, secretSha256],
  );

export const dropFeed = (sql: Sql, signInId: string): Promise<number> =>
  sql.change('DELETE FROM calendar_feed WHERE sign_in_id = $1', [signInId]);

export interface CallMade {
  readonly id: string;
  readonly startAt: Date;
  readonly endAt: Date;
}

/** When calls were made, which may be days before they were to be. */
export const whenMade = (sql: Sql, callIds: readonly string[]): Promise<CallMade[]> =>
  sql.rows<CallMade>(
    /* sql */ `
    SELECT p.id, coalesce(c.started_at, p.ended_at) AS "startAt", p.ended_at AS "endAt"
    FROM planned_call p LEFT JOIN contact c ON c.id = p.contact_id WHERE p.id = ANY ($1)`,
    [callIds],
  );
