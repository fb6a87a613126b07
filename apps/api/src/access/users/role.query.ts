import type { RoleName } from '@forecall/contracts';
import { v7 as uuid } from 'uuid';
import type { Sql } from '../../platform/database/database.js';

export interface NewRole {
  readonly signInId: string;
  readonly role: RoleName;
  readonly unitId: string | null;
  readonly from: Date;
  readonly to: Date | null;
  readonly grantedBy: string;
}

export async function addRole(sql: Sql, { signInId, role, unitId, from, to, grantedBy }: NewRole): Promise<string> {
  const id = uuid();
  await sql.change(
    /* sql */ `
    INSERT INTO role_grant (id, sign_in_id, role, team_id, department_id, "from", "to", granted_by)
    VALUES ($1, $2, $3, $4, $5, $6, $7, $8)`,
    [id, signInId, role, role === 'supervisor' ? unitId : null, role === 'head' ? unitId : null, from, to, grantedBy],
  );
  return id;
}

export interface RoleRow {
  readonly id: string;
  readonly role: RoleName;
  readonly unitName: string | null;
  readonly from: Date;
  readonly to: Date | null;
}

/** Held until the end of the transaction. */
export const roleForChange = (sql: Sql, signInId: string, id: string): Promise<RoleRow | undefined> =>
  sql.first(
    /* sql */ `
    SELECT g.id, g.role, coalesce(t.name, d.name) AS "unitName", g."from", g."to"
    FROM role_grant g LEFT JOIN team t ON t.id = g.team_id LEFT JOIN department d ON d.id = g.department_id
    WHERE g.id = $1 AND g.sign_in_id = $2 FOR UPDATE OF g`,
    [id, signInId],
  );

export const endRole = (sql: Sql, id: string, at: Date): Promise<number> =>
  sql.change('UPDATE role_grant SET "to" = $2, revision = revision + 1 WHERE id = $1', [id, at]);

export const withdrawRole = (sql: Sql, id: string): Promise<number> =>
  sql.change('DELETE FROM role_grant WHERE id = $1', [id]);

/** The team or department of a role, if it is open for all of that time. */
export const openUnit = (sql: Sql, { role, unitId, from, to }: NewRole): Promise<{ name: string } | undefined> =>
  sql.first(
    /* sql */ `
    SELECT name FROM ${role === 'head' ? 'department' : 'team'}
    WHERE id = $1 AND "from" <= $2 AND ("to" IS NULL OR "to" >= coalesce($3::timestamptz, 'infinity'))`,
    [unitId, from, to],
  );
