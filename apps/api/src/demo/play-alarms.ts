import { playPast } from '../alarms/history/play-past.service.js';
import type { Sql } from '../platform/database/database.js';
import { organisationZone } from './company/company.js';

/**
 * The year as the alarms saw it. What ebbed by itself its department's head has called false since; what goes on is for
 * whoever opens the board.
 */
export async function playAlarms(sql: Sql): Promise<void> {
  await playPast(sql, organisationZone);
  await sql.change(/* sql */ `
    UPDATE alarm a SET outcome = 'false', note = (ARRAY ['Nothing behind it: no reason, team or customer stands out.',
        '看过每一宗：事由、客户各不相同，没有共同原因。', 'Few contacts, and two of them were complaints on one day. Looked at with the team.'])
      [1 + (a.n % 3)::int], told_at = a.raised_at,
      ended_at = a.ebbed_at + interval '40 minutes', ended_by = (
        SELECT i.id FROM leadership l JOIN sign_in i ON i.staff_id = l.staff_id
        WHERE l.department_id = a.department_id AND l.role = 'head' ORDER BY l."from" DESC LIMIT 1)
    WHERE a.ebbed_at IS NOT NULL`);
}
