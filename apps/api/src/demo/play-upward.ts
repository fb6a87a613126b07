import { upwardItems } from '@forecall/domain';
import type { Sql } from '../platform/database/database.js';
import type { Draw } from './chance/draw.js';

/** So large a part of each team has answered; one team stays under four. */
export async function answerUpward(sql: Sql, cycleId: string, draw: Draw, share: number): Promise<void> {
  const teams = await sql.rows<{ id: string; members: string[] }>(
    `SELECT team_id AS id, array_agg(staff_id ORDER BY staff_id) AS members FROM upward_done WHERE cycle_id = $1
     GROUP BY team_id ORDER BY team_id`,
    [cycleId],
  );
  for (const [place, { id, members }] of teams.entries()) {
    const most = place === 3 ? 3 : Math.round(members.length * Math.min(1, share * draw.between(0.8, 1.2)));
    const done = draw.shuffled(members).slice(0, most);
    const liking = draw.between(2.9, 4.7);
    for (const item of upwardItems) {
      const scores = done.map(() => Math.min(5, Math.max(1, Math.round(liking + draw.between(-1.2, 1.2)))));
      await sql.change(
        'UPDATE upward_answer SET answers = $4, sum = $5 WHERE cycle_id = $1 AND team_id = $2 AND item = $3',
        [cycleId, id, item, done.length, scores.reduce((sum, score) => sum + score, 0)],
      );
    }
    await sql.change(
      'UPDATE upward_done SET is_done = staff_id = ANY ($3::uuid[]) WHERE cycle_id = $1 AND team_id = $2',
      [cycleId, id, done],
    );
  }
}
