import { v7 as uuid } from 'uuid';
import type { Sql } from '../../platform/database/database.js';

export interface Unit {
  readonly departmentId: string;
  readonly teamId: string;
}

const idOf = async (sql: Sql, text: string, values: readonly unknown[]): Promise<string | undefined> =>
  (await sql.first<{ id: string }>(text, values))?.id;

export const departmentFound = (sql: Sql, name: string): Promise<string | undefined> =>
  idOf(
    sql,
    `SELECT id FROM department WHERE (lower(name) = lower($1) OR lower(name_zh) = lower($1)) AND "to" IS NULL
     ORDER BY lower(name) = lower($1) DESC LIMIT 1`,
    [name],
  );

/** The department by its name in either language, made if there is none. */
export async function departmentNamed(sql: Sql, name: string, batchId: string): Promise<string> {
  const found = await departmentFound(sql, name);
  if (found !== undefined) return found;
  await sql.change(
    `INSERT INTO department (id, name, batch_id) VALUES ($1, $2, $3) ON CONFLICT (lower(name)) WHERE "to" IS NULL DO NOTHING`,
    [uuid(), name, batchId],
  );
  const made = await departmentFound(sql, name);
  if (made === undefined) throw new Error(`The department ${name} has just been closed.`);
  return made;
}

export const teamFound = (sql: Sql, departmentId: string, name: string): Promise<string | undefined> =>
  idOf(
    sql,
    `SELECT id FROM team
     WHERE department_id = $1 AND (lower(name) = lower($2) OR lower(name_zh) = lower($2)) AND "to" IS NULL
     ORDER BY lower(name) = lower($2) DESC LIMIT 1`,
    [departmentId, name],
  );

/** The team by its name within the department, made if there is none. */
export async function teamNamed(sql: Sql, departmentId: string, name: string, batchId: string): Promise<string> {
  const found = await teamFound(sql, departmentId, name);
  if (found !== undefined) return found;
  await sql.change(
    `INSERT INTO team (id, department_id, name, batch_id) VALUES ($1, $2, $3, $4)
     ON CONFLICT (department_id, lower(name)) WHERE "to" IS NULL DO NOTHING`,
    [uuid(), departmentId, name, batchId],
  );
  const made = await teamFound(sql, departmentId, name);
  if (made === undefined) throw new Error(`The team ${name} has just been closed.`);
  return made;
}
