import type { OpenPhoneLine, PhoneLineEntry, PhoneLineQuery } from '@forecall/contracts';
import { v7 as uuid } from 'uuid';
import type { Sql } from '../../platform/database/database.js';
import { isoInstant } from '../../platform/database/iso-instant.js';

const entries = /* sql */ `
  SELECT l.id, l.name, l.department_id AS "departmentId", d.name AS "departmentName", s.name AS "createdBy",
    ${isoInstant('l.created_at')} AS "createdAt", ${isoInstant('l.heard_at')} AS "heardAt",
    ${isoInstant('l.revoked_at')} AS "revokedAt"
  FROM phone_line l JOIN department d ON d.id = l.department_id
  LEFT JOIN sign_in i ON i.id = l.created_by LEFT JOIN staff s ON s.id = i.staff_id`;

export const phoneLines = (sql: Sql, { state }: PhoneLineQuery): Promise<PhoneLineEntry[]> =>
  sql.rows(
    `${entries} WHERE $1 = 'all' OR (l.revoked_at IS NULL) = ($1 = 'active') ORDER BY l.created_at DESC, l.id DESC LIMIT 100`,
    [state],
  );

export const phoneLineById = (sql: Sql, id: string): Promise<PhoneLineEntry | undefined> =>
  sql.first(`${entries} WHERE l.id = $1`, [id]);

/** Gives back its id; undefined where the department is closed or not there. */
export async function addPhoneLine(
  sql: Sql,
  { name, departmentId }: OpenPhoneLine,
  by: { readonly secretSha256: Buffer; readonly signInId: string },
): Promise<string | undefined> {
  const id = uuid();
  const added = await sql.change(
    `INSERT INTO phone_line (id, name, secret_sha256, department_id, created_by)
     SELECT $1, $2, $3, d.id, $5 FROM department d WHERE d.id = $4 AND (d."to" IS NULL OR d."to" > now())`,
    [id, name, by.secretSha256, departmentId, by.signInId],
  );
  return added === 1 ? id : undefined;
}

export const revokePhoneLine = (sql: Sql, id: string): Promise<number> =>
  sql.change('UPDATE phone_line SET revoked_at = now() WHERE id = $1 AND revoked_at IS NULL', [id]);
