import type { Sql } from '../platform/database/database.js';

export interface BoardDepartment {
  readonly id: string;
  readonly en: string;
  readonly zh: string;
  readonly version: number;
}

/** The departments of today with the version of their figures, in the fixed order of their names. */
export const boardDepartments = (sql: Sql): Promise<BoardDepartment[]> =>
  sql.rows<BoardDepartment>(`
    SELECT d.id, d.name AS en, coalesce(d.name_zh, d.name) AS zh, coalesce(v.version, 0)::float8 AS version
    FROM department d LEFT JOIN scope_version v ON v.scope = 'department:' || d.id
    WHERE d."from" <= now() AND (d."to" IS NULL OR d."to" > now())
    ORDER BY d.name COLLATE name_order, d.id LIMIT 500`);
