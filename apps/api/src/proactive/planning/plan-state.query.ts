import type { Sql } from '../../platform/database/database.js';
import type { PlanOutcome } from './make-plan.js';

export const askPlan = (sql: Sql): Promise<number> => sql.change('INSERT INTO plan_ask DEFAULT VALUES');

export const isAsked = async (sql: Sql): Promise<boolean> =>
  (await sql.first('SELECT FROM plan_ask LIMIT 1')) !== undefined;

/** When the plan was made that holds, and whether another one is. */
export async function planAge(sql: Sql): Promise<{ plannedAt: string | null; isAsked: boolean }> {
  const row = await sql.first<{ plannedAt: Date | null; isAsked: boolean }>(
    'SELECT planned_at AS "plannedAt", EXISTS (SELECT FROM plan_ask) AS "isAsked" FROM plan_state',
  );
  return { plannedAt: row?.plannedAt?.toISOString() ?? null, isAsked: row?.isAsked ?? false };
}

/** The wishes so far; two processes plan one after the other, and the second finds those of the first answered. */
export async function lockAsked(sql: Sql): Promise<string[]> {
  await sql.first('SELECT FROM plan_state FOR UPDATE');
  return (await sql.rows<{ n: string }>('SELECT n::text AS n FROM plan_ask')).map(({ n }) => n);
}

export async function notePlanned(sql: Sql, asked: readonly string[], at: Date, outcome: PlanOutcome): Promise<void> {
  await sql.change('DELETE FROM plan_ask WHERE n = ANY ($1)', [asked]);
  await sql.change('UPDATE plan_state SET planned_at = $1, outcome = $2', [at, JSON.stringify(outcome)]);
}
