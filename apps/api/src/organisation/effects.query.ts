import type { Effects, EffectsQuery } from '@forecall/contracts';
import type { Sql } from '../platform/database/database.js';

/** Enough to judge by, and counted at once. */
const atMost = 100_000;

const belongsTo: Record<EffectsQuery['of'], string> = {
  staff: 'x.rep_id = $1',
  team: 'x.team_id = $1',
  department: '(x.handling_department_id = $1 OR x.answerable_department_id = $1)',
  reason: 'x.reason_id IN (SELECT id FROM below)',
};

const counted = (rows: string) => `(SELECT count(*)::int FROM (${rows} LIMIT ${atMost}) rows)`;

/**
 * What carries this person, unit or reason frozen in it since an instant: it stays as it is when the organisation is
 * changed back to then. The only question this feature asks of contacts and answers.
 */
export async function effectsSince(sql: Sql, of: EffectsQuery['of'], id: string, from: Date): Promise<Effects> {
  const since = (time: string) => `x.${time} >= $2 AND x.voided_at IS NULL AND ${belongsTo[of]}`;
  const row = await sql.first<Omit<Effects, 'atMost'>>(
    /* sql */ `
    WITH RECURSIVE below AS (
      SELECT id FROM reason WHERE id = $1
      UNION ALL
      SELECT r.id FROM reason r JOIN below b ON r.parent_id = b.id
    )
    SELECT ${counted(`SELECT FROM contact x WHERE ${since('ended_at')}`)} AS contacts,
      ${counted(`SELECT FROM contact x WHERE complaint_mark > 0 AND ${since('ended_at')}`)} AS complaints,
      ${counted(`SELECT FROM answer x WHERE ${since('at')}`)} AS answers`,
    [id, from],
  );
  return { contacts: 0, complaints: 0, answers: 0, ...row, atMost };
}
