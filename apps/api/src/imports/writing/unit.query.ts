import { v7 as uuid } from 'uuid';
import type { Sql } from '../../platform/database/database.js';

export interface Unit {
  readonly departmentId: string;
  readonly teamId: string;
}

/** The department by its name, made if there is none. */
export async function departmentNamed(sql: Sql, name: string): Promise<string> {
  await sql.change(
    `INSERT INTO department (id, name) VALUES ($1, $2) ON CONFLICT (lower(name)) WHERE "to" IS NULL DO NOTHING`,
    [uuid(), name],
  );
  const row = await sql.first<{ id: string }>(
    'SELECT id FROM department WHERE lower(name) = lower($1) AND "to" IS NULL',
    [name],
  );
  if (!row) throw new Error(`The department ${name} has just been closed.`);
  return row.id;
}

/** The team by its name within the department, made if there is none. */
export async function teamNamed(sql: Sql, departmentId: string, name: string): Promise<string> {
  await sql.change(
    `INSERT INTO team (id, department_id, name) VALUES ($1, $2, $3)
     ON CONFLICT (department_id, lower(name)) WHERE "to" IS NULL DO NOTHING`,
    [uuid(), departmentId, name],
  );
  const row = await sql.first<{ id: string }>(
    'SELECT id FROM team WHERE department_id = $1 AND lower(name) = lower($2) AND "to" IS NULL',
    [departmentId, name],
  );
  if (!row) throw new Error(`The team ${name} has just been closed.`);
  return row.id;
}
