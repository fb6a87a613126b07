import type { NotificationEntry, Personal } from '@forecall/contracts';
import { namelessParameters } from '../attribution/attribution.service.js';
import type { Sql } from '../platform/database/database.js';
import { isoInstant } from '../platform/database/iso-instant.js';
import type { PageEnd } from '../platform/http/page-cursor.js';
import { noteNews } from '../platform/personal/personal-news.js';

/** The newest first. `at` of the page's end is to the microsecond, the entry's own to the millisecond. */
export async function listNotifications(sql: Sql, staffId: string, most: number, after?: PageEnd) {
  const rows = await sql.rows<Omit<NotificationEntry, 'at'> & { shownAt: string; at: string }>(
    /* sql */ `
    SELECT n.at::text AS at, n.id, n.kind, n.thing, n.duty_id AS "dutyId",
      ${namelessParameters('n', `n.parameters ->> 'duty'`)} AS parameters,
      CASE WHEN n.source_id IS NOT NULL THEN json_build_object('entity', n.source_entity, 'id', n.source_id) END AS source,
      ${isoInstant('n.at')} AS "shownAt", ${isoInstant('n.read_at')} AS "readAt", d.done_at IS NOT NULL AS "isOver"
    FROM notification n LEFT JOIN duty d ON d.id = n.duty_id
    WHERE n.staff_id = $1 AND ($2::timestamptz IS NULL OR (n.at, n.id) < ($2, $3::uuid))
    ORDER BY n.at DESC, n.id DESC LIMIT $4`,
    [staffId, after?.at ?? null, after?.id ?? null, most],
  );
  return rows;
}

export const readNotifications = (sql: Sql, staffId: string, until: string, thing: string | null): Promise<number> =>
  sql.change(
    `UPDATE notification SET read_at = now() WHERE staff_id = $1 AND read_at IS NULL
       AND at < $2::timestamptz + interval '1 millisecond' AND ($3::text IS NULL OR thing = $3)`,
    [staffId, until, thing],
  );

/** What was told of a duty; whose corner shows it sees that at once. */
export const readOfDuty = (sql: Sql, dutyId: string): Promise<number> =>
  noteNews(sql, `UPDATE notification SET read_at = now() WHERE duty_id = $1 AND read_at IS NULL RETURNING staff_id`, [
    dutyId,
  ]);

export async function unreadOf(sql: Sql, staffId: string): Promise<Pick<Personal, 'unread' | 'newest'>> {
  const row = await sql.first<Pick<Personal, 'unread' | 'newest'> & Record<string, unknown>>(
    /* sql */ `
    SELECT (SELECT count(*)::int FROM (SELECT 1 FROM notification WHERE staff_id = $1 AND read_at IS NULL LIMIT 100) counted) AS unread,
      (SELECT json_build_object('id', id, 'isQuiet', is_quiet) FROM notification WHERE staff_id = $1
       ORDER BY at DESC, id DESC LIMIT 1) AS newest`,
    [staffId],
  );
  return row ?? { unread: 0, newest: null };
}
