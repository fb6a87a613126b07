import type { WallboardEntry, WallboardQuery } from '@forecall/contracts';
import { v7 as uuid } from 'uuid';
import type { Sql } from '../../platform/database/database.js';
import { isoInstant } from '../../platform/database/iso-instant.js';
import type { WallboardReach } from './wallboards.service.js';

const columns = /* sql */ `
  w.id, w.name, w.department_id AS "departmentId", d.name AS "departmentName", w.locale, s.name AS "createdBy",
  ${isoInstant('w.created_at')} AS "createdAt", ${isoInstant('w.revoked_at')} AS "revokedAt"`;

const tables = /* sql */ `
  wallboard w LEFT JOIN department d ON d.id = w.department_id
  JOIN sign_in i ON i.id = w.created_by JOIN staff s ON s.id = i.staff_id`;

const inReach = '($1::boolean OR w.created_by = $2 OR w.department_id = ANY ($3::uuid[]))';

const reachValues = ({ everything, signInId, departmentIds }: WallboardReach) => [everything, signInId, departmentIds];

/** The newest first. */
export const wallboardPage = (
  sql: Sql,
  reach: WallboardReach,
  { state, after, limit }: WallboardQuery,
): Promise<WallboardEntry[]> =>
  sql.rows(
    /* sql */ `
    SELECT ${columns} FROM ${tables}
    WHERE ${inReach} AND ($4 = 'all' OR (w.revoked_at IS NULL) = ($4 = 'active'))
      AND ($5::uuid IS NULL OR (w.created_at, w.id) < (SELECT l.created_at, l.id FROM wallboard l WHERE l.id = $5))
    ORDER BY w.created_at DESC, w.id DESC LIMIT $6`,
    [...reachValues(reach), state, after ?? null, limit],
  );

/** Held until the end of the transaction. */
export const wallboardInReach = (sql: Sql, reach: WallboardReach, id: string): Promise<WallboardEntry | undefined> =>
  sql.first(`SELECT ${columns} FROM ${tables} WHERE ${inReach} AND w.id = $4 FOR NO KEY UPDATE OF w`, [
    ...reachValues(reach),
    id,
  ]);

export async function addWallboard(
  sql: Sql,
  wallboard: { hash: Buffer; name: string; departmentId: string | null; locale: string; createdBy: string },
): Promise<string> {
  const id = uuid();
  await sql.change(
    /* sql */ `
    INSERT INTO wallboard (id, token_sha256, name, department_id, locale, created_by) VALUES ($1, $2, $3, $4, $5, $6)`,
    [id, wallboard.hash, wallboard.name, wallboard.departmentId, wallboard.locale, wallboard.createdBy],
  );
  return id;
}

export const revokeWallboard = (sql: Sql, id: string): Promise<number> =>
  sql.change('UPDATE wallboard SET revoked_at = now() WHERE id = $1 AND revoked_at IS NULL', [id]);

export const openDepartment = (sql: Sql, id: string): Promise<{ name: string } | undefined> =>
  sql.first('SELECT name FROM department WHERE id = $1 AND ("to" IS NULL OR "to" > now())', [id]);
