import type { Sql } from '../database/database.js';
import { conflict } from '../http/problem.js';

/** Any number will do, as long as every process uses the same. */
const administratorsLock = 7_301_005;

/**
 * For the end of every transaction that may take an administrator away: somebody must remain who can come in as one,
 * for as long as is known. Two administrators who take each other's role at the same time wait for one another.
 */
export async function keepAnAdmin(sql: Sql): Promise<void> {
  await sql.rows('SELECT pg_advisory_xact_lock($1)', [administratorsLock]);
  const row = await sql.first<{ remains: boolean }>(/* sql */ `
    SELECT EXISTS (
      SELECT FROM role_grant g JOIN sign_in i ON i.id = g.sign_in_id JOIN staff s ON s.id = i.staff_id
      WHERE g.role = 'admin' AND g."from" <= now() AND g."to" IS NULL
        AND i.disabled_at IS NULL AND i.argon2id IS NOT NULL AND s.left_on IS NULL
    ) AS remains`);
  if (!row?.remains) throw conflict('last-admin', 'Nobody would be left who can administer. Give the role first.');
}

/** The same where somebody is about to leave, administrator or not. */
export async function keepAnAdminBeside(sql: Sql, staffId: string): Promise<void> {
  const row = await sql.first<{ is: boolean }>(
    /* sql */ `
    SELECT EXISTS (
      SELECT FROM role_grant g JOIN sign_in i ON i.id = g.sign_in_id
      WHERE i.staff_id = $1 AND g.role = 'admin' AND (g."to" IS NULL OR g."to" > now())
    ) AS is`,
    [staffId],
  );
  if (row?.is) await keepAnAdmin(sql);
}
