import { v7 as uuid } from 'uuid';
import type { Sql } from '../../platform/database/database.js';

export interface NewReason {
  readonly parentId: string | null;
  readonly name: string;
  readonly chinese: string | undefined;
  readonly answerableId: string;
}

/** A reason in use by its English or Chinese name under its parent (null: at the top), made if there is none. */
export async function reasonNamed(sql: Sql, reason: NewReason, batchId: string): Promise<string> {
  const { parentId, name, chinese, answerableId } = reason;
  const found = await reasonFound(sql, reason);
  if (found) return found;
  await sql.change(
    `INSERT INTO reason (id, parent_id, name_en, name_zh, answerable_department_id, batch_id) VALUES ($1, $2, $3, $4, $5, $6)
     ON CONFLICT (parent_id, lower(name_en)) WHERE "to" IS NULL DO NOTHING`,
    [uuid(), parentId, name, chinese ?? name, answerableId, batchId],
  );
  const made = await reasonFound(sql, reason);
  if (!made) throw new Error(`The reason ${name} has just been closed.`);
  return made;
}

export async function reasonFound(
  sql: Sql,
  { parentId, name }: Pick<NewReason, 'parentId' | 'name'>,
): Promise<string | undefined> {
  const row = await sql.first<{ id: string }>(
    `SELECT id FROM reason
     WHERE parent_id IS NOT DISTINCT FROM $1 AND (lower(name_en) = lower($2) OR lower(name_zh) = lower($2)) AND "to" IS NULL
     ORDER BY lower(name_en) = lower($2) DESC LIMIT 1`,
    [parentId, name],
  );
  return row?.id;
}
