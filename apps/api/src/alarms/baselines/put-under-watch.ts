import { followAlarm, usualAlarmBudget } from '@forecall/domain';
import type { Sql } from '../../platform/database/database.js';
import { addInputs, lockWatched, saveWatched } from '../feed/watched.query.js';
import { type BaselineColumns, budgetOf, type Choice, putInForce, type Why } from './baseline.query.js';

/** In force by the budget that the head chose, with what there is of evidence kept. */
export async function putUnderWatch(
  sql: Sql,
  told: Omit<BaselineColumns, 'id'>,
  { why, by, at }: { why: Why; by: string | null; at: Date },
): Promise<void> {
  const [department] = await lockWatched(sql, [told.departmentId]);
  if (!department) return;
  const budget = await budgetOf(sql, told.departmentId);
  const budgetDays = budget?.budgetDays ?? usualAlarmBudget;
  const { threshold } = choiceOf(told.choices, budgetDays);
  const baselineId = await putInForce(sql, told, { budgetDays, threshold, why, by, at });
  const plan = { usual: told.usual, oddsRatio: told.oddsRatio, threshold };
  const { watched } = followAlarm(department.watched, { kind: 'baseline', plan });
  const n = department.n + 1;
  await addInputs(sql, [{ departmentId: told.departmentId, n, kind: 'baseline', baselineId }]);
  await saveWatched(sql, [{ ...department, n, baselineId, watched }]);
}

export function choiceOf(choices: readonly Choice[], budgetDays: number): Choice {
  const choice = choices.find((one) => one.budgetDays === budgetDays);
  if (!choice) throw new Error(`The baseline knows no budget of ${budgetDays} days`);
  return choice;
}
