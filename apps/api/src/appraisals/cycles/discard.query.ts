import type { Sql } from '../../platform/database/database.js';

/** Something was written in a cycle, handed on, or answered about whoever leads a team. */
export const isBegun = async (sql: Sql, id: string): Promise<boolean> =>
  (await sql.first(
    /* sql */ `
    SELECT FROM appraisal a WHERE a.cycle_id = $1
      AND (a.saved_at IS NOT NULL OR EXISTS (SELECT FROM appraisal_step w WHERE w.appraisal_id = a.id))
    UNION ALL SELECT FROM upward_done WHERE cycle_id = $1 AND is_done LIMIT 1`,
    [id],
  )) !== undefined;

/** The cycle and all that opening it made; what it told people goes as well. */
export async function dropCycle(sql: Sql, id: string): Promise<void> {
  for (const table of ['upward_answer', 'upward_done', 'upward_team', 'appraisal_left_out', 'appraisal'])
    await sql.change(`DELETE FROM ${table} WHERE cycle_id = $1`, [id]);
  await sql.change('DELETE FROM appraisal_cycle WHERE id = $1', [id]);
  await sql.change(
    /* sql */ `
    DELETE FROM notification WHERE source_entity = 'appraisal-cycle' AND source_id = $1
      OR duty_id IN (SELECT id FROM duty WHERE source_entity = 'appraisal-cycle' AND source_id = $1)`,
    [id],
  );
}
